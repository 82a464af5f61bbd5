package voice_test

import (
	"fmt"
	"net/http"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/voice"
)

// lost is what a person reads of a send without a clear answer.
func lost(object, what, look string) []string {
	return []string{
		"Error: Unable to tell whether the " + object + " was sent", "The send got no clear answer, so it may have gone out or not. " +
			"The provider can't find out which: a campaign has no tag, and Voice Partner has no call that finds one.",
		what, look, "before you apply again: applying again sends again.",
	}
}

// A send that fails on the way is made at most once, and nothing is kept of it.
func TestCampaign_Failures(t *testing.T) {
	t.Parallel()
	const look = "Look in the Voice Partner dashboard for a voice SMS to +33600000001, sent between 2"
	nothing := func(what ...string) []string {
		return append([]string{"Error: Unable to send voice SMS", "with " + voiceSMS.address(), "Nothing was sent. "}, what...)
	}
	retryAfter := func(seconds string) http.Header { return http.Header{"Retry-After": {seconds}} }
	type want struct {
		requests, made int
		text           []string // none of what is kept
	}
	g, accounts := acctest.NewGroup(t), map[string]*acctest.Account{}
	tests := map[string]struct {
		steps []simulator.Step
		more  string
		want  want
	}{
		"429":                       {[]simulator.Step{{Status: 429, Header: retryAfter("1")}}, "", want{2, 1, nil}},
		"429, all the time":         {[]simulator.Step{{Status: 429, Header: retryAfter("1"), Repeat: true}}, "", want{2, 0, nothing("refused the call because it came too soon after others (HTTP 429), 2 times in a row.")}},
		"429 with too long a pause": {[]simulator.Step{{Status: 429, Header: retryAfter("7200")}}, "", want{1, 0, nothing("The server asks to wait 2h0m0s.")}},
		"500, not made":             {[]simulator.Step{{Status: 500}}, "", want{1, 0, lost("voice SMS", "answered HTTP 500 (Internal Server Error)", look)}},
		"503, made":                 {[]simulator.Step{{Status: 503, Header: retryAfter("1"), Process: true}}, "", want{1, 1, lost("voice SMS", "answered HTTP 503 (Service Unavailable)", look)}},
		"dropped, not made":         {[]simulator.Step{{Drop: simulator.DropBefore}}, "", want{1, 0, lost("voice SMS", "took the request, but the connection broke before the answer was complete.", look)}},
		"dropped, made":             {[]simulator.Step{{Body: `{"success":true,"camp`, Drop: simulator.DropDuring, Process: true}}, later, want{1, 1, lost("voice SMS", "took the request, but the connection broke before the answer was complete.", "and scheduled for 2040-06-01T09:31:00+02:00,")}},
		"timeout":                   {[]simulator.Step{{Hang: true, Process: true}}, "", want{1, 1, lost("voice SMS", "gave no complete answer within 10s.", look)}},
		"garbage":                   {[]simulator.Step{{Body: "<html><body>Sign in</body></html>", Process: true}}, "", want{1, 1, lost("voice SMS", "gave no usable answer: the answer is HTML", look)}},
		"degraded":                  {[]simulator.Step{simulator.DegradedStep(true)}, "", want{1, 1, lost("voice SMS", `the answer reports success, but has no "campaignId".`, look)}},
		"a word beside the success": {[]simulator.Step{{Body: `{"success":true,"campaignId":"x1","message":"NOT_CREDIT"}`}}, "", want{1, 0, lost("voice SMS", "reports success, but has code NOT_CREDIT", "for a voice SMS with the id x1, which the answer names, to +33600000001, sent between 2")}},
		"no, with a campaign":       {[]simulator.Step{{Body: `{"success":false,"error":"NOT_CREDIT","campaignId":"x2"}`}}, "", want{1, 0, lost("voice SMS", "code NOT_CREDIT", "with the id x2, which the answer names,")}},
		"an unknown word, alone":    {[]simulator.Step{{Body: `{"error":"QUEUE_FULL"}`}}, "", want{1, 0, lost("voice SMS", "code QUEUE_FULL", look)}},
		"another page, with 200":    {[]simulator.Step{{Body: `{"status":"ok"}`}}, "", want{1, 0, lost("voice SMS", "gave no usable answer", look)}},
		"HTML with 404":             {[]simulator.Step{{Status: 404, Body: "<html>"}}, "", want{1, 0, nothing("answered HTTP 404 (Not Found)", "Check voice_base_url")}},
		"refusal with a 500":        {[]simulator.Step{{Status: 500, Body: `{"success":false,"message":"NOT_CREDIT"}`}}, "", want{1, 0, nothing("The account's credit does not pay for this.")}},
		"without success":           {[]simulator.Step{{Body: `{"campaignId":"Zz9yX8wV7u","cost":0.09}`}}, "", want{1, 0, nil}},
	}
	for name, test := range tests {
		a := account(t)
		a.Voice.Script("tts/send", test.steps...)
		g.Set(t, name, provider(a, `request_timeout = "10s"`, "max_retries = 1")+voiceSMS.plain(test.more))
		accounts[name] = a
	}
	if g.Run(t, "apply") {
		t.Error("nothing failed")
	}
	g.Each(t, func(t *testing.T, name string) {
		wanted := tests[name].want
		if wanted.text == nil {
			acctest.WantText(t, g.Said(name))
			g.Holds(t, name, voiceSMS.is("campaign_id", "Zz9yX8wV7u"))
		} else {
			acctest.WantError(t, g.Said(name), wanted.text...)
		}
		voiceSMS.wantSent(t, accounts[name], wanted.requests, wanted.made, 0)
	})
	planned := map[string][]plancheck.PlanCheck{}
	for name, test := range tests {
		planned[name] = voiceSMS.will(noop)
		if test.want.text != nil {
			planned[name] = voiceSMS.will(create)
		}
		accounts[name].Voice.Script("tts/send")
	}
	g.Must(t, "plan")
	g.Planned(t, planned)
	g.Each(t, func(t *testing.T, name string) {
		voiceSMS.wantSent(t, accounts[name], tests[name].want.requests, tests[name].want.made, 0)
	})
}

// A deposit that is lost is looked for by its file, too.
func TestCampaign_LostDeposit(t *testing.T) {
	t.Parallel()
	a := account(t)
	a.Voice.Script("campaign/send", simulator.Step{Drop: simulator.DropBefore, Process: true})
	acctest.Fail(t, provider(a)+voiceMessage.plain(),
		lost("voice message", "the connection broke", "Look in the Voice Partner dashboard for a voice message with the audio file "+audioToken+" to +33600000001, sent between 2")...)
	voiceMessage.wantSent(t, a, 1, 1, 0)
}

// What the vendor refuses is told with its own words, at the argument to blame, in whichever
// field the word stands.
func TestCampaign_Refused(t *testing.T) {
	t.Parallel()
	const atNumbers, atAudio, nothing = "phone_numbers = [", "token_audio = ", "Nothing was sent. "
	both := []kind{voiceMessage, voiceSMS}
	cases := acctest.Cases{}
	for code, test := range map[string]struct {
		kinds []kind
		want  []string
	}{
		"PHONE_NUMBER_REQUIRED":   {both, []string{atNumbers, nothing + "Voice Partner received no phone number.", "check voice_base_url"}},
		"PHONE_NUMBER_SIZE_ERROR": {both, []string{atNumbers, nothing + "Voice Partner does not take this many numbers at once.", "Split them over several campaigns of at most 500."}},
		"TOKEN_AUDIO_REQUIRED":    {[]kind{voiceMessage}, []string{atAudio, nothing + "Voice Partner received no token of an audio file."}},
		"NOTIFY_URL_INVALID":      {both, []string{"notify_url = ", nothing + "Voice Partner does not take this address."}},
		"SENDER_NOT_AUTHORIZED":   {[]kind{voiceMessage}, []string{"sender = ", nothing + "The account may not call from this number.", "Validate the number in the Voice Partner dashboard"}},
		"SENDER_INVALID":          {[]kind{voiceMessage}, []string{"sender = ", nothing + "Voice Partner does not take this number as a sender."}},
		"AUDIO_FILE_NOT_FOUND":    {[]kind{voiceMessage}, []string{atAudio, nothing + "Voice Partner knows no audio file with this token.", "the data source smspartner_voice_audio_files"}},
		"DESTINATION_INVALID":     {both, []string{atNumbers, nothing + "Voice Partner does not call one of these numbers."}},
		"NOT_CREDIT":              {both, []string{nothing + "The account's credit does not pay for this.", "Top the account up in the Voice Partner dashboard"}},
		"NUMBER_TOO_OLD":          {both, []string{nothing + "Voice Partner refused the request.", "The documentation does not explain this code for this call"}},
		"10":                      {both, []string{nothing + "Voice Partner does not accept the API key.", "into voice_api_key in the provider block, or into the environment variable VOICEPARTNER_API_KEY"}},
		"20":                      {both, []string{nothing + "The account of this API key is disabled.", "Ask the support of Voice Partner"}},
		"400":                     {both, []string{nothing + "Voice Partner refused the request."}},
		"404":                     {both, []string{nothing + "Voice Partner refused the request."}},
	} {
		for i, field := range []string{"error", "message", "code"} {
			k := test.kinds[i%len(test.kinds)]
			a := account(t)
			a.Voice.Script(k.call, simulator.Step{Body: fmt.Sprintf(`{"success":false,%q:%q}`, field, code)})
			more := []string{`notify_url = "https://example.com/cb"`}
			if k == voiceMessage {
				more = append(more, `sender = "06 00 00 00 02"`)
			}
			want := append([]string{"Error: Unable to send " + map[kind]string{voiceMessage: "voice message", voiceSMS: "voice SMS"}[k]}, test.want...)
			cases[code+" in "+field] = acctest.Case{Account: a, Config: provider(a) + k.plain(more...), Requests: 1, Want: want}
		}
	}
	cases.Fail(t, "apply")
}

// Without a text, the vendor misses a file, which the provider can't have lost on the way.
func TestCampaign_TokenAskedFor(t *testing.T) {
	t.Parallel()
	a := account(t)
	a.Voice.Script("tts/send", simulator.Step{Status: 400, Body: `{"code":400,"message":"TOKEN_AUDIO_REQUIRED"}`})
	acctest.Fail(t, provider(a)+voiceSMS.plain(), "Error: Unable to send voice SMS",
		"Nothing was sent. Voice Partner asks for an audio file, although its documentation lets a text take its place.", "code TOKEN_AUDIO_REQUIRED")
	voiceSMS.wantSent(t, a, 1, 0, 0)
}

// The credit runs out in the middle of an apply.
func TestCampaign_CreditRunsOut(t *testing.T) {
	t.Parallel()
	a := account(t)
	a.Voice.SetCredits(simulated.Credits{Balance: "0.1", Currency: "€"})
	w := acctest.Attached(t, provider(a)+voiceSMS.plain()+"\nresource \"smspartner_voice_sms\" \"second\" {\n  "+numbers("06 00 00 00 02")+"\n  "+withText+"\n  depends_on = [smspartner_voice_sms.test]\n}\n")
	acctest.Refuse(t, w, []string{"apply", "-auto-approve", "-no-color"}, "Unable to send voice SMS", "with smspartner_voice_sms.second", "Nothing was sent. The account's credit does not pay for this.")
	voiceSMS.wantSent(t, a, 2, 1, 0)
}

// A campaign that was paid for is kept, whatever is odd beside its id.
func TestCampaign_Remarks(t *testing.T) {
	t.Parallel()
	g, accounts := acctest.NewGroup(t), map[string]*acctest.Account{}
	tests := map[string]struct {
		body  string
		want  []string
		state []statecheck.StateCheck
	}{
		"fewer calls": {
			`{"success":true,"campaignId":"x1","nbSms":0,"cost":0,"currency":"EUR","detail":[]}`,
			[]string{"Warning: Fewer calls than phone numbers", "Voice Partner bills campaign x1 as 0 of 1 phone numbers, and does not say which."},
			[]statecheck.StateCheck{voiceSMS.is("campaign_id", "x1"), voiceSMS.has("cost", acctest.Amount(t, "0")), voiceSMS.has("detail", knownvalue.MapSizeExact(0))},
		},
		"odd values": {
			`{"success":true,"campaignId":7,"nbSms":"un","cost":"free","duration":"0:06","detail":{"33":{"cost":"0,09"},"32":5}}`,
			[]string{"Warning: Incomplete answer about a voice SMS", `"nbSms" holds "un", which is not a whole number`, `"cost" holds "free", which is not a number`, `"duration" holds "0:06"`, `"detail.32" holds "5", which is not an object`},
			[]statecheck.StateCheck{voiceSMS.is("campaign_id", "7"), voiceSMS.has("cost", knownvalue.Null()), voiceSMS.has("detail", knownvalue.MapSizeExact(1))},
		},
		"the id alone": {
			`{"success":true,"campaignId":"9f-A"}`, nil,
			[]statecheck.StateCheck{voiceSMS.is("campaign_id", "9f-A"), voiceSMS.has("nb_sms", knownvalue.Null()), voiceSMS.has("currency", knownvalue.Null()), voiceSMS.has("duration", knownvalue.Null())},
		},
	}
	for name, test := range tests {
		a := account(t)
		a.Voice.Script("tts/send", simulator.Step{Body: test.body})
		g.Set(t, name, provider(a)+voiceSMS.plain())
		accounts[name] = a
	}
	g.Must(t, "apply")
	g.Each(t, func(t *testing.T, name string) {
		acctest.WantText(t, g.Said(name), tests[name].want...)
		if tests[name].want == nil && g.Said(name) != "" {
			t.Errorf("it says %s", g.Said(name))
		}
		g.Holds(t, name, tests[name].state...)
	})
	g.Must(t, "plan")
	for name, a := range accounts {
		if g.Changes(name) {
			t.Errorf("%s: a second plan calls again", name)
		}
		voiceSMS.wantSent(t, a, 1, 0, 0)
	}
}

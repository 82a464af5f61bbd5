package mail_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/mail"
)

// lost is what a person reads of a mail without a clear answer.
func lost(what string, look ...string) []string {
	return append(append([]string{
		"Error: Unable to tell whether the mail was sent", "with " + address, "The send got no clear answer, so it may have gone out or not. " +
			"The provider can't find out which: Mail Partner has no call that finds a mail without its id.", what,
	}, look...), "before you apply again: applying again sends again.")
}

// A mail that fails on the way is sent at most once, and nothing is kept of it.
func TestMail_Failures(t *testing.T) {
	t.Parallel()
	const look = `Look in the Mail Partner dashboard for a mail with the subject "Deployed" to ada@example.com, sent between 2`
	nothing := func(what ...string) []string {
		return append([]string{"Error: Unable to send mail", "with " + address, "Nothing was sent. "}, what...)
	}
	retryAfter := func(seconds string) http.Header { return http.Header{"Retry-After": {seconds}} }
	type want struct {
		requests, made int
		text           []string // none of what is kept
	}
	tests := map[string]struct {
		steps []simulator.Step
		more  string
		want  want
	}{
		"429":                       {[]simulator.Step{{Status: 429, Header: retryAfter("1")}}, "", want{2, 1, nil}},
		"429 in the body":           {[]simulator.Step{{Header: retryAfter("1"), Body: `{"success":false,"code":429,"message":"Trop"}`}}, "", want{2, 1, nil}},
		"429, all the time":         {[]simulator.Step{{Header: retryAfter("1"), Body: `{"success":false,"code":429}`, Repeat: true}}, "", want{2, 0, nothing("too soon after others", "2 times in a row.")}},
		"429 with too long a pause": {[]simulator.Step{{Status: 429, Header: retryAfter("7200")}}, "", want{1, 0, nothing("The server asks to wait 2h0m0s.")}},
		"500, not made":             {[]simulator.Step{{Status: 500}}, "", want{1, 0, lost("answered HTTP 500 (Internal Server Error)", look)}},
		"code 500":                  {[]simulator.Step{{Body: `{"success":false,"code":500,"message":"Queue"}`}}, "", want{1, 0, lost("Mail Partner could not add the mail to its queue.", look)}},
		"503, made":                 {[]simulator.Step{{Status: 503, Header: retryAfter("1"), Process: true}}, `tag = "deploy"`, want{1, 1, lost("answered HTTP 503 (Service Unavailable)", `and the tag "deploy" to ada@example.com`)}},
		"dropped, not made":         {[]simulator.Step{{Drop: simulator.DropBefore}}, "", want{1, 0, lost("took the request, but the connection broke before the answer was complete.", look)}},
		"dropped, made":             {[]simulator.Step{{Body: `{"success":true,"mess`, Drop: simulator.DropDuring, Process: true}}, later, want{1, 1, lost("took the request, but the connection broke before the answer was complete.", "and scheduled for 2040-06-01T09:30:00+02:00,")}},
		"timeout":                   {[]simulator.Step{{Hang: true, Process: true}}, "", want{1, 1, lost("gave no complete answer within 10s.", look)}},
		"garbage":                   {[]simulator.Step{{Body: "<html><body>Sign in</body></html>", Process: true}}, "", want{1, 1, lost("gave no usable answer: the answer is HTML", look)}},
		"degraded":                  {[]simulator.Step{simulator.DegradedStep(true)}, "", want{1, 1, lost(`the answer reports success, but has no "messageId".`, look)}},
		"no, with an id":            {[]simulator.Step{{Body: `{"success":false,"code":11,"messageId":"x2"}`}}, "", want{1, 0, lost("code 11", "for a mail with the id x2, which the answer names,")}},
		"two ids":                   {[]simulator.Step{{Body: `{"success":true,"code":200,"messageId":"1","message_id":"2"}`}}, "", want{1, 0, lost(`its "messageId" is "1", but its "message_id" is "2"`, "with the id 1, which the answer names,")}},
		"HTML with 404":             {[]simulator.Step{{Status: 404, Body: "<html>"}}, "", want{1, 0, nothing("answered HTTP 404 (Not Found)", "Check mail_base_url")}},
		"refusal with a 500":        {[]simulator.Step{{Status: 500, Body: `{"success":false,"code":11}`}}, "", want{1, 0, nothing("The account's credit does not pay for this.")}},
		"a dry run, degraded":       {[]simulator.Step{simulator.DegradedStep(true)}, "sandbox = true", want{1, 1, nothing("This is a dry run, and its answer is no clear one.", `has no "messageId".`, "Apply again: a dry run sends and charges nothing.")}},
		"a count without an id":     {[]simulator.Step{{Body: `{"success":true,"code":200,"nbMail":1,"cost":0}`}}, "sandbox = false", want{1, 0, lost(`the answer reports success, but has no "messageId".`, look)}},
		"another id name":           {[]simulator.Step{{Body: `{"success":true,"code":200,"messageId":300,"nbMail":"1","cost":"0,5","currency":"EUR"}`}}, "", want{1, 0, nil}},
	}
	g, accounts := acctest.NewGroup(t), map[string]*acctest.Account{}
	for name, test := range tests {
		a := account(t)
		a.Mail.Script("send", test.steps...)
		g.Set(t, name, provider(a, `request_timeout = "10s"`, "max_retries = 1")+plain(test.more))
		accounts[name] = a
	}
	if g.Run(t, "apply") {
		t.Error("nothing failed")
	}
	g.Each(t, func(t *testing.T, name string) {
		wanted := tests[name].want
		if wanted.text == nil {
			acctest.WantText(t, g.Said(name))
			g.Holds(t, name, is("message_id", "300"))
		} else {
			acctest.WantError(t, g.Said(name), wanted.text...)
		}
		if strings.Contains(g.Said(name), mailKey[:10]) {
			t.Errorf("it says the key:\n%s", g.Said(name))
		}
		wantSent(t, accounts[name], wanted.requests, wanted.made, 0)
	})
	planned := map[string][]plancheck.PlanCheck{}
	for name, test := range tests {
		planned[name] = will(noop)
		if test.want.text != nil {
			planned[name] = will(create)
		}
		accounts[name].Mail.Script("send")
	}
	g.Must(t, "plan")
	g.Planned(t, planned)
}

// Each form in which the vendor may take a mail and answer, where the documentation is silent,
// ends with one mail and its id. What is odd about an accepted mail is a warning.
func TestMail_Variants(t *testing.T) {
	t.Parallel()
	const reply = `reply_to = { email = "ops@example.com" }`
	file := `attachments = [{ filename = "r", content_type = "text/csv", content_base64 = "eA==" }]`
	letters := simulated.Variant{AnswerForms: simulated.AnswerForms{MessageID: simulated.IDLetters}}
	answer := func(body string) []simulator.Step { return []simulator.Step{{Body: body}} }
	tests := map[string]struct {
		variant simulated.Variant
		script  []simulator.Step
		more    string
		// last is in the last request, among others.
		last, warning string
		requests      int
	}{
		"letters":       {letters, nil, "", "", "", 1},
		"reply unseen":  {anywhere, answer(`{"success":false,"code":23}`), reply, `"params":{"replyTo":{"email":"ops@example.com"},"to":`, "", 2},
		"file unseen":   {anywhere, answer(`{"success":false,"code":16}`), file, `"params":{"attachments":[{"base64Content":"eA==","contentType":"text/csv","filename":"r"}],"to":`, "", 2},
		"both unseen":   {anywhere, append(answer(`{"success":false,"code":16}`), answer(`{"success":false,"code":23}`)...), reply + "\n  " + file, `"params":{"attachments":[{"base64Content":"eA==","contentType":"text/csv","filename":"r"}],"replyTo":`, "", 3},
		"fewer mails":   {anywhere, answer(`{"success":true,"code":200,"messageId":"300","nbMail":0}`), "", "", "Fewer mails than recipients", 1},
		"unread cost":   {anywhere, answer(`{"success":true,"code":200,"messageId":"300","nbMail":1,"cost":"viel"}`), "", "", "Incomplete answer about a mail", 1},
		"other moment":  {anywhere, answer(`{"success":true,"code":200,"messageId":"300","scheduledDeliveryDate":"2041-01-01 09:00:00"}`), "", "", "Scheduled for another moment", 1},
		"no moment":     {anywhere, answer(`{"success":true,"code":"200","messageId":"300","scheduledDeliveryDate":null}`), later, "", "Unconfirmed schedule of mail", 1},
		"dry run":       {anywhere, answer(`{"success":true,"code":"200","messageId":"300"}`), later + "\n  sandbox = true", "", "", 1},
		"without sense": {anywhere, answer(`{"success":true,"code":"200","messageId":"300","nbMail":[],"currency":""}`), "", "", "", 1},
	}
	g, accounts := acctest.NewGroup(t), map[string]*acctest.Account{}
	for name, test := range tests {
		a := acctest.NewAccount(t, simulator.Options{MailAPIKey: mailKey, MailVariant: test.variant})
		a.Mail.Script("send", test.script...)
		g.Set(t, name, provider(a, "max_retries = 0")+plain(test.more))
		accounts[name] = a
	}
	g.Must(t, "apply")
	g.Each(t, func(t *testing.T, name string) {
		test := tests[name]
		want := []string{}
		if test.warning != "" {
			want = []string{"Warning: " + test.warning, "with " + address}
		} else if said := g.Said(name); strings.Contains(said, "Warning") {
			t.Errorf("it says %s", said)
		}
		acctest.WantText(t, g.Said(name), want...)
		g.Holds(t, name, has("message_id", knownvalue.NotNull()), has("recipients", knownvalue.Int64Exact(1)))
		sent := strings.Split(bodies(t, accounts[name]), "\n")
		if len(sent) != test.requests || !strings.Contains(sent[len(sent)-1], test.last) {
			t.Errorf("%d requests, the last\n%s", len(sent), sent[len(sent)-1])
		}
	})
}

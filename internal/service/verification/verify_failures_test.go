package verification_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

const unableToVerify = "Error: Unable to verify list of phone numbers"

// lost is what a person reads of a verification without a clear answer.
func lost(what, look string) []string {
	return []string{
		"Error: Unable to tell whether the list of phone numbers was verified", "The verification got no clear answer, so it may have been carried out or not. " +
			"SMS Partner has no call that tells which. A result that arrives at notify_url proves that it was carried out and paid for.",
		what, look + " in the dashboard, and for results at notify_url, before you apply again: applying again verifies, and costs, again.",
	}
}

// A verification that fails on the way is made at most once, and nothing is kept of it.
func TestNumberVerification_Failures(t *testing.T) {
	t.Parallel()
	const look, tagged = "Look for a verification", `Look for the tag "t1"`
	nothing := func(what ...string) []string {
		return append([]string{unableToVerify, "with " + verificationAddress, "Nothing was verified. "}, what...)
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
		"429":                       {[]simulator.Step{{Status: 429}}, "", want{2, 1, nil}},
		"429 with Retry-After":      {[]simulator.Step{{Status: 429, Header: retryAfter("1")}}, "", want{2, 1, nil}},
		"429, all the time":         {[]simulator.Step{{Status: 429, Repeat: true}}, "", want{2, 0, nothing("refused the call because it came too soon after others (HTTP 429), 2 times in a row.")}},
		"429 with too long a pause": {[]simulator.Step{{Status: 429, Header: retryAfter("7200")}}, "", want{1, 0, nothing("The server asks to wait 2h0m0s.")}},
		"429, then dropped":         {[]simulator.Step{{Status: 429}, {Drop: simulator.DropBefore, Process: true}}, "", want{2, 1, lost("the connection broke before the answer was complete", look)}},
		"500, not made":             {[]simulator.Step{{Status: 500}}, "", want{1, 0, lost("answered HTTP 500 (Internal Server Error)", look)}},
		"503, made":                 {[]simulator.Step{{Status: 503, Header: retryAfter("1"), Process: true}}, "", want{1, 1, lost("answered HTTP 503 (Service Unavailable)", look)}},
		"dropped, not made":         {[]simulator.Step{{Drop: simulator.DropBefore}}, "", want{1, 0, lost("took the request, but the connection broke before the answer was complete.", look)}},
		"dropped, made":             {[]simulator.Step{{Body: `{"success":true,"camp`, Drop: simulator.DropDuring, Process: true}}, "", want{1, 1, lost("took the request, but the connection broke before the answer was complete.", look)}},
		"timeout":                   {[]simulator.Step{{Hang: true, Process: true}}, "", want{1, 1, lost("gave no complete answer within 10s.", look)}},
		"garbage":                   {[]simulator.Step{{Body: "<html><body>Sign in</body></html>", Process: true}}, "", want{1, 1, lost("gave no usable answer: the answer is HTML", look)}},
		"degraded":                  {[]simulator.Step{simulator.DegradedStep(true)}, "", want{1, 1, lost(`the answer reports success, but has no "campaign_id".`, look)}},
		"dropped, tagged":           {[]simulator.Step{{Drop: simulator.DropBefore, Process: true}}, `tag = "t1"`, want{1, 1, lost("the connection broke before the answer was complete", tagged)}},
		"no, with a campaign":       {[]simulator.Step{{Body: `{"success":false,"code":11,"campaign_id":"HLR7"}`}}, `tag = "t1"`, want{1, 0, lost("code 11", "The answer names the campaign HLR7. Look for it")}},
		"HTML with 404":             {[]simulator.Step{{Status: 404, Body: "<html>"}}, "", want{1, 0, nothing("answered HTTP 404 (Not Found)", "Check base_url")}},
		"refusal with a 500":        {[]simulator.Step{{Status: 500, Body: `{"success":false,"code":11,"message":"Crédit insuffisant"}`}}, "", want{1, 0, nothing("The account's credit does not pay for this.")}},
		"a late answer is one":      {[]simulator.Step{{Process: true, Delay: time.Second}}, "", want{1, 1, nil}},
	}
	for name, test := range tests {
		a := acctest.NewAccount(t, simulator.Options{})
		a.Script("hlr/notify", test.steps...)
		g.Set(t, name, a.Provider(`request_timeout = "10s"`, "max_retries = 1")+plain(test.more))
		accounts[name] = a
	}
	if g.Run(t, "apply") {
		t.Error("nothing failed")
	}
	g.Each(t, func(t *testing.T, name string) {
		wanted := tests[name].want
		if wanted.text == nil {
			acctest.WantText(t, g.Said(name))
			g.Holds(t, name, is("campaign_id", "HLR000000"))
		} else {
			acctest.WantError(t, g.Said(name), wanted.text...)
		}
		wantVerified(t, accounts[name], wanted.requests, wanted.made)
	})
	planned := map[string][]plancheck.PlanCheck{}
	for name, test := range tests {
		planned[name] = will(plancheck.ResourceActionNoop)
		if test.want.text != nil {
			planned[name] = will(plancheck.ResourceActionCreate)
		}
		accounts[name].Script("hlr/notify")
	}
	g.Must(t, "plan")
	g.Planned(t, planned)
	g.Each(t, func(t *testing.T, name string) {
		wantVerified(t, accounts[name], tests[name].want.requests, tests[name].want.made)
	})
}

// What the vendor refuses is told with its own words, at the argument to blame.
func TestNumberVerification_Refused(t *testing.T) {
	t.Parallel()
	const atNumbers, nothing = "phone_numbers = [", "Nothing was verified. "
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		code  int
		words string
		want  []string
	}{
		"no key":         {1, "La Clé API est requise", []string{nothing + "SMS Partner received no API key."}},
		"no number":      {2, "Le champ phoneNumber est requis", []string{atNumbers, nothing + "SMS Partner received no phone number."}},
		"commas":         {3, "Les numéros doivent-être séparés par une virgule", []string{atNumbers, nothing + "SMS Partner could not tell the phone numbers apart."}},
		"commas, again":  {19, "Les numéros doivent-être séparés par une virgule", []string{atNumbers, nothing + "SMS Partner could not tell the phone numbers apart."}},
		"wrong key":      {10, "Clé API incorrecte", []string{nothing + "SMS Partner does not accept the API key."}},
		"no credit":      {11, "Crédit insuffisant", []string{nothing + "The account's credit does not pay for this.", `code 11, "Crédit insuffisant"`, "Top the account up in the dashboard, then apply again."}},
		"no price":       {13, "Aucun prix", []string{atNumbers, nothing + "SMS Partner has no price for the destination of one of these numbers.", "Check the numbers and their countries"}},
		"STOP list":      {14, "Le numéro est dans la liste des STOP SMS", []string{atNumbers, nothing + "One of these numbers is on the account's STOP list.", "The data source smspartner_stop_numbers tells which it is."}},
		"too many":       {50, "500 maxi", []string{atNumbers, nothing + "SMS Partner does not take this many numbers at once.", "Split them over several verifications."}},
		"nothing left":   {55, "Aucun numéro à envoyer", []string{atNumbers, nothing + "SMS Partner found no number to verify among these."}},
		"other machines": {96, "L'IP n'est pas autorisée", []string{nothing + "The account accepts calls from listed IP addresses only"}},
		"another code":   {77, "Non", []string{nothing, `code 77, "Non"`}},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		a.Script("hlr/notify", acctest.Refusal(test.code, test.words))
		cases[name] = acctest.Case{Account: a, Config: a.Provider() + plain(), Requests: 1, Want: append([]string{unableToVerify}, test.want...)}
	}
	cases.Fail(t, "apply")
}

// A verification that was paid for is kept, whatever is odd beside its id.
func TestNumberVerification_Remarks(t *testing.T) {
	t.Parallel()
	g, accounts := acctest.NewGroup(t), map[string]*acctest.Account{}
	tests := map[string]struct {
		body  string
		want  []string
		state []statecheck.StateCheck
	}{
		"fewer numbers": {
			`{"success":true,"code":200,"campaign_id":"HLR7","number":0,"cost":0,"currency":"EUR"}`,
			[]string{"Warning: Unexpected count of verified numbers", "SMS Partner reports that campaign HLR7 verifies 0 of 1 phone numbers, and does not say which."},
			[]statecheck.StateCheck{is("campaign_id", "HLR7"), has("number", knownvalue.Int64Exact(0)), has("cost", acctest.Amount(t, "0"))},
		},
		"odd values": {
			`{"success":true,"campaign_id":7,"number":"un","cost":"free"}`,
			[]string{"Warning: Incomplete answer about a verification", `"number" holds "un", which is not a whole number; "cost" holds "free", which is not a number`},
			[]statecheck.StateCheck{is("campaign_id", "7"), has("number", knownvalue.Null()), has("cost", knownvalue.Null()), has("currency", knownvalue.Null())},
		},
		"the id alone": {
			`{"success":true,"campaign_id":"9f-A"}`, nil,
			[]statecheck.StateCheck{is("campaign_id", "9f-A"), has("number", knownvalue.Null()), has("cost", knownvalue.Null()), has("currency", knownvalue.Null())},
		},
	}
	for name, test := range tests {
		a := acctest.NewAccount(t, simulator.Options{})
		a.Script("hlr/notify", simulator.Step{Body: test.body})
		g.Set(t, name, a.Provider()+plain())
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
			t.Errorf("%s: a second plan verifies again", name)
		}
		wantVerified(t, a, 1, 0)
	}
}

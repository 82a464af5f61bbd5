package sending_test

import (
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// What a person reads of a send that got no clear answer.
var (
	unconfirmed = []string{"Warning: Unconfirmed send of SMS", "The send got no clear answer, but it went out: SMS Partner knows a message with its tag \"tf"}
	unknown     = []string{"Error: Unable to tell whether the SMS was sent", "with " + smsAddress, "The send got no clear answer, so it may have gone out or not.", "knows no message with its tag \"tf"}
)

const (
	sendsAgain   = "before you apply again: applying again sends again."
	isNotAgain   = "You need do nothing: it is not sent again."
	unableToSend = "Error: Unable to send SMS"
	nothingSent  = "Nothing was sent. "
)

func lost(what string) []string {
	return append(append([]string{}, unknown...), what, "the tag \"tf", sendsAgain)
}

func found(what string) []string {
	return append(append([]string{}, unconfirmed...), what, "The message id is not known.", isNotAgain)
}

// named is [found] with an id in the answer.
func named(what string) []string {
	return append(append([]string{}, unconfirmed...), what, "The answer names the message id 4711 but reports no success", isNotAgain)
}

func redirect(status int) simulator.Step {
	return simulator.Step{Status: status, Header: http.Header{"Location": {"https://example.com/"}}}
}

func processed(s simulator.Step) simulator.Step {
	s.Process = true
	return s
}

// A send that fails on the way is made at most once, and the state and the next
// plan agree with what became of it.
func TestOnce_Failures(t *testing.T) {
	t.Parallel()
	const page = "<!DOCTYPE html>\n<html><body>Sign in</body></html>"
	retryAfter := http.Header{"Retry-After": {"1"}}
	g, wanted, accounts := acctest.NewGroup(t), map[string]want{}, map[string]*acctest.Account{}
	for name, test := range map[string]struct {
		steps []simulator.Step
		want  want
	}{
		"no failure": {nil, want{1, 1, "accepted", nil}},

		"429":                       {[]simulator.Step{{Status: 429}}, want{2, 1, "accepted", nil}},
		"429 with Retry-After":      {[]simulator.Step{{Status: 429, Header: retryAfter}}, want{2, 1, "accepted", nil}},
		"429, all the time":         {[]simulator.Step{{Status: 429, Repeat: true}}, want{2, 0, "", []string{unableToSend, nothingSent, "refused the call because it came too soon after others (HTTP 429), 2 times in a row."}}},
		"429, then dropped":         {[]simulator.Step{{Status: 429}, {Drop: simulator.DropBefore, Process: true}}, want{2, 1, "unconfirmed", found("the connection broke before the answer was complete")}},
		"429 with too long a pause": {[]simulator.Step{{Status: 429, Header: http.Header{"Retry-After": {"7200"}}}}, want{1, 0, "", []string{unableToSend, nothingSent, "The server asks to wait 2h0m0s."}}},

		"500 before": {[]simulator.Step{{Status: 500}}, want{1, 0, "", lost("answered HTTP 500 (Internal Server Error)")}},
		"500 after":  {[]simulator.Step{{Status: 500, Process: true}}, want{1, 1, "unconfirmed", found("answered HTTP 500 (Internal Server Error)")}},
		"503 before": {[]simulator.Step{{Status: 503, Header: retryAfter}}, want{1, 0, "", lost("answered HTTP 503 (Service Unavailable)")}},
		"503 after":  {[]simulator.Step{{Status: 503, Header: retryAfter, Process: true}}, want{1, 1, "unconfirmed", found("answered HTTP 503 (Service Unavailable)")}},

		"dropped before the answer, not sent": {[]simulator.Step{{Drop: simulator.DropBefore}}, want{1, 0, "", lost("took the request, but the connection broke before the answer was complete.")}},
		"dropped before the answer, sent":     {[]simulator.Step{{Drop: simulator.DropBefore, Process: true}}, want{1, 1, "unconfirmed", found("took the request, but the connection broke before the answer was complete.")}},
		"dropped in the answer, not sent":     {[]simulator.Step{{Body: `{"success":true,"mess`, Drop: simulator.DropDuring}}, want{1, 0, "", lost("took the request, but the connection broke before the answer was complete.")}},
		"compressed in word only, sent":       {[]simulator.Step{{Header: http.Header{"Content-Encoding": {"gzip"}}, Body: `{"success":true,"message_id":1}`, Process: true}}, want{1, 1, "unconfirmed", found("the answer says that it is compressed, but can't be decompressed")}},
		"dropped in the answer, sent":         {[]simulator.Step{{Body: `{"success":true,"mess`, Drop: simulator.DropDuring, Process: true}}, want{1, 1, "unconfirmed", found("took the request, but the connection broke before the answer was complete.")}},

		"timeout, not sent": {[]simulator.Step{{Hang: true}}, want{1, 0, "", lost("gave no complete answer within 10s.")}},
		"timeout, sent":     {[]simulator.Step{{Hang: true, Process: true}}, want{1, 1, "unconfirmed", found("gave no complete answer within 10s.")}},

		"HTML, not sent":       {[]simulator.Step{{Body: page}}, want{1, 0, "", lost("gave no usable answer: the answer is HTML")}},
		"HTML, sent":           {[]simulator.Step{{Body: page, Process: true}}, want{1, 1, "unconfirmed", found("gave no usable answer: the answer is HTML")}},
		"HTML with 404":        {[]simulator.Step{{Status: 404, Body: page}}, want{1, 0, "", []string{unableToSend, nothingSent, "answered HTTP 404 (Not Found)", "Check base_url"}}},
		"redirect elsewhere":   {[]simulator.Step{redirect(308)}, want{1, 0, "", []string{unableToSend, nothingSent, "redirected to https://example.com/"}}},
		"redirect, not sent":   {[]simulator.Step{redirect(302)}, want{1, 0, "", lost("redirected to https://example.com/")}},
		"redirect, sent":       {[]simulator.Step{processed(redirect(303))}, want{1, 1, "unconfirmed", found("redirected to https://example.com/")}},
		"success with 404":     {[]simulator.Step{{Status: 404, Body: `{"success":true,"code":200,"message_id":4711}`, Process: true}}, want{1, 1, "unconfirmed", named("answered HTTP 404 (Not Found): the body reports success all the same")}},
		"success with 429":     {[]simulator.Step{{Status: 429, Body: `{"success":true,"code":200,"message_id":4711}`, Process: true, Repeat: true}}, want{1, 1, "unconfirmed", named("answered HTTP 429 (Too Many Requests): the body reports success all the same")}},
		"429 with an id":       {[]simulator.Step{{Status: 429, Body: `{"success":false,"code":9,"message_id":4711}`, Repeat: true}}, want{1, 0, "", lost("The answer names the message id 4711. Look for it, or for")}},
		"no, with an id":       {[]simulator.Step{{Body: `{"success":false,"code":200,"message_id":4711}`, Process: true}}, want{1, 1, "unconfirmed", named("code 200, without words")}},
		"an id that is none":   {[]simulator.Step{{Body: `{"success":true,"code":200,"message_id":0}`}}, want{1, 0, "", lost(`its message_id is "0", which is not a positive whole number`)}},
		"without success":      {[]simulator.Step{{Body: `{"message":"Request queued"}`, Process: true}}, want{1, 1, "unconfirmed", found("Request queued")}},
		"degraded, not sent":   {[]simulator.Step{simulator.DegradedStep(false)}, want{1, 0, "", lost(`the answer reports success, but has no "message_id".`)}},
		"degraded, sent":       {[]simulator.Step{simulator.DegradedStep(true)}, want{1, 1, "unconfirmed", found(`the answer reports success, but has no "message_id".`)}},
		"not queued, it says":  {[]simulator.Step{refusal(500, "Problème lors de l'ajout du sms dans la file d'attente")}, want{1, 0, "", lost("SMS Partner could not add the SMS to its queue.")}},
		"queued all the same":  {[]simulator.Step{{Process: true, Body: `{"success":false,"code":500,"message":"Non"}`}}, want{1, 1, "unconfirmed", found("SMS Partner could not add the SMS to its queue.")}},
		"refusal with a 500":   {[]simulator.Step{{Status: 500, Body: `{"success":false,"code":11,"message":"Manque de crédits"}`}}, want{1, 0, "", []string{unableToSend, "Nothing was sent. The account's credit does not pay for this."}}},
		"a late answer is one": {[]simulator.Step{{Process: true, Delay: time.Second}}, want{1, 1, "accepted", nil}},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		a.Script("send", test.steps...)
		g.Set(t, name, a.Provider(`request_timeout = "10s"`, "max_retries = 1")+plain())
		accounts[name], wanted[name] = a, test.want
	}
	if g.Run(t, "apply") {
		t.Error("nothing failed")
	}
	checkMembers(t, g, accounts, wanted)
}

// What never reached the vendor is no send.
func TestOnce_NoConnection(t *testing.T) {
	t.Parallel()
	g, wanted, accounts := acctest.NewGroup(t), map[string]want{}, map[string]*acctest.Account{}
	for name, test := range map[string]struct {
		url  func(*testing.T, *simulator.Simulator) string
		text string
	}{
		"refused": {
			func(*testing.T, *simulator.Simulator) string { return "http://127.0.0.1:1/v1" }, // nothing listens on port 1
			"No connection to 127.0.0.1:1: 127.0.0.1:1 refused the connection, 2 times in a row.",
		},
		"untrusted": {
			func(t *testing.T, s *simulator.Simulator) string {
				t.Helper()
				server := httptest.NewUnstartedServer(s)
				server.Config.ErrorLog = log.New(io.Discard, "", 0)
				server.StartTLS()
				t.Cleanup(server.Close)
				return server.URL + simulator.BasePath
			},
			"can't be verified:",
		},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		a.BaseURL = test.url(t, a.Simulator)
		g.Set(t, name, a.Provider("max_retries = 1")+plain())
		accounts[name], wanted[name] = a, want{text: []string{unableToSend, "with " + smsAddress, nothingSent, test.text}}
	}
	g.Run(t, "apply")
	checkMembers(t, g, accounts, wanted)
	for _, a := range accounts {
		a.WantRequests(t, 0)
	}
}

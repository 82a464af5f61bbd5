package voice_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

const cancelCall = "/campaign/cancel/{apiKey}/{campaignId}"

// cancelling is an answer of the cancel call and what becomes of the resource.
type cancelling struct {
	// ago is how long before the destroy the calls were due; 0 if they are still to come.
	ago    time.Duration
	answer simulator.Step
	// kept says that the resource stays, so that another destroy can try again.
	kept bool
	want []string
	// unasked says that nobody is asked.
	unasked bool
}

// run destroys a scheduled campaign for each answer.
func run(t *testing.T, tests map[string]cancelling) {
	t.Helper()
	g, accounts, ids := acctest.NewGroup(t), map[string]*acctest.Account{}, map[string]string{}
	kinds := []kind{voiceMessage, voiceSMS}
	of := map[string]kind{}
	for name, test := range tests {
		k := kinds[len(ids)%2]
		a, id := account(t), fmt.Sprintf("C%02d", len(ids)+1) // engines do not say of which resource a destroy warns
		a.Voice.Script(k.call, simulator.Step{Body: fmt.Sprintf(`{"success":true,"campaignId":%q}`, id)})
		test.answer.Body = strings.ReplaceAll(test.answer.Body, "%s", id)
		a.Voice.Script(cancelCall, test.answer)
		accounts[name], ids[name], of[name] = a, id, k
		g.Set(t, name, provider(a, "max_retries = 0")+k.plain(later))
	}
	g.Must(t, "apply")
	failing := false
	for name, test := range tests {
		failing = failing || test.kept
		if test.ago > 0 {
			g.Edit(t, name, of[name].address(), "scheduled_date", time.Now().Add(-test.ago).UTC().Format(time.RFC3339))
		}
	}
	if g.Run(t, "destroy") == failing {
		t.Errorf("the destroy failed: %t", !failing)
	}
	states := g.State(t)
	g.Each(t, func(t *testing.T, name string) {
		test := tests[name]
		said := g.SaidAbout("campaign " + ids[name])
		if test.want == nil && said != "" {
			t.Errorf("it says %s", said)
		}
		acctest.WantText(t, said, test.want...)
		if kept := len(states[name].Values.RootModule.Resources) > 0; kept != test.kept {
			t.Errorf("the resource is kept: %t", kept)
		}
		cancels := 1
		if test.unasked {
			cancels = 0
		}
		of[name].wantSent(t, accounts[name], 1, 0, cancels)
	})
}

const (
	failed = "Error: Unable to cancel campaign"
	warned = "Warning: Unable to cancel campaign"
	// still and forgotten are what a person reads of calls to come.
	still     = "The calls are still scheduled for 2040-06-01T07:31:00Z. "
	forgotten = "The resource is forgotten. If the campaign was not cancelled before and belongs to another account than the API key, the calls will still be made, on 2040-06-01T07:31:00Z"
)

// Before the calls are due, the resource goes only if they are cancelled, or if the vendor
// knows nothing of them.
func TestDestroy_BeforeDue(t *testing.T) {
	t.Parallel()
	body := func(status int, text string) simulator.Step { return simulator.Step{Status: status, Body: text} }
	gone := []string{warned, forgotten}
	run(t, map[string]cancelling{
		"cancelled":                      {answer: body(0, `{"success":true,"campaignId":"%s","assignedCredit":"1.8","currency":"EUR"}`)},
		"cancelled, without success":     {answer: body(0, `{"assignedCredit":1.8}`)},
		"cancelled, without credit":      {answer: body(0, `{"success":true,"campaignId":"%s"}`), want: []string{"Warning: No credit for cancelled campaign", "names no credit that it gives back. The resource is forgotten.", "it was due on 2040-06-01T07:31:00Z."}},
		"cancelled, for nothing":         {answer: body(0, `{"success":true,"campaignId":"%s","assignedCredit":"0"}`), want: []string{"Warning: No credit for cancelled campaign"}},
		"400 with HTTP 404":              {answer: body(404, `{"success":false,"code":400}`), kept: true, want: []string{failed, still + "Voice Partner refuses to cancel the campaign"}},
		"400 in the body":                {answer: body(0, `{"success":false,"code":400}`), kept: true, want: []string{failed, still + "Voice Partner refuses to cancel the campaign", "code 400", "The dashboard shows the campaign."}},
		"400 in both":                    {answer: body(400, `{"success":false,"code":400,"message":"Bad request"}`), kept: true, want: []string{failed, still + "Voice Partner refuses to cancel the campaign", `code 400, "Bad request"`}},
		"400 as the status":              {answer: body(400, `{"success":false,"message":"Bad request"}`), kept: true, want: []string{failed, still, `"Bad request"`}},
		"400 in HTML":                    {answer: body(400, "<html>Bad request</html>"), kept: true, want: []string{failed, still, "answered HTTP 400 (Bad Request)"}},
		"10 in the body":                 {answer: body(0, `{"success":false,"code":"10"}`), kept: true, want: []string{failed, still + "Voice Partner does not authorise this cancelling.", "code 10", "it belongs to the account that sent the campaign"}},
		"10 with 403":                    {answer: body(403, `{"success":false,"code":10}`), kept: true, want: []string{failed, still + "Voice Partner does not authorise this cancelling.", "code 10"}},
		"404 in the body":                {answer: body(0, `{"success":false,"code":404}`), want: gone},
		"404 in both":                    {answer: body(404, `{"success":false,"code":404,"message":"Not found"}`), want: gone},
		"404 in both, without success":   {answer: body(404, `{"code":404,"message":"Not found"}`), want: gone},
		"404 as the status":              {answer: body(404, `{"success":false,"message":"Introuvable"}`), want: gone},
		"404 in HTML":                    {answer: body(404, "<html>Not Found</html>"), kept: true, want: []string{failed, still, "answered HTTP 404 (Not Found)", "Check voice_base_url"}},
		"404 of another program":         {answer: body(404, `{"message":"No route found"}`), kept: true, want: []string{failed, still, "No route found"}},
		"a word":                         {answer: body(0, `{"success":false,"error":"CAMPAIGN_SENT"}`), kept: true, want: []string{failed, still, "code CAMPAIGN_SENT"}},
		"another campaign":               {answer: body(0, `{"success":true,"campaignId":"other","assignedCredit":"1.8"}`), kept: true, want: []string{failed, still, `it is about campaign "other"`}},
		"degraded":                       {answer: body(0, `{"success":true,"code":200,"message":"Request queued for processing"}`), kept: true, want: []string{failed, still, "names neither the campaign nor the credit given back"}},
		"dropped":                        {answer: simulator.Step{Drop: simulator.DropBefore}, kept: true, want: []string{failed, still, "the connection broke"}},
		"500":                            {answer: body(500, ""), kept: true, want: []string{failed, still, "answered HTTP 500"}},
		"an answer without any sense":    {answer: body(0, `[]`), kept: true, want: []string{failed, still, "gave no usable answer"}},
		"success that contradicts a 404": {answer: body(0, `{"success":true,"code":404}`), kept: true, want: []string{failed, still, "but has code 404"}},
	})
}

// Afterwards the resource goes in any case, with a word on what is not sure.
func TestDestroy_WasDue(t *testing.T) {
	t.Parallel()
	const day, made = 24 * time.Hour, "by this machine's clock, so the calls were most likely made. The resource is forgotten."
	refused := simulator.Step{Status: http.StatusBadRequest, Body: `{"success":false,"code":400}`}
	run(t, map[string]cancelling{
		"cancelled all the same": {ago: time.Minute, answer: simulator.Step{Body: `{"success":true,"assignedCredit":"0.09"}`}},
		"unknown":                {ago: time.Minute, answer: simulator.Step{Body: `{"success":false,"code":404}`}},
		"refused":                {ago: time.Hour, answer: refused, want: []string{warned, "Voice Partner refuses to cancel the campaign", made}},
		"dropped":                {ago: time.Hour, answer: simulator.Step{Drop: simulator.DropBefore}, want: []string{warned, "the connection broke", made}},
		"HTML":                   {ago: time.Hour, answer: simulator.Step{Status: 404, Body: "<html>"}, want: []string{warned, "answered HTTP 404", made}},
		"nearly a week ago":      {ago: 7*day - time.Hour, answer: refused, want: []string{warned, made}},
		"over a week ago":        {ago: 7*day + time.Hour, answer: refused, unasked: true},
	})
}

// The call has the key and the id in its path, and no body.
func TestDestroy_Request(t *testing.T) {
	t.Parallel()
	a := account(t)
	w := acctest.Attached(t, provider(a)+voiceSMS.plain(later))
	acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color")
	acctest.Succeed(t, w, "destroy", "-auto-approve", "-no-color")
	if got := a.Voice.Campaigns(); len(got) != 1 || !got[0].Cancelled {
		t.Errorf("campaigns are %v", got)
	}
	if got, want := a.Voice.Requests(cancelCall), "/v1/campaign/cancel/"+voiceKey+"/Zz9yX8wV7u"; len(got) != 1 || got[0].Method != http.MethodDelete || got[0].Path != want || len(got[0].Body) != 0 {
		t.Errorf("requests are %v, want one of %s", got, want)
	}
}

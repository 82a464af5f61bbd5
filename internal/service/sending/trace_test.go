package sending

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// No call finds an RCS: when its answer is lost, nothing more is asked, and the error says
// what to look for. The clock in a bubble begins at midnight, 2000-01-01 UTC.
func TestSendOnce_Untraced(t *testing.T) {
	t.Parallel()
	const (
		unknown = "Error||Unable to tell whether the RCS was sent|The send got no clear answer, so it may have gone out or not. " +
			"The provider can't find out which: an RCS has no tag, and SMS Partner documents no call that finds one."
		look   = "Look in the dashboard for an RCS to +33600000001, sent on 2000-01-01T01:00:00+01:00, before you apply again: applying again sends again."
		named  = "Look in the dashboard for an RCS with the message id 4711, which the answer names, to +33600000001, sent on "
		refuse = "Error||Unable to send RCS|Nothing was sent. "
	)
	for name, test := range map[string]struct {
		steps []simulator.Step
		posts int
		want  []string
	}{
		"dropped, sent":        {[]simulator.Step{{Drop: simulator.DropBefore, Process: true}}, 1, []string{unknown, "the connection broke", look}},
		"dropped, not sent":    {[]simulator.Step{{Drop: simulator.DropBefore}}, 1, []string{unknown, look}},
		"dropped half-way":     {[]simulator.Step{{Body: `{"success":true,"mess`, Drop: simulator.DropDuring, Process: true}}, 1, []string{unknown, look}},
		"timeout":              {[]simulator.Step{{Hang: true, Process: true}}, 1, []string{unknown, "gave no complete answer within", look}},
		"500":                  {[]simulator.Step{{Status: 500}}, 1, []string{unknown, "HTTP 500", look}},
		"503 with Retry-After": {[]simulator.Step{{Status: 503, Header: http.Header{"Retry-After": {"1"}}}}, 1, []string{unknown, "HTTP 503", look}},
		"HTML":                 {[]simulator.Step{{Body: "<html></html>", Process: true}}, 1, []string{unknown, "the answer is HTML", look}},
		"degraded":             {[]simulator.Step{simulator.DegradedStep(true)}, 1, []string{unknown, `has no "message_id"`, look}},
		"no id":                {[]simulator.Step{{Body: `{"success":true,"code":200,"message_id":0}`}}, 1, []string{unknown, "not a positive whole number", look}},
		"code 500":             {[]simulator.Step{{Body: `{"success":false,"code":500,"message":"Non"}`}}, 1, []string{unknown, "the code that means, for an SMS,", look}},
		"no, with an id":       {[]simulator.Step{{Body: `{"success":false,"code":200,"message_id":4711}`, Process: true}}, 1, []string{unknown, named}},
		"429, then dropped":    {[]simulator.Step{{Status: 429}, {Drop: simulator.DropBefore}}, 2, []string{unknown, look[:40]}},
		"429":                  {[]simulator.Step{{Status: 429, Repeat: true}}, 2, []string{refuse, "too soon"}},
		"too long a pause":     {[]simulator.Step{{Status: 429, Header: http.Header{"Retry-After": {"7200"}}}}, 1, []string{refuse, "asks to wait 2h0m0s"}},
		"404":                  {[]simulator.Step{{Status: 404, Body: "<html></html>"}}, 1, []string{refuse, "HTTP 404"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
				w.Script("rcs/send", test.steps...)
				sent, diags := kinds[sms.RCS].sendOnce(t.Context(), sms.New(w.Config(1)), example(kinds[sms.RCS]), func(tag string) {
					if tag != "" {
						t.Errorf("it has the tag %q", tag)
					}
				})
				if sent != nil {
					t.Errorf("got %v", sent)
				}
				wantTold(t, diags, test.want...)
				if n, all := len(w.Requests("rcs/send")), len(w.Requests()); n != test.posts || all != n {
					t.Errorf("%d requests to send of %d, want %d and no other", n, all, test.posts)
				}
			})
		})
	}
}

// A scheduled RCS is looked for by the moment when it is due, too.
func TestUntraced_Scheduled(t *testing.T) {
	t.Parallel()
	due := time.Date(2040, time.June, 1, 7, 30, 0, 0, time.UTC)
	r := &sms.SendRequest{Numbers: []string{"+33600000001", "+33600000002"}, Scheduled: due}
	bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
		w.Script("rcs/send", simulator.Step{Status: 502})
		r.Kind, r.Rich = sms.RCS, &sms.Rich{Text: "Hello"}
		_, diags := send(t, w, r)
		wantTold(t, diags, "for an RCS to +33600000001, +33600000002, sent on 2000-01-01T01:00:00+01:00 and scheduled for 2040-06-01T09:30:00+02:00, before")
	})
}

// What a refusal names is blamed, whatever its code: none is documented.
func TestSendOnce_RCSProblems(t *testing.T) {
	t.Parallel()
	for element, want := range map[string]string{
		"phoneNumbers": "phone_numbers", "scheduledDeliveryDate": "scheduled_delivery_date", "time": "scheduled_delivery_date",
		"minute": "scheduled_delivery_date", "failover": "failover", "richContent": "", "isUnicode": "",
	} {
		bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
			w.Script("rcs/send", simulator.Step{Body: `{"success":false,"code":777,"error":[{"elementId":"children[` + element + `].data","message":"Non"}]}`})
			_, diags := send(t, w, example(kinds[sms.RCS]))
			wantTold(t, diags, "Error|"+want+"|Unable to send RCS|Nothing was sent. ", "code 777", element+": Non")
		})
	}
}

// An answer that names another moment can't be followed by a call that cancels.
func TestRemarks_MovedRCS(t *testing.T) {
	t.Parallel()
	later := time.Now().Add(time.Hour)
	diags := kinds[sms.RCS].remarks(sms.SendRequest{Kind: sms.RCS}, &sms.Sent{MessageID: "1", Scheduled: &later})
	wantTold(t, diags, "Warning|scheduled_delivery_date|Scheduled for another moment|SMS Partner accepted the RCS (message 1), but sends it on ", "documents no call that cancels an RCS")
	if strings.Contains(diags[0].Detail(), "smspartner_cancel_message") {
		t.Errorf("it names the action that cancels: %s", diags[0].Detail())
	}
}

package sending_test

import (
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// What the vendor answers to a cancellation.
func TestCancelMessage_Verdicts(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	const (
		address = "action.smspartner_cancel_message.test"
		unable  = "Unable to cancel message 1112: "
		answer  = "The answer (HTTP 200): code "
	)
	for name, test := range map[string]struct {
		script []simulator.Step
		ok     bool
		want   []string
	}{
		"cancelled":         {nil, true, []string{"Message 1112 is cancelled: L'envoi du SMS a été annulé."}},
		"missing":           {[]simulator.Step{refusal(3, "Id requis")}, false, []string{unable, "received no message id", answer + "3,"}},
		"not found":         {[]simulator.Step{refusal(4, "Introuvable")}, false, []string{unable, "knows no message with this id", answer + "4,", "Check that message_id"}},
		"already cancelled": {[]simulator.Step{refusal(5, "Déjà annulé")}, true, []string{"Warning", unable, "The message is cancelled already.", answer + "5,"}},
		"too late":          {[]simulator.Step{refusal(6, "Trop tard")}, false, []string{unable, "due in less than 5 minutes", answer + "6,", "It will be sent."}},
		"already sent":      {[]simulator.Step{refusal(7, "Déjà envoyé")}, false, []string{unable, "was sent already", answer + "7,", "Nothing can call it back."}},
		"unknown":           {[]simulator.Step{refusal(777, "Non")}, false, []string{unable, answer + "777,"}},
		"lost":              {[]simulator.Step{{Status: 502}}, false, []string{unable, "HTTP 502"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{})
			w := workspace(t, a, plain("scheduled_delivery_date = "+inJune)+action("cancel_message", hcl{"message_id": "smspartner_sms.test.message_id"}), "max_retries = 0")
			apply(t, w)
			a.Script("message-cancel", test.script...)
			acctest.WantText(t, invoke(t, w, address, test.ok), test.want...)
			if n := len(a.Requests("message-cancel")); n != 1 {
				t.Errorf("%d requests to cancel, want 1", n)
			}
			if cancelled := a.Sent()[0].Cancelled; cancelled != (test.script == nil) {
				t.Errorf("cancelled is %t", cancelled)
			}
		})
	}
}

func TestCancelMessage_RefusedInPlan(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	a := acctest.NewAccount(t, simulator.Options{})
	w := workspace(t, a, action("cancel_message", hcl{"message_id": `"11 12"`}))
	acctest.Refuse(t, w, []string{"validate", "-no-color"}, "Invalid value for message_id", "contains a blank")
	a.WantRequests(t, 0)
}

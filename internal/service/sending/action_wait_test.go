package sending_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// stillWaiting is how the vendor answers before a message has arrived.
var stillWaiting = simulator.Step{Body: `{"success":true,"code":200,"StatutResponse_List":[{"success":true,"code":200,"phoneNumber":"+33600000001","messageId":"1112","status":"Waiting"}]}`}

// delivered is how the vendor lists these numbers as delivered.
func delivered(numbers ...string) simulator.Step {
	items := make([]string, len(numbers))
	for i, number := range numbers {
		items[i] = `{"phoneNumber":"` + number + `","status":"Delivered"}`
	}
	return simulator.Step{Body: `{"success":true,"code":200,"StatutResponse_List":[` + strings.Join(items, ",") + `]}`, Repeat: true}
}

// A wait shows a line when a status changes, not with each read.
func TestActionWait_Progress(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	a := acctest.NewAccount(t, simulator.Options{})
	notFound := refusal(4, "Message introuvable")
	a.Script("bulk-status", notFound, stillWaiting, stillWaiting)
	printed := invoked(t, a, hcl{"phone_numbers": `["0600000001"]`, "wait": `{ until = "delivered", interval = "1s" }`}, true)
	acctest.WantText(t, printed, "Message 1112 with the tag", "Message 1112: 1 not listed yet.", "Message 1112: 1 Waiting.", "Message 1112: 1 Delivered.", "Action complete")
	if n := strings.Count(printed, "1 Waiting"); n != 1 {
		t.Errorf("%d lines for one status:\n%s", n, printed)
	}
	wantSent(t, a, 1)
	if n := len(a.Requests("bulk-status")); n != 4 {
		t.Errorf("%d reads, want 4", n)
	}
}

// A wait that ends otherwise says that the message is sent, and which one it is:
// to invoke the action again would send it again.
func TestActionWait_Fails(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	const (
		sent    = "Message 1112 is sent: invoking the action again sends it again. Its status can be read with the data source smspartner_bulk_status."
		summary = "Unable to confirm delivery of message 1112"
	)
	for name, test := range map[string]struct {
		numbers, wait string
		script        []simulator.Step
		want          []string
	}{
		"not delivered": {
			`["0600000001", "0600000090"]`, `{ until = "delivered" }`, nil,
			[]string{"Message 1112: 1 Delivered, 1 Not delivered.", summary, `1 of 2 ended without being delivered: +33600000090 ("Not delivered").`, sent},
		},
		"timeout": {
			`["0600000001", "0600000091"]`, `{ timeout = "1s" }`, nil,
			[]string{"Message 1112: 1 Delivered, 1 Waiting.", summary, `1 of 2 had no final status: +33600000091 ("Waiting")`, "To wait longer, raise timeout.", sent},
		},
		"a recipient that is not listed": {
			`["0600000001", "0600000093"]`, `{ timeout = "1s" }`, nil,
			[]string{"Message 1112: 1 Delivered, 1 not listed yet.", summary, `1 of 2 had no final status: +33600000093 (not listed yet)`, sent},
		},
		// Each number must be found: to count what is listed proves nothing.
		"one recipient twice": {
			`["0600000001", "0600000002"]`, `{ until = "delivered", timeout = "1s" }`,
			[]simulator.Step{delivered("+33600000001", "+33600000001")},
			[]string{summary, `1 of 3 had no final status: +33600000002 (not listed yet)`, sent},
		},
		"a recipient and a stranger": {
			`["0600000001", "0600000002"]`, `{ until = "delivered", timeout = "1s" }`,
			[]simulator.Step{delivered("+33600000001", "+33600000003")},
			[]string{summary, `1 of 3 had no final status: +33600000002 (not listed yet)`, sent},
		},
		"strangers": {
			`["0600000001"]`, `{ timeout = "1s" }`,
			[]simulator.Step{delivered("+33600000003")},
			[]string{summary, `1 of 2 had no final status: +33600000001 (not listed yet)`, sent},
		},
		"another message": {
			`["0600000001"]`, `{ timeout = "1s" }`,
			[]simulator.Step{{Body: `{"success":true,"message_id":"1113","StatutResponse_List":[{"phoneNumber":"+33600000001","status":"Delivered"}]}`, Repeat: true}},
			[]string{summary, "no status could be read", `it is not about message 1112, but about message "1113"`, sent},
		},
		"wrong key": {
			`["0600000001"]`, `{}`,
			[]simulator.Step{refusal(10, "Clé API incorrecte")},
			[]string{summary, "SMS Partner does not accept the API key.", sent},
		},
		"unavailable": {
			`["0600000001"]`, `{ timeout = "1s", on_timeout = "continue" }`,
			[]simulator.Step{{Status: http.StatusServiceUnavailable, Repeat: true}},
			[]string{summary, "no status could be read", "HTTP 503", sent},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{})
			a.Script("bulk-status", test.script...)
			printed := invoked(t, a, hcl{"phone_numbers": test.numbers, "wait": test.wait}, false)
			acctest.WantError(t, printed, append([]string{"Message 1112 with the tag"}, test.want...)...)
			if strings.Contains(printed, "Run again") {
				t.Errorf("advises to send again:\n%s", printed)
			}
			wantSent(t, a, 1)
		})
	}
}

func TestActionWait_Continues(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	a := acctest.NewAccount(t, simulator.Options{})
	printed := invoked(t, a, hcl{"phone_numbers": `["0600000091"]`, "wait": `{ timeout = "1s", on_timeout = "continue" }`}, true)
	acctest.WantText(t, printed, "Warning", "Unable to confirm delivery of message 1112", `("Waiting")`, `since on_timeout is "continue"`)
	wantSent(t, a, 1)
}

// Without its id a message can't be waited for, which must not pass for a
// delivery.
func TestActionWait_Unconfirmed(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	for name, wait := range map[string]string{"waits": `{}`, "does not wait": ""} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{})
			a.Script("send", simulator.Step{Process: true, Status: http.StatusBadGateway})
			printed := invoked(t, a, hcl{"wait": wait}, wait == "")
			acctest.WantText(t, printed, "Unconfirmed send of SMS", a.Sent()[0].Tag)
			if wait != "" {
				acctest.WantText(t, printed, "Unable to confirm delivery of SMS", "the wait can't check the delivery", a.Sent()[0].Tag)
			}
			wantSends(t, a, 1, 1)
		})
	}
}

// A wait that can't see the end refuses before anything is sent. A plan only
// warns: it can be applied when the moment is near.
func TestActionWait_EndsBeforeDue(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	a := acctest.NewAccount(t, simulator.Options{})
	w := sends("sms")
	place := workspace(t, a, w.action(w.required().with(hcl{"scheduled_delivery_date": inJune, "wait": "{}"}))+trigger(w.actionAddress()))
	want := []string{"Invalid value for wait.timeout", "The wait ends after 5m0s, before the SMS is due on " + strings.Trim(inJune, `"`)}
	acctest.WantText(t, acctest.Succeed(t, place, "plan", "-no-color"), append([]string{"Warning: "}, want...)...)
	acctest.WantText(t, invoke(t, place, w.actionAddress(), false), append([]string{"Error: "}, want...)...)
	wantSends(t, a, 0, 0)
}

// What was refused inside a batch is not delivered: a wait for a delivery fails at once,
// and one for any status has nothing to wait for where all were refused.
func TestActionWait_RefusedInBatch(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	const accepted, refused = `{"success":true,"code":200,"phoneNumber":"+33600000001"}`, `{"success":false,"code":14,"phoneNumber":"+33600000002"}`
	for name, test := range map[string]struct {
		items, wait string
		ok          bool
		want        []string
	}{
		"one, until delivered": {accepted + "," + refused, `{ until = "delivered" }`, false, []string{
			"Message 1112: 1 Delivered, 1 refused.", `1 of 2 ended without being delivered: +33600000002 (refused).`, "Message 1112 is sent",
		}},
		"one, until final": {accepted + "," + refused, `{}`, true, []string{"refused 1 of its 2 numbers", "Action complete"}},
		"all": {strings.Replace(accepted, "true", "false", 1) + "," + refused, `{}`, false, []string{
			"refused 2 of its 2 numbers", "SMS Partner refused each of its numbers, so there is no delivery to wait for.",
		}},
		"unclear": {accepted + "," + strings.Replace(refused, "false", "true", 1), `{ until = "delivered", timeout = "1s" }`, false, []string{
			"its answer is unclear about 1 of its 2 numbers, +33600000002", "1 of 2 had no final status: +33600000002 (not listed yet)",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{})
			items := strings.ReplaceAll(test.items, `"success":false,"code":200`, `"success":false,"code":14`)
			a.Script("bulk-send", simulator.Step{Body: `{"success":true,"code":200,"message_id":1112,"SMSResponse_List":[` + items + `]}`})
			a.Script("bulk-status", delivered("+33600000001"))
			w := sends("bulk_sms")
			place := workspace(t, a, w.action(hcl{
				"messages": `[{ phone_number = "0600000001", message = "a" }, { phone_number = "0600000002", message = "b" }]`, "wait": test.wait,
			}))
			printed := invoke(t, place, w.actionAddress(), test.ok)
			for _, part := range test.want { // warnings come before or after, as the engine likes
				acctest.WantText(t, printed, part)
			}
		})
	}
}

// A dry run reached nobody, so nothing warns of sending it again.
func TestActionWait_DryRun(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	for name, test := range map[string]struct {
		script map[string]simulator.Step
		want   []string
	}{
		"not delivered": {map[string]simulator.Step{"bulk-status": stillWaiting}, []string{
			"Unable to confirm delivery of message 1112", "Message 1112 is a dry run, which reaches nobody: invoking the action again sends and charges nothing.",
		}},
		"without an id": {map[string]simulator.Step{"send": {Process: true, Status: http.StatusBadGateway}}, []string{
			"Unconfirmed send of SMS", "it was taken as a dry run: SMS Partner knows a message with its tag",
			"The message was taken as a dry run, but its id is not known", "Invoking the action again sends and charges nothing.",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{})
			for call, step := range test.script {
				step.Repeat = call == "bulk-status"
				a.Script(call, step)
			}
			printed := invoked(t, a, hcl{"sandbox": "true", "wait": `{ timeout = "1s" }`}, false)
			acctest.WantText(t, printed, test.want...)
			for _, wrong := range []string{"is sent:", "sends it again", "went out"} {
				if strings.Contains(printed, wrong) {
					t.Errorf("it says %q:\n%s", wrong, printed)
				}
			}
		})
	}
}

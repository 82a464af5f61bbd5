package mail_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// A destroy cancels a scheduled mail. Only an answer that is no verdict, before the mail is
// due, keeps the resource, so that another destroy can try again.
func TestDestroy(t *testing.T) {
	t.Parallel()
	const (
		failed    = "Error: Unable to cancel mail"
		warned    = "Warning: Unable to cancel mail"
		forgotten = "The resource is forgotten. If the mail belongs to another account than the API key, it will still be sent, on 2040-06-01T07:30:00Z"
		wasDue    = "by this machine's clock, so it was most likely sent. The resource is forgotten."
	)
	code := func(code int) simulator.Step {
		return simulator.Step{Body: fmt.Sprintf(`{"success":false,"code":%d,"message":"Non"}`, code)}
	}
	const day = 24 * time.Hour
	tests := map[string]struct {
		// ago is how long before the destroy the mail was due; 0 if it is still to come.
		ago     time.Duration
		answer  simulator.Step
		kept    bool
		unasked bool
		more    string
		want    []string
	}{
		"cancelled":         {answer: simulator.Step{Body: `{"success":true,"code":200,"message":"L'envoi du mail a été annulé."}`}},
		"1":                 {answer: code(1), kept: true, want: []string{failed, "Mail Partner received no API key."}},
		"3":                 {answer: code(3), kept: true, want: []string{failed, "Mail Partner received no message id."}},
		"4":                 {answer: code(4), want: []string{warned, "Mail Partner knows no mail with this id.", forgotten}},
		"5":                 {answer: code(5)},
		"6":                 {answer: code(6), want: []string{warned, "The mail is due in less than 5 minutes: it can no longer be cancelled.", "It will be sent."}},
		"7":                 {answer: code(7), want: []string{warned, "The mail was sent already.", "Nothing can call it back."}},
		"10":                {answer: code(10), kept: true, want: []string{failed, "Mail Partner does not accept the API key."}},
		"429":               {answer: code(429), kept: true, want: []string{failed, "too soon after others"}},
		"404 in HTML":       {answer: simulator.Step{Status: 404, Body: "<html>"}, kept: true, want: []string{failed, "answered HTTP 404 (Not Found)"}},
		"500":               {answer: simulator.Step{Status: 500}, kept: true, want: []string{failed, "answered HTTP 500"}},
		"degraded":          {answer: simulator.DegradedStep(false), kept: true, want: []string{failed, `it says "Request queued for processing", as a failing gateway answers any call`}},
		"another mail":      {answer: simulator.Step{Body: `{"success":true,"code":200,"messageId":"other"}`}, kept: true, want: []string{failed, "but about message other"}},
		"4, of a dry run":   {more: "sandbox = true", answer: code(4)},
		"6, of a dry run":   {more: "sandbox = true", answer: code(6)},
		"dropped":           {answer: simulator.Step{Drop: simulator.DropBefore}, kept: true, want: []string{failed, "the connection broke"}},
		"was due, 4":        {ago: day, answer: code(4)},
		"was due, 5":        {ago: day, answer: code(5)},
		"was due, 6":        {ago: day, answer: code(6), want: []string{warned, "It will be sent."}},
		"was due, 7":        {ago: day, answer: code(7)},
		"was due, 10":       {ago: day, answer: code(10), want: []string{warned, "does not accept the API key.", wasDue}},
		"was due, 500":      {ago: day, answer: simulator.Step{Status: 500}, want: []string{warned, wasDue}},
		"was due long ago":  {ago: 8 * day, answer: code(7), unasked: true},
		"was due days ago":  {ago: 6 * day, answer: code(7)},
		"canceled, a no":    {answer: simulator.Step{Body: `{"success":true,"code":6}`}, kept: true, want: []string{failed, "but has code 6"}},
		"was due, degraded": {ago: day, answer: simulator.Step{Body: `<html>`}, want: []string{warned, wasDue}},
	}
	g, accounts, ids := acctest.NewGroup(t), map[string]*acctest.Account{}, map[string]string{}
	for name, test := range tests {
		a, id := account(t), fmt.Sprintf("M%02d", len(ids)+1) // engines do not say of which resource a destroy warns
		a.Mail.Script("send", simulator.Step{Body: fmt.Sprintf(`{"success":true,"code":200,"messageId":%q}`, id)})
		a.Mail.Script("message-cancel", test.answer)
		accounts[name], ids[name] = a, id
		g.Set(t, name, provider(a, "max_retries = 0")+plain(later, test.more))
	}
	g.Must(t, "apply")
	for name, test := range tests {
		if test.ago > 0 {
			g.Edit(t, name, address, "scheduled_delivery_date", time.Now().Add(-test.ago).UTC().Format(time.RFC3339))
		}
	}
	if g.Run(t, "destroy") {
		t.Error("no destroy failed")
	}
	states := g.State(t)
	g.Each(t, func(t *testing.T, name string) {
		test := tests[name]
		said := g.SaidAbout("mail " + ids[name])
		if test.want == nil && said != "" {
			t.Errorf("it says %s", said)
		}
		acctest.WantText(t, said, test.want...)
		if kept := len(states[name].Values.RootModule.Resources) > 0; kept != test.kept {
			t.Errorf("the resource is kept: %t", kept)
		}
		cancels := accounts[name].Mail.Requests("message-cancel")
		if test.unasked != (len(cancels) == 0) || len(cancels) > 1 {
			t.Fatalf("%d requests to cancel", len(cancels))
		}
		if len(cancels) == 1 && cancels[0].Query.Get("messageId") != ids[name] {
			t.Errorf("cancelled %q", cancels[0].Query.Get("messageId"))
		}
	})
}

// A mail that is replaced shortly before it is due goes out, and so does the new one, which
// the plan says.
func TestMail_ReplacedTooLate(t *testing.T) {
	t.Parallel()
	a := account(t)
	g := acctest.NewGroup(t)
	g.Set(t, "late", provider(a)+plain(later))
	g.Set(t, "a dry run", provider(account(t))+plain(later, "sandbox = true"))
	g.Must(t, "apply")
	for _, name := range []string{"late", "a dry run"} {
		g.Edit(t, name, address, "scheduled_delivery_date", time.Now().Add(3*time.Minute).UTC().Format(time.RFC3339))
	}
	g.Must(t, "plan")
	if strings.Contains(g.Said("a dry run"), "Warning: Unable to cancel") {
		t.Errorf("it says that a dry run will be sent:\n%s", g.Said("a dry run"))
	}
	acctest.WantText(t, g.Said("late"), "Warning: Unable to cancel mail", "in less than 5 minutes: Mail Partner no longer cancels it. It will be sent, and so will the new one.")
	a.WantRequests(t, 1)
}

const cancelAddress = "action.smspartner_cancel_mail.test"

func cancelAction(id string) string {
	return "\naction \"smspartner_cancel_mail\" \"test\" {\n  config {\n    message_id = \"" + id + "\"\n  }\n}\n"
}

// Each answer to a cancelling ends the action as it says.
func TestCancelAction(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	a := account(t)
	w := acctest.Attached(t, provider(a, "max_retries = 0")+cancelAction("300"))
	for _, test := range []struct {
		body string
		ok   bool
		want string
	}{
		{`{"success":true,"code":200,"message":"L'envoi du mail a été annulé."}`, true, "Mail 300 is cancelled: L'envoi du mail a été annulé."},
		{`{"success":true,"code":200}`, true, "Mail 300 is cancelled: without words"},
		{`{"success":false,"code":5}`, true, "The mail is cancelled already."},
		{`{"success":false,"code":4}`, false, "Mail Partner knows no mail with this id."},
		{`{"success":false,"code":6}`, false, "it can no longer be cancelled."},
		{`{"success":false,"code":7}`, false, "The mail was sent already."},
		{`{"success":false,"code":10}`, false, "Mail Partner does not accept the API key."},
		{`{"success":false,"code":3}`, false, "Mail Partner received no message id."},
	} {
		a.Mail.Script("message-cancel", simulator.Step{Body: test.body})
		result, err := w.Run(t.Context(), "apply", "-auto-approve", "-no-color", "-invoke="+cancelAddress)
		if err != nil || result.OK() != test.ok {
			t.Fatalf("%s ended with %d, %v:\n%s", test.body, result.ExitCode, err, result.Output)
		}
		acctest.WantText(t, result.Output, test.want)
		if strings.Contains(result.Output, mailKey[:10]) {
			t.Errorf("it prints the key:\n%s", result.Output)
		}
	}
	a.WantRequests(t, 8)
	bad := acctest.Attached(t, provider(a)+cancelAction(" "))
	acctest.Refuse(t, bad, []string{"plan", "-no-color", "-invoke=" + cancelAddress}, wrongValue+"message_id", "contains a blank")
	a.WantRequests(t, 8)
}

// Each invocation sends once, and shows the id and the cost. What can be known is refused
// when it is planned, and again when it is invoked.
func TestSendAction(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	a := account(t)
	report := written(t, "report")
	attach := `attachments = [{ filename = "report", content_type = "text/csv", source = "` + report + `" }]`
	w := acctest.Attached(t, provider(a, "max_retries = 0")+
		action("two", subject, content, to("ada@example.com", "grace@example.com"), attach)+
		action("missing", subject, content, ada, `attachments = [{ filename = "report", content_type = "text/csv", source = "/nowhere" }]`)+
		action("unset", subject, `html_content = "#NAME#"`, ada))
	run := func(name string, ok bool, want ...string) {
		t.Helper()
		result, err := w.Run(t.Context(), "apply", "-auto-approve", "-no-color", "-invoke=action.smspartner_send_mail."+name)
		if err != nil || result.OK() != ok {
			t.Fatalf("%s ended with %d, %v:\n%s", name, result.ExitCode, err, result.Output)
		}
		acctest.WantText(t, result.Output, want...)
	}
	acctest.Succeed(t, w, "plan", "-no-color", "-invoke=action.smspartner_send_mail.two")
	a.WantRequests(t, 0)
	run("two", true, "Sending a mail to 2 recipients.", "Mail 300 is accepted: 2 mails, 2 EUR.")
	run("two", true, "Mail 301 is accepted")
	run("missing", false, `Unable to send mail: Nothing was sent. The file "/nowhere" can't be attached`)
	run("unset", true, "Sending a mail to 1 recipient.", "Mail 302 is accepted: 1 mail, 1 EUR.", "Warning: Placeholder #NAME#")
	a.Mail.Script("send", simulator.Step{Drop: simulator.DropBefore})
	run("two", false, "Unable to tell whether the mail was sent", `Look in the Mail Partner dashboard for a mail with the subject "Deployed" to ada@example.com, grace@example.com, sent between 2`)
	if got := len(a.Mail.Mails()); got != 3 {
		t.Errorf("%d mails", got)
	}
	if got := a.Mail.Mails()[0].Attachments[0].SHA256; got != sum("report") {
		t.Errorf("attached %s", got)
	}
	wantSent(t, a, 4, 3, 0)
	bad := acctest.Attached(t, provider(a)+action("test", subject, content, to("ada@example.com", "Ada@example.com")))
	acctest.Refuse(t, bad, []string{"plan", "-no-color", "-invoke=action.smspartner_send_mail.test"}, "is the same address as")
	late := acctest.Attached(t, provider(a)+`
resource "terraform_data" "later" {
  input = "Ada@example.com"

  lifecycle {
    action_trigger {
      events  = [after_create]
      actions = [action.smspartner_send_mail.test]
    }
  }
}
`+action("test", subject, content, `to = [{ email = "ada@example.com" }, { email = terraform_data.later.output }]`))
	acctest.Refuse(t, late, []string{"apply", "-auto-approve", "-no-color"}, "is the same address as")
	wantSent(t, a, 4, 3, 0)
}

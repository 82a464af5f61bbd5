package acctest_test

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/mail"
)

const mailsSent = "send"

// applies are the arguments of an apply, with more.
func applies(more ...string) []string {
	return append([]string{"apply", "-auto-approve", "-no-color"}, more...)
}

// addresses are the recipients of a mail.
func addresses(m mail.Mail) []string {
	var emails []string
	for _, to := range m.Recipients {
		emails = append(emails, to.Email)
	}
	return emails
}

// Each SMS that is not delivered in time is followed by one mail, and no later run sends
// another for it, even if the SMS arrives then. A mail that was refused is made up by the next
// run. A mail whose answer is lost is not repeated by the run.
func TestExamples_SMSThenMail(t *testing.T) {
	t.Parallel()
	w, a := copied(t, "sms-then-mail", "TF_VAR_phone_number=06 00 00 00 17", "TF_VAR_email=ada@example.com", "TF_VAR_text=Incident 42.")
	status := func(id, word string) {
		a.AddMessage(simulator.Message{ID: id, Recipients: []simulator.Recipient{{Number: "+33600000017", Statuses: []string{word}}}})
	}
	message := func(id string) []string { return applies("-var=message_id=" + id) }
	sends := 0
	wantMails := func(more int) {
		t.Helper()
		sends += more
		if got := len(a.Mail.Requests()); got != sends {
			t.Fatalf("%d requests to Mail Partner, want %d", got, sends)
		}
	}

	status("1", "Delivered")
	acctest.WantText(t, acctest.Succeed(t, w, message("1")...), `statut = "Delivered"`)
	wantMails(0)

	status("2", "Not delivered")
	acctest.WantText(t, acctest.Succeed(t, w, message("2")...), `mail_id = "300"`)
	wantMails(1)
	acctest.WantText(t, acctest.Succeed(t, w, message("2")...), "Resources: 0 added, 0 changed, 0 destroyed.")
	wantMails(0)

	status("3", "Waiting") // longer than the example waits
	acctest.WantText(t, acctest.Succeed(t, w, message("3")...), `the status was "Waiting"`)
	wantMails(1)
	status("3", "Delivered")
	acctest.WantText(t, acctest.Succeed(t, w, message("3")...), "Resources: 0 added, 0 changed, 1 destroyed.")
	wantMails(0)

	status("4", "Not delivered")
	a.Mail.Script(mailsSent, acctest.Refusal(11, "Crédit insuffisant"))
	acctest.Refuse(t, w, message("4"), "Unable to send mail", "Nothing was sent.")
	wantMails(1)
	acctest.Succeed(t, w, message("4")...)
	wantMails(1)

	// Another address matters to the next message only.
	setEnv(w, "TF_VAR_email=linus@example.com")
	acctest.Succeed(t, w, message("4")...)
	wantMails(0)
	status("5", "Not delivered")
	acctest.Succeed(t, w, message("5")...)
	wantMails(1)

	status("6", "Not delivered")
	a.Mail.Script(mailsSent, simulator.Step{Process: true, Drop: simulator.DropDuring})
	acctest.Refuse(t, w, message("6"), "Unable to tell whether the mail was sent")
	wantMails(1)

	mails := a.Mail.Mails()
	if len(mails) != 5 {
		t.Fatalf("%d mails, want 5", len(mails))
	}
	if got := mails[3]; !slices.Equal(addresses(got), []string{"linus@example.com"}) {
		t.Errorf("the mail about message 5 goes to %v", got.Recipients)
	}
	want := "<p>Incident 42.</p><p>The SMS to the phone that ends in 17 was not delivered.</p>"
	if got := mails[0].Shown(mails[0].Recipients[0]); got != want {
		t.Errorf("the mail says %q, want %q", got, want)
	}
}

// One run can't send the SMS and then decide, which it says before it sends. Two runs can.
func TestExamples_SendThenMail(t *testing.T) {
	t.Parallel()
	w, a := copied(t, "send-then-mail", "TF_VAR_phone_number=06 00 00 00 90", "TF_VAR_email=ada@example.com")
	run := func(incident string, more ...string) []string {
		return applies(append(more, "-var=incident="+incident)...)
	}
	want := func(sends, mails int) {
		t.Helper()
		if got := len(a.Requests("send")); got != sends {
			t.Errorf("%d SMS, want %d", got, sends)
		}
		if got := len(a.Mail.Requests()); got != mails {
			t.Errorf("%d requests to Mail Partner, want %d", got, mails)
		}
	}
	const first = "-target=smspartner_sms.alert"
	acctest.Refuse(t, w, run("42"), "Invalid count argument")
	want(0, 0)
	acctest.Succeed(t, w, run("42", first)...)
	want(1, 0)
	acctest.WantText(t, acctest.Succeed(t, w, run("42")...), `mail_id = "300"`, `summary = "0 of 1 delivered, 1 not delivered: +33600000090"`)
	want(1, 1)
	acctest.Succeed(t, w, run("42", first)...)
	acctest.Succeed(t, w, run("42")...)
	want(1, 1)
	setEnv(w, "TF_VAR_phone_number=06 00 00 00 01")
	acctest.Succeed(t, w, run("43", first)...)
	acctest.WantText(t, acctest.Succeed(t, w, run("43")...), `summary = "1 of 1 delivered"`)
	want(2, 1)
}

// Each release is reported once, with what was deployed, to those who take mails.
func TestExamples_DeploymentReport(t *testing.T) {
	t.Parallel()
	w, a := copied(t, "deployment-report", `TF_VAR_recipients=["ada@example.com", "Linus@example.com"]`, `TF_VAR_services={"api":"1.4.2","web":"2.0.0"}`)
	a.Mail.AddUnsubscribe("linus@example.com")
	release := func(name string, more ...string) []string { return applies(append(more, "-var=release="+name)...) }
	wantMails := func(want int) {
		t.Helper()
		if got := len(a.Mail.Requests(mailsSent)); got != want {
			t.Errorf("%d requests to send, want %d", got, want)
		}
	}

	a.Mail.SetCredits(mail.Credits{Mails: 2, Balance: "2"})
	acctest.Refuse(t, w, release("1", "-var=least_mails=3"), "Mail Partner has credit for only 2 mails: top the account up first.")
	wantMails(0)
	acctest.WantText(t, acctest.Succeed(t, w, release("1", "-var=least_mails=2")...), "2 added", `summary = "1 of 1 delivered"`)
	wantMails(1)
	if n := len(a.Mail.Requests("me")); n != 2 {
		t.Errorf("%d requests about the credit, want 2", n)
	}
	acctest.WantText(t, acctest.Succeed(t, w, release("1")...), "Resources: 0 added, 0 changed, 0 destroyed.")
	wantMails(1)

	// What changes without a release is in the next report.
	setEnv(w, `TF_VAR_services={"api":"1.5.0"}`)
	setEnv(w, `TF_VAR_recipients=["Pending@example.com"]`) // the mail stays on its way
	acctest.WantText(t, acctest.Succeed(t, w, release("1")...), "Resources: 0 added, 1 changed, 0 destroyed.")
	wantMails(1)
	acctest.WantText(t, acctest.Succeed(t, w, release("2")...), "Warning: Check block assertion failed", "The report of release 2: 0 of 1 delivered, 1 waiting: Pending@example.com.")
	wantMails(2)

	setEnv(w, `TF_VAR_recipients=["LINUS@example.com"]`) // nobody is left
	acctest.Refuse(t, w, release("3"), "Invalid value for to", "1 to 500 recipients")
	wantMails(2)

	mails := a.Mail.Mails()
	if got := addresses(mails[0]); !slices.Equal(got, []string{"ada@example.com"}) {
		t.Errorf("the report of release 1 goes to %v", got)
	}
	if got := addresses(mails[1]); !slices.Equal(got, []string{"Pending@example.com"}) {
		t.Errorf("the report of release 2 goes to %v", got)
	}
	if got := mails[0].Shown(mails[0].Recipients[0]); !strings.Contains(got, "release <b>1</b> is deployed, with 2 services.") || strings.Contains(got, "#") {
		t.Errorf("the report says %s", got)
	}
	for i, want := range []string{
		`{"release":"1","services":{"api":"1.4.2","web":"2.0.0"}}`, `{"release":"2","services":{"api":"1.5.0"}}`,
	} {
		if got := mails[i].Attachments[0]; got.SHA256 != sum(want) || got.Name != "deployment" || got.Type != "application/json" {
			t.Errorf("report %d has %+v", i+1, got)
		}
	}
}

// sum is the SHA-256 of a text, in hexadecimal.
func sum(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

package mail_test

import (
	"cmp"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/mail"
)

// withoutID is an account on servers that give a dry run no id.
func withoutID(t *testing.T) *acctest.Account {
	t.Helper()
	return acctest.NewAccount(t, simulator.Options{
		MailAPIKey: mailKey, MailVariant: simulated.Variant{SandboxForms: simulated.SandboxForms{SandboxWithoutID: true}},
	})
}

// A dry run that the vendor counts or prices is accepted without an id, and nothing is cancelled
// afterwards. What is odd is told as of a mail that nobody gets.
func TestMail_DryRunWithoutID(t *testing.T) {
	t.Parallel()
	const nobody = "\n\nThis is a dry run: nobody gets a mail."
	tests := map[string]struct {
		answer, to string
		// warning is a part of the only one.
		warning string
	}{
		"simulated":    {},
		"a count":      {answer: `{"success":true,"code":200,"nbMail":1}`},
		"a cost":       {answer: `{"success":true,"code":200,"messageId":null,"cost":0}`},
		"no mails":     {answer: `{"success":true,"code":200,"nbMail":0,"cost":0}`},
		"fewer mails":  {answer: `{"success":true,"code":200,"nbMail":1}`, to: to("ada@example.com", "grace@example.com"), warning: "Mail Partner accepted the mail (a dry run), but bills 1 of 2 recipients, and does not say which." + nobody},
		"other moment": {answer: `{"success":true,"code":200,"nbMail":1,"scheduledDeliveryDate":"2041-01-01 09:00:00"}`, warning: "not on 2040-06-01T09:30:00+02:00 as asked." + nobody},
		"unread cost":  {answer: `{"success":true,"code":200,"nbMail":1,"cost":"viel"}`, warning: "Incomplete answer about a mail"},
	}
	g, accounts, planned := acctest.NewGroup(t), map[string]*acctest.Account{}, map[string][]plancheck.PlanCheck{}
	for name, test := range tests {
		a := withoutID(t)
		if test.answer != "" {
			a.Mail.Script("send", simulator.Step{Body: test.answer})
		}
		g.Set(t, name, provider(a)+resource(subject, content, cmp.Or(test.to, ada), later, "sandbox = true"))
		accounts[name], planned[name] = a, will(noop)
	}
	g.Must(t, "apply")
	g.Each(t, func(t *testing.T, name string) {
		said := g.Said(name)
		if warned := strings.Count(said, "Warning: "); warned > 1 || (warned == 1) != (tests[name].warning != "") || strings.Contains(said, "cancel") {
			t.Errorf("it says %s", said)
		}
		acctest.WantText(t, said, tests[name].warning)
		g.Holds(t, name, has("message_id", knownvalue.Null()), has("recipients", knownvalue.NotNull()))
		accounts[name].WantRequests(t, 1)
	})
	g.Must(t, "plan")
	g.Planned(t, planned)
	g.Set(t, "simulated", provider(accounts["simulated"])+plain(later))
	g.Must(t, "apply")
	g.Holds(t, "simulated", has("message_id", knownvalue.NotNull()))
	wantSent(t, accounts["simulated"], 2, 2, 0)
	g.Must(t, "destroy")
	if said := g.SaidAbout(""); said != "" {
		t.Errorf("the destroy says %s", said)
	}
	g.Each(t, func(t *testing.T, name string) {
		if name == "simulated" {
			wantSent(t, accounts[name], 2, 2, 1) // the mail that was sent has an id
		} else {
			accounts[name].WantRequests(t, 1)
		}
	})
}

func TestSendAction_DryRunWithoutID(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	a := withoutID(t)
	w := acctest.Attached(t, provider(a)+action("test", subject, content, ada, "sandbox = true"))
	printed := acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color", "-invoke=action.smspartner_send_mail.test")
	acctest.WantText(t, printed, "The mail is accepted as a dry run, without a message id: 1 mail, 1 EUR.", "Action complete")
	if strings.Contains(printed, "Warning") {
		t.Errorf("it warns:\n%s", printed)
	}
	wantSent(t, a, 1, 1, 0)
}

// Who reads the status of a dry run without an id learns why there is none. The mail is kept, so a
// further apply makes no other dry run.
func TestStatus_DryRunWithoutID(t *testing.T) {
	t.Parallel()
	a := withoutID(t)
	g := acctest.NewGroup(t)
	g.Set(t, "dry run", provider(a)+plain("sandbox = true")+`
data "smspartner_mail_status" "test" {
  message_id = smspartner_mail.test.message_id
}
`)
	for range 2 {
		if g.Run(t, "apply") {
			t.Error("it succeeded")
		}
		acctest.WantError(t, g.Said("dry run"), "Error: Missing message_id", "with data.smspartner_mail_status.test",
			"The message_id of a mail is null for a dry run (sandbox) to which Mail Partner gave no id: leave this block out while you try.")
		g.Holds(t, "dry run", has("message_id", knownvalue.Null()))
		a.WantRequests(t, 1)
	}
}

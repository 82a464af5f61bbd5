package mail_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/mail"
)

// A mail is sent once, and again for a change: the same recipients, moment or text in another
// spelling or order are none.
func TestMail_Lifecycle(t *testing.T) {
	t.Parallel()
	a, b, c := account(t), account(t), acctest.NewAccount(t, simulator.Options{MailAPIKey: mailKey, MailVariant: simulated.Variant{AnswerForms: simulated.AnswerForms{MessageID: simulated.IDNumber, DateAlways: true}}})
	both := `to = [{ email = "ada@example.com", name = "Ada" }, { email = "grace@example.com" }]`
	same := `to = [{ email = "Grace@EXAMPLE.com" }, { email = "ada@example.com", name = "Ada" }]`
	full := []string{
		subject, both, `html_content = "<p>Hi #NAME#\n</p>"`, `reply_to = { email = "ops@example.com", name = "Ops" }`, `variables = { NAME = "Ada" }`, `tag = "deploy"`, later, "sandbox = false",
	}
	acctest.Tests{
		"full": {
			Steps: []acctest.Step{
				{
					Config: provider(a) + resource(full...), Plan: will(create),
					State: []statecheck.StateCheck{
						is("message_id", "300"), has("nb_mail", knownvalue.Int64Exact(2)), has("cost", acctest.Amount(t, "2")), is("currency", "EUR"),
						has("recipients", knownvalue.Int64Exact(2)), has("attached", knownvalue.Null()),
					},
				},
				{Config: provider(a) + resource(full...), Plan: will(noop)},
				{Config: provider(a) + resource(subject, same, `html_content = "<p>Hi #NAME#\r\n</p>"`, `reply_to = { email = "OPS@example.com", name = "Ops" }`, `variables = { NAME = "Ada" }`, `tag = "deploy"`, `scheduled_delivery_date = "2040-06-01T09:30:00+02:00"`), Plan: will(update), State: []statecheck.StateCheck{is("message_id", "300")}},
				// Another moment cancels the first mail, and the destroy cancels the second.
				{Config: provider(a) + resource(subject, both, content, `scheduled_delivery_date = "2040-12-01T00:05:00+01:00"`), Plan: will(replace), State: []statecheck.StateCheck{is("message_id", "301")}},
			},
			After: func(t *testing.T) {
				wantSent(t, a, 2, 2, 2)
				const people = `"params":{"to":[{"email":"ada@example.com","name":"Ada"},{"email":"grace@example.com"}]}`
				want := `{"htmlContent":"\u003cp\u003eHi #NAME#\n\u003c/p\u003e",` + people + `,"replyTo":{"email":"ops@example.com","name":"Ops"},"sandbox":0,"scheduledDeliveryDate":"01/06/2040","minute":30,"time":9,"subject":"Deployed","tag":"deploy","variables":{"NAME":"Ada"}}`
				want = sorted(t, want) + "\n" + sorted(t, `{"htmlContent":"\u003cp\u003eVersion 2 is live.\u003c/p\u003e",`+people+`,"scheduledDeliveryDate":"01/12/2040","minute":5,"time":0,"subject":"Deployed"}`)
				if got := bodies(t, a); got != want {
					t.Errorf("sent\n%s\nwant\n%s", got, want)
				}
				for i, m := range a.Mail.Mails() {
					if !m.Cancelled {
						t.Errorf("mail %d is not cancelled", i)
					}
				}
			},
		},
		// Nothing is left to cancel of a mail that is out, and nobody is asked.
		"at once": {
			Steps: []acctest.Step{
				{Config: provider(b) + plain(), Plan: will(create)},
				{Config: provider(b) + plain(`triggers = { version = "" }`), Plan: will(update)},
				{Config: provider(b) + plain(`triggers = { version = "2" }`), Plan: will(replace), State: []statecheck.StateCheck{is("message_id", "301")}},
				{Config: provider(b) + plain(`triggers = { version = "2" }`, "sandbox = true"), Plan: will(replace)},
				{Config: provider(b) + resource(`subject = "Deployed again"`, content, ada), Plan: will(replace)},
				{Config: provider(b) + resource(`subject = "Deployed again"`, content, to("ada@example.com", "grace@example.com")), Plan: will(replace)},
				{Config: provider(b) + resource(`subject = "Deployed again"`, content, `to = [{ email = "ada@example.com", name = "Ada" }, { email = "grace@example.com" }]`), Plan: will(replace)},
			},
			After: func(t *testing.T) { wantSent(t, b, 6, 6, 0) },
		},
		"id as number": {
			Steps: []acctest.Step{
				{Config: provider(c) + plain(), State: []statecheck.StateCheck{is("message_id", "300")}},
				{Config: provider(c) + acctest.Later("late") + resource(subject, ada, "html_content = terraform_data.later.output"), Plan: will(replace)},
			},
			After: func(t *testing.T) { wantSent(t, c, 2, 2, 0) },
		},
	}.Run(t)
}

// A changed file is a new mail only if the configuration says so, by a SHA-256 or triggers.
// The state has names, sizes and SHA-256.
func TestMail_Attachments(t *testing.T) {
	t.Parallel()
	a, b := account(t), account(t)
	report, moved := written(t, "report 1"), written(t, "report 1")
	attach := func(arguments string) string {
		return `attachments = [{ filename = "report", content_type = "text/csv", ` + arguments + ` }]`
	}
	watched := func(path string) string {
		return attach(`source = "` + path + `", source_sha256 = filesha256("` + path + `")`)
	}
	attached := func(size int64, sha256 string) statecheck.StateCheck {
		return has("attached", knownvalue.ListExact([]knownvalue.Check{knownvalue.ObjectExact(map[string]knownvalue.Check{
			"filename": knownvalue.StringExact("report"), "size": knownvalue.Int64Exact(size), "sha256": knownvalue.StringExact(sha256),
		})}))
	}
	change := func(content string) func() { return func() { rewrite(t, report, content) } }
	acctest.Tests{
		"by path": {
			Steps: []acctest.Step{
				{Config: provider(a) + plain(attach(`source = "`+report+`"`)), Plan: will(create), State: []statecheck.StateCheck{attached(8, sum("report 1"))}},
				{Before: change("report two"), Config: provider(a) + plain(attach(`source = "`+report+`"`)), Plan: will(noop), State: []statecheck.StateCheck{attached(8, sum("report 1"))}},
				{Config: provider(a) + plain(attach(`source = "`+report+`"`), `triggers = { version = "2" }`), Plan: will(replace), State: []statecheck.StateCheck{attached(10, sum("report two"))}},
				{Config: provider(a) + plain(watched(report), `triggers = { version = "2" }`), Plan: will(update)},
				{Before: change("report 1"), Config: provider(a) + plain(watched(report), `triggers = { version = "2" }`), Plan: will(replace), State: []statecheck.StateCheck{attached(8, sum("report 1"))}},
				{Config: provider(a) + plain(watched(moved), `triggers = { version = "2" }`), Plan: will(update)},
				{Config: provider(a) + plain(attach(`content_base64 = base64encode("report 1")`), `triggers = { version = "2" }`), Plan: will(update)},
				{Config: provider(a) + plain(attach(`content_base64 = base64encode("report 3")`), `triggers = { version = "2" }`), Plan: will(replace), State: []statecheck.StateCheck{attached(8, sum("report 3"))}},
				{Config: provider(a) + plain(`triggers = { version = "2" }`), Plan: will(replace), State: []statecheck.StateCheck{has("attached", knownvalue.Null())}},
			},
			After: func(t *testing.T) {
				wantSent(t, a, 5, 5, 0)
				for i, want := range []string{"report 1", "report two", "report 1", "report 3"} {
					got := a.Mail.Mails()[i].Attachments[0]
					if got.Name != "report" || got.Type != "text/csv" || got.SHA256 != sum(want) || got.Length != int64(len(want)) {
						t.Errorf("mail %d has %+v", i, got)
					}
				}
			},
		},
		// The content of a file is in the request alone.
		"made by the run": {
			Steps: []acctest.Step{{
				Config: provider(b) + plain(attach(`source = terraform_data.path.output`)) +
					"resource \"terraform_data\" \"path\" {\n  input = \"" + moved + "\"\n}\n",
				State: []statecheck.StateCheck{attached(8, sum("report 1"))},
			}},
			After: func(t *testing.T) { wantSent(t, b, 1, 1, 0) },
		},
	}.Run(t)
}

// An import says why there is none.
func TestMail_Import(t *testing.T) {
	t.Parallel()
	a := account(t)
	w := acctest.Attached(t, provider(a)+plain())
	acctest.Refuse(t, w, []string{"import", "-no-color", address, "300"},
		"Unable to import mail", "Import is not supported: the API cannot return a sent mail.", "the next apply would send the mail again", "smspartner_mail_status")
	a.WantRequests(t, 0)
}

package stops_test

import (
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/mail"
)

const mailUnsubscribes acctest.DataSource = "smspartner_mail_unsubscribes"

// What is asked for is found in any case, and named as the caller wrote it. A list that
// tells cases apart can have one address twice.
func TestMailUnsubscribes(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, listsAddresses(mail.UnsubscribeForms{UnsubscribeByCase: true}))
	for i, email := range []string{"Ada@example.com", "bob@example.com", "ADA@example.com"} {
		a.Mail.PutUnsubscribe(mail.Unsubscribe{ID: 19 + i, Email: email, Created: time.Date(2024, time.July, 20, 8, 19, 45, 0, time.UTC)})
	}
	one := func(id, email string) knownvalue.Check {
		return knownvalue.ObjectExact(map[string]knownvalue.Check{
			"id": knownvalue.StringExact(id), "email": knownvalue.StringExact(email), "created_at": knownvalue.StringExact("2024-07-20T10:19:45+02:00"),
		})
	}
	config, checks := a.MailProvider(), []statecheck.StateCheck{}
	add := func(name, argument string, found knownvalue.Check, entries ...knownvalue.Check) {
		config += mailUnsubscribes.Named(name, argument)
		checks = append(checks,
			mailUnsubscribes.NamedHas(name, "total", knownvalue.Int64Exact(3)),
			mailUnsubscribes.NamedHas(name, "found", found),
			mailUnsubscribes.NamedHas(name, "unsubscribes", knownvalue.ListExact(entries)))
	}
	add("all", "", knownvalue.Null(), one("19", "Ada@example.com"), one("20", "bob@example.com"), one("21", "ADA@example.com"))
	add("some", `emails = ["ada@example.com", "Ada@Example.com", "eve@example.com"]`,
		knownvalue.SetExact(texts("ada@example.com", "Ada@Example.com")), one("19", "Ada@example.com"), one("21", "ADA@example.com"))
	add("none", `emails = ["eve@example.com"]`, knownvalue.SetExact(nil))
	add("nobody", `emails = []`, knownvalue.SetExact(nil))
	acctest.Tests{"unsubscribes": {Steps: []acctest.Step{{Config: config, State: checks}}}}.Run(t)
}

// An address that can't be read may be anybody's: with emails, no verdict is made of such a
// list, nor of a part of one.
func TestMailUnsubscribes_Unread(t *testing.T) {
	t.Parallel()
	cases := func(succeed bool, tests map[string][]string) acctest.Cases {
		all := acctest.Cases{}
		for name, test := range tests {
			a := acctest.NewAccount(t, simulator.Options{})
			a.Mail.Script("unsubscribe/list", simulator.Step{Repeat: true, Body: `{"success": true, "code": 200, ` + test[0] + `}`})
			config := a.MailProvider() + mailUnsubscribes.Test(test[1])
			if succeed {
				config += "\noutput \"entries\" {\n  value = data.smspartner_mail_unsubscribes.test.unsubscribes\n}\n"
			}
			all[name] = acctest.Case{Account: a, Config: config, Want: test[2:], Requests: 1}
		}
		return all
	}
	const asked = `emails = ["ada@example.com"]`
	const unable = "Unable to list unsubscribed addresses"
	cases(false, map[string][]string{
		"masked":    {`"nbData": 2, "data": [{"id": 18, "email": "ada@example.com"}, {"id": 19, "email": "b***@example.com"}]`, asked, unable, "The address of the entry 19 can't be read, so it may be one of emails."},
		"absent":    {`"nbData": 1, "data": [{"id": 19}]`, asked, unable, "The address of the entry 19 can't be read"},
		"a part":    {`"nbData": 2, "data": [{"id": 19, "email": "bob@example.com"}]`, asked, unable, "its list is not whole by its own count"},
		"no list":   {`"message": "Request queued for processing"`, asked, unable, `but has no "data"`},
		"not asked": {`"nbData": 2, "data": [{"id": 19, "email": "bob@example.com"}]`, "", unable, "its list is not whole by its own count"},
	}).Fail(t, "apply")
	cases(true, map[string][]string{
		"masked": {`"nbData": 1, "data": [{"id": 19, "email": "a***@example.com", "createdAt": "soon"}]`, "", "Warning: Incomplete unsubscribe list", `"data[0].createdAt" holds "soon"`, `a***@example.com`},
	}).Succeed(t, "apply")
}

func TestMailUnsubscribes_Emails(t *testing.T) {
	t.Parallel()
	mailUnsubscribes.Refuses(t, map[string][]string{
		"words": {`emails = ["ada"]`, "Invalid value for emails", `"ada" is not an e-mail address`},
		"null":  {`emails = [null]`, "Invalid value for emails", "One element of emails is null"},
	})
}

package mail_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/mail"
)

const status acctest.DataSource = "smspartner_mail_status"

const thisMail = `message_id = "300"`

// sentTo is an account with a mail, 300, that has left.
func sentTo(t *testing.T, o simulator.Options, emails ...string) *acctest.Account {
	t.Helper()
	o.MailAPIKey = mailKey
	a := acctest.NewAccount(t, o)
	m := simulated.Mail{}
	for _, email := range emails {
		m.Recipients = append(m.Recipients, simulated.Recipient{Address: simulated.Address{Email: email}})
	}
	a.Mail.AddMail(m)
	return a
}

// The vendor's documented example, with numbers as numbers and as strings.
func TestStatus_DocumentedExample(t *testing.T) {
	t.Parallel()
	tests := acctest.Tests{}
	for name, body := range map[string]string{
		"documented": `{"success":true,"code":200,"messageId":"300","StatutResponseList":[{"email":"a@example.com","token":"t1","status":"Delivered","cost":1,"stopMail":true,"date":"1599061044"}]}`,
		"as strings": `{"success":"true","code":"200","messageId":300,"StatutResponseList":[{"email":"a@example.com","token":"t1","status":"DELIVERED","cost":"1","stopMail":"1","date":1599061044}]}`,
	} {
		a := account(t)
		a.Mail.Script("bulk-status", simulator.Step{Body: body, Repeat: true})
		word := "Delivered"
		if name != "documented" {
			word = "DELIVERED"
		}
		text := func(s string) knownvalue.Check { return knownvalue.StringExact(s) }
		tests[name] = acctest.Test{Steps: []acctest.Step{{
			Config: provider(a) + status.Test(thisMail, `recipients = ["A@Example.com"]`),
			State: []statecheck.StateCheck{
				status.Has("statuses", knownvalue.ListExact([]knownvalue.Check{knownvalue.ObjectExact(map[string]knownvalue.Check{
					"email": text("a@example.com"), "found": knownvalue.Bool(true), "status": text(word), "delivered": knownvalue.Bool(true), "final": knownvalue.Bool(true),
					"cost": acctest.Amount(t, "1"), "stop_mail": knownvalue.Bool(true), "date": text("2020-09-02T17:37:24+02:00"),
				})})),
				status.Has("all_delivered", knownvalue.Bool(true)),
				status.Has("summary", text("1 of 1 delivered")),
				status.Has("counts", knownvalue.ObjectExact(map[string]knownvalue.Check{
					"total": knownvalue.Int64Exact(1), "delivered": knownvalue.Int64Exact(1), "not_delivered": knownvalue.Int64Exact(0),
					"waiting": knownvalue.Int64Exact(0), "not_found": knownvalue.Int64Exact(0), "stop_mail": knownvalue.Int64Exact(1),
				})),
			},
		}}}
	}
	tests.Run(t)
}

// A verdict is true only if the answer proves the delivery to everyone asked about. Unknown
// words pass through and prove nothing.
func TestStatus_Verdicts(t *testing.T) {
	t.Parallel()
	list := func(rows string) string {
		return `{"success":true,"code":200,"messageId":"300","StatutResponseList":[` + rows + `]}`
	}
	const one, other = `{"email":"a@example.com","status":"Delivered"}`, `{"email":"b@example.com","status":"Bounced"}`
	const asked = `recipients = ["a@example.com", "b@example.com"]`
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		body, recipients string
		want             []string
	}{
		"delivered":            {list(one), "", []string{`seen = "[true,\"1 of 1 delivered\",[\"Delivered\"],[true]]"`}},
		"an unknown word":      {list(one + "," + other), asked, []string{`seen = "[false,\"1 of 2 delivered, 1 waiting: b@example.com\",[\"Delivered\",\"Bounced\"],[true,false]]"`}},
		"a word like it":       {list(`{"email":"a@example.com","status":"Not delivered"}`), "", []string{`seen = "[false,\"0 of 1 delivered, 1 waiting: a@example.com\",[\"Not delivered\"],[false]]"`}},
		"no word":              {list(`{"email":"a@example.com","status":""}`), "", []string{`seen = "[false,\"0 of 1 delivered, 1 waiting: a@example.com\",[null],[false]]"`}},
		"one is missing":       {list(one), asked, []string{`seen = "[false,\"1 of 2 delivered, 1 not found: b@example.com\",[\"Delivered\",null],[true,false]]"`}},
		"another one":          {list(one + `,{"email":"c@example.com","status":"Delivered"}`), asked, []string{`seen = "[false,\"2 of 3 delivered, 1 not found: b@example.com\"`}},
		"nobody":               {list(""), "", []string{`seen = "[false,\"0 of 0 delivered\",[],[]]"`}},
		"nobody of two":        {list(""), asked, []string{`seen = "[false,\"0 of 2 delivered, 2 not found: a@example.com, b@example.com\"`}},
		"unknown row":          {list(`{"email":"a@example.com","success":false,"code":4,"status":"Delivered"}`), "", []string{`seen = "[false,\"0 of 1 delivered, 1 not found: a@example.com\"`}},
		"twice":                {list(one + "," + one), "", []string{"Warning: Incomplete status of mail", "proves no delivery: it lists a@example.com twice. So all_delivered is false.", `seen = "[false,`}},
		"more than it lists":   {`{"success":true,"total":3,"StatutResponseList":[` + one + `]}`, "", []string{"Warning: Incomplete status of mail", "it counts 3 recipients, but lists 1", `seen = "[false,`}},
		"without an address":   {list(`{"status":"Delivered"}`), "", []string{"Warning: Incomplete status of mail", "it lists a recipient without an address", `seen = "[false,`}},
		"a cost that is words": {list(`{"email":"a@example.com","status":"Delivered","cost":"frei"}`), "", []string{"Warning: Incomplete status of mail", `"StatutResponseList[0].cost" holds "(not shown: it can hold secrets)"`, `seen = "[true,`}},
	} {
		a := account(t)
		a.Mail.Script("bulk-status", simulator.Step{Body: test.body})
		cases[name] = acctest.Case{
			Account: a, Want: test.want, Requests: 1,
			Config: provider(a) + status.Test(thisMail, test.recipients) + `
locals {
  got = data.smspartner_mail_status.test
}

output "seen" {
  value = jsonencode([local.got.all_delivered, local.got.summary, local.got.statuses[*].status, local.got.statuses[*].delivered])
}
`,
		}
	}
	cases.Succeed(t, "apply")
}

// What the vendor refuses, or answers about something else, is an error and never a verdict.
func TestStatus_Errors(t *testing.T) {
	t.Parallel()
	const unable = "Error: Unable to read status of mail"
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		step simulator.Step
		want []string
	}{
		"3":            {acctest.Refusal(3, "L'ID est requis"), []string{"message_id", "Mail Partner received no message id.", "code 3"}},
		"4":            {acctest.Refusal(4, "Introuvable"), []string{"message_id", "Mail Partner knows no mail with this id.", `code 4, "Introuvable"`, "Check that message_id is the one that sending returned"}},
		"10":           {acctest.Refusal(10, "Api key invalid"), []string{"Mail Partner does not accept the API key.", "mail_api_key"}},
		"another mail": {simulator.Step{Body: `{"success":true,"code":200,"messageId":"301","StatutResponseList":[]}`}, []string{`it is not about message 300, but about message "301"`}},
		"no list":      {simulator.Step{Body: `{"success":true,"code":200}`}, []string{`has no "StatutResponseList"`}},
		"HTML":         {simulator.Step{Status: 404, Body: "<html>"}, []string{"answered HTTP 404 (Not Found)"}},
	} {
		a := account(t)
		a.Mail.Script("bulk-status", test.step)
		cases[name] = acctest.Case{Account: a, Want: append([]string{unable, status.WithTest()}, test.want...), Requests: 1, Config: provider(a) + status.Test(thisMail)}
	}
	cases.Fail(t, "plan")
	status.Refuses(t, map[string][]string{
		"empty":   {`message_id = ""`, "Invalid value for message_id", "The id is empty"},
		"address": {thisMail + "\n  recipients = [\"ada\"]", `Invalid value for recipients["ada"]`, "is not an e-mail address"},
		"nobody":  {thisMail + "\n  recipients = []", "Invalid value for recipients", "It is empty: write 1 to 500 addresses."},
		"until":   {thisMail + "\n  wait = { until = \"sent\" }", "Invalid value for wait.until"},
	})
}

// A wait reads until the mail is delivered to everybody, and has a mail that is not known yet,
// or not listed for all, turn up.
func TestStatus_Wait(t *testing.T) {
	t.Parallel()
	row := func(email, word string) string { return `{"email":"` + email + `","status":"` + word + `"}` }
	list := func(rows string) simulator.Step {
		return simulator.Step{Body: `{"success":true,"code":200,"messageId":"300","StatutResponseList":[` + rows + `]}`}
	}
	good := acctest.Cases{}
	for name, test := range map[string]struct {
		script []simulator.Step
		more   string
	}{
		"unknown, then listed": {[]simulator.Step{acctest.Refusal(4, "Introuvable"), list(row("a@example.com", "Pending")), {Status: 503}}, `recipients = ["a@example.com", "b@example.com"]`},
		"one by one":           {[]simulator.Step{list(row("a@example.com", "Delivered")), list(row("a@example.com", "Delivered") + "," + row("b@example.com", "Sent")), list("")}, `recipients = ["a@example.com", "B@example.com"]`},
		"nobody is named":      {[]simulator.Step{list(""), list(row("a@example.com", "Pending")), acctest.Refusal(429, "Trop")}, ""},
	} {
		a := sentTo(t, simulator.Options{}, "a@example.com", "b@example.com")
		a.Mail.Script("bulk-status", test.script...)
		good[name] = acctest.Case{
			Account: a, Requests: 4, Want: []string{`all = true`},
			Config: provider(a, "max_retries = 0") + status.Test(thisMail, test.more, `wait = { until = "delivered", interval = "1s" }`) + "\noutput \"all\" {\n  value = data.smspartner_mail_status.test.all_delivered\n}\n",
		}
	}
	good.Succeed(t, "apply")

	bad, warned := acctest.Cases{}, acctest.Cases{}
	for name, test := range map[string]struct {
		to, more, want string
	}{
		"an unknown word":   {"bounced@example.com", "", `1 of 1 had no final status: bounced@example.com ("Bounced")`},
		"nobody lists them": {"a@example.com", "\n  recipients = [\"a@example.com\", \"b@example.com\"]", `1 of 2 had no final status: b@example.com (not listed yet)`},
	} {
		for timeout, cases := range map[string]acctest.Cases{"fail": bad, "continue": warned} {
			a := sentTo(t, simulator.Options{}, test.to)
			one := acctest.Case{Account: a, Requests: acctest.AnyNumber, Config: provider(a) + status.Test(thisMail+test.more, `wait = { timeout = "1s", on_timeout = "`+timeout+`" }`)}
			if timeout == "fail" {
				one.Want = []string{"Error: Unable to read status of mail", "The wait for the recipients of mail 300 is over: after ", test.want}
			} else {
				one.Config += "\noutput \"all\" {\n  value = data.smspartner_mail_status.test.all_delivered\n}\n"
				one.Want = []string{"Warning: ", test.want, "all = false"}
			}
			cases[name] = one
		}
	}
	bad.Fail(t, "plan")
	warned.Succeed(t, "apply")
}

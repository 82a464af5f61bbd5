package stops_test

import (
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

const stopNumbers acctest.DataSource = "smspartner_stop_numbers"

// texts is a collection of texts.
func texts(list ...string) []knownvalue.Check {
	checks := []knownvalue.Check{}
	for _, text := range list {
		checks = append(checks, knownvalue.StringExact(text))
	}
	return checks
}

// What is asked for is found in any spelling, and named in that of the caller.
func TestStopNumbers(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	for i, number := range []string{"+33600000003", "+32470123456", "+33600000005"} {
		a.PutStop(sms.Stop{ID: 19 + i, Number: number, Created: time.Date(2024, time.July, 20, 8, 19, 45, 0, time.UTC)})
	}
	one := func(id, number string) knownvalue.Check {
		return knownvalue.ObjectExact(map[string]knownvalue.Check{
			"id": knownvalue.StringExact(id), "phone_number": knownvalue.StringExact(number), "created_at": knownvalue.StringExact("2024-07-20T10:19:45+02:00"),
		})
	}
	config, checks, total := a.Provider(), []statecheck.StateCheck{}, int64(3)
	add := func(name, argument string, found knownvalue.Check, stops ...knownvalue.Check) {
		config += stopNumbers.Named(name, argument)
		checks = append(checks,
			stopNumbers.NamedHas(name, "total", knownvalue.Int64Exact(total)),
			stopNumbers.NamedHas(name, "found", found),
			stopNumbers.NamedHas(name, "stops", knownvalue.ListExact(stops)))
	}
	add("all", "", knownvalue.Null(), one("19", "+33600000003"), one("20", "+32470123456"), one("21", "+33600000005"))
	add("some", `phone_numbers = ["06 00 00 00 03", "0033600000003", "+33600000004", "+32470123456"]`,
		knownvalue.SetExact(texts("06 00 00 00 03", "0033600000003", "+32470123456")), one("19", "+33600000003"), one("20", "+32470123456"))
	add("none", `phone_numbers = ["0600000004"]`, knownvalue.SetExact(nil))
	add("nobody", `phone_numbers = []`, knownvalue.SetExact(nil))
	acctest.Tests{"stops": {Steps: []acctest.Step{{Config: config, State: checks}}}}.Run(t)
}

// Whoever can't be read may be anybody: with phone_numbers, no verdict is made of such a
// list, nor of a part of one.
func TestStopNumbers_Unread(t *testing.T) {
	t.Parallel()
	cases := func(succeed bool, tests map[string][]string) acctest.Cases {
		all := acctest.Cases{}
		for name, test := range tests {
			a := acctest.NewAccount(t, simulator.Options{})
			a.Script("stop-sms/list", simulator.Step{Repeat: true, Body: `{"success": true, "code": 200, ` + test[0] + `}`})
			config := a.Provider() + stopNumbers.Test(test[1])
			if succeed {
				config += "\noutput \"stops\" {\n  value = data.smspartner_stop_numbers.test.stops\n}\n"
			}
			all[name] = acctest.Case{Account: a, Config: config, Want: test[2:], Requests: 1}
		}
		return all
	}
	const asked = `phone_numbers = ["06 00 00 00 03"]`
	cases(false, map[string][]string{
		"masked":    {`"nbData": 2, "data": [{"id": 18, "phoneNumber": "+33600000003"}, {"id": 19, "phoneNumber": "336****0003"}]`, asked, "Unable to list STOP numbers", "The number of the entry 19 can't be read, so it may be one of phone_numbers."},
		"absent":    {`"nbData": 1, "data": [{"id": 19}]`, asked, "Unable to list STOP numbers", "The number of the entry 19 can't be read"},
		"a part":    {`"nbData": 2, "data": [{"id": 19, "phoneNumber": "+33600000004"}]`, asked, "Unable to list STOP numbers", "its list is not whole by its own count"},
		"no list":   {`"message": "Request queued for processing"`, asked, "Unable to list STOP numbers", `but has no "data"`},
		"not asked": {`"nbData": 2, "data": [{"id": 19, "phoneNumber": "+33600000004"}]`, "", "Unable to list STOP numbers", "its list is not whole by its own count"},
	}).Fail(t, "apply")
	cases(true, map[string][]string{
		"masked":  {`"nbData": 1, "data": [{"id": 19, "phoneNumber": "336****0003", "createdAt": "soon"}]`, "", "Warning: Incomplete STOP list", `"data[0].createdAt" holds "soon"`, `336****0003`},
		"another": {`"nbData": 1, "data": [{"id": 19, "phoneNumber": "0600000003", "createdAt": "2024-07-20 10:19:45"}]`, asked, `0600000003`},
	}).Succeed(t, "apply")
}

func TestStopNumbers_PhoneNumbers(t *testing.T) {
	t.Parallel()
	stopNumbers.Refuses(t, map[string][]string{
		"letters": {`phone_numbers = ["abc"]`, "Invalid phone number", `"abc" is not a phone number`},
		"null":    {`phone_numbers = [null]`, "Invalid value for phone_numbers", "One element of phone_numbers is null"},
	})
}

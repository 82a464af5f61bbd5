package status_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// Those who must be there and are not make the verdict false, in whatever spelling
// they are asked for, and are named.
func TestStatusLists_PhoneNumbers(t *testing.T) {
	t.Parallel()
	const asked = `phone_numbers = ["06 00 00 00 01", "+33600000001", "+33600000093"]`
	tests := acctest.Tests{}
	for d, subject := range map[acctest.DataSource]string{bulkStatus: `message_id = "300"`, tagStatus: promo} {
		a := acctest.NewAccount(t, simulator.Options{})
		a.AddMessage(simulator.Message{ID: "300", Tag: "promo1", Recipients: []simulator.Recipient{
			{Number: "+33600000001"}, {Number: "+33600000093", NotFound: true},
		}})
		tests[string(d)] = acctest.Test{Steps: []acctest.Step{
			{Config: a.Provider() + d.Test(subject), State: []statecheck.StateCheck{
				d.Has("all_delivered", knownvalue.Bool(true)),
				d.Has("summary", text("1 of 1 delivered")),
			}},
			{Config: a.Provider() + d.Test(subject, asked), State: []statecheck.StateCheck{
				d.Has("all_delivered", knownvalue.Bool(false)),
				d.Has("counts", counts(2, 1, 0, 0, 1, 0)),
				d.Has("summary", text("1 of 2 delivered, 1 not found: +33600000093")),
				d.Has("statuses", knownvalue.ListPartial(map[int]knownvalue.Check{1: knownvalue.ObjectExact(map[string]knownvalue.Check{
					"phone_number": text("+33600000093"), "found": knownvalue.Bool(false), "status": knownvalue.Null(),
					"delivered": knownvalue.Bool(false), "final": knownvalue.Bool(false), "stop_sms": knownvalue.Null(), "date": knownvalue.Null(),
				})})),
			}},
		}}
	}
	tests.Run(t)
}

// A wait goes on for a message that the vendor does not know yet, and for those who
// are not in its list yet.
func TestStatus_WaitForListing(t *testing.T) {
	t.Parallel()
	unknown := acctest.Refusal(4, "Message introuvable")
	list := func(numbers ...string) simulator.Step {
		var items string
		for i, number := range numbers {
			if i > 0 {
				items += ","
			}
			items += fmt.Sprintf(`{"phoneNumber":%q,"status":"Delivered"}`, number)
		}
		return simulator.Step{Body: `{"success":true,"code":200,"StatutResponse_List":[` + items + `]}`}
	}
	const (
		wait = `wait = { until = "delivered", interval = "1s" }`
		both = `phone_numbers = ["+33600000001", "+33600000002"]`
	)
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		config, call string
		script       []simulator.Step
	}{
		"message": {
			messageStatus("300", "0600000001", wait), "message-status",
			[]simulator.Step{unknown, {Body: `{"success":true,"code":200,"statut":"Delivered"}`}},
		},
		"messages": {
			messageStatuses.Test(messages("300", "0600000001"), wait), "multi-status",
			[]simulator.Step{
				unknown,
				{Body: `{"success":true,"StatutResponse_List":[{"success":false,"code":4,"phoneNumber":"+33600000001","messageId":300,"status":"Introuvable"}]}`},
				{Body: `{"success":true,"StatutResponse_List":[{"success":true,"phoneNumber":"+33600000001","messageId":300,"status":"Delivered"}]}`},
			},
		},
		"recipients":         {bulkStatus.Test(`message_id = "300"`, wait), "bulk-status", []simulator.Step{unknown, list("+33600000001")}},
		"recipients by name": {bulkStatus.Test(`message_id = "300"`, both, wait), "bulk-status", []simulator.Step{unknown, list("+33600000001"), list("+33600000001", "0600000002")}},
		"recipients that go": {bulkStatus.Test(`message_id = "300"`, wait), "bulk-status", []simulator.Step{list(), list("+33600000001")}},
		"tag":                {tagStatus.Test(promo, wait), "bulk-status-by-tag", []simulator.Step{unknown, list("+33600000001")}},
		"tag by name":        {tagStatus.Test(promo, both, wait), "bulk-status-by-tag", []simulator.Step{unknown, list("+33600000002"), list("0600000002", "+33600000001")}},
		"a page of a proxy": {
			bulkStatus.Test(`message_id = "300"`, wait), "bulk-status",
			[]simulator.Step{
				{Body: "<html>Sign in</html>"},
				{Body: `{"success":true,"code":200,"message":"Request queued for processing"}`},
				{Status: http.StatusNotFound, Body: "<html>Not here</html>"},
				list("+33600000001"),
			},
		},
		"another message": {
			bulkStatus.Test(`message_id = "300"`, wait), "bulk-status",
			[]simulator.Step{{Body: `{"success":true,"message_id":301,"StatutResponse_List":[{"phoneNumber":"+33600000009","status":"Delivered"}]}`}, list("+33600000001")},
		},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		last := test.script[len(test.script)-1]
		last.Repeat = true
		a.Script(test.call, append(slices.Clone(test.script), last)...)
		cases[name] = acctest.Case{Account: a, Config: a.Provider("max_retries = 0") + test.config, Requests: len(test.script)}
	}
	cases.Succeed(t, "plan")
}

// What is not known by the time the wait is over was not delivered, and is told with
// what to check.
func TestStatus_WaitForListingFails(t *testing.T) {
	t.Parallel()
	const wait = `wait = { timeout = "1s" }`
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		config string
		want   []string
	}{
		"message":     {messageStatus("4711", "0600000001", wait), []string{"no status could be read, and the last read failed.", "SMS Partner knows no message with this id to this phone number."}},
		"messages":    {messageStatuses.Test(messages("4711", "0600000001"), wait), []string{", 1 of 1 had no final status: +33600000001 (not found).", "For each message that is not found, check"}},
		"recipients":  {bulkStatus.Test(`message_id = "4711"`, wait), []string{"no status could be read, and the last read failed.", "SMS Partner knows no message with this id."}},
		"by name":     {bulkStatus.Test(`message_id = "4711"`, `phone_numbers = ["+33600000001"]`, wait), []string{", 1 of 1 had no final status: +33600000001 (not listed yet).", "For each message that is not found, check"}},
		"tag":         {tagStatus.Test(promo, wait), []string{"no status could be read, and the last read failed.", "SMS Partner knows no message with this tag."}},
		"tag by name": {tagStatus.Test(promo, `phone_numbers = ["+33600000001"]`, wait), []string{", 1 of 1 had no final status: +33600000001 (not listed yet).", "For each message that is not found, check"}},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		cases[name] = acctest.Case{Account: a, Config: a.Provider() + test.config, Want: test.want, Requests: acctest.AnyNumber}
	}
	cases.Fail(t, "plan")
}

// A rate limit that outlasts the wait is named, with what it asks for.
func TestStatus_WaitRateLimited(t *testing.T) {
	t.Parallel()
	a := newSent(t, "Waiting")
	a.Script("message-status", simulator.Step{Process: true}, simulator.Step{Status: http.StatusTooManyRequests, Header: http.Header{"Retry-After": {"90"}}, Repeat: true})
	acctest.Fail(t, a.Provider()+sent(`wait = { timeout = "2s", interval = "1s" }`), unableToRead, withTest,
		`the status was "Waiting", and the last read failed.`, "refused the call because it came too soon after others (HTTP 429).", "The server asks to wait 1m30s.")
}

// A server that speaks no TLS speaks none later either.
func TestStatus_WaitWithoutTLS(t *testing.T) {
	t.Parallel()
	a := newSent(t, "Waiting")
	a.BaseURL = strings.Replace(a.BaseURL, "http:", "https:", 1)
	acctest.Fail(t, a.Provider()+sent(`wait = {}`), unableToRead, withTest, "No secure connection to", "it does not speak TLS on this port.")
}

// A value beside the status that can't be read is null, and does not withhold the
// status.
func TestMessageStatus_Unread(t *testing.T) {
	t.Parallel()
	cases := acctest.Cases{}
	for value, test := range map[string]struct{ seen, warning string }{
		`"cost":"0,045","date":"0"`:              {`seen = "true 0.045 null"`, ""},
		`"cost":"cher"`:                          {`seen = "true null null"`, `"cost" holds "cher", which is not a number.`},
		`"date":"-0001-11-30 00:00:00"`:          {`seen = "true null null"`, `"date" holds "-0001-11-30 00:00:00", which is not a date`},
		`"cost":{"a":1},"stopSms":"peut-être"`:   {`seen = "true null null"`, `"stopSms" holds "peut-être"`},
		`"cost":[],"currency":{},"stopSms":null`: {`seen = "true null null"`, ""},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		a.Script("message-status", simulator.Step{Body: `{"success":true,"code":200,"statut":"Delivered",` + value + `}`, Repeat: true})
		want := []string{test.seen}
		if test.warning != "" {
			want = []string{"Warning: Incomplete status of message", withTest, "Part of the answer can't be read, and is null", test.warning, test.seen}
		}
		cases[value] = acctest.Case{Account: a, Want: want, Requests: 1, Config: a.Provider() + documented("") + `
output "seen" {
  value = "${data.smspartner_message_status.test.delivered} ${jsonencode(data.smspartner_message_status.test.cost)} ${jsonencode(data.smspartner_message_status.test.date)}"
}
`}
	}
	cases.Succeed(t, "apply")
}

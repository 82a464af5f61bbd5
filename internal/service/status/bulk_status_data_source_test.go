package status_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// recipient is an element of statuses of a message or a tag, at the moments of
// the vendor's example.
func recipient(last int, status string, delivered, final bool) map[string]knownvalue.Check {
	return map[string]knownvalue.Check{
		"phone_number": text(fmt.Sprintf("+3360000000%d", last)),
		"found":        knownvalue.Bool(true),
		"status":       text(status),
		"delivered":    knownvalue.Bool(delivered),
		"final":        knownvalue.Bool(final),
		"stop_sms":     knownvalue.Bool(false),
		"date":         text(fmt.Sprintf("2018-02-07T08:38:3%d+01:00", last)),
	}
}

// exampleMessage is the message of the vendor's documented examples.
func exampleMessage(tag, second string) simulator.Message {
	return simulator.Message{ID: "300", Tag: tag, Recipients: []simulator.Recipient{
		{Number: "+33600000001", Date: time.Unix(1517989111, 0)},
		{Number: "+33600000002", Date: time.Unix(1517989112, 0), Statuses: []string{second}},
	}}
}

func TestBulkStatus_DocumentedExample(t *testing.T) {
	t.Parallel()
	tests := acctest.Tests{}
	for name, variant := range map[string]simulator.Variant{
		"documented": {},
		"as strings": {Forms: simulator.Forms{NumbersAsStrings: true, FlagsAsStrings: true}},
	} {
		a := acctest.NewAccount(t, simulator.Options{Variant: variant})
		a.AddMessage(exampleMessage("", "Not delivered"))
		tests[name] = acctest.Test{Steps: []acctest.Step{{
			Config: a.Provider() + bulkStatus.Test(`message_id = "300"`),
			State: []statecheck.StateCheck{
				bulkStatus.Has("message_id", text("300")),
				bulkStatus.Has("statuses", objects(recipient(1, "Delivered", true, true), recipient(2, "Not delivered", false, true))),
				bulkStatus.Has("all_delivered", knownvalue.Bool(false)),
				bulkStatus.Has("counts", counts(2, 1, 1, 0, 0, 0)),
				bulkStatus.Has("summary", text("1 of 2 delivered, 1 not delivered: +33600000002")),
			},
		}}}
	}
	tests.Run(t)
}

// A message without recipients has delivered nothing.
func TestBulkStatus_Empty(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	a.AddMessage(simulator.Message{ID: "300"})
	acctest.Tests{"test": {Steps: []acctest.Step{{
		Config: a.Provider() + bulkStatus.Test(`message_id = "300"`),
		State: []statecheck.StateCheck{
			bulkStatus.Has("statuses", knownvalue.ListExact(nil)),
			bulkStatus.Has("all_delivered", knownvalue.Bool(false)),
			bulkStatus.Has("counts", counts(0, 0, 0, 0, 0, 0)),
		},
	}}}}.Run(t)
}

const unableToReadBulk = "Error: Unable to read status of message"

func TestBulkStatus_DocumentedErrors(t *testing.T) {
	t.Parallel()
	const block = `data "smspartner_bulk_status" "test" {`
	expectErrors(t, bulkStatus, `message_id = "4711"`, "bulk-status", unableToReadBulk, map[int]documentedError{
		3:  {atMessageID, "SMS Partner received no message id.", "L'ID du message est requis", "something on the way removed it"},
		4:  {atMessageID, "SMS Partner knows no message with this id.", "Message introuvable", "Check that message_id is the one that sending returned"},
		10: {block, "SMS Partner does not accept the API key.", "Clé API incorrecte", "Copy the key"},
	})
}

// The simulator's own refusals, with an HTTP status and in English.
func TestStatusLists_NotFound(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{Variant: simulator.Variant{Forms: simulator.Forms{ErrorStatus: simulator.ClientErrorStatus, English: true}}})
	w := acctest.Attached(t, a.Provider()+bulkStatus.Test(`message_id = "4711"`)+tagStatus.Test(promo))
	acctest.RefuseEach(t, w, []string{"plan", "-no-color"}, map[string][]string{
		bulkStatus.Address("test"): {"SMS Partner knows no message with this id.", `The answer (HTTP 404): code 4, "Message not found"`},
		tagStatus.Address("test"):  {"SMS Partner knows no message with this tag.", `The answer (HTTP 404): code 4, "Message not found"`},
	})
}

func TestBulkStatus_InvalidConfig(t *testing.T) {
	t.Parallel()
	bulkStatus.Refuses(t, map[string][]string{
		"empty":    {`message_id = ""`, "Invalid value for message_id", "The id is empty"},
		"blank":    {`message_id = "11 11"`, "Invalid value for message_id", `"11 11" contains a blank`},
		"timeout":  {"message_id = \"1111\"\n  wait = { timeout = \"soon\" }", "Invalid value for wait.timeout", `"soon" is not a duration`},
		"interval": {"message_id = \"1111\"\n  wait = { timeout = \"2s\", interval = \"3s\" }", "Invalid value for wait.interval", `"3s" is longer than the timeout of 2s`},
	})
}

// A wait reads until all of it is final, and has a list that is empty fill.
func TestBulkStatus_Wait(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	recipients(a, "", []string{"Waiting", "Delivered"}, nil)
	a.Script("bulk-status", simulator.Step{Body: `{"success":true,"code":200,"message_id":"300","StatutResponse_List":[]}`})
	w := acctest.Attached(t, a.Provider()+
		bulkStatus.Test(`message_id = "300"`, `wait = { until = "delivered", interval = "1s" }`)+`
output "all" {
  value = data.smspartner_bulk_status.test.all_delivered
}
`)
	acctest.WantText(t, acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color"), "all = true")
	a.WantRequests(t, 3)
}

func TestBulkStatus_WaitFails(t *testing.T) {
	t.Parallel()
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		statuses [][]string
		wait     string
		reads    int
		want     []string
	}{
		"not delivered": {
			[][]string{{"Waiting"}, {"Not delivered"}, {"ko"}},
			`wait = { until = "delivered" }`, 1,
			[]string{`2 of 3 ended without being delivered: +33600000002 ("Not delivered"), +33600000003 ("ko"). This wait requires delivery`},
		},
		"timeout": {
			[][]string{{"Waiting"}, nil},
			`wait = { timeout = "1s" }`, acctest.AnyNumber,
			[]string{`The wait for the recipients of message 300 is over: after`, `, 1 of 2 had no final status: +33600000001 ("Waiting")`},
		},
		"no recipient": {
			nil, `wait = { timeout = "1s" }`, acctest.AnyNumber,
			[]string{`The wait for the recipients of message 300 is over: after`, `, there was no recipient yet`},
		},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		recipients(a, "", test.statuses...)
		cases[name] = acctest.Case{
			Account: a, Config: a.Provider() + bulkStatus.Test(`message_id = "300"`, test.wait),
			Want: append([]string{unableToReadBulk, bulkStatus.WithTest()}, test.want...), Requests: test.reads,
		}
	}
	cases.Fail(t, "plan")
}

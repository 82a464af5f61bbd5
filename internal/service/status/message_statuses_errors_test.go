package status_test

import (
	"fmt"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

const unableToReadStatuses = "Error: Unable to read message statuses"

// Each error that the vendor documents for the call as a whole is one diagnostic.
func TestMessageStatuses_DocumentedErrors(t *testing.T) {
	t.Parallel()
	const (
		atMessages = "messages = ["
		atBlock    = `data "smspartner_message_statuses" "test" {`
		removed    = "something on the way removed"
	)
	expectErrors(t, messageStatuses, messages("1111", "0600000000"), "multi-status", unableToReadStatuses, map[int]documentedError{
		2:  {atMessages, "SMS Partner received no phone number.", "Le champ phoneNumber est requis", removed},
		3:  {atMessages, "SMS Partner received no message id.", "Le champ MessageId est requis", removed},
		4:  {atMessages, "SMS Partner knows none of these messages.", "Ce message est introuvable", "Check that each message_id is one that sending returned"},
		5:  {atMessages, "SMS Partner received no message to ask about.", "La liste des numéros est vide", removed},
		6:  {atBlock, "SMS Partner could not read the request.", "Le format n'est pas correct", "The request may have been changed on the way"},
		9:  {atMessages, "SMS Partner says that one of these is not the number of a mobile phone.", "Ne semble pas être un numéro de mobile", "Ask about numbers of mobile phones only."},
		10: {atBlock, "SMS Partner does not accept the API key.", "Clé API incorrecte", "Copy the key"},
		50: {atMessages, "The request asked about more messages than SMS Partner answers at once.", "Le nombre de numéros autorisés est de 500 maxi", "Ask about fewer messages in one data source."},
	})
}

// The vendor's own judgement of a number: a landline's is in no list.
func TestMessageStatuses_Landline(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	acctest.Fail(t, a.Provider()+messageStatuses.Test(messages("1111", "0600000000", "1111", "0123456789")),
		unableToReadStatuses, messageStatuses.WithTest(), "SMS Partner says that one of these is not the number of a mobile phone.", "code 9")
}

// An answer that leaves a message out is an error that names it.
func TestMessageStatuses_ItemMissing(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	a.Script("multi-status", simulator.Step{Body: `{"success":true,"code":200,"StatutResponse_List":[` +
		`{"success":true,"code":200,"phoneNumber":"+33600000000","messageId":1111,"status":"Delivered"}]}`})
	acctest.Fail(t, a.Provider()+messageStatuses.Test(messages("1111", "0600000000", "300", "0600000001")),
		unableToReadStatuses, messageStatuses.WithTest(), "gave no usable answer: it leaves out message 300 to +33600000001.")
	a.WantRequests(t, 1)
}

// Messages of which the details can't be had are named, and keep their status.
func TestMessageStatuses_DetailsMissing(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	recipients(a, "", nil)
	a.Script("message-status", acctest.Refusal(4, "Message introuvable"))
	w := acctest.Attached(t, a.Provider()+messageStatuses.Test("details = true", messages("4711", "0600000000", "300", "0600000001"))+`
output "seen" {
  value = "${data.smspartner_message_statuses.test.summary}, cost ${jsonencode(data.smspartner_message_statuses.test.cost)}"
}
`)
	acctest.WantText(t, acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color"),
		`seen = "0 of 2 delivered, 1 waiting: +33600000001 (message 300), 1 not found: +33600000000 (message 4711), cost null"`,
		"Warning: Incomplete details of messages", messageStatuses.WithTest(), "details = true",
		"SMS Partner lists +33600000001 (message 300), but knows no details of it. Their cost, country_code and currency are null")
	a.WantRequests(t, 2)
}

// A detail that says otherwise takes a delivery back, and fails a wait for one.
func TestMessageStatuses_DetailsContradict(t *testing.T) {
	t.Parallel()
	const taken = "SMS Partner lists +33600000001 as delivered, but says otherwise when asked about it alone. This counts as not delivered."
	contradicted := func(wait string, want ...string) acctest.Case {
		a := acctest.NewAccount(t, simulator.Options{})
		recipients(a, "", nil)
		a.Script("message-status", simulator.Step{Body: `{"success":true,"code":200,"statut":"Not delivered"}`})
		return acctest.Case{Account: a, Want: want, Requests: 2, Config: a.Provider() + messageStatuses.Test("details = true", messages("300", "0600000001"), wait) + `
output "all" {
  value = data.smspartner_message_statuses.test.all_delivered
}
`}
	}
	told := []string{"Warning: Contradictory statuses of messages", messageStatuses.WithTest(), taken, "all = false"}
	acctest.Cases{
		"no wait":          contradicted("", told...),
		"a wait for final": contradicted(`wait = { until = "final" }`, told...),
	}.Succeed(t, "apply")
	acctest.Cases{
		"a wait for a delivery": contradicted(`wait = { until = "delivered" }`, "Error: Contradictory statuses of messages", messageStatuses.WithTest(), taken),
	}.Fail(t, "apply")
}

// Any other refusal of details fails the read.
func TestMessageStatuses_DetailsFail(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	recipients(a, "", nil)
	a.Script("message-status", acctest.Refusal(96, "Adresse IP non autorisée"))
	acctest.Fail(t, a.Provider()+messageStatuses.Test("details = true", messages("300", "0600000001")),
		unableToReadStatuses, messageStatuses.WithTest(), "The account accepts calls from listed IP addresses only", `code 96, "Adresse IP non autorisée"`)
	a.WantRequests(t, 2)
}

// A verdict on one message that says nothing of it fails the read, and is
// explained.
func TestMessageStatuses_ItemRefused(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	a.Script("multi-status", simulator.Step{Body: `{"success":true,"code":200,"StatutResponse_List":[` +
		`{"success":false,"code":9,"phoneNumber":"+33100000000","messageId":1111,"status":"Pas un mobile"}]}`})
	acctest.Fail(t, a.Provider()+messageStatuses.Test(messages("1111", "0100000000")),
		unableToReadStatuses, messageStatuses.WithTest(), "messages = [",
		"SMS Partner says that one of these is not the number of a mobile phone.", `code 9, "+33100000000: Pas un mobile"`)
	a.WantRequests(t, 1)
}

// What can't be right in any account is refused by `validate`.
func TestMessageStatuses_InvalidConfig(t *testing.T) {
	t.Parallel()
	const invalidNumber = "Invalid phone number in messages[%d].phone_number"
	messageStatuses.Refuses(t, map[string][]string{
		"empty_list":   {"messages = []", "messages = []", "Attribute messages list must contain at least 1 elements"},
		"empty_id":     {messages("", "0600000000"), "Invalid value for messages[0].message_id", `The id is empty: copy it from the answer that gave it.`},
		"blank_id":     {messages("1111", "0600000000", "11 11", "0600000000"), "Invalid value for messages[1].message_id", `"11 11" contains a blank`},
		"letters_id":   {messages("11a", "0600000000"), "Invalid value for messages[0].message_id", `"11a" is not a message id: write the whole number that sending returned.`},
		"letters":      {messages("1111", "0600000000", "1111", "06 OO"), fmt.Sprintf(invalidNumber, 1), `"06 OO" is not a phone number: 'O' is neither a digit nor a separator.`},
		"too_long":     {messages("1111", "+3360000000000001"), fmt.Sprintf(invalidNumber, 0), `"+3360000000000001" is not a phone number: it is too long for its country.`},
		"empty_number": {messages("1111", ""), fmt.Sprintf(invalidNumber, 0), `"" is not a phone number: it has no digits.`},
		"until":        {messages("1111", "0600000000") + "\n  wait = { until = \"sent\" }", "Invalid value for wait.until", `"sent" is not among`},
		"interval":     {messages("1111", "0600000000") + "\n  wait = { interval = \"500ms\" }", "Invalid value for wait.interval", `"500ms" is too short`},
	})
}

// A number that is wrong in the provider's region is named once that is known.
func TestMessageStatuses_NumberOfAnotherRegion(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	acctest.Fail(t, a.Provider(`default_region = "BE"`)+messageStatuses.Test(messages("1111", "0470 12 34 56", "1111", "060000000001")),
		"Error: Invalid phone number in messages[1].phone_number", messageStatuses.WithTest(),
		`"060000000001" is not a phone number: it is too long for the region BE`)
	a.WantRequests(t, 0)
}

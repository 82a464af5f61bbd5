package sms

import "github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"

// mostContacts is how many contacts a batch has.
const mostContacts = 500

// inGroup is the counter of numbers that the group has already, in the vendor's spelling.
const inGroup = "allreadyInGroupe"

// batchCounters are the reasons that the report of a batch counts, in the vendor's spelling
// and order.
var batchCounters = []string{
	"stopSms", "invalidePhone", "duplicatePhone", inGroup, "urlInvalide", "dateInvalide", "empty", "unactivated", "dateInvalid",
}

// contactBatch adds a batch. Its answer has neither "success" nor a code.
func (a *Account) contactBatch(c *wire.Call) (wire.Object, *wire.Failure) {
	groupID := c.Text("groupId")
	list, _ := c.Structure("contactsList").([]any)
	switch {
	case groupID == "":
		return nil, contactGroupRequired
	case len(list) == 0:
		return nil, contactInfoRequired
	case len(list) > mostContacts: // the code of the general limit
		return nil, wire.Refusal(50, "Le nombre de contacts est limité à 500", "The number of contacts is limited to 500")
	}
	counts, imported := map[string]int{}, 0
	rows := make([]wire.Object, 0, len(list))
	for _, item := range list {
		given, _ := item.(map[string]any)
		row, problem := a.batchRow(groupID, given)
		if problem == "" {
			imported++
		}
		counts[problem]++
		rows = append(rows, row)
	}
	var errors wire.Object
	for _, name := range batchCounters {
		errors = append(errors, wire.Integer(name, counts[name]))
	}
	name := ""
	for _, g := range a.groups {
		if g.ID == groupID {
			name = g.Name
		}
	}
	return wire.Object{
		wire.Nested("groupe", wire.Text("name", name), wire.Text("token", groupID)),
		wire.List("results", rows),
		wire.Nested("rapport",
			wire.Integer("nbline", len(list)), wire.Integer("nbline_imported", imported), wire.Integer("nbline_updated", 0),
			wire.Nested("errors", errors...)),
	}, nil
}

// batchRow adds one contact of a batch. Only the code of a number that is in the group is
// documented.
func (a *Account) batchRow(groupID string, given map[string]any) (row wire.Object, problem string) {
	number := wire.MemberText(given["phoneNumber"])
	if normal, valid := wire.E164(number); valid {
		number = normal
	}
	if a.options.Variant.ContactBatchStops && a.isStopped(number) {
		return a.refusedRow(number, stopInBatch), "stopSms"
	}
	added, problem, reason := a.takeContact(groupID, given)
	switch {
	case problem == inGroup:
		return wire.Object{
			wire.Boolean("success", false), wire.Integer("code", contactInGroup.Code), wire.Text("phoneNumber", number),
			wire.Text("message", a.options.Variant.Say(reason)),
		}, problem
	case problem != "":
		return a.refusedRow(number, reason), problem
	}
	row = wire.Object{wire.Boolean("success", true), wire.Integer("code", 200), wire.Text("phoneNumber", added.Number)}
	if a.options.Variant.ContactBatchIDs {
		row = append(row, wire.Text("contactId", added.ID))
	}
	return row, ""
}

var stopInBatch = wire.Wording{French: "Le numéro est dans la liste des STOP SMS", English: "The number is in the SMS STOP list"}

// refusedRow is the row of a contact that is refused for a reason of which no documentation
// has the code.
func (a *Account) refusedRow(number string, reason wire.Wording) wire.Object {
	if a.options.Variant.ContactBatchCodes {
		return wire.Object{wire.Boolean("success", false), wire.Integer("code", oddContact(reason).Code), wire.Text("phoneNumber", number)}
	}
	return wire.Object{wire.Boolean("success", false), wire.Text("phoneNumber", number), wire.Text("message", a.options.Variant.Say(reason))}
}

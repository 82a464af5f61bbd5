package sms

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"sync/atomic"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
)

// MaxContacts is how many contacts one call adds.
const MaxContacts = 500

// The calls that add a batch, at the documented path and at that of a public client.
var contactBatches = [...]partner.Operation{contactBatch("/contact/add"), contactBatch("/contact/multiple/add")}

func contactBatch(path string) partner.Operation {
	return partner.Operation{
		Name:     "contact/add",
		Method:   http.MethodPost,
		Path:     path,
		Class:    partner.Write,
		Data:     "results",
		DataKind: partner.List,
		OrGroup:  "rapport",
		// The documented answer has neither "success" nor a code, though all its rows failed.
		Proof:     partner.ByDataAlone,
		Codes:     map[string]partner.Meaning{"1": partner.MeaningRefused, "2": partner.MeaningRefused},
		ItemCodes: map[string]partner.Meaning{contactInGroup: partner.MeaningExists},
	}
}

// batchForm is the call that adds batches in this run, once one has answered.
type batchForm struct {
	// turn has room for the one call that finds out.
	turn  chan struct{}
	found atomic.Pointer[partner.Operation]
}

// NewContact is a contact of a batch.
type NewContact struct {
	PhoneNumber string
	ContactDetails
}

// Row is what the answer to a batch says about one of its contacts.
type Row struct {
	// Added and InGroup say that the group has the number now. If neither is true and
	// Refusal is empty, the answer does not tell.
	Added, InGroup bool
	// Refusal has the vendor's reason, or its code where it gave no reason, and says so
	// where it gave neither.
	Refusal string
}

// AddContacts adds at most [MaxContacts] contacts to a group. The rows are in the order of
// the contacts. The first call of a run finds out which of the two paths exists, while
// others wait.
//
// SMS Partner documentation: "Ajouter un lot de contacts" / "Add a batch of contacts".
func (c *Client) AddContacts(ctx context.Context, groupID string, contacts []NewContact) ([]Row, error) {
	if form := c.batchForm.found.Load(); form != nil {
		return c.addContacts(ctx, form, groupID, contacts)
	}
	select {
	case c.batchForm.turn <- struct{}{}:
	case <-ctx.Done(): // as the error of the call, which does not leave
		return c.addContacts(ctx, &contactBatches[0], groupID, contacts)
	}
	if form := c.batchForm.found.Load(); form != nil {
		<-c.batchForm.turn
		return c.addContacts(ctx, form, groupID, contacts)
	}
	defer func() { <-c.batchForm.turn }()
	var noPath error
	for i := range contactBatches {
		rows, err := c.addContacts(ctx, &contactBatches[i], groupID, contacts)
		switch {
		case partner.IsNoCall(err):
			noPath = cmp.Or(noPath, err)
			continue
		case err == nil || isAnswered(err):
			c.batchForm.found.Store(&contactBatches[i])
		}
		return rows, err
	}
	return nil, noPath
}

// isAnswered reports whether the vendor itself refused a call.
func isAnswered(err error) bool {
	failed, ok := errors.AsType[*partner.Error](err)
	return ok && failed.Reason == partner.ReasonVendor
}

func (c *Client) addContacts(ctx context.Context, form *partner.Operation, groupID string, contacts []NewContact) ([]Row, error) {
	list := make([]partner.Params, len(contacts))
	for i, contact := range contacts {
		list[i] = contact.added(contact.PhoneNumber)
	}
	params := partner.Params{"groupId": groupID, "contactsList": list}
	return partner.Do(ctx, c.partner, form, params, func(o *partner.Object) []Row { return decodeRows(o, contacts) })
}

// decodeRows finds the contact of each row by its number, since the order of the rows is
// not documented.
func decodeRows(o *partner.Object, contacts []NewContact) []Row {
	rows, numbers := make([]Row, len(contacts)), phone.NewIndex()
	places := make(map[string]int, len(contacts))
	for i, contact := range contacts {
		numbers.Add(contact.PhoneNumber)
		places[contact.PhoneNumber] = i
	}
	told := make([]bool, len(contacts))
	for _, item := range o.LooseList("results") {
		number := numbers.Find(value(only(item, numberNames, phone.Same)))
		if len(number) != 1 {
			continue
		}
		at := places[number[0]]
		row := decodeRow(item)
		if told[at] && row != rows[at] {
			row = Row{} // two rows that differ prove nothing
		}
		rows[at], told[at] = row, true
	}
	return rows
}

func decodeRow(o *partner.Object) Row {
	report := o.Report()
	switch {
	case report.Contradiction != "":
		return Row{}
	case report.Failed && partner.SameCode(report.Code, contactInGroup):
		return Row{InGroup: true}
	case report.Failed && report.Code != "":
		return Row{Refusal: cmp.Or(value(o.Text("message")), "code "+report.Code)}
	case report.Failed:
		return Row{Refusal: cmp.Or(value(o.Text("message")), "no reason given")}
	case o.Bool("success") != nil || report.Code != "":
		return Row{Added: true}
	default:
		return Row{}
	}
}

// FillGroup remembers that this run has made a group what a configuration says.
func (c *Client) FillGroup(groupID string) { c.filledGroups.Store(groupID, true) }

// FilledGroup reports whether FillGroup was called: who empties a group would not notice
// that another resource, or the one that replaces it, has filled the group meanwhile.
func (c *Client) FilledGroup(groupID string) bool {
	_, filled := c.filledGroups.Load(groupID)
	return filled
}

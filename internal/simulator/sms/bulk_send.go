package sms

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const bulkListParameter = "SMSList"

// bulkSendPage is the page "Envoi par lots". The English headings print the
// path of send, against all samples. The webhooks are in the older tables only.
func (a *Account) bulkSendPage() []wire.Route {
	kind := &sendKind{
		path:          "/bulk-send",
		read:          readBulk,
		faults:        bulkFaults,
		element:       "children[phoneNumber].data",
		sender:        "sender",
		senderElement: senderElement,
		spell:         strings.TrimSpace,
		price:         pricePremium,
		partial:       true,
		answer:        bulkAnswer,
	}
	return []wire.Route{{
		Method: http.MethodPost,
		Path:   kind.path,
		Parameters: append([]wire.Parameter{
			{Name: bulkListParameter, Members: []wire.Parameter{
				{Name: "phoneNumber", Check: wire.IsPhoneNumber},
				{Name: "message"},
			}},
		}, sendParameters...),
		Check:  checkStopText,
		Handle: func(c *wire.Call) (wire.Object, *wire.Failure) { return a.send(kind, c) },
	}}
}

// ItemForms are the forms of an item that fails within a call that succeeds.
type ItemForms struct {
	// NoItemCode leaves the code out of a failed item of multi-status and
	// bulk-send.
	NoItemCode bool `flag:"no-item-code" help:"leave the code out of failed items of multi-status and bulk-send"`
	// ItemCodeAsString writes the code of a failed item of bulk-send as a
	// string: the shape of one is not documented.
	ItemCodeAsString bool `flag:"item-code-as-string" help:"write the code of a failed item of bulk-send as a string"`
	// NoItemMessage leaves the message out of a failed item of bulk-send.
	NoItemMessage bool `flag:"no-item-message" help:"leave the message out of a failed item of bulk-send"`
}

// readBulk reads the list. Anything but a list of objects counts as a list without numbers:
// the vendor's answer is not known.
func readBulk(c *wire.Call) ([]*item, *wire.Failure) {
	entries, _ := c.Structure(bulkListParameter).([]any)
	switch {
	case len(entries) == 0:
		return nil, phoneNumbersRequired
	case len(entries) > maxNumbers:
		return nil, tooManyNumbers
	}
	items := make([]*item, 0, len(entries))
	for _, entry := range entries {
		members, _ := entry.(map[string]any)
		items = append(items, &item{given: wire.MemberText(members["phoneNumber"]), posted: wire.MemberText(members["message"])})
	}
	return items, nil
}

func bulkFaults(c *wire.Call) []wire.Fault {
	items, _ := readBulk(c)
	var faults []wire.Fault
	for _, i := range items {
		if i.posted == "" {
			faults = append(faults, textMissing())
		}
	}
	return faults
}

// bulkAnswer has the number of SMS in two spellings, as documented.
func bulkAnswer(sub *submission, v Variant) []wire.Field {
	items := make([]wire.Object, 0, len(sub.items))
	for _, i := range sub.items {
		items = append(items, sub.bulkItem(i, v))
	}
	return append(sub.idField(v),
		wire.Text("currency", defaultCurrency),
		wire.Decimal("cost", sub.shownCost(sub.cost, v)),
		wire.Integer("nbSMS", sub.sms),
		wire.List("SMSResponse_List", items),
	)
}

// bulkItem is one result. The shape of a failed one is not documented.
func (sub *submission) bulkItem(i *item, v Variant) wire.Object {
	number := wire.Text("phoneNumber", i.number)
	if i.refused == nil {
		return wire.Success(
			wire.Integer("nbSms", i.words.parts),
			wire.Decimal("cost", sub.shownCost(i.cost, v)),
			number,
		)
	}
	failed := wire.Object{wire.Boolean("success", false)}
	switch {
	case v.NoItemCode:
	case v.ItemCodeAsString:
		failed = append(failed, wire.Plain("code", strconv.Itoa(i.refused.Code)))
	default:
		failed = append(failed, wire.Integer("code", i.refused.Code))
	}
	if !v.NoItemMessage {
		failed = append(failed, wire.Plain("message", v.Say(i.refused.Message)))
	}
	return append(failed, number)
}

package simulator

import (
	"net/http"
	"strconv"
	"strings"
)

const bulkListParameter = "SMSList"

// bulkSendEndpoints is the page "Envoi par lots". The English headings print the
// path of send, against all samples. The webhooks are in the older tables only.
func bulkSendEndpoints() []endpoint {
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
	return []endpoint{{
		method: http.MethodPost,
		path:   kind.path,
		parameters: append([]parameter{
			{name: bulkListParameter, members: []parameter{
				{name: "phoneNumber", check: isPhoneNumber},
				{name: "message"},
			}},
		}, sendParameters...),
		check:  checkStopText,
		handle: kind.handle,
	}}
}

// readBulk reads the list. A list that is none, or holds something else than
// objects, is one without numbers: what the vendor answers is not known.
func readBulk(c *call) ([]*item, *failure) {
	entries, _ := c.structures[bulkListParameter].([]any)
	switch {
	case len(entries) == 0:
		return nil, &phoneNumbersRequired
	case len(entries) > maxNumbers:
		return nil, &tooManyNumbers
	}
	items := make([]*item, 0, len(entries))
	for _, entry := range entries {
		members, _ := entry.(map[string]any)
		items = append(items, &item{given: memberText(members["phoneNumber"]), posted: memberText(members["message"])})
	}
	return items, nil
}

func bulkFaults(c *call) []fault {
	items, _ := readBulk(c)
	var faults []fault
	for _, i := range items {
		if i.posted == "" {
			faults = append(faults, textMissing())
		}
	}
	return faults
}

// bulkAnswer has the number of SMS in two spellings, as documented.
func bulkAnswer(sub *submission, v Variant) []field {
	items := make(list, 0, len(sub.items))
	for _, i := range sub.items {
		items = append(items, sub.bulkItem(i, v))
	}
	return append(sub.idField(v),
		field{"currency", text(defaultCurrency)},
		field{"cost", sub.shownCost(sub.cost, v)},
		field{"nbSMS", integer(sub.sms)},
		field{"SMSResponse_List", items},
	)
}

// bulkItem is one result. The shape of a failed one is not documented.
func (sub *submission) bulkItem(i *item, v Variant) object {
	number := field{"phoneNumber", text(i.number)}
	if i.refused == nil {
		return success(
			field{"nbSms", integer(i.words.parts)},
			field{"cost", sub.shownCost(i.cost, v)},
			number,
		)
	}
	failed := object{{"success", boolean(false)}}
	switch {
	case v.NoItemCode:
	case v.ItemCodeAsString:
		failed = append(failed, field{"code", plain(strconv.Itoa(i.refused.code))})
	default:
		failed = append(failed, field{"code", integer(i.refused.code)})
	}
	if !v.NoItemMessage {
		failed = append(failed, field{"message", v.say(i.refused.message)})
	}
	return append(failed, number)
}

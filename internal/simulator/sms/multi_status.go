package sms

import (
	"net/http"
	"strconv"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const statusListParameter = "SMSStatut_List"

// multiStatusPage is the page "Statut multiple". The method is POST and the
// list is SMSStatut_List: one English page prints GET, one old table
// SMSStatus_List, against all samples.
func (a *Account) multiStatusPage() []wire.Route {
	return []wire.Route{{
		Method: http.MethodPost,
		Path:   "/multi-status",
		Parameters: []wire.Parameter{
			wire.KeyParameter,
			{Name: statusListParameter, Members: []wire.Parameter{
				{Name: "phoneNumber", Check: wire.IsInternationalNumber},
				{Name: "messageId", Check: wire.IsWholeNumber, Number: true},
			}},
			wire.FormatParameter,
		},
		Handle: a.multiStatus,
	}}
}

// The endpoint page lists 1, 4 and 10; these are the general page's codes for
// fetching statuses. That they refuse the whole call, and not one item, is our
// choice.
var (
	memberNumberRequired = wire.Refusal(2,
		"Le champ phoneNumber est requis",
		"The phoneNumber field is required",
	)
	memberIDRequired = wire.Refusal(3,
		"Le champ MessageId est requis",
		"The MessageId field is required",
	)
	statusListEmpty = wire.Refusal(5,
		"La liste des numéros est vide",
		"The list of numbers is empty",
	)
	statusListWrong = wire.Refusal(6,
		"Le format n'est pas correct",
		"The format is not correct",
	)
	notMobile = wire.Refusal(9,
		"Ne semble pas être un numéro de mobile",
		"Does not appear to be a mobile number",
	)
)

// numberNotFound is the status of a failed item.
var numberNotFound = wire.Wording{French: "Numéro introuvable", English: "Number not found"}

// pair is a message and one of its numbers.
type pair struct {
	id     int64
	number string
}

func (a *Account) multiStatus(c *wire.Call) (wire.Object, *wire.Failure) {
	pairs, failed := statusPairs(c)
	if failed != nil {
		return nil, failed
	}
	items := make([]wire.Object, 0, len(pairs))
	for _, p := range pairs {
		items = append(items, a.multiStatusItem(p))
	}
	return wire.Success(wire.List("StatutResponse_List", items)), nil
}

func (a *Account) multiStatusItem(p pair) wire.Object {
	variant := a.options.Variant
	shown, _ := wire.E164(p.number)
	asked := []wire.Field{wire.Text("phoneNumber", shown), wire.Integer("messageId", p.id)}
	state, found := a.messages.readPair(strconv.FormatInt(p.id, 10), p.number, a.Now())
	if found {
		return append(wire.Success(asked...),
			wire.Text("status", state.Statuses[0]),
			wire.Text("date", strconv.FormatInt(state.Date.Unix(), 10)),
			wire.Text("stopSms", flagText(state.StopSMS)),
			wire.Text("isSpam", flagText(state.IsSpam)),
		)
	}
	item := wire.Object{wire.Boolean("success", false)}
	if !variant.NoItemCode {
		item = append(item, wire.Integer("code", messageNotFound.Code))
	}
	item = append(item, asked...)
	return append(item, wire.Text("status", variant.Say(numberNotFound)))
}

// flagText is how multi-status writes its flags, unlike the other status calls.
func flagText(b bool) string {
	if b {
		return "1"
	}
	return "0"
}

// statusPairs reads the list, or says why the call is refused.
func statusPairs(c *wire.Call) ([]pair, *wire.Failure) {
	if c.Text(statusListParameter) != "" {
		return nil, statusListWrong
	}
	content := c.Structure(statusListParameter)
	items, isList := content.([]any)
	switch {
	case content == nil:
		return nil, statusListEmpty
	case !isList:
		return nil, statusListWrong
	case len(items) == 0:
		return nil, statusListEmpty
	case len(items) > maxNumbers:
		return nil, tooManyNumbers
	}
	pairs := make([]pair, 0, len(items))
	for _, item := range items {
		p, failed := readPair(item)
		if failed != nil {
			return nil, failed
		}
		pairs = append(pairs, p)
	}
	return pairs, nil
}

func readPair(item any) (pair, *wire.Failure) {
	members, isObject := item.(map[string]any)
	if !isObject {
		return pair{}, statusListWrong
	}
	number, id := wire.MemberText(members["phoneNumber"]), wire.MemberText(members["messageId"])
	switch {
	case number == "":
		return pair{}, memberNumberRequired
	case id == "":
		return pair{}, memberIDRequired
	}
	n, err := strconv.ParseInt(id, 10, 64)
	switch {
	case err != nil:
		return pair{}, statusListWrong
	case !wire.SeemsMobile(number):
		return pair{}, notMobile
	}
	return pair{n, number}, nil
}

package simulator

import (
	"net/http"
	"strconv"
)

const statusListParameter = "SMSStatut_List"

// multiStatusEndpoints is the page "Statut multiple". The method is POST and the
// list is SMSStatut_List: one English page prints GET, one old table
// SMSStatus_List, against all samples.
func multiStatusEndpoints() []endpoint {
	return []endpoint{{
		method: http.MethodPost,
		path:   "/multi-status",
		parameters: []parameter{
			apiKeyParameter,
			{name: statusListParameter, members: []parameter{
				{name: "phoneNumber", check: isInternationalNumber},
				{name: "messageId", check: isWholeNumber, number: true},
			}},
			formatParameter,
		},
		handle: multiStatus,
	}}
}

// The endpoint page lists 1, 4 and 10; these are the general page's codes for
// fetching statuses. That they refuse the whole call, and not one item, is our
// choice.
var (
	memberNumberRequired = failure{code: 2, message: wording{
		"Le champ phoneNumber est requis",
		"The phoneNumber field is required",
	}}
	memberIDRequired = failure{code: 3, message: wording{
		"Le champ MessageId est requis",
		"The MessageId field is required",
	}}
	statusListEmpty = failure{code: 5, message: wording{
		"La liste des numéros est vide",
		"The list of numbers is empty",
	}}
	statusListWrong = failure{code: 6, message: wording{
		"Le format n'est pas correct",
		"The format is not correct",
	}}
	notMobile = failure{code: 9, message: wording{
		"Ne semble pas être un numéro de mobile",
		"Does not appear to be a mobile number",
	}}
)

// numberNotFound is the status of a failed item.
var numberNotFound = wording{"Numéro introuvable", "Number not found"}

// pair is a message and one of its numbers.
type pair struct {
	id     int64
	number string
}

func multiStatus(s *Simulator, c *call) (object, *failure) {
	pairs, failed := c.statusPairs()
	if failed != nil {
		return nil, failed
	}
	items := make(list, 0, len(pairs))
	for _, p := range pairs {
		items = append(items, s.multiStatusItem(p))
	}
	return success(field{"StatutResponse_List", items}), nil
}

func (s *Simulator) multiStatusItem(p pair) object {
	variant := s.options.Variant
	shown, _ := e164(p.number)
	asked := []field{{"phoneNumber", text(shown)}, {"messageId", integer(p.id)}}
	state, found := s.messages.readPair(strconv.FormatInt(p.id, 10), p.number, s.now())
	if found {
		return append(success(asked...),
			field{"status", text(state.Statuses[0])},
			field{"date", text(strconv.FormatInt(state.Date.Unix(), 10))},
			field{"stopSms", flagText(state.StopSMS)},
			field{"isSpam", flagText(state.IsSpam)},
		)
	}
	item := object{{"success", boolean(false)}}
	if !variant.NoItemCode {
		item = append(item, field{"code", integer(messageNotFound.code)})
	}
	item = append(item, asked...)
	return append(item, field{"status", text(variant.say(numberNotFound))})
}

// flagText is how multi-status writes its flags, unlike the other status calls.
func flagText(b bool) text {
	if b {
		return "1"
	}
	return "0"
}

// statusPairs reads the list, or says why the call is refused.
func (c *call) statusPairs() ([]pair, *failure) {
	if c.text(statusListParameter) != "" {
		return nil, &statusListWrong
	}
	content := c.structures[statusListParameter]
	items, isList := content.([]any)
	switch {
	case content == nil:
		return nil, &statusListEmpty
	case !isList:
		return nil, &statusListWrong
	case len(items) == 0:
		return nil, &statusListEmpty
	case len(items) > maxNumbers:
		return nil, &tooManyNumbers
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

func readPair(item any) (pair, *failure) {
	members, isObject := item.(map[string]any)
	if !isObject {
		return pair{}, &statusListWrong
	}
	number, id := memberText(members["phoneNumber"]), memberText(members["messageId"])
	switch {
	case number == "":
		return pair{}, &memberNumberRequired
	case id == "":
		return pair{}, &memberIDRequired
	}
	n, err := strconv.ParseInt(id, 10, 64)
	switch {
	case err != nil:
		return pair{}, &statusListWrong
	case !seemsMobile(number):
		return pair{}, &notMobile
	}
	return pair{n, number}, nil
}

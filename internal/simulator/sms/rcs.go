package sms

import (
	"net/http"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// RCSForms are the forms of an RCS. No error of this call is documented.
type RCSForms struct {
	// RCSNumbersAsText takes the numbers of an RCS as one text, separated by commas, as the
	// table has them, and no list, as the samples have them.
	RCSNumbersAsText bool `flag:"rcs-numbers-as-text" help:"take the numbers of an RCS as one text, separated by commas"`
	// RCSOff refuses each RCS, since the vendor's staff must first activate them.
	RCSOff bool `flag:"rcs-off" help:"refuse each RCS, as if RCS were not activated"`
	// RCSCode is the code of each refusal of an RCS; with 0 it is that of the other sends.
	RCSCode int `flag:"rcs-code" value:"code" help:"refuse an RCS with this code, instead of those of the other sends"`
}

// rcsInactive has a code and words of its own: those of the vendor are not documented.
var rcsInactive = wire.Refusal(99, "Le RCS n'est pas activé", "RCS is not activated")

const (
	richContentParameter = "richContent"
	failoverParameter    = "failover"
)

// rcsPage is the page "RCS". Mistakes are refused like those of the other sends.
func (a *Account) rcsPage() []wire.Route {
	kind := &sendKind{
		path:    "/rcs/send",
		read:    a.readRCS,
		faults:  rcsFaults,
		element: "children[phoneNumbers].data",
		spell:   strings.TrimSpace,
		price:   priceRCS,
		rich:    true,
		answer:  rcsAnswer,
	}
	return []wire.Route{{
		Method: http.MethodPost,
		Path:   kind.path,
		Parameters: append([]wire.Parameter{
			wire.KeyParameter,
			{Name: "phoneNumbers", Check: wire.IsPhoneNumberList, Structure: isNumberList}, // both are documented
			{Name: "isUnicode", Check: wire.OneOf("1")},
			{Name: richContentParameter, Structure: isRichContent},
			{Name: failoverParameter, Fields: []wire.Parameter{
				{Name: "sender", Check: isSender},
				{Name: "message"},
				{Name: "isStopSms", Check: wire.IsFlag, Number: true},
				{Name: "isUnicode", Check: wire.IsFlag, Number: true},
			}},
		}, scheduleParameters...),
		Check:  checkFailover,
		Handle: func(c *wire.Call) (wire.Object, *wire.Failure) { return a.sendRCS(kind, c) },
	}}
}

func (a *Account) sendRCS(kind *sendKind, c *wire.Call) (wire.Object, *wire.Failure) {
	answer, failed := wire.Object(nil), rcsInactive
	if !a.options.Variant.RCSOff {
		answer, failed = a.send(kind, c)
	}
	if code := a.options.Variant.RCSCode; failed != nil && code != 0 {
		other := *failed
		other.Code = code
		return nil, &other
	}
	return answer, failed
}

func (a *Account) readRCS(c *wire.Call) ([]*item, *wire.Failure) {
	if a.options.Variant.RCSNumbersAsText {
		return oneText(c, "phoneNumbers")
	}
	numbers, _ := c.Structure("phoneNumbers").([]any)
	switch {
	case len(numbers) == 0:
		return nil, phoneNumbersRequired
	case len(numbers) > maxNumbers:
		return nil, tooManyNumbers
	}
	items := make([]*item, 0, len(numbers))
	for _, number := range numbers {
		items = append(items, &item{given: wire.MemberText(number)})
	}
	return items, nil
}

// rcsFaults has texts of its own: what the vendor says is not documented.
func rcsFaults(c *wire.Call) []wire.Fault {
	var faults []wire.Fault
	required := func(parameter, text string) {
		faults = append(faults, faultAt("children["+parameter+"].data", text, text, nil))
	}
	if c.Text("isUnicode") == "" {
		required("isUnicode", "Le champ isUnicode est requis")
	}
	if content, _ := c.Structure(richContentParameter).(map[string]any); len(content) == 0 {
		required(richContentParameter, "Le contenu est requis")
	}
	return faults
}

// checkFailover notes an SMS that could not be sent in place of the RCS.
func checkFailover(c *wire.Call) {
	failover, isObject := c.Structure(failoverParameter).(map[string]any)
	if !isObject {
		return
	}
	unicode := wire.MemberText(failover["isUnicode"]) == "1"
	withStop := wire.MemberText(failover["isStopSms"]) == "1"
	switch message := wire.MemberText(failover["message"]); {
	case message == "":
		c.Note("parameter %q has no message", failoverParameter)
	case compose(message, unicode, withStop).parts > maxParts:
		c.Note("the message of parameter %q takes more than %d SMS", failoverParameter, maxParts)
	}
}

// rcsAnswer has the number of RCS in the place of that of SMS.
func rcsAnswer(sub *submission, _ Variant) []wire.Field {
	return []wire.Field{
		wire.Integer("message_id", wholeNumber(sub.id)),
		wire.Integer("nb_rcs", len(sub.accepted())),
		wire.Decimal("cost", sub.cost.Decimal()),
		wire.Text("currency", defaultCurrency),
	}
}

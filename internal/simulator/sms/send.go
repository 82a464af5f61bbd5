package sms

import (
	"net/http"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// lowCostRange is the value of gamme for Low Cost; 1 is Premium, the default.
const lowCostRange = "2"

// The parameters that several of the calls that send have.
var (
	tagParameter         = wire.Parameter{Name: "tag", Check: isTag}
	sandboxParameter     = wire.Parameter{Name: "sandbox", Check: wire.IsFlag}
	isStopParameter      = wire.Parameter{Name: "isStopSms", Check: wire.IsFlag}
	urlResponseParameter = wire.Parameter{Name: "urlResponse", Check: wire.IsReceiver}
	urlDlrParameter      = wire.Parameter{Name: "urlDlr", Check: wire.IsReceiver}
	scheduleParameters   = []wire.Parameter{
		{Name: "scheduledDeliveryDate", Check: wire.IsScheduledDate},
		{Name: "time", Check: wire.IsHour},
		{Name: "minute", Check: wire.IsMinute},
	}
	// sendParameters are those of send and bulk-send less the numbers and texts.
	sendParameters = append([]wire.Parameter{
		wire.KeyParameter,
		{Name: "gamme", Check: wire.OneOf("1", lowCostRange)},
		{Name: "sender", Check: isSender},
		tagParameter,
		urlResponseParameter,
		urlDlrParameter,
		isStopParameter,
		{Name: "isUnicode", Check: wire.IsFlag},
		sandboxParameter,
		wire.FormatParameter,
	}, scheduleParameters...)
)

// checkStopText notes the STOP text where it does not apply.
func checkStopText(c *wire.Call) {
	if c.Text("gamme") == lowCostRange && c.Flag("isStopSms") {
		c.Note("parameter %q does not apply to the low-cost range", "isStopSms")
	}
}

// sendPage is the page "Envoi unitaire".
func (a *Account) sendPage() []wire.Route {
	kind := &sendKind{
		path:          "/send",
		read:          func(c *wire.Call) ([]*item, *wire.Failure) { return oneText(c, "phoneNumbers") },
		faults:        textFaults,
		element:       "children[phoneNumbers].data",
		sender:        "sender",
		senderElement: senderElement,
		spell:         strings.TrimSpace,
		price:         pricePremium,
		answer:        singleAnswer,
	}
	return []wire.Route{{
		Method: http.MethodPost,
		Path:   kind.path,
		Parameters: append([]wire.Parameter{
			{Name: "phoneNumbers", Check: wire.IsPhoneNumberList},
			{Name: "message"},
		}, sendParameters...),
		Check:  checkStopText,
		Handle: func(c *wire.Call) (wire.Object, *wire.Failure) { return a.send(kind, c) },
	}}
}

const (
	maxNumbers    = 500
	senderElement = "children[sender].data"
)

var (
	phoneNumbersRequired = wire.Refusal(2,
		"Le champ phoneNumbers est requis",
		"The phoneNumbers field is required",
	)
	tooManyNumbers = wire.Refusal(50,
		"Le nombre de numéros autorisés est de 500 maxi",
		"Maximum of 500 numbers",
	)
)

// oneText reads a list of numbers that get the same text.
func oneText(c *wire.Call, parameterName string) ([]*item, *wire.Failure) {
	given := c.Text(parameterName)
	if given == "" {
		return nil, phoneNumbersRequired
	}
	numbers := strings.Split(given, ",")
	switch {
	case len(numbers) > maxNumbers:
		return nil, tooManyNumbers
	case strings.Trim(given, ", ") == "":
		return nil, noNumberToSend
	}
	items := make([]*item, 0, len(numbers))
	for _, number := range numbers {
		items = append(items, &item{given: number, posted: c.Text("message")})
	}
	return items, nil
}

func textFaults(c *wire.Call) []wire.Fault {
	if c.Text("message") == "" {
		return []wire.Fault{textMissing()}
	}
	return nil
}

func textMissing() wire.Fault {
	return faultAt("children[message].data", "Le message est requis", "Le message est requis", textRequired)
}

// sendAnswer is the answer of the calls that send one text. nb_sms is "number of
// billed SMS": all parts to all numbers.
func sendAnswer(sub *submission, v Variant) []wire.Field {
	return append(sub.idField(v),
		wire.Integer("nb_sms", sub.sms),
		wire.Decimal("cost", sub.shownCost(sub.cost, v)),
		wire.Text("currency", defaultCurrency),
	)
}

// singleAnswer is that of send, with the date of a scheduled message as
// recorded.
func singleAnswer(sub *submission, v Variant) []wire.Field {
	answer := sendAnswer(sub, v)
	if !sub.scheduled.IsZero() {
		answer = append(answer, wire.Text("scheduledDeliveryDate", sub.scheduled.Format("2006-01-02 15:04:05")))
	}
	return answer
}

func wholeNumber(id string) int64 {
	n, err := strconv.ParseInt(id, 10, 64)
	if err != nil {
		panic(err)
	}
	return n
}

func isSender(v string) string {
	if n := utf8.RuneCountInString(v); n < 3 || n > 11 {
		return "does not have 3 to 11 characters"
	}
	if hasSpecialCharacters(v) {
		return "has special characters"
	}
	if strings.Trim(v, " ") != v {
		return "begins or ends with a blank"
	}
	return ""
}

// hasSpecialCharacters is true for what is not a letter or digit without accent.
// A blank is none: the documentation says that some phones do not show it.
func hasSpecialCharacters(sender string) bool {
	return strings.ContainsFunc(sender, func(r rune) bool {
		return r != ' ' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
	})
}

func isTag(v string) string {
	if utf8.RuneCountInString(v) > 20 || strings.ContainsAny(v, " \t\n") || v != strings.ToLower(v) {
		return "is not a tag: at most 20 characters, no spaces, lower case"
	}
	return ""
}

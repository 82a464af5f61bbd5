package simulator

import (
	"net/http"
	"strconv"
	"strings"
)

// lowCostRange is the value of gamme for Low Cost; 1 is Premium, the default.
const lowCostRange = "2"

// The parameters that several of the calls that send have.
var (
	tagParameter         = parameter{name: "tag", check: isTag}
	sandboxParameter     = parameter{name: "sandbox", check: isFlag}
	isStopParameter      = parameter{name: "isStopSms", check: isFlag}
	urlResponseParameter = parameter{name: "urlResponse", check: isReceiver}
	urlDlrParameter      = parameter{name: "urlDlr", check: isReceiver}
	scheduleParameters   = []parameter{
		{name: "scheduledDeliveryDate", check: isScheduledDate},
		{name: "time", check: isHour},
		{name: "minute", check: isMinute},
	}
	// sendParameters are those of send and bulk-send less the numbers and texts.
	sendParameters = append([]parameter{
		apiKeyParameter,
		{name: "gamme", check: oneOf("1", lowCostRange)},
		{name: "sender", check: isSender},
		tagParameter,
		urlResponseParameter,
		urlDlrParameter,
		isStopParameter,
		{name: "isUnicode", check: isFlag},
		sandboxParameter,
		formatParameter,
	}, scheduleParameters...)
)

// checkStopText notes the STOP text where it does not apply.
func checkStopText(c *call) {
	if c.text("gamme") == lowCostRange && c.flag("isStopSms") {
		c.note("parameter %q does not apply to the low-cost range", "isStopSms")
	}
}

// sendEndpoints is the page "Envoi unitaire".
func sendEndpoints() []endpoint {
	kind := &sendKind{
		path:          "/send",
		read:          func(c *call) ([]*item, *failure) { return c.oneText("phoneNumbers") },
		faults:        textFaults,
		element:       "children[phoneNumbers].data",
		sender:        "sender",
		senderElement: senderElement,
		spell:         strings.TrimSpace,
		price:         pricePremium,
		answer:        singleAnswer,
	}
	return []endpoint{{
		method: http.MethodPost,
		path:   kind.path,
		parameters: append([]parameter{
			{name: "phoneNumbers", check: isPhoneNumberList},
			{name: "message"},
		}, sendParameters...),
		check:  checkStopText,
		handle: kind.handle,
	}}
}

const (
	maxNumbers    = 500
	senderElement = "children[sender].data"
)

var (
	phoneNumbersRequired = failure{code: 2, message: wording{
		"Le champ phoneNumbers est requis",
		"The phoneNumbers field is required",
	}}
	tooManyNumbers = failure{code: 50, message: wording{
		"Le nombre de numéros autorisés est de 500 maxi",
		"Maximum of 500 numbers",
	}}
)

// oneText reads a list of numbers that get the same text.
func (c *call) oneText(parameterName string) ([]*item, *failure) {
	given := c.text(parameterName)
	if given == "" {
		return nil, &phoneNumbersRequired
	}
	numbers := strings.Split(given, ",")
	switch {
	case len(numbers) > maxNumbers:
		return nil, &tooManyNumbers
	case strings.Trim(given, ", ") == "":
		return nil, &noNumberToSend
	}
	items := make([]*item, 0, len(numbers))
	for _, number := range numbers {
		items = append(items, &item{given: number, posted: c.text("message")})
	}
	return items, nil
}

func textFaults(c *call) []fault {
	if c.text("message") == "" {
		return []fault{textMissing()}
	}
	return nil
}

func textMissing() fault {
	return fault{problem{"children[message].data", "Le message est requis", "Le message est requis"}, &textRequired}
}

// sendAnswer is the answer of the calls that send one text. nb_sms is "number of
// billed SMS": all parts to all numbers.
func sendAnswer(sub *submission, v Variant) []field {
	return append(sub.idField(v),
		field{"nb_sms", integer(sub.sms)},
		field{"cost", sub.shownCost(sub.cost, v)},
		field{"currency", text(defaultCurrency)},
	)
}

// singleAnswer is that of send, with the date of a scheduled message as
// recorded.
func singleAnswer(sub *submission, v Variant) []field {
	answer := sendAnswer(sub, v)
	if !sub.scheduled.IsZero() {
		answer = append(answer, field{"scheduledDeliveryDate", text(sub.scheduled.Format("2006-01-02 15:04:05"))})
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

package simulator

import (
	"net/http"
	"strings"
)

const longNumberPath = "/vn/send"

// longNumberEndpoints is the page "Envoi par numéro long". It speaks of deferred
// sends but lists no parameter for them, and it documents no error: these are
// those of the other calls. isStopSms is on the oldest pages only.
func longNumberEndpoints() []endpoint {
	kind := &sendKind{
		path:    longNumberPath,
		read:    func(c *call) ([]*item, *failure) { return c.oneText("to") },
		faults:  longNumberFaults,
		element: "children[to].data",
		sender:  "from",
		spell:   withPlus,
		price:   priceLongNumber,
		answer:  sendAnswer,
	}
	return []endpoint{{
		method: http.MethodPost,
		path:   kind.path,
		parameters: []parameter{
			apiKeyParameter,
			{name: "to", check: isLongNumberList},
			{name: "from", check: isLongNumber},
			{name: "message"},
			tagParameter,
			urlResponseParameter,
			urlDlrParameter,
			isStopParameter,
			sandboxParameter,
			formatParameter,
		},
		handle: kind.handle,
	}}
}

func longNumberFaults(c *call) []fault {
	faults := textFaults(c)
	from := c.text("from")
	if _, valid := e164(withPlus(from)); !valid {
		faults = append(faults, fault{problem{
			"children[from].data",
			"L'emetteur est invalide",
			senderInvalid.message.french,
		}, &senderInvalid})
	}
	return faults
}

func isLongNumber(v string) string {
	if bareNumber.MatchString(v) {
		return ""
	}
	return "is not an international number without plus sign"
}

// isLongNumberList takes the list that the other calls document: this page
// speaks of numbers, but says nothing of how to list them.
func isLongNumberList(v string) string {
	for number := range strings.SplitSeq(v, ",") {
		if complaint := isLongNumber(number); complaint != "" {
			return "holds a part that " + complaint
		}
	}
	return ""
}

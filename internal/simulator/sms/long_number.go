package sms

import (
	"net/http"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const longNumberPath = "/vn/send"

// longNumberPage is the page "Envoi par numéro long". It speaks of deferred
// sends but lists no parameter for them, and it documents no error: these are
// those of the other calls. isStopSms is on the oldest pages only.
func (a *Account) longNumberPage() []wire.Route {
	kind := &sendKind{
		path:    longNumberPath,
		read:    func(c *wire.Call) ([]*item, *wire.Failure) { return oneText(c, "to") },
		faults:  longNumberFaults,
		element: "children[to].data",
		sender:  "from",
		spell:   wire.WithPlus,
		price:   priceLongNumber,
		answer:  sendAnswer,
	}
	return []wire.Route{{
		Method: http.MethodPost,
		Path:   kind.path,
		Parameters: []wire.Parameter{
			wire.KeyParameter,
			{Name: "to", Check: isLongNumberList},
			{Name: "from", Check: wire.IsBareNumber},
			{Name: "message"},
			tagParameter,
			urlResponseParameter,
			urlDlrParameter,
			isStopParameter,
			sandboxParameter,
			wire.FormatParameter,
		},
		Handle: func(c *wire.Call) (wire.Object, *wire.Failure) { return a.send(kind, c) },
	}}
}

func longNumberFaults(c *wire.Call) []wire.Fault {
	faults := textFaults(c)
	from := c.Text("from")
	if _, valid := wire.E164(wire.WithPlus(from)); !valid {
		faults = append(faults, faultAt(
			"children[from].data",
			"L'emetteur est invalide",
			senderInvalid.Message.French,
			senderInvalid,
		))
	}
	return faults
}

// isLongNumberList takes the list that the other calls document: this page
// speaks of numbers, but says nothing of how to list them.
func isLongNumberList(v string) string {
	for number := range strings.SplitSeq(v, ",") {
		if complaint := wire.IsBareNumber(number); complaint != "" {
			return "holds a part that " + complaint
		}
	}
	return ""
}

package sms

import (
	"net/http"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const surveyParameter = "sondageIdent"

// surveyPage is the page "Envoi de sondages". Any identifier is a survey's:
// its form is not documented, and no call lists them.
func (a *Account) surveyPage() []wire.Route {
	kind := &sendKind{
		path:    "/sondage/to/send",
		read:    func(c *wire.Call) ([]*item, *wire.Failure) { return oneText(c, "phoneNumbers") },
		faults:  surveyFaults,
		element: "children[phoneNumber].data",
		spell:   strings.TrimSpace,
		price:   pricePremium,
		answer:  sendAnswer,
	}
	return []wire.Route{{
		Method: http.MethodPost,
		Path:   kind.path,
		Parameters: append([]wire.Parameter{
			wire.KeyParameter,
			{Name: "phoneNumbers", Check: wire.IsPhoneNumberList},
			{Name: surveyParameter},
			tagParameter,
			wire.FormatParameter,
		}, scheduleParameters...),
		Handle: func(c *wire.Call) (wire.Object, *wire.Failure) { return a.send(kind, c) },
	}}
}

// surveyFaults has a text of its own: what the vendor says is not documented.
func surveyFaults(c *wire.Call) []wire.Fault {
	if c.Text(surveyParameter) != "" {
		return nil
	}
	return []wire.Fault{faultAt(
		"children[sondageIdent].data",
		"L'identifiant du sondage est requis",
		"L'identifiant du sondage est requis",
		nil,
	)}
}

package simulator

import (
	"net/http"
	"strings"
)

const surveyParameter = "sondageIdent"

// surveyEndpoints is the page "Envoi de sondages". Any identifier is a survey's:
// its form is not documented, and no call lists them.
func surveyEndpoints() []endpoint {
	kind := &sendKind{
		path:    "/sondage/to/send",
		read:    func(c *call) ([]*item, *failure) { return c.oneText("phoneNumbers") },
		faults:  surveyFaults,
		element: "children[phoneNumber].data",
		spell:   strings.TrimSpace,
		price:   pricePremium,
		answer:  sendAnswer,
	}
	return []endpoint{{
		method: http.MethodPost,
		path:   kind.path,
		parameters: append([]parameter{
			apiKeyParameter,
			{name: "phoneNumbers", check: isPhoneNumberList},
			{name: surveyParameter},
			tagParameter,
			formatParameter,
		}, scheduleParameters...),
		handle: kind.handle,
	}}
}

// surveyFaults has a text of its own: what the vendor says is not documented.
func surveyFaults(c *call) []fault {
	if c.text(surveyParameter) != "" {
		return nil
	}
	return []fault{{problem: problem{
		"children[sondageIdent].data",
		"L'identifiant du sondage est requis",
		"L'identifiant du sondage est requis",
	}}}
}

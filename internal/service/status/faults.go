package status

import (
	"maps"

	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
)

// faults explains the codes that the vendor documents for all calls that read statuses.
// asked is the argument to blame; own explains codes that one call can explain better.
func faults(asked path.Path, own map[string]diagnostic.Fault) map[string]diagnostic.Fault {
	all := map[string]diagnostic.Fault{
		"2": {Attribute: asked, Missing: "phone number"},
		"3": {Attribute: asked, Missing: "message id"},
		"5": {Attribute: asked, Missing: "message to ask about"},
		"9": {
			Attribute: asked,
			What:      "SMS Partner says that one of these is not the number of a mobile phone.",
			Do:        "Ask about numbers of mobile phones only.",
		},
		"50": {
			Attribute: asked,
			What:      "The request asked about more messages than SMS Partner answers at once.",
			Do:        "Ask about fewer messages in one data source.",
		},
	}
	maps.Copy(all, own)
	return all
}

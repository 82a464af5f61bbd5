package status

import (
	"maps"

	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// faults explains the codes that the vendor documents for all calls that read
// statuses. Asked is the argument that says what is asked about, and own explains
// what a call can say better.
func faults(asked path.Path, own map[partner.Meaning]diagnostic.Fault) map[partner.Meaning]diagnostic.Fault {
	const removed = "The provider sends it with each call, so something on the way removed it: check base_url in the provider block, and proxies."
	all := map[partner.Meaning]diagnostic.Fault{
		partner.MeaningNumberMissing:    {Attribute: asked, What: "SMS Partner received no phone number.", Do: removed},
		partner.MeaningMessageIDMissing: {Attribute: asked, What: "SMS Partner received no message id.", Do: removed},
		partner.MeaningNumbersMissing:   {Attribute: asked, What: "SMS Partner received nothing to ask about.", Do: removed},
		partner.MeaningNotMobile: {
			Attribute: asked,
			What:      "SMS Partner does not take a phone number for that of a mobile phone.",
			Do:        "Ask about numbers of mobile phones only.",
		},
		partner.MeaningTooMany: {
			Attribute: asked,
			What:      "SMS Partner was asked about more than it answers at once.",
			Do:        "Ask about fewer messages in one data source.",
		},
	}
	maps.Copy(all, own)
	return all
}

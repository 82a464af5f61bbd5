package virtualnumber

import (
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
)

// The arguments.
const (
	argNumber         = "number"
	argForwardTo      = "forward_to"
	argVoicemailEmail = "voicemail_email"
)

const (
	unableToSet     = "Unable to set call forwarding"
	unableToDisable = "Unable to disable call forwarding"
)

var (
	alreadyOn = diagnostic.Fault{
		What: "SMS Partner answers that calls are forwarded, or go to a voicemail, already.",
		Do:   "Run again. If this goes on, disable the forwarding in the dashboard.",
	}
	notEnabled = diagnostic.Fault{
		What: "SMS Partner answers that call forwarding is not enabled.",
		Do:   "Ask the support of SMS Partner whether this number can forward calls.",
	}
)

// faults explains the refusals. Code 1 is left to the vendor's words: the documentation
// prints a text about another parameter.
var faults = diagnostic.Faults{
	ByCode: map[string]diagnostic.Fault{
		"5": {
			What: "SMS Partner misses the virtual number, or does not take the e-mail address: the documentation gives this code to both.",
			Do:   "Go by the words above. The provider sends a number with each call: check voicemail_email.",
		},
		"6": {Missing: "type of forwarding"},
		"7": {
			What: "SMS Partner does not know this type of forwarding.",
			Do:   "Report it as a bug of the provider.",
		},
		"8": {Missing: "number or e-mail address to forward to"},
		"9": {
			Attribute: path.Root(argVoicemailEmail), What: "SMS Partner does not take the e-mail address.",
			Do: "Correct voicemail_email.",
		},
		"12": {
			Attribute: path.Root(argForwardTo), What: "SMS Partner does not take the number to which calls are to go.",
			Do: "Correct forward_to, or ask the support of SMS Partner to which numbers it forwards calls.",
		},
		"13": {
			Attribute: path.Root(argNumber), What: "SMS Partner knows no such virtual number.",
			Do: "Check number, and that the API key is that of the account which rents it.",
		},
		"14": notEnabled,
		"15": {
			Attribute: path.Root(argNumber), What: "The virtual number is disabled.",
			Do: "Ask the support of SMS Partner to enable it.",
		},
		"16": alreadyOn,
		"17": alreadyOn,
		"18": notEnabled,
	},
	Parameters: map[string]path.Path{argNumber: path.Root(argNumber)},
}

// refused is the error of a change after which things are as before says, in sentences.
func refused(before string, err error) diag.Diagnostic {
	d := diagnostic.FromError(unableToSet, err, faults)
	detail := before + " " + d.Detail()
	if at, ok := d.(diag.DiagnosticWithPath); ok {
		return diag.NewAttributeErrorDiagnostic(at.Path(), d.Summary(), detail)
	}
	return diag.NewErrorDiagnostic(d.Summary(), detail)
}

// unclear is the error of a change whose answer was lost.
func unclear(number string, err error) diag.Diagnostic {
	return diag.NewErrorDiagnostic("Unable to tell whether call forwarding was set", fmt.Sprintf(
		"The change got no clear answer, so calls to %s may go where they went before, to the new target, or nowhere. SMS Partner has no call that tells which.\n\n%s\n\n"+
			"Apply again: to set the same target twice does no harm. Otherwise look in the dashboard.", number, diagnostic.Happened(err, faults)))
}

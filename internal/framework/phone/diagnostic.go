package phone

import (
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

// Invalid is the diagnostic of a number that [E164] refused.
func Invalid(at path.Path, err error) diag.Diagnostic {
	summary := "Invalid phone number"
	if len(at.Steps()) > 1 {
		summary += " in " + validate.Name(at) // engines show the lines of arguments only, not of what they hold
	}
	return diag.NewAttributeErrorDiagnostic(at, summary,
		err.Error()+".\n\nWrite it in international form, such as +33600000001, "+
			"or as a national number of the provider's default_region, such as 06 00 00 00 01.")
}

// Package phone is the Terraform type for phone numbers, and what diagnostics say
// about them.
package phone

import (
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
)

// Invalid is the error of an impossible number.
func Invalid(at path.Path, err error) diag.Diagnostic {
	return diag.NewAttributeErrorDiagnostic(at, "Invalid phone number"+within(at),
		err.Error()+".\n\nWrite it in international form, such as +33600000001, "+
			"or as a national number of the provider's default_region, such as 06 00 00 00 01.")
}

// judge refuses what can't be a number in any region, and warns of an unusual length.
func judge(at path.Path, number string) diag.Diagnostics {
	unusual, err := phone.Check(number)
	switch {
	case err != nil:
		return diag.Diagnostics{Invalid(at, err)}
	case unusual:
		return diag.Diagnostics{odd(at, number)}
	default:
		return nil
	}
}

// odd warns of a number that is longer or shorter than the known ones of its country.
func odd(at path.Path, number string) diag.Diagnostic {
	return diag.NewAttributeWarningDiagnostic(at, "Unusual phone number"+within(at),
		fmt.Sprintf("%s has more or fewer digits than any known number of its country. The provider sends it unchanged, since numbers of machines can be longer than others.\n\n"+
			"Check that no digit is missing or written twice.", validate.Quote(number)))
}

// within names the place of an element: engines show the line of an argument, not that of
// an element.
func within(at path.Path) string {
	if len(at.Steps()) > 1 {
		return " in " + validate.Name(at)
	}
	return ""
}

package status

import (
	"errors"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

// askedNumbers returns the argument phone_numbers in E.164 form, nil where it is not
// set.
func askedNumbers(set types.Set, region string) ([]string, diag.Diagnostics) {
	var diags diag.Diagnostics
	var numbers []string
	for _, element := range set.Elements() {
		at := path.Root("phone_numbers").AtSetValue(element)
		written, ok := element.(phone.Number)
		if !ok || written.IsNull() {
			diags.Append(validate.Invalid(at, errors.New("a null stands among the numbers: leave it out, for example with compact()")))
			continue
		}
		number, problems := phone.Read(at, written.ValueString(), region)
		if diags.Append(problems...); problems.HasError() {
			continue
		}
		numbers = append(numbers, number)
	}
	return numbers, diags
}

package status

import (
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
)

// askedNumbers returns the argument phone_numbers in E.164 form; nil if it is not set.
func askedNumbers(set types.Set, region string) ([]string, diag.Diagnostics) {
	var diags diag.Diagnostics
	var numbers []string
	for _, element := range set.Elements() {
		written, _ := element.(phone.Number) // the schema allows no other type
		number, problems := phone.Read(path.Root("phone_numbers").AtSetValue(element), written.ValueString(), region)
		if diags.Append(problems...); problems.HasError() {
			continue
		}
		numbers = append(numbers, number)
	}
	return numbers, diags
}

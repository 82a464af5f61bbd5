package phone

import (
	"fmt"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

// ReadAll reads the numbers of a set at a path, as far as they are known, and returns them
// in E.164 form and by their spelling. It refuses a number that is wrong or repeated; why
// ends the sentence "write it once, so that ...".
func ReadAll(at path.Path, set types.Set, read Reader, why string) ([]string, AsSent, diag.Diagnostics) {
	var (
		diags   diag.Diagnostics
		numbers []string
	)
	sent, spelled := AsSent{}, map[string]string{}
	for _, element := range set.Elements() {
		written, isNumber := element.(Number)
		if !isNumber || written.IsUnknown() {
			continue
		}
		place, spelling := at.AtSetValue(element), written.ValueString()
		number, wrong := read(place, spelling)
		if wrong.HasError() {
			diags.Append(wrong...)
			continue
		}
		if other, twice := spelled[number]; twice {
			diags.Append(validate.Invalid(place, fmt.Errorf("%s is the same phone as %s: write it once, so that %s",
				validate.Quote(spelling), validate.Quote(other), why)))
			continue
		}
		spelled[number] = spelling
		sent.Add(spelling, number)
		numbers = append(numbers, number)
	}
	return numbers, sent, diags
}

// SamePhones reports whether a planned set has the phones of an earlier one, in any order
// and spelling. It counts what is unknown, wrong or repeated as a change, which the plan of
// the new write refuses.
func SamePhones(plan, before types.Set, read Reader) bool {
	isUnknown := func(element attr.Value) bool { return element.IsUnknown() }
	if plan.IsUnknown() || slices.ContainsFunc(plan.Elements(), isUnknown) {
		return false
	}
	now, _, diags := ReadAll(path.Empty(), plan, read, "")
	was, _, _ := ReadAll(path.Empty(), before, read, "")
	slices.Sort(now)
	slices.Sort(was)
	return !diags.HasError() && slices.Equal(now, was)
}

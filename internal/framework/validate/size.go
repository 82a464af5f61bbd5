package validate

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
)

var (
	_ validator.List = SizeValidator{}
	_ validator.Set  = SizeValidator{}
)

// SizeValidator is a validator of lists and sets.
type SizeValidator struct {
	what            string
	lowest, highest int
}

// Size makes a validator of the number of elements; what names them in the plural. Null and
// unknown values pass.
func Size(what string, lowest, highest int) SizeValidator {
	return SizeValidator{what, lowest, highest}
}

// Description says what passes.
func (v SizeValidator) Description(context.Context) string {
	return fmt.Sprintf("%d to %d %s", v.lowest, v.highest, v.what)
}

// MarkdownDescription is Description.
func (v SizeValidator) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

// ValidateList refuses a list of another size.
func (v SizeValidator) ValidateList(_ context.Context, req validator.ListRequest, resp *validator.ListResponse) {
	resp.Diagnostics.Append(v.check(req.Path, req.ConfigValue, len(req.ConfigValue.Elements()))...)
}

// ValidateSet refuses a set of another size.
func (v SizeValidator) ValidateSet(_ context.Context, req validator.SetRequest, resp *validator.SetResponse) {
	resp.Diagnostics.Append(v.check(req.Path, req.ConfigValue, len(req.ConfigValue.Elements()))...)
}

func (v SizeValidator) check(at path.Path, value attr.Value, size int) diag.Diagnostics {
	if value.IsNull() || value.IsUnknown() || size >= v.lowest && size <= v.highest {
		return nil
	}
	what := fmt.Errorf("it holds %d %s: write %d to %d", size, v.what, v.lowest, v.highest)
	if size == 0 {
		what = fmt.Errorf("it is empty: write %d to %d %s", v.lowest, v.highest, v.what)
	}
	return diag.Diagnostics{Invalid(at, what)}
}

package validate

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
)

// Between makes a validator of a whole number from lowest to highest. Null and
// unknown values pass.
func Between(lowest, highest int64) validator.Int64 { return int64Validator{lowest, highest} }

type int64Validator struct{ lowest, highest int64 }

func (v int64Validator) Description(context.Context) string {
	return fmt.Sprintf("a whole number from %d to %d", v.lowest, v.highest)
}

func (v int64Validator) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (v int64Validator) ValidateInt64(_ context.Context, req validator.Int64Request, resp *validator.Int64Response) {
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() {
		return
	}
	if value := req.ConfigValue.ValueInt64(); value < v.lowest || value > v.highest {
		resp.Diagnostics.Append(Invalid(req.Path, fmt.Errorf("%d is out of range: write a whole number from %d to %d", value, v.lowest, v.highest)))
	}
}

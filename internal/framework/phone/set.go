package phone

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

// Numbers returns the validators of a set of lowest to highest phone numbers; what names
// them in the plural. The framework does not run the rule of a type inside a set.
func Numbers(what string, lowest, highest int) []validator.Set {
	return []validator.Set{validate.Size(what, lowest, highest), validate.NoNulls{}, possible{}}
}

type possible struct{}

func (possible) Description(context.Context) string { return "phone numbers" }

func (v possible) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

// ValidateSet refuses what can't be a number in any region.
func (possible) ValidateSet(_ context.Context, req validator.SetRequest, resp *validator.SetResponse) {
	for _, element := range req.ConfigValue.Elements() {
		if number, ok := element.(Number); ok && !number.IsNull() && !number.IsUnknown() {
			resp.Diagnostics.Append(judge(req.Path.AtSetValue(element), number.ValueString())...)
		}
	}
}

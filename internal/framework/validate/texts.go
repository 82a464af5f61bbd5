package validate

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

// Texts returns the validators of a set of lowest to highest texts that follow a rule. what
// names them in the plural, and description each of them.
func Texts(what string, lowest, highest int, description string, rule Rule) []validator.Set {
	return []validator.Set{Size(what, lowest, highest), NoNulls{}, texts{description, rule}}
}

type texts struct {
	description string
	rule        Rule
}

func (v texts) Description(context.Context) string { return "each " + v.description }

func (v texts) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (v texts) ValidateSet(_ context.Context, req validator.SetRequest, resp *validator.SetResponse) {
	for _, element := range req.ConfigValue.Elements() {
		text, ok := element.(types.String)
		if !ok || text.IsNull() || text.IsUnknown() {
			continue
		}
		if err := v.rule(text.ValueString()); err != nil {
			resp.Diagnostics.Append(Invalid(req.Path.AtSetValue(element), err))
		}
	}
}

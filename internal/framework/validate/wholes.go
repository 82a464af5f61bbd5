package validate

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

// Wholes makes a validator of a map of whole numbers from lowest to highest, which is not
// empty and whose keys follow a rule. Null and unknown maps, and unknown numbers, pass.
func Wholes(lowest, highest int64, description string, keys Rule) validator.Map {
	return wholes{whole{lowest, highest}, description, keys}
}

type wholes struct {
	number      whole
	description string
	keys        Rule
}

func (v wholes) Description(ctx context.Context) string {
	return fmt.Sprintf("%s for each %s", v.number.Description(ctx), v.description)
}

func (v wholes) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (v wholes) ValidateMap(ctx context.Context, req validator.MapRequest, resp *validator.MapResponse) {
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() {
		return
	}
	elements := req.ConfigValue.Elements()
	if len(elements) == 0 {
		resp.Diagnostics.Append(Invalid(req.Path, errors.New("it is empty: write "+v.Description(ctx))))
	}
	for _, key := range slices.Sorted(maps.Keys(elements)) {
		at, element := req.Path.AtMapKey(key), elements[key]
		if err := v.keys(key); err != nil {
			resp.Diagnostics.Append(Invalid(at, err))
		}
		number, ok := element.(types.Number)
		switch {
		case element.IsNull():
			resp.Diagnostics.Append(null(at))
		case ok:
			one := validator.NumberResponse{Diagnostics: diag.Diagnostics{}}
			v.number.ValidateNumber(ctx, validator.NumberRequest{Path: at, ConfigValue: number}, &one)
			resp.Diagnostics.Append(one.Diagnostics...)
		}
	}
}

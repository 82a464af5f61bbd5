package validate

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

// TextMap makes a validator of a map of 1 to highest texts, which what names in the plural.
// Keys and texts follow a rule each. Null and unknown maps, and unknown texts, pass.
func TextMap(what string, highest int, keys, texts Rule) validator.Map {
	return textMap{what, highest, keys, texts}
}

type textMap struct {
	what        string
	highest     int
	keys, texts Rule
}

func (v textMap) Description(context.Context) string {
	return fmt.Sprintf("1 to %d %s", v.highest, v.what)
}

func (v textMap) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (v textMap) ValidateMap(ctx context.Context, req validator.MapRequest, resp *validator.MapResponse) {
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() {
		return
	}
	elements := req.ConfigValue.Elements()
	switch {
	case len(elements) == 0:
		resp.Diagnostics.Append(Invalid(req.Path, errors.New("it is empty: leave it out, or write "+v.Description(ctx))))
	case len(elements) > v.highest:
		resp.Diagnostics.Append(Invalid(req.Path, fmt.Errorf("it holds %d %s: write at most %d", len(elements), v.what, v.highest)))
	}
	for _, key := range slices.Sorted(maps.Keys(elements)) {
		at := req.Path.AtMapKey(key)
		if err := v.keys(key); err != nil {
			resp.Diagnostics.Append(Invalid(at, err))
		}
		text, ok := elements[key].(types.String)
		switch {
		case elements[key].IsNull():
			resp.Diagnostics.Append(null(at))
		case ok && !text.IsUnknown():
			if err := v.texts(text.ValueString()); err != nil {
				resp.Diagnostics.Append(Invalid(at, err))
			}
		}
	}
}

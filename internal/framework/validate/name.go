package validate

import (
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/path"
)

// Name writes a path as a configuration would, such as messages[1].phone_number. It names
// an element of a set by its value, shortened if long: phone_numbers["06 00 00 00 01"].
func Name(at path.Path) string {
	var name strings.Builder
	for i, step := range at.Steps() {
		switch step := step.(type) {
		case path.PathStepAttributeName:
			if i > 0 {
				name.WriteString(".")
			}
			name.WriteString(string(step))
		case path.PathStepElementKeyValue:
			name.WriteString("[" + element(step.Value) + "]")
		default: // a number, or a quoted name
			name.WriteString(step.String())
		}
	}
	return name.String()
}

// element writes an element of a set.
func element(value attr.Value) string {
	if text, ok := value.(interface{ ValueString() string }); ok && !value.IsNull() && !value.IsUnknown() {
		return Quote(text.ValueString())
	}
	return value.String()
}

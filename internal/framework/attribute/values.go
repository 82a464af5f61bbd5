package attribute

import (
	"maps"
	"math/big"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
)

// Values are the arguments of a configuration, a plan or a state, for a type that several
// kinds of schema share. A null or unknown value reads as empty.
type Values map[string]attr.Value

// Text returns the text of a [Text] or a [Phone].
func (v Values) Text(a Argument) string { return TextOf(v[a.Name]) }

// Flag returns the value of a [Flag]; nil if there is none.
func (v Values) Flag(a Argument) *bool {
	if flag, ok := v[a.Name].(types.Bool); ok && !flag.IsUnknown() {
		return flag.ValueBoolPointer()
	}
	return nil
}

// Number returns the value of a number; nil if there is none.
func (v Values) Number(a Argument) *big.Float {
	if number, ok := v[a.Name].(types.Number); ok && !number.IsUnknown() {
		return number.ValueBigFloat()
	}
	return nil
}

// IsNull reports whether the configuration leaves an argument out.
func (v Values) IsNull(a Argument) bool {
	value, there := v[a.Name]
	return !there || value.IsNull()
}

// Known reports whether an argument is known in full.
func (v Values) Known(a Argument) bool {
	value, ok := v[a.Name]
	return !ok || whollyKnown(value)
}

func whollyKnown(value attr.Value) bool {
	if value.IsUnknown() {
		return false
	}
	parts := Elements(value)
	switch value := value.(type) {
	case types.Object:
		parts = slices.Collect(maps.Values(value.Attributes()))
	case types.Map:
		parts = slices.Collect(maps.Values(value.Elements()))
	}
	return !slices.ContainsFunc(parts, func(part attr.Value) bool { return !whollyKnown(part) })
}

// TextOf returns the text of a string or a phone number; empty for any other value.
func TextOf(value attr.Value) string {
	switch value := value.(type) {
	case types.String:
		return value.ValueString()
	case phone.Number:
		return value.ValueString()
	default:
		return ""
	}
}

// UnixLines undoes the line ends of an editor on another system.
func UnixLines(text string) string { return strings.ReplaceAll(text, "\r\n", "\n") }

// Triggers returns the value of the attribute "triggers" of a resource that writes once.
func (v Values) Triggers() types.Map {
	all, _ := v["triggers"].(types.Map)
	return all
}

// Elements returns the elements of a set or a list; none of any other value.
func Elements(value attr.Value) []attr.Value {
	switch value := value.(type) {
	case types.Set:
		return value.Elements()
	case types.List:
		return value.Elements()
	default:
		return nil
	}
}

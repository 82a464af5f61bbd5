package sending

import (
	"maps"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
)

// values are the arguments of a send in a configuration or plan. A null or unknown value
// reads as empty.
type values map[string]attr.Value

func newValues(object types.Object) values { return object.Attributes() }

func (v values) text(a attribute.Argument) string { return textOf(v[a.Name]) }

func textOf(value attr.Value) string { return stringOf(value).ValueString() }

func stringOf(value attr.Value) types.String {
	switch value := value.(type) {
	case types.String:
		return value
	case phone.Number:
		return value.StringValue
	default:
		return types.StringNull()
	}
}

func (v values) flag(a attribute.Argument) *bool {
	if flag, ok := v[a.Name].(types.Bool); ok && !flag.IsUnknown() {
		return flag.ValueBoolPointer()
	}
	return nil
}

// known reports whether an argument is known in full.
func (v values) known(a attribute.Argument) bool {
	value, ok := v[a.Name]
	return !ok || whollyKnown(value)
}

func whollyKnown(value attr.Value) bool {
	if value.IsUnknown() {
		return false
	}
	parts := elements(value)
	if object, ok := value.(types.Object); ok {
		parts = slices.Collect(maps.Values(object.Attributes()))
	}
	return !slices.ContainsFunc(parts, func(part attr.Value) bool { return !whollyKnown(part) })
}

func elements(value attr.Value) []attr.Value {
	switch value := value.(type) {
	case types.Set:
		return value.Elements()
	case types.List:
		return value.Elements()
	default:
		return nil
	}
}

// recipientsKnown reports whether all numbers, and the texts beside them, are
// known.
func (v values) recipientsKnown() bool {
	return v.known(argPhoneNumbers) && v.known(argTo) && v.known(argMessages)
}

// recipient is one recipient of a send.
type recipient struct {
	// at is the path of the number in the configuration, and written its spelling there.
	at      path.Path
	written string
	// number is in E.164 form; empty until it is read, or if it can't be.
	number string
	// text is this recipient's own; empty if all have the same.
	text string
	// unknown says that the number is not known yet, or is in a null object, which the
	// schema refuses.
	unknown bool
}

func (v values) recipients() []recipient {
	var list []recipient
	for _, a := range []attribute.Argument{argPhoneNumbers, argTo} {
		for _, element := range elements(v[a.Name]) {
			list = append(list, recipient{
				at: path.Root(a.Name).AtSetValue(element), written: textOf(element), unknown: element.IsUnknown(),
			})
		}
	}
	for i, element := range elements(v[argMessages.Name]) {
		if object, ok := element.(types.Object); ok {
			attributes := object.Attributes() // none where the object is null or unknown
			number, there := attributes[argPhoneNumber.Name]
			list = append(list, recipient{
				at:      path.Root(argMessages.Name).AtListIndex(i).AtName(argPhoneNumber.Name),
				written: textOf(number), text: textOf(attributes[argMessage.Name]), unknown: !there || number.IsUnknown(),
			})
		}
	}
	return list
}

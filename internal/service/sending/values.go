package sending

import (
	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
)

// values are the arguments of a send as a configuration or plan has them. What
// is null or unknown reads as empty.
type values map[string]attr.Value

func newValues(object types.Object) values { return object.Attributes() }

func (v values) text(a argument) string { return textOf(v[a.name]) }

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

func (v values) flag(a argument) *bool {
	if flag, ok := v[a.name].(types.Bool); ok && !flag.IsUnknown() {
		return flag.ValueBoolPointer()
	}
	return nil
}

// known reports whether nothing in an argument waits for an apply.
func (v values) known(a argument) bool {
	value, ok := v[a.name]
	return !ok || !value.IsUnknown() && elementsKnown(value)
}

func elementsKnown(value attr.Value) bool {
	for _, element := range elements(value) {
		if element.IsUnknown() {
			return false
		}
		if object, ok := element.(types.Object); ok {
			for _, attribute := range object.Attributes() {
				if attribute.IsUnknown() {
					return false
				}
			}
		}
	}
	return true
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

// recipient is a number with the text for it. The text is empty where all have
// the same.
type recipient struct {
	number, text string
	// element is the value by which a path finds it in its set.
	element attr.Value
	// unknown says that the number waits for an apply, or stands in an object that is
	// null, which the schema's rules refuse.
	unknown bool
}

func (v values) recipients() []recipient {
	var list []recipient
	for _, a := range []argument{argPhoneNumbers, argTo} {
		for _, element := range elements(v[a.name]) {
			list = append(list, recipient{number: textOf(element), element: element, unknown: element.IsUnknown()})
		}
	}
	for _, element := range elements(v[argMessages.name]) {
		if object, ok := element.(types.Object); ok {
			attributes := object.Attributes() // none where the object is null or unknown
			number, there := attributes[argPhoneNumber.name]
			list = append(list, recipient{
				number: textOf(number), text: textOf(attributes[argMessage.name]), unknown: !there || number.IsUnknown(),
			})
		}
	}
	return list
}

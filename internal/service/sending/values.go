package sending

import (
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
)

// values are the arguments of a send in a configuration, a plan or a state.
type values struct{ attribute.Values }

func newValues(object types.Object) values { return values{object.Attributes()} }

// recipientsKnown reports whether all numbers, and the texts beside them, are
// known.
func (v values) recipientsKnown() bool {
	return v.Known(argPhoneNumbers) && v.Known(argTo) && v.Known(argMessages)
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
		for _, element := range attribute.Elements(v.Values[a.Name]) {
			list = append(list, recipient{
				at: path.Root(a.Name).AtSetValue(element), written: attribute.TextOf(element), unknown: element.IsUnknown(),
			})
		}
	}
	for i, element := range attribute.Elements(v.Values[argMessages.Name]) {
		if object, ok := element.(types.Object); ok {
			attributes := object.Attributes() // none where the object is null or unknown
			number, there := attributes[argPhoneNumber.Name]
			list = append(list, recipient{
				at:      path.Root(argMessages.Name).AtListIndex(i).AtName(argPhoneNumber.Name),
				written: attribute.TextOf(number), text: attribute.TextOf(attributes[argMessage.Name]), unknown: !there || number.IsUnknown(),
			})
		}
	}
	return list
}

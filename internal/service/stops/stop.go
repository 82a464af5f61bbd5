package stops

import (
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// stopModel is an entry of the STOP list, in the resource and in the list resource.
type stopModel struct {
	ID          types.String `tfsdk:"id"`
	PhoneNumber phone.Number `tfsdk:"phone_number"`
	CreatedAt   types.String `tfsdk:"created_at"`
}

// newStopModel leaves out a number that can't be read: the attribute takes phone numbers
// only.
func newStopModel(s sms.StopNumber) stopModel {
	number := types.StringNull()
	if s.IsReadable() {
		number = types.StringPointerValue(s.PhoneNumber)
	}
	return stopModel{
		ID:          types.StringValue(s.ID),
		PhoneNumber: phone.Number{StringValue: number},
		CreatedAt:   framework.DateValue(s.CreatedAt),
	}
}

// Descriptions of the computed attributes, shared by the kinds of types.
const (
	stopID        = "The id of the entry, a whole number that SMS Partner assigns. Vendor's names: `id`, `stopId`."
	stopCreatedAt = "When the number came onto the list, in RFC 3339 form with the offset of Paris. Vendor's name: `createdAt`."
)

// typeName is in the import blocks of diagnostics.
const typeName = "smspartner_stop_number"

const unableToListStops = "Unable to list STOP numbers"

func explainList(err error) diag.Diagnostic {
	return diagnostic.FromError(unableToListStops, err, diagnostic.Faults{})
}

// ofNumber returns the entries of a number in E.164 form.
func ofNumber(list []sms.StopNumber, number string) []sms.StopNumber {
	var found []sms.StopNumber
	for _, stop := range list {
		if stop.Is(number) {
			found = append(found, stop)
		}
	}
	return found
}

// withID returns the entry with an id; false if there is none.
func withID(list []sms.StopNumber, id string) (sms.StopNumber, bool) {
	i := slices.IndexFunc(list, func(s sms.StopNumber) bool { return s.ID == id })
	if i < 0 {
		return sms.StopNumber{}, false
	}
	return list[i], true
}

// managed is an entry of the list that a resource manages.
type managed struct {
	// id is that of the list once it was listed, else that of the answer to the addition.
	id string
	// number is in E.164 form, or as the list has it; empty if not known, after an import.
	number string
	// listed says that the list has had the entry under this id.
	listed bool
}

// in returns the entry in the list; false if it is not there. An entry with the id and
// another number is somebody else's. The documentation does not say that the answer to an
// addition and the list have the same id: until the entry was listed, the number tells.
func (m managed) in(list []sms.StopNumber) (sms.StopNumber, bool) {
	if !m.listed {
		if found := ofNumber(list, m.number); len(found) > 0 {
			return found[0], true
		}
	}
	stop, there := withID(list, m.id)
	return stop, there && (m.number == "" || !stop.IsReadable() || stop.Is(m.number))
}

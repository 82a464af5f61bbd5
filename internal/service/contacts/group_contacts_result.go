package contacts

import (
	"fmt"
	"maps"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
)

// state is the state after a change that is done.
func (w *work) state(plan wanted) *groupContactsModel {
	return &groupContactsModel{
		GroupID: types.StringValue(plan.groupID), Contacts: plan.contacts, Refused: w.refused, Total: types.Int64Value(w.total()),
	}
}

// partial is the state after a change that failed half-way.
func (w *work) partial(before groupContactsModel) *groupContactsModel {
	state := &groupContactsModel{
		GroupID: before.GroupID, Contacts: maps.Clone(before.Contacts), Refused: maps.Clone(before.Refused), Total: types.Int64Value(w.total()),
	}
	if state.Refused == nil {
		state.Refused = map[string]string{}
	}
	for number := range w.done {
		delete(state.Refused, number)
		if details, wanted := w.want[number]; wanted {
			state.Contacts[number] = details
		} else {
			delete(state.Contacts, number)
		}
	}
	for number, reason := range w.refused {
		state.Contacts[number], state.Refused[number] = w.want[number], reason
	}
	return state
}

// total is how many contacts the group has, as far as answers tell.
func (w *work) total() int64 {
	total := len(w.before.contacts)
	for number := range w.done {
		_, wanted := w.want[number]
		switch before := w.isBefore(number); {
		case wanted && !before:
			total++
		case !wanted && before:
			total--
		}
	}
	return int64(total)
}

// failed is the error of a change that is not done.
func (w *work) failed(summary, then string) diag.Diagnostic {
	failed := diagnostic.FromError(summary, w.err, groupContactsFaults)
	return diag.NewErrorDiagnostic(summary, fmt.Sprintf("%s\n\n%d of %d changes are done. %s", failed.Detail(), len(w.done), w.planned, then))
}

// groupContactsFaults explains the refusals of calls on several contacts.
var groupContactsFaults = diagnostic.Faults{ByCode: map[string]diagnostic.Fault{
	"1":   {Missing: "group id, or no contact id"},
	"2":   {Missing: "contacts"},
	"404": contactFaults.ByCode["404"],
}}

// warnRefused names the contacts that the vendor refused.
func (w *work) warnRefused() diag.Diagnostics {
	if len(w.refused) == 0 {
		return nil
	}
	var each []string
	for _, number := range slices.Sorted(maps.Keys(w.refused)) {
		each = append(each, fmt.Sprintf("%s: %q", number, w.refused[number]))
	}
	return diag.Diagnostics{diag.NewAttributeWarningDiagnostic(path.Root("contacts"), "Contacts were refused", fmt.Sprintf(
		"SMS Partner refused %d of %d contacts. The others are in the group.\n\n%s\n\n"+
			"Correct these contacts, or leave them out. All of them are in the attribute refused.",
		len(w.refused), len(w.want), diagnostic.Few(each, "\n")))}
}

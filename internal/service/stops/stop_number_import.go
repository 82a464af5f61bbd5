package stops

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

const unableToImportStop = "Unable to import " + object

// ImportState takes the id of an entry or its number from the import's `id`, or the id from
// its `identity`. Read fills in the rest.
func (r *stopNumberResource) ImportState(ctx context.Context, req resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	if req.ID == "" {
		r.IdentityBase.ImportState(ctx, req, resp)
		return
	}
	client, diags := r.SMS(unableToImportStop)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	list, err := client.StopNumbers(ctx)
	if err != nil {
		resp.Diagnostics.Append(diagnostic.FromError(unableToImportStop, err, diagnostic.Faults{}))
		return
	}
	id, diags := toImport(list, req.ID, r.DefaultRegion)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root("id"), id)...)
	resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, types.StringValue(id))...)
}

// toImport returns the id of the one entry that a text names, by its id or by its number.
func toImport(list []sms.StopNumber, named, region string) (string, diag.Diagnostics) {
	found := map[string]string{} // what the text is of an entry, by id
	if number, err := phone.E164(named, region); err == nil {
		for _, stop := range ofNumber(list, number) {
			found[stop.ID] = "the number"
		}
	}
	if stop, there := withID(list, named); there {
		found[stop.ID] = "the id"
	}
	switch len(found) {
	case 0:
		return "", diag.Diagnostics{diag.NewErrorDiagnostic(unableToImportStop, fmt.Sprintf(
			"The STOP list has no entry with the id, or of the number, %s.\n\n"+
				"Write the id of an entry, which the data source smspartner_stop_numbers lists, or a number such as +33600000003.", validate.Quote(named)))}
	case 1:
		for id := range found {
			return id, nil
		}
	}
	return "", diag.Diagnostics{diag.NewErrorDiagnostic(unableToImportStop, fmt.Sprintf(
		"The STOP list has %d entries with the id, or of the number, %s.\n\n"+
			"Write the number in international form, such as +33600000003, or import by identity, with the id.", len(found), validate.Quote(named)))}
}

package contacts

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// ImportState takes CONTACT_ID, GROUP_ID/CONTACT_ID or an identity. A contact does not tell
// its group, so without one the groups are searched.
func (r *contactResource) ImportState(ctx context.Context, req resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	groupID, contactID, both := strings.Cut(req.ID, "/")
	if both && groupID == "" {
		resp.Diagnostics.AddError("Unable to import", "The id of the group is empty: write GROUP_ID/CONTACT_ID, or the id of the contact alone.")
		return
	}
	if both {
		req.ID = contactID
	}
	r.IdentityBase.ImportState(ctx, req, resp)
	if resp.Diagnostics.HasError() {
		return
	}
	var id, within types.String
	resp.Diagnostics.Append(resp.State.GetAttribute(ctx, path.Root("id"), &id)...)
	resp.Diagnostics.Append(resp.State.GetAttribute(ctx, path.Root("group_id"), &within)...)
	switch {
	case both:
		within = types.StringValue(groupID)
	case within.ValueString() == "":
		var diags diag.Diagnostics
		within, diags = r.groupOf(ctx, id.ValueString())
		resp.Diagnostics.Append(diags...)
	}
	resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root("group_id"), within)...)
	resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, id, within)...)
}

// groupOf looks for the group of a contact; null if no list has the contact.
func (r *contactResource) groupOf(ctx context.Context, id string) (types.String, diag.Diagnostics) {
	const summary = "Unable to import contact"
	client, diags := r.SMS(summary)
	if diags.HasError() {
		return types.StringNull(), diags
	}
	group, err := searchGroups(ctx, client, id)
	switch {
	case err != nil:
		failed := diagnostic.FromError(summary, err, diagnostic.Faults{})
		return types.StringNull(), diag.Diagnostics{diag.NewErrorDiagnostic(summary, failed.Detail()+
			"\n\nThe groups were searched for the contact. To import without the search, write the id as GROUP_ID/"+id+".")}
	case group == "":
		diags.AddWarning("Contact is in no list", fmt.Sprintf("No group lists the contact %s, so its group_id is not known.\n\n"+
			"Write the id of the import as GROUP_ID/%[1]s, or give group_id in the configuration: the next apply takes it over, without a call.", id))
		return types.StringNull(), diags
	default:
		return types.StringValue(group), diags
	}
}

func searchGroups(ctx context.Context, client *sms.Client, id string) (string, error) {
	groups, err := client.Groups(ctx)
	if err != nil {
		return "", err
	}
	for _, group := range groups {
		for contact, err := range client.Contacts(ctx, group.ID) {
			if err != nil {
				return "", err
			}
			if contact.ID == id {
				return group.ID, nil
			}
		}
	}
	return "", nil
}

package contacts

import (
	"context"
	"fmt"
	"maps"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

var (
	_ resource.ResourceWithConfigure   = (*groupContactsResource)(nil)
	_ resource.ResourceWithIdentity    = (*groupContactsResource)(nil)
	_ resource.ResourceWithImportState = (*groupContactsResource)(nil)
	_ framework.PlannedApart           = (*groupContactsResource)(nil)
)

func newGroupContactsResource() resource.Resource {
	return &groupContactsResource{IdentityBase: framework.IdentityBase{By: "group_id"}}
}

// groupContactsResource is all contacts of a group.
type groupContactsResource struct {
	framework.ResourceBase
	framework.IdentityBase
}

type groupContactsModel struct {
	GroupID types.String `tfsdk:"group_id"`
	// Contacts are by number in E.164 form.
	Contacts map[string]detailsModel `tfsdk:"contacts"`
	// Refused are the vendor's reasons, by number.
	Refused map[string]string `tfsdk:"refused"`
	Total   types.Int64       `tfsdk:"total"`
}

func (m *groupContactsModel) equal(o groupContactsModel) bool {
	return m.Total.Equal(o.Total) && maps.Equal(m.Contacts, o.Contacts) && maps.Equal(m.Refused, o.Refused)
}

// wanted is what a configuration asks for; refused and total may be unknown in a plan.
type wanted struct {
	groupID  string
	contacts map[string]detailsModel
}

// attributes is what a plan and a state have in common.
type attributes interface {
	GetAttribute(ctx context.Context, at path.Path, target any) diag.Diagnostics
}

func readWanted(ctx context.Context, from attributes) (w wanted, diags diag.Diagnostics) {
	diags.Append(from.GetAttribute(ctx, path.Root("group_id"), &w.groupID)...)
	diags.Append(from.GetAttribute(ctx, path.Root("contacts"), &w.contacts)...)
	return w, diags
}

func (r *groupContactsResource) Metadata(_ context.Context, req resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_group_contacts"
}

// PlannedApart makes plans of thousands of contacts take seconds, see
// [framework.PlannedApart].
func (r *groupContactsResource) PlannedApart() string { return "contacts" }

func (r *groupContactsResource) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	const summary = "Unable to create contacts of group"
	plan, diags := readWanted(ctx, req.Plan)
	resp.Diagnostics.Append(diags...)
	client, diags := r.SMS(summary)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	book, err := readAddressBook(ctx, client, plan.groupID, plan.contacts)
	if err != nil {
		resp.Diagnostics.Append(groupContactsError(summary, err))
		return
	}
	strangers := book.strangers(plan.contacts)
	work := book.change(ctx, plan.contacts, func(string) bool { return true })
	if work.err != nil {
		// Nothing is kept: a resource that was created in part would be replaced.
		resp.Diagnostics.Append(work.failed(summary, "The next apply reads the group first, and does the rest."))
		return
	}
	if strangers > 0 {
		resp.Diagnostics.AddAttributeWarning(path.Root("contacts"), "Contacts were removed from group", fmt.Sprintf(
			"The group %s had %d contacts that are not in the configuration. They were removed, since this resource manages the whole group.", plan.groupID, strangers))
	}
	resp.Diagnostics.Append(resp.State.Set(ctx, work.state(plan))...)
	client.FillGroup(plan.groupID)
	resp.Diagnostics.Append(work.warnRefused()...)
	resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, types.StringValue(plan.groupID))...)
}

func (r *groupContactsResource) Read(ctx context.Context, req resource.ReadRequest, resp *resource.ReadResponse) {
	const summary = "Unable to read contacts of group"
	var state groupContactsModel
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, state.GroupID)...)
	client, diags := r.SMS(summary)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	book, err := readAddressBook(ctx, client, state.GroupID.ValueString(), state.Contacts)
	if gone, asked := groupIsGone(ctx, client, state.GroupID.ValueString(), book, err); asked == nil && gone {
		resp.State.RemoveResource(ctx)
		return
	}
	if err != nil {
		resp.Diagnostics.Append(groupContactsError(summary, err))
		return
	}
	resp.Diagnostics.Append(book.unread()...)
	if fresh := book.refresh(state); !fresh.equal(state) { // writing thousands of contacts takes a second
		resp.Diagnostics.Append(resp.State.Set(ctx, fresh)...)
	}
}

func (r *groupContactsResource) Update(ctx context.Context, req resource.UpdateRequest, resp *resource.UpdateResponse) {
	const summary = "Unable to update contacts of group"
	plan, diags := readWanted(ctx, req.Plan)
	resp.Diagnostics.Append(diags...)
	var state groupContactsModel
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	client, diags := r.SMS(summary)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	book, err := readAddressBook(ctx, client, plan.groupID, plan.contacts, state.Contacts)
	if err != nil {
		resp.Diagnostics.Append(groupContactsError(summary, err))
		return
	}
	// A contact that nobody saw in a plan stays, and the next plan shows it.
	planned := func(number string) bool { _, seen := state.Contacts[number]; return seen }
	work := book.change(ctx, plan.contacts, planned)
	if work.err != nil {
		resp.Diagnostics.Append(work.failed(summary, "The state has what is done. The next apply does the rest."))
		resp.Diagnostics.Append(resp.State.Set(ctx, work.partial(state))...)
		return
	}
	resp.Diagnostics.Append(work.warnRefused()...)
	resp.Diagnostics.Append(resp.State.Set(ctx, work.state(plan))...)
	resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, types.StringValue(plan.groupID))...)
}

func (r *groupContactsResource) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	const summary = "Unable to delete contacts of group"
	var state groupContactsModel
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	client, diags := r.SMS(summary)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	groupID := state.GroupID.ValueString()
	if client.FilledGroup(groupID) {
		resp.Diagnostics.AddWarning("Contacts stay in group", fmt.Sprintf("Another smspartner_group_contacts, or the one that replaces this, has filled the group %s in this run. "+
			"Its contacts stay.\n\nTo rename a resource, use a moved block. If two resources are of this group, remove one.", groupID))
		return
	}
	book, err := readAddressBook(ctx, client, groupID, state.Contacts)
	if gone, asked := groupIsGone(ctx, client, groupID, book, err); asked == nil && gone {
		return
	}
	if err != nil {
		resp.Diagnostics.Append(groupContactsError(summary, err))
		return
	}
	managed := func(number string) bool { _, managed := state.Contacts[number]; return managed }
	work := book.change(ctx, map[string]detailsModel{}, managed)
	if work.err != nil {
		resp.Diagnostics.Append(work.failed(summary, "The next destroy does the rest."))
	}
}

// groupIsGone reports whether the group itself is gone, where its list is empty or the
// vendor refuses to give it. The list of groups decides.
func groupIsGone(ctx context.Context, client *sms.Client, groupID string, book *addressBook, err error) (bool, error) {
	if err == nil && len(book.contacts) > 0 || err != nil && !isRefusal(err) {
		return false, nil
	}
	groups, err := client.Groups(ctx)
	_, there := groupByID(groups, groupID)
	return !there, err
}

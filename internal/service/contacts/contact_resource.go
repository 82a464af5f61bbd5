package contacts

import (
	"context"
	"maps"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	phones "github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
)

var (
	_ resource.ResourceWithConfigure   = (*contactResource)(nil)
	_ resource.ResourceWithIdentity    = (*contactResource)(nil)
	_ resource.ResourceWithImportState = (*contactResource)(nil)
	_ resource.ResourceWithModifyPlan  = (*contactResource)(nil)
)

func newContactResource() resource.Resource {
	return &contactResource{IdentityBase: framework.IdentityBase{Within: "group_id"}}
}

// contactResource is one contact of a group.
type contactResource struct {
	framework.ResourceBase
	framework.IdentityBase
}

func (r *contactResource) Metadata(_ context.Context, req resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_contact"
	// An import may leave the group unknown.
	resp.ResourceBehavior.MutableIdentity = true
}

func (r *contactResource) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	lasting := func(description string) schema.StringAttribute {
		return schema.StringAttribute{
			Computed: true, MarkdownDescription: description,
			PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
		}
	}
	resp.Schema = schema.Schema{
		MarkdownDescription: "One contact of a contact group. Destroying the resource deletes the contact from the group.\n\n" +
			"Take this resource for a few contacts in a group that people also edit in the dashboard. Take `smspartner_group_contacts` for a group that " +
			"the configuration alone manages, and for many contacts: it adds 500 with each call. Do not use both on one group: " +
			"`smspartner_group_contacts` removes every contact that it does not know.\n\n" +
			"The vendor's calls are `POST contact/add`, `GET contact/detail`, `POST contact/update` and `POST contact/delete`.",
		Attributes: map[string]schema.Attribute{
			"group_id": groupIDArgument("The id of the group, such as the `id` of a `smspartner_contact_group`."),
			"phone_number": schema.StringAttribute{
				Required: true, CustomType: phone.Type{},
				MarkdownDescription: contactNumber + " A group has a number once. Another number replaces the contact; another spelling of the number does not." + phone.Named,
			},
			"id":         lasting(contactID),
			"short_url":  schema.StringAttribute{Computed: true, MarkdownDescription: contactShortURL},
			"stop_sms":   schema.BoolAttribute{Computed: true, MarkdownDescription: contactStopSMS},
			"created_at": lasting(contactCreatedAt),
		},
	}
	maps.Copy(resp.Schema.Attributes, detailArguments())
}

// ModifyPlan replaces a contact whose number changes. Another spelling of the number is no
// change, and keeps what the vendor says where no request is to be made.
func (r *contactResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.State.Raw.IsNull() || req.Plan.Raw.IsNull() {
		return
	}
	var state, plan contactModel
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	if !r.isSameNumber(plan.PhoneNumber, r.number(ctx, req.Private, state)) {
		// The spelling can be the same, read in another region. Engines replace only where a
		// value changes, so the id does.
		plan.ID = types.StringUnknown()
		resp.Diagnostics.Append(resp.Plan.Set(ctx, &plan)...)
		resp.RequiresReplace.Append(phoneNumberPath, path.Root("id"))
		return
	}
	plan.PhoneNumber = state.PhoneNumber
	if plan.isKnown() && plan.details() == state.details() {
		plan.ShortURL, plan.StopSMS = state.ShortURL, state.StopSMS
	}
	resp.Diagnostics.Append(resp.Plan.Set(ctx, &plan)...)
}

// number is the number of a contact as the vendor has it. The default region, in which the
// state's spelling is read, may have changed since.
func (r *contactResource) number(ctx context.Context, private framework.PrivateState, state contactModel) string {
	if as := framework.RecallSeen(ctx, private).As; as != nil {
		return *as
	}
	return state.PhoneNumber.ValueString()
}

// isSameNumber reports whether the configuration has the number that the vendor has.
func (r *contactResource) isSameNumber(planned phone.Number, has string) bool {
	if planned.IsUnknown() {
		return false
	}
	if r.ProviderData == nil || r.DefaultRegion == "" {
		return phones.Same(planned.ValueString(), has)
	}
	e164, err := phones.E164(planned.ValueString(), r.DefaultRegion)
	return err == nil && phones.Same(e164, has)
}

func (r *contactResource) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	var plan contactModel
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	client, diags := r.SMS(contactCreation.Summary())
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	number, diags := phone.Read(phoneNumberPath, plan.PhoneNumber.ValueString(), r.DefaultRegion)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	id, diags := createContact(ctx, client, plan.GroupID.ValueString(), number, plan.details())
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	found, listed, diags := createdContact(ctx, client, id, plan.details())
	resp.Diagnostics.Append(diags...)
	planned := plan.detailsModel
	plan.fill(found, number)
	plan.detailsModel = planned
	resp.Diagnostics.Append(framework.Seen{Listed: listed, As: &number}.Remember(ctx, resp.Private)...)
	resp.Diagnostics.Append(resp.State.Set(ctx, &plan)...)
	resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, plan.ID, plan.GroupID)...)
}

func (r *contactResource) Read(ctx context.Context, req resource.ReadRequest, resp *resource.ReadResponse) {
	const summary = "Unable to read contact"
	var state contactModel
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, state.ID, state.GroupID)...)
	client, diags := r.SMS(summary)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	found, err := client.Contact(ctx, state.ID.ValueString())
	switch {
	case partner.IsNotFound(err) && framework.RecallSeen(ctx, req.Private).Listed:
		resp.State.RemoveResource(ctx)
	case partner.IsNotFound(err):
		resp.Diagnostics.Append(wait.NotListed("contact", state.ID.ValueString(), "SMS Partner still does not know it.")...)
	case err != nil:
		resp.Diagnostics.Append(diagnostic.FromError(summary, err, contactFaults))
	default:
		resp.Diagnostics.Append(diagnostic.Unread("Incomplete contact", found.Unread)...)
		state.fill(found, r.number(ctx, req.Private, state))
		seen, as := framework.RecallSeen(ctx, req.Private), e164Of(found)
		if seen.As != nil && isSpelling(found.PhoneNumber, *seen.As) {
			as = seen.As
		}
		resp.Diagnostics.Append(seen.Again(as).Remember(ctx, resp.Private)...)
		resp.Diagnostics.Append(resp.State.Set(ctx, &state)...)
	}
}

func (r *contactResource) Update(ctx context.Context, req resource.UpdateRequest, resp *resource.UpdateResponse) {
	var state, plan contactModel
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	client, diags := r.SMS(unableToUpdateContact)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	if plan.details() == state.details() { // the group of an import, "" for null, or a value that was unknown
		plan.ShortURL, plan.StopSMS = state.ShortURL, state.StopSMS
	} else {
		number, diags := phone.Read(phoneNumberPath, r.number(ctx, req.Private, state), r.DefaultRegion)
		if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
			return
		}
		found, diags := updateContact(ctx, client, state.ID.ValueString(), number, plan.details())
		resp.Diagnostics.Append(diags...)
		if found.ID == "" { // the contact could not be read: the state stays
			return
		}
		created := plan.CreatedAt
		plan.fill(found, number)
		plan.CreatedAt = created
	}
	resp.Diagnostics.Append(resp.State.Set(ctx, &plan)...)
	resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, plan.ID, plan.GroupID)...)
}

func (r *contactResource) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	var state contactModel
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	client, diags := r.SMS(unableToDeleteContact)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(deleteContact(ctx, client, state.ID.ValueString())...)
}

package contacts

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/boolplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

var (
	_ resource.ResourceWithConfigure   = (*contactGroupResource)(nil)
	_ resource.ResourceWithIdentity    = (*contactGroupResource)(nil)
	_ resource.ResourceWithImportState = (*contactGroupResource)(nil)
)

func newContactGroupResource() resource.Resource { return &contactGroupResource{} }

// contactGroupResource is a group of the account's address book. The vendor has no call
// that renames one.
type contactGroupResource struct {
	framework.ResourceBase
	framework.IdentityBase
}

func (r *contactGroupResource) Metadata(_ context.Context, req resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_contact_group"
}

func (r *contactGroupResource) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	computed := func(description string) schema.StringAttribute {
		return schema.StringAttribute{
			Computed: true, MarkdownDescription: description,
			PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
		}
	}
	flag := func(description string) schema.BoolAttribute {
		return schema.BoolAttribute{
			Computed: true, MarkdownDescription: description,
			PlanModifiers: []planmodifier.Bool{boolplanmodifier.UseStateForUnknown()},
		}
	}
	resp.Schema = schema.Schema{
		MarkdownDescription: "A contact group of the account's address book. Destroying the resource deletes the group. " +
			"The vendor does not document whether the contacts in the group are deleted too.\n\n" +
			"SMS Partner cannot rename a group: a new `name` replaces the group.\n\n" +
			"The vendor's calls are `POST group/add`, `GET group/list` and `POST group/delete`. The documentation prints four forms of the last call: " +
			"the provider tries them in turn, then reads the list to check that the group is gone.",
		Attributes: map[string]schema.Attribute{
			"name": schema.StringAttribute{
				Required: true,
				MarkdownDescription: "The group's name, 1 to 255 characters. A new name replaces the group. " +
					"The documentation does not say whether several groups can have the same name: the provider warns when another group has the name already.",
				Validators:    []validator.String{validate.String("a name of 1 to 255 characters", checkGroupName)},
				PlanModifiers: []planmodifier.String{stringplanmodifier.RequiresReplace()},
			},
			"id":               computed(groupID),
			"created_at":       computed(groupCreatedAt),
			"is_special_file":  flag(groupIsSpecialFile),
			"is_location_file": flag(groupIsLocationFile),
		},
	}
}

func (r *contactGroupResource) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	var plan groupModel
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	client, diags := r.SMS(groupCreation.Summary())
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	created, outcome, diags := createGroup(ctx, client, plan.Name.ValueString())
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	listed := outcome == once.Unconfirmed // the list is where it was found
	if !listed {
		created, listed, diags = listedGroup(ctx, client, created)
		resp.Diagnostics.Append(diags...)
	}
	state := newGroupModel(created)
	state.Name = plan.Name
	resp.Diagnostics.Append(framework.Seen{Listed: listed, As: created.Name}.Remember(ctx, resp.Private)...)
	resp.Diagnostics.Append(resp.State.Set(ctx, &state)...)
	resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, state.ID)...)
}

func (r *contactGroupResource) Read(ctx context.Context, req resource.ReadRequest, resp *resource.ReadResponse) {
	const summary = "Unable to read contact group"
	var state groupModel
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, state.ID)...)
	client, diags := r.SMS(summary)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	groups, err := client.Groups(ctx)
	if err != nil {
		resp.Diagnostics.Append(diagnostic.FromError(summary, err, diagnostic.Faults{}))
		return
	}
	before := framework.RecallSeen(ctx, req.Private)
	group, there := groupByID(groups, state.ID.ValueString())
	switch {
	case !there && before.Listed:
		resp.State.RemoveResource(ctx)
		return
	case !there:
		resp.Diagnostics.Append(wait.NotListed("contact group", state.ID.ValueString(), "SMS Partner still does not list it.")...)
		return
	}
	resp.Diagnostics.Append(diagnostic.Unread("Incomplete contact group", group.Unread)...)
	name := before.Name(state.Name, group.Name, sms.SameName)
	resp.Diagnostics.Append(before.Again(group.Name).Remember(ctx, resp.Private)...)
	state = newGroupModel(group)
	state.Name = name
	resp.Diagnostics.Append(resp.State.Set(ctx, &state)...)
}

// Update is never called: the only argument replaces the group.
func (r *contactGroupResource) Update(context.Context, resource.UpdateRequest, *resource.UpdateResponse) {
}

func (r *contactGroupResource) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	var state groupModel
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	client, diags := r.SMS(unableToDeleteGroup)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(deleteGroup(ctx, client, state.ID.ValueString())...)
}

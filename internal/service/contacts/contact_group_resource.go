package contacts

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
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
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
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
					"Several groups can have the same name: the provider warns when it creates such a group.",
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

var createGroup = once.Write{Verb: once.Create, Object: "contact group", Faults: groupFaults}

func (r *contactGroupResource) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	var plan groupModel
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	client, diags := r.SMS(createGroup.Summary())
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	name := plan.Name.ValueString()
	// If the answer is lost, a group that is not among these is the new one.
	before, err := client.Groups(ctx)
	if err != nil {
		resp.Diagnostics.Append(diagnostic.FromError(createGroup.Summary(), err, groupFaults))
		return
	}
	created, outcome, diags := once.Run(ctx, createGroup,
		func(ctx context.Context) (sms.Group, error) {
			id, err := client.AddGroup(ctx, name)
			return sms.Group{ID: id, Name: name}, err
		},
		func(ctx context.Context, _ *partner.Error) (once.Trace[sms.Group], error) {
			return traceGroup(ctx, client, name, before)
		})
	resp.Diagnostics.Append(namesake(name, before, diags)...)
	if diags.HasError() {
		return
	}
	if outcome == once.Accepted {
		created, diags = listedGroup(ctx, client, created)
		resp.Diagnostics.Append(diags...)
	}
	created.Name = name
	state := newGroupModel(created)
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
		resp.Diagnostics.Append(diagnostic.FromError(summary, err, groupFaults))
		return
	}
	group, there := groupByID(groups, state.ID.ValueString())
	if !there {
		resp.State.RemoveResource(ctx)
		return
	}
	resp.Diagnostics.Append(diagnostic.Unread("Incomplete contact group", group.Unread)...)
	state = newGroupModel(group)
	resp.Diagnostics.Append(resp.State.Set(ctx, &state)...)
}

// Update is never called: the only argument replaces the group.
func (r *contactGroupResource) Update(context.Context, resource.UpdateRequest, *resource.UpdateResponse) {
}

func (r *contactGroupResource) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	const summary = "Unable to delete contact group"
	var state groupModel
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	client, diags := r.SMS(summary)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	id := state.ID.ValueString()
	err := client.DeleteGroup(ctx, id)
	if err != nil && !partner.OutcomeUnknown(err) {
		resp.Diagnostics.Append(diagnostic.FromError(summary, err, deleteFaults))
		return
	}
	gone, listErr := wait.Listed(context.WithoutCancel(ctx), func(ctx context.Context) (bool, error) {
		groups, err := client.Groups(ctx)
		_, there := groupByID(groups, id)
		return err == nil && !there, err
	})
	switch {
	case gone:
	case err != nil:
		resp.Diagnostics.Append(diagnostic.FromError(summary, err, deleteFaults))
	case listErr != nil:
		resp.Diagnostics.AddError(summary, fmt.Sprintf("SMS Partner answered that it deleted the group %s, but the list of groups can't be read to confirm it. %s\n\n"+
			"Run again: a group that is gone is no error.", id, diagnostic.Happened(listErr, groupFaults)))
	default:
		resp.Diagnostics.AddError(summary, fmt.Sprintf("SMS Partner answered that it deleted the group %s, but still lists it after %s.\n\n"+
			"Run again later. If the group stays, delete it in the dashboard.", id, wait.ListedTimeout))
	}
}

var deleteFaults = diagnostic.Faults{ByCode: map[string]diagnostic.Fault{
	"1": {Missing: "group id"},
	"404": {
		What: "SMS Partner lists the group, but answers that it does not know it.",
		Do:   "Run again later. If this goes on, delete the group in the dashboard.",
	},
}}

// listedGroup looks up a new group in the list, which may lag: only the list has its other
// values.
func listedGroup(ctx context.Context, client *sms.Client, created sms.Group) (sms.Group, diag.Diagnostics) {
	found := created
	listed, err := wait.Listed(ctx, func(ctx context.Context) (bool, error) {
		groups, err := client.Groups(ctx)
		group, there := groupByID(groups, created.ID)
		if there {
			found = group
		}
		return there, err
	})
	if listed {
		return found, diagnostic.Unread("Incomplete contact group", found.Unread)
	}
	why := fmt.Sprintf("SMS Partner has not listed it within %s.", wait.ListedTimeout)
	if err != nil {
		why = diagnostic.Happened(err, groupFaults)
	}
	return created, diag.Diagnostics{diag.NewWarningDiagnostic("Contact group is not listed yet", fmt.Sprintf(
		"The group %s is created, but its other values are not known yet. %s\n\nThe next refresh reads them.", created.ID, why))}
}

// traceGroup looks for the group after a creation without a clear answer: the one with its
// name that was not listed before.
func traceGroup(ctx context.Context, client *sms.Client, name string, before []sms.Group) (once.Trace[sms.Group], error) {
	var found []sms.Group
	_, err := wait.Listed(ctx, func(ctx context.Context) (bool, error) {
		groups, err := client.Groups(ctx)
		found = nil
		for _, group := range groups {
			if _, known := groupByID(before, group.ID); !known && group.Name == name {
				found = append(found, group)
			}
		}
		return len(found) > 0, err
	})
	look := fmt.Sprintf("Look for the group %q in the dashboard, or with the data source smspartner_contact_groups, and import it if it is there,", name)
	switch len(found) {
	case 0:
		saw := fmt.Sprintf("SMS Partner was searched for %s and lists no new group of this name.", wait.ListedTimeout)
		return once.Trace[sms.Group]{Saw: saw, Look: look}, err
	case 1:
		saw := fmt.Sprintf("SMS Partner lists a new group of this name, with the id %s.", found[0].ID)
		return once.Trace[sms.Group]{Found: true, Value: found[0], Saw: saw}, nil
	default:
		saw := fmt.Sprintf("SMS Partner lists %d new groups of this name, and the provider can't tell which one is the new one.", len(found))
		return once.Trace[sms.Group]{Saw: saw, Look: look}, nil
	}
}

// namesake adds a warning if another group already had the name.
func namesake(name string, before []sms.Group, diags diag.Diagnostics) diag.Diagnostics {
	for _, group := range before {
		if group.Name == name {
			return append(diags, diag.NewAttributeWarningDiagnostic(path.Root("name"), "Another contact group has this name", fmt.Sprintf(
				"The account had a group %q before, with the id %s. The documentation does not say whether two groups may have the same name.\n\n%s",
				name, group.ID, diagnostic.ToImport("smspartner_contact_group", group.ID))))
		}
	}
	return diags
}

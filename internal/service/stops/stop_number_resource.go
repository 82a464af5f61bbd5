package stops

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
)

var (
	_ resource.ResourceWithConfigure   = (*stopNumberResource)(nil)
	_ resource.ResourceWithIdentity    = (*stopNumberResource)(nil)
	_ resource.ResourceWithImportState = (*stopNumberResource)(nil)
	_ resource.ResourceWithModifyPlan  = (*stopNumberResource)(nil)
)

func newStopNumberResource() resource.Resource { return &stopNumberResource{} }

// stopNumberResource is a number on the STOP list.
type stopNumberResource struct {
	framework.ResourceBase
	framework.IdentityBase
}

func (r *stopNumberResource) Metadata(_ context.Context, req resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_stop_number"
	// Until the list has the entry, its id is that of the answer to the addition, which may
	// be another one.
	resp.ResourceBehavior.MutableIdentity = true
}

func (r *stopNumberResource) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	computed := func(description string) schema.StringAttribute {
		return schema.StringAttribute{
			Computed: true, MarkdownDescription: description,
			PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
		}
	}
	resp.Schema = schema.Schema{
		MarkdownDescription: "A number on the account's STOP list, to which SMS Partner sends nothing. **Destroying the resource lifts the opt-out**: the number can be written to again. " +
			"Advertising to a number on the list is forbidden, so keep the entry with `prevent_destroy` unless the person has agreed to receive messages again.\n\n" +
			"The list also has the numbers whose owners answered STOP. A number that is on the list already is refused, with the `import` block that takes the entry over.\n\n" +
			"The vendor's calls are `POST stop-sms/add`, `GET stop-sms/list` and `GET stop-sms/delete`.",
		Attributes: map[string]schema.Attribute{
			"phone_number": schema.StringAttribute{
				Required: true, CustomType: phone.Type{},
				MarkdownDescription: "The phone number, international or national in the provider's `default_region`. Another number replaces the entry, which lifts the opt-out of the old number; " +
					"another spelling of the same number is no change. Vendor's name: `phoneNumber`." + phone.Named,
			},
			"id":         computed(stopID),
			"created_at": computed(stopCreatedAt),
		},
	}
}

func (r *stopNumberResource) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	var plan stopModel
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	client, diags := r.SMS(addition("").Summary())
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	number, diags := r.read(plan.PhoneNumber)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	added, outcome, diags := addStop(ctx, client, number)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	listed := outcome == once.Unconfirmed // the list is where it was found
	if !listed {
		added, listed, diags = listedStop(ctx, client, added)
		resp.Diagnostics.Append(diags...)
	}
	state := newStopModel(added)
	state.PhoneNumber = plan.PhoneNumber
	resp.Diagnostics.Append(framework.Seen{Listed: listed, As: &number}.Remember(ctx, resp.Private)...)
	resp.Diagnostics.Append(resp.State.Set(ctx, &state)...)
	resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, state.ID)...)
}

func (r *stopNumberResource) Read(ctx context.Context, req resource.ReadRequest, resp *resource.ReadResponse) {
	const summary = "Unable to read " + object
	var state stopModel
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, state.ID)...)
	client, diags := r.SMS(summary)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	list, err := client.StopNumbers(ctx)
	if err != nil {
		resp.Diagnostics.Append(diagnostic.FromError(summary, err, diagnostic.Faults{}))
		return
	}
	before := framework.RecallSeen(ctx, req.Private)
	entry := r.managed(state, before)
	stop, there := entry.in(list)
	switch {
	case !there && before.Listed:
		resp.State.RemoveResource(ctx)
		return
	case !there:
		resp.Diagnostics.Append(wait.NotListed(object, entry.number, "SMS Partner still does not list it.")...)
		return
	}
	resp.Diagnostics.Append(diagnostic.Unread("Incomplete "+object, stop.Unread)...)
	if before.As == nil { // it was imported
		before.As = stop.PhoneNumber
	}
	resp.Diagnostics.Append(before.Again(nil).Remember(ctx, resp.Private)...)
	number := state.PhoneNumber
	state = newStopModel(stop)
	if state.PhoneNumber.IsNull() || entry.number != "" && stop.Is(entry.number) {
		state.PhoneNumber = number // in the spelling of the configuration
	}
	resp.Diagnostics.Append(resp.State.Set(ctx, &state)...)
	resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, state.ID)...)
}

// Update is never called: another number replaces the entry, and another spelling is no
// change.
func (r *stopNumberResource) Update(context.Context, resource.UpdateRequest, *resource.UpdateResponse) {
}

func (r *stopNumberResource) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	var state stopModel
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	client, diags := r.SMS(unableToRemoveStop)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(removeStop(ctx, client, r.managed(state, framework.RecallSeen(ctx, req.Private)))...)
}

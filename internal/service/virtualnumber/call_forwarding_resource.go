package virtualnumber

import (
	"context"
	"crypto/rand"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

var (
	_ resource.ResourceWithConfigure      = (*callForwardingResource)(nil)
	_ resource.ResourceWithImportState    = (*callForwardingResource)(nil)
	_ resource.ResourceWithModifyPlan     = (*callForwardingResource)(nil)
	_ resource.ResourceWithValidateConfig = (*callForwardingResource)(nil)
)

func newCallForwardingResource() resource.Resource { return &callForwardingResource{} }

// callForwardingResource is what a virtual number does with calls.
type callForwardingResource struct {
	framework.ResourceBase
}

// callForwardingModel has neither target after a change that left none, or nobody knows
// which: then each configuration is a change.
type callForwardingModel struct {
	Number         phone.Number `tfsdk:"number"`
	ForwardTo      phone.Number `tfsdk:"forward_to"`
	VoicemailEmail types.String `tfsdk:"voicemail_email"`
}

func (r *callForwardingResource) Metadata(_ context.Context, req resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_call_forwarding"
}

func (r *callForwardingResource) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "What a rented virtual number does with calls: they go to another number, or to a voicemail. Creating the resource replaces what was set before; destroying it disables the forwarding.\n\n" +
			"~> **Drift is invisible.** The API has no call that tells what is set: a change in the dashboard is neither shown nor mended, and import is not supported.\n\n" +
			"Where SMS Partner refuses to change a forwarding that is on, the provider disables it first: for a moment, calls are not forwarded. If the second step fails, the error says so, and the next apply sets the target. " +
			"After a lost answer, apply again: to set the same target twice does no harm.\n\n" +
			"The vendor's call is `POST vn/callforward`.",
		Attributes: map[string]schema.Attribute{
			argNumber: schema.StringAttribute{
				Required: true, CustomType: phone.Type{},
				MarkdownDescription: "The virtual number, international or national in the provider's `default_region`. Another number replaces the resource; another spelling is no change." + phone.Named,
			},
			argForwardTo: schema.StringAttribute{
				Optional: true, CustomType: phone.Type{},
				MarkdownDescription: "The number to which calls go, international or national in the provider's `default_region`. Exactly one of this and `voicemail_email` is required. Vendor's name: `param`, with `type` 1." + phone.Named,
			},
			argVoicemailEmail: schema.StringAttribute{
				Optional:            true,
				MarkdownDescription: "The e-mail address that is told of messages on the voicemail, to which calls then go. Exactly one of this and `forward_to` is required. Vendor's name: `param`, with `type` 2.",
				Validators:          []validator.String{validate.String("an e-mail address", validate.Email)},
			},
		},
	}
}

func (r *callForwardingResource) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	var plan callForwardingModel
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	client, diags := r.SMS(unableToSet)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	set, diags := r.read(plan)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	set.By = rand.Text()
	// After an error, nothing is in the state. A tainted resource would be replaced, and one
	// with create_before_destroy would disable in the end what it had just set.
	client.ForwardInTurn(func(by map[string]string) {
		result, diags := forward(ctx, client, set.Number, set.forwarding())
		if resp.Diagnostics.Append(diags...); result != asWanted {
			return
		}
		by[set.Number] = set.By
		resp.Diagnostics.Append(framework.Remember(ctx, resp.Private, asSetKey, set)...)
		resp.Diagnostics.Append(resp.State.Set(ctx, &plan)...)
	})
}

// Read keeps the state: the API cannot return what is set.
func (r *callForwardingResource) Read(context.Context, resource.ReadRequest, *resource.ReadResponse) {
}

func (r *callForwardingResource) Update(ctx context.Context, req resource.UpdateRequest, resp *resource.UpdateResponse) {
	var plan, state callForwardingModel
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	client, diags := r.SMS(unableToSet)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	set, diags := r.read(plan)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	before := r.recall(ctx, req.Private, state)
	set.Number, set.By = before.Number, before.By
	client.ForwardInTurn(func(by map[string]string) {
		result, diags := forward(ctx, client, set.Number, set.forwarding())
		resp.Diagnostics.Append(diags...)
		switch result {
		case asBefore:
			return
		case notForwarding, notKnown:
			set.Param = ""
			plan.ForwardTo, plan.VoicemailEmail = phone.Number{StringValue: types.StringNull()}, types.StringNull()
		case asWanted:
		}
		by[set.Number] = set.By
		resp.Diagnostics.Append(framework.Remember(ctx, resp.Private, asSetKey, set)...)
		resp.Diagnostics.Append(resp.State.Set(ctx, &plan)...)
	})
}

func (r *callForwardingResource) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	var state callForwardingModel
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	client, diags := r.SMS(unableToDisable)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	set := r.recall(ctx, req.Private, state)
	client.ForwardInTurn(func(by map[string]string) {
		if last, changed := by[set.Number]; changed && last != set.By {
			resp.Diagnostics.Append(stillForwarded(set.Number))
			return
		}
		delete(by, set.Number)
		resp.Diagnostics.Append(disable(ctx, client, set.Number)...)
	})
}

// stillForwarded is the warning of a forwarding that another resource has taken over.
func stillForwarded(number string) diag.Diagnostic {
	return diag.NewAttributeWarningDiagnostic(path.Root(argNumber), "Call forwarding is not disabled", fmt.Sprintf(
		"Another smspartner_call_forwarding, or the one that replaces this, has set the forwarding of %s in this run. It stays set.\n\n"+
			"To rename a resource, use a moved block. If two resources are of this number, remove one.", number))
}

// ImportState only explains why import is impossible. Without this method the engine would
// say that the provider lacks support.
func (r *callForwardingResource) ImportState(_ context.Context, _ resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	resp.Diagnostics.AddError("Unable to import call forwarding",
		"Import is not supported: the API cannot return what is set.\n\n"+
			"Remove the import. Creating the resource sets the target, whatever was set before.")
}

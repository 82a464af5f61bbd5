package stops

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
)

var (
	_ resource.ResourceWithConfigure   = (*entryResource)(nil)
	_ resource.ResourceWithIdentity    = (*entryResource)(nil)
	_ resource.ResourceWithImportState = (*entryResource)(nil)
	_ resource.ResourceWithModifyPlan  = (*entryResource)(nil)
)

// entryResource is an entry of the list.
type entryResource struct {
	framework.ResourceBase
	framework.IdentityBase
	kind *kind
}

func (r *entryResource) Metadata(_ context.Context, _ resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = r.kind.resource
	// Until the list has the entry, its id is that of the answer to the addition, which may
	// be another one.
	resp.ResourceBehavior.MutableIdentity = true
}

func (r *entryResource) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: r.kind.descriptions.resource,
		Attributes: map[string]schema.Attribute{
			r.kind.argument: schema.StringAttribute{
				Required: true, CustomType: r.kind.argumentType, Validators: r.kind.rules, MarkdownDescription: r.kind.descriptions.argument,
			},
			"id":         attribute.KeptText(r.kind.idDescription()),
			"created_at": attribute.KeptText(r.kind.createdAtDescription()),
		},
	}
}

func (r *entryResource) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	plan, diags := r.kind.modelIn(ctx, req.Plan.Get)
	resp.Diagnostics.Append(diags...)
	stops, diags := r.kind.open(r.ProviderData, r.kind.addition("").Summary())
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	recipient, diags := r.read(plan)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	added, outcome, diags := stops.add(ctx, recipient)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	listed := outcome == once.Unconfirmed // the list is where it was found
	if !listed {
		added, listed, diags = stops.listed(ctx, added)
		resp.Diagnostics.Append(diags...)
	}
	state := newModel(added)
	state.recipient = plan.recipient
	resp.Diagnostics.Append(framework.Seen{Listed: listed, As: &recipient}.Remember(ctx, resp.Private)...)
	resp.Diagnostics.Append(resp.State.Set(ctx, r.kind.object(ctx, state))...)
	resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, state.id)...)
}

func (r *entryResource) Read(ctx context.Context, req resource.ReadRequest, resp *resource.ReadResponse) {
	summary := r.kind.unableTo("read")
	state, diags := r.kind.modelIn(ctx, req.State.Get)
	resp.Diagnostics.Append(diags...)
	resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, state.id)...)
	stops, diags := r.kind.open(r.ProviderData, summary)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	list, err := stops.calls.list(ctx)
	if err != nil {
		resp.Diagnostics.Append(diagnostic.FromError(summary, err, diagnostic.Faults{}))
		return
	}
	before := framework.RecallSeen(ctx, req.Private)
	m := r.managed(state, before)
	e, there := r.kind.find(m, list)
	switch {
	case !there && before.Listed:
		resp.State.RemoveResource(ctx)
		return
	case !there:
		resp.Diagnostics.Append(wait.NotListed(r.kind.words.object, m.recipient, r.kind.product.Name+" still does not list it.")...)
		return
	}
	resp.Diagnostics.Append(diagnostic.Unread(r.kind.incomplete(), e.unread)...)
	if before.As == nil { // it was imported
		before.As = e.recipient
	}
	resp.Diagnostics.Append(before.Again(nil).Remember(ctx, resp.Private)...)
	written := state.recipient
	state = newModel(e)
	if state.recipient.IsNull() || m.recipient != "" && r.kind.is(e, m.recipient) {
		state.recipient = written // in the spelling of the configuration
	}
	resp.Diagnostics.Append(resp.State.Set(ctx, r.kind.object(ctx, state))...)
	resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, state.id)...)
}

// Update is never called: another recipient replaces the entry, and another spelling is no
// change.
func (r *entryResource) Update(context.Context, resource.UpdateRequest, *resource.UpdateResponse) {}

func (r *entryResource) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	state, diags := r.kind.modelIn(ctx, req.State.Get)
	resp.Diagnostics.Append(diags...)
	stops, diags := r.kind.open(r.ProviderData, r.kind.unableTo("remove"))
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(stops.remove(ctx, r.managed(state, framework.RecallSeen(ctx, req.Private)))...)
}

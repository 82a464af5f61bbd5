package rental

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

var (
	_ resource.ResourceWithConfigure      = (*contactRentalResource)(nil)
	_ resource.ResourceWithValidateConfig = (*contactRentalResource)(nil)
	_ resource.ResourceWithModifyPlan     = (*contactRentalResource)(nil)
	_ resource.ResourceWithImportState    = (*contactRentalResource)(nil)
)

func newContactRentalResource() resource.Resource { return &contactRentalResource{} }

// contactRentalResource rents contacts once, when the resource is created.
type contactRentalResource struct{ framework.ResourceBase }

type contactRentalModel struct {
	criteriaModel

	MaxTotal  types.Number `tfsdk:"max_total"`
	Triggers  types.Map    `tfsdk:"triggers"`
	Token     types.String `tfsdk:"token"`
	Quantity  types.Int64  `tfsdk:"quantity"`
	Total     types.Number `tfsdk:"total"`
	CostUnity types.Number `tfsdk:"cost_unity"`
	Outcome   types.String `tfsdk:"outcome"`
}

func (*contactRentalResource) Metadata(_ context.Context, req resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_contact_rental"
}

func (*contactRentalResource) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	token := attribute.KeptText("What the data source `smspartner_rental_status` and the action `smspartner_download_rental` need. Null if the vendor's answer has none: " +
		"the contacts are rented all the same, and a warning says so. It is the id of an import.")
	token.Sensitive = true
	resp.Schema = schema.Schema{
		MarkdownDescription: "Rents the phone numbers of people in France, once.\n\n" +
			"~> **This spends money, and nothing takes it back.** Creating the resource rents and pays: no refresh and no second apply rents again. A change of any argument but `max_total`, or of `triggers`, " +
			"rents again, and the first rental stays paid. Destroying the resource cancels nothing: the engine only forgets the rental, and its token. " +
			"The numbers are personal data: who rents them has duties to these people, such as those of the GDPR.\n\n" +
			"Ask the price first, with the data source [`smspartner_rental_estimate`](../data-sources/rental_estimate.md), and bound it with `max_total`. " +
			"If the answer to the rental is lost, the provider can't look for it, since the API has no list of rentals: an error says so, and nothing is in the state. " +
			"Look in the dashboard before you apply again. The guide [Writing once](../guides/writing-once.md) says more.\n\n" +
			"The file of numbers takes a while. Wait for it with the data source [`smspartner_rental_status`](../data-sources/rental_status.md), and download it with the action " +
			"[`smspartner_download_rental`](../actions/download_rental.md).\n\n" +
			"A rental that was made elsewhere, or whose answer was lost, is imported by its token. SMS Partner gives the criteria back in other words and leaves some out, so all arguments are null after an import. " +
			"The next apply takes over what the configuration has, `triggers` and `max_total` too, **without a call: it rents nothing**, whatever the values, and nothing compares them with what was rented. " +
			"From then on, a changed value rents again. Until then, `ignore_changes` must not name a required argument: the plan would fail.\n\n" +
			"The vendor's call is `POST location/optin`, with the operation `rent`, and before that `price` where `max_total` is set. After an import, `GET location/status` is asked once.",
		Attributes: map[string]schema.Attribute{
			"max_total": schema.NumberAttribute{
				Optional:   true,
				Validators: []validator.Number{validate.Limit()},
				MarkdownDescription: "The most that the rental may cost, more than 0. The provider then asks the price first, and refuses to rent if that is higher or can't be read. A changed limit is for the next rental, and rents nothing. " +
					"The vendor could still charge another price than it named. " + inCurrency,
			},
			"triggers":   once.Triggers("rents again, and costs again"),
			"token":      token,
			"quantity":   attribute.KeptCount("How many contacts `total` pays for, as the vendor's answer has it. Null if the answer, whose form is not documented, has no such number; the same holds for `total` and `cost_unity`. After an import, the status of the rental has them."),
			"total":      attribute.KeptAmount("What the rental costs. " + inCurrency),
			"cost_unity": attribute.KeptAmount("What one contact costs."),
			"outcome":    attribute.KeptText("`accepted`: the vendor's answer confirms the rental or, after an import, has a status of it. There is no other outcome, since a rental can't be looked for."),
		},
	}
	volumes := argVolumes
	volumes.Required = true
	resp.Schema.Attributes[volumes.Name] = volumes.Resource()
	for _, a := range criteriaArguments {
		resp.Schema.Attributes[a.Name] = a.Resource()
	}
}

// ValidateConfig refuses what can be judged without the vendor.
func (*contactRentalResource) ValidateConfig(ctx context.Context, req resource.ValidateConfigRequest, resp *resource.ValidateConfigResponse) {
	var config contactRentalModel
	if resp.Diagnostics.Append(req.Config.Get(ctx, &config)...); !resp.Diagnostics.HasError() {
		resp.Diagnostics.Append(config.check()...)
	}
}

// ModifyPlan decides what is a new rental: an empty trigger is none, nor is an argument that
// is null after an import.
func (*contactRentalResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.Plan.Raw.IsNull() || req.State.Raw.IsNull() {
		return
	}
	var plan, state contactRentalModel
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	if !resp.Diagnostics.HasError() {
		resp.RequiresReplace.Append(plan.changed(state)...)
	}
}

// changed returns the arguments that make the plan a new rental. Another limit is none: what
// was rented stays. Nor is what a rental that was imported takes over.
func (m contactRentalModel) changed(before contactRentalModel) path.Paths {
	var paths path.Paths
	imported := before.imported()
	differs := func(name string, was attr.Value, same bool) {
		if !same && (!imported || !was.IsNull()) {
			paths.Append(path.Root(name))
		}
	}
	for name, pair := range map[string]struct{ was, is attr.Value }{
		argSexe.Name:        {before.Sexe, m.Sexe},
		argMinAge.Name:      {before.MinAge, m.MinAge},
		argMaxAge.Name:      {before.MaxAge, m.MaxAge},
		argInterest.Name:    {before.Interest, m.Interest},
		argSubInterest.Name: {before.SubInterest, m.SubInterest},
		argCategory.Name:    {before.Category, m.Category},
		argDepartments.Name: {before.Departments, m.Departments},
		argZipcodes.Name:    {before.Zipcodes, m.Zipcodes},
		argVolumes.Name:     {before.Volumes, m.Volumes},
	} {
		differs(name, pair.was, pair.is.Equal(pair.was))
	}
	differs("triggers", before.Triggers, once.SameTriggers(m.Triggers, before.Triggers))
	return paths
}

func (r *contactRentalResource) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	var state contactRentalModel
	resp.Diagnostics.Append(req.Plan.Get(ctx, &state)...)
	client, diags := r.SMS(rental.Summary())
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	rented, outcome, diags := state.rent(ctx, client)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	state.Token = types.StringPointerValue(rented.Token)
	state.Quantity = types.Int64PointerValue(rented.Quantity)
	state.Total, state.CostUnity = framework.AmountValue(rented.Total), framework.AmountValue(rented.CostUnity)
	state.Outcome = types.StringValue(string(outcome))
	resp.Diagnostics.Append(resp.State.Set(ctx, &state)...)
}

// Update rents nothing. It takes over another spelling, another limit, and the arguments of a
// rental that was imported: any other change replaces the resource.
func (*contactRentalResource) Update(_ context.Context, req resource.UpdateRequest, resp *resource.UpdateResponse) {
	resp.State.Raw = req.Plan.Raw
}

// Delete cancels nothing: the API has no call for that.
func (*contactRentalResource) Delete(context.Context, resource.DeleteRequest, *resource.DeleteResponse) {
}

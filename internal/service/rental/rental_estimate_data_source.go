package rental

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
)

var (
	_ datasource.DataSourceWithConfigure      = (*rentalEstimateDataSource)(nil)
	_ datasource.DataSourceWithValidateConfig = (*rentalEstimateDataSource)(nil)
)

func newRentalEstimateDataSource() datasource.DataSource { return &rentalEstimateDataSource{} }

// rentalEstimateDataSource asks how many contacts there are and what they cost.
type rentalEstimateDataSource struct {
	framework.DataSourceBase
}

type rentalEstimateModel struct {
	criteriaModel

	Localities []estimatedModel `tfsdk:"localities"`
	Volume     types.Int64      `tfsdk:"volume"`
	Quantity   types.Int64      `tfsdk:"quantity"`
	Total      types.Number     `tfsdk:"total"`
	CostUnity  types.Number     `tfsdk:"cost_unity"`
}

type estimatedModel struct {
	Type     types.String `tfsdk:"type"`
	Locality types.String `tfsdk:"locality"`
	Volume   types.Int64  `tfsdk:"volume"`
}

func (d *rentalEstimateDataSource) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_rental_estimate"
}

// The descriptions that both data sources share.
const (
	localityType = "The vendor's type of the place, such as `CP` for a zip code."
	localityName = "The zip code or department. Vendor's name: `Localite` here, `Location` in the status of a rental."
	inCurrency   = "The documentation names no currency: the samples fit euros."
)

func (d *rentalEstimateDataSource) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Asks SMS Partner how many people match the criteria of a contact rental and what their numbers cost, or with `volumes`, what so many cost. " +
			"It rents nothing and costs nothing.\n\n" +
			"The vendor's call is `POST location/optin`, with the operation `calcul`, or `price` where `volumes` is set. " +
			"The documentation shows the answer of `price` only: what the answer of `calcul` leaves out is null.",
		Attributes: map[string]schema.Attribute{
			argVolumes.Name: argVolumes.DataSource(),
			"localities": schema.ListNestedAttribute{
				Computed:            true,
				MarkdownDescription: "The places, in the vendor's order. Vendor's name: `datas`.",
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"type":     schema.StringAttribute{Computed: true, MarkdownDescription: localityType},
					"locality": schema.StringAttribute{Computed: true, MarkdownDescription: localityName},
					"volume": schema.Int64Attribute{
						Computed: true, MarkdownDescription: "How many contacts: those wanted with `volumes`, else, as it seems, those that there are. Vendor's name: `Volume`.",
					},
				}},
			},
			"volume": schema.Int64Attribute{
				Computed: true, MarkdownDescription: "The sum of the volumes as the vendor's last row, named `total`, has it. The row is not in `localities`.",
			},
			"quantity": schema.Int64Attribute{
				Computed: true, MarkdownDescription: "How many contacts `total` pays for. The provider does not compare it with `volume`.",
			},
			"total":      schema.NumberAttribute{Computed: true, MarkdownDescription: "What all cost. " + inCurrency},
			"cost_unity": schema.NumberAttribute{Computed: true, MarkdownDescription: "What one contact costs. In the vendor's own sample, `total` is not `quantity` times `cost_unity`."},
		},
	}
	for _, a := range criteriaArguments {
		resp.Schema.Attributes[a.Name] = a.DataSource()
	}
}

func (d *rentalEstimateDataSource) ValidateConfig(ctx context.Context, req datasource.ValidateConfigRequest, resp *datasource.ValidateConfigResponse) {
	var model rentalEstimateModel
	if resp.Diagnostics.Append(req.Config.Get(ctx, &model)...); !resp.Diagnostics.HasError() {
		resp.Diagnostics.Append(model.check()...)
	}
}

const unableToEstimate = "Unable to estimate contact rental"

func (d *rentalEstimateDataSource) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	var model rentalEstimateModel
	resp.Diagnostics.Append(req.Config.Get(ctx, &model)...)
	client, diags := d.SMS(unableToEstimate)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	estimate, err := client.RentalEstimate(ctx, model.criteria(), model.volumes())
	if err != nil {
		resp.Diagnostics.Append(diagnostic.FromError(unableToEstimate, err, criteriaFaults))
		return
	}
	resp.Diagnostics.Append(diagnostic.Unread("Incomplete estimate of contact rental", estimate.Unread)...)
	model.Localities = make([]estimatedModel, len(estimate.Localities))
	for i, l := range estimate.Localities {
		model.Localities[i] = estimatedModel{types.StringPointerValue(l.Type), types.StringPointerValue(l.Locality), types.Int64PointerValue(l.Volume)}
	}
	model.Volume = types.Int64PointerValue(estimate.Volume)
	model.Quantity = types.Int64PointerValue(estimate.Quantity)
	model.Total = framework.AmountValue(estimate.Total)
	model.CostUnity = framework.AmountValue(estimate.CostUnity)
	resp.Diagnostics.Append(resp.State.Set(ctx, &model)...)
}

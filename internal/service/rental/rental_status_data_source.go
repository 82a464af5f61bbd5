package rental

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

var _ datasource.DataSourceWithConfigure = (*rentalStatusDataSource)(nil)

func newRentalStatusDataSource() datasource.DataSource { return &rentalStatusDataSource{} }

// rentalStatusDataSource reads a rental.
type rentalStatusDataSource struct {
	framework.DataSourceBase
}

type rentalStatusModel struct {
	Token types.String `tfsdk:"token"`
	Wait  *wait.Model  `tfsdk:"wait"`

	Status     types.String `tfsdk:"status"`
	Ready      types.Bool   `tfsdk:"ready"`
	Failed     types.Bool   `tfsdk:"failed"`
	Downloaded types.Bool   `tfsdk:"downloaded"`

	Sexe         types.String  `tfsdk:"sexe"`
	MinAge       types.Int64   `tfsdk:"min_age"`
	MaxAge       types.Int64   `tfsdk:"max_age"`
	Interest     types.Int64   `tfsdk:"interest"`
	SubInterest  types.Int64   `tfsdk:"sub_interest"`
	Category     types.Int64   `tfsdk:"category"`
	Departments  types.Set     `tfsdk:"departments"`
	Zipcodes     types.Set     `tfsdk:"zipcodes"`
	Localities   []rentedModel `tfsdk:"localities"`
	Quantity     types.Int64   `tfsdk:"quantity"`
	Total        types.Number  `tfsdk:"total"`
	CostUnity    types.Number  `tfsdk:"cost_unity"`
	PhoneNumbers types.Int64   `tfsdk:"phone_numbers"`
}

type rentedModel struct {
	Type          types.String `tfsdk:"type"`
	Locality      types.String `tfsdk:"locality"`
	Volume        types.Int64  `tfsdk:"volume"`
	VolumeDesired types.Int64  `tfsdk:"volume_desired"`
}

func (d *rentalStatusDataSource) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_rental_status"
}

func (d *rentalStatusDataSource) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Asks SMS Partner how far a contact rental is, and what was rented. It does not download the file. With `wait`, it asks again until the file is ready.\n\n" +
			"The documentation has a table of numbers, 0 for a request made, 1 for a file being generated, 2 for a file ready to download, 3 for a failed rental and " +
			"5 for a file already downloaded, but its sample has a sentence for a status, `File downloaded by user from api`, and no sentence for the other numbers. " +
			"`ready`, `failed` and `downloaded` know the numbers, the words of the table, and the sentence. With any other status, all three are false.\n\n" +
			"The vendor's call is `GET location/status`.",
		Attributes: map[string]schema.Attribute{
			"token": schema.StringAttribute{
				Required: true, Sensitive: true,
				MarkdownDescription: "The token of the rental, from the attribute `token` of `smspartner_contact_rental`.",
				Validators:          []validator.String{validate.String("a token", checkToken)},
			},
			"wait": wait.Argument("Asks again until the file is ready, or was downloaded before. A rental that failed is then an error. Without `wait`, the status is read once. " +
				"A data source is read in every plan, so a wait delays plans too. With a status that the documentation does not have, the wait goes on until `timeout`, " +
				"and the error quotes the status.").DataSource(),
			"status": schema.StringAttribute{
				Computed: true, MarkdownDescription: "The status in the vendor's own words, or its number.",
			},
			"ready":  schema.BoolAttribute{Computed: true, MarkdownDescription: "Whether the file can be downloaded. False once it was downloaded: it seems to be there only once."},
			"failed": schema.BoolAttribute{Computed: true, MarkdownDescription: "Whether the rental failed."},
			"downloaded": schema.BoolAttribute{
				Computed: true, MarkdownDescription: "Whether the file was downloaded before.",
			},
			"sexe":         schema.StringAttribute{Computed: true, MarkdownDescription: "Who was rented, in the vendor's word, such as `femme` where `f` was asked for."},
			"min_age":      schema.Int64Attribute{Computed: true, MarkdownDescription: "The lowest age. Vendor's name: `minAge`."},
			"max_age":      schema.Int64Attribute{Computed: true, MarkdownDescription: "The highest age. Vendor's name: `maxAge`."},
			"interest":     schema.Int64Attribute{Computed: true, MarkdownDescription: "The id of the interest."},
			"sub_interest": schema.Int64Attribute{Computed: true, MarkdownDescription: "The id of the part of an interest. Vendor's name: `subInterest`."},
			"category":     schema.Int64Attribute{Computed: true, MarkdownDescription: "The id of the social category."},
			"departments":  schema.SetAttribute{Computed: true, ElementType: types.StringType, MarkdownDescription: "The departments. Vendor's name: `department`."},
			"zipcodes":     schema.SetAttribute{Computed: true, ElementType: types.StringType, MarkdownDescription: "The zip codes. Vendor's name: `zipcode`."},
			"localities": schema.ListNestedAttribute{
				Computed:            true,
				MarkdownDescription: "The places, in the vendor's order. Vendor's name: `details_localisation`.",
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"type":           schema.StringAttribute{Computed: true, MarkdownDescription: localityType},
					"locality":       schema.StringAttribute{Computed: true, MarkdownDescription: localityName},
					"volume":         schema.Int64Attribute{Computed: true, MarkdownDescription: "How many contacts there are. Vendor's name: `Volume`."},
					"volume_desired": schema.Int64Attribute{Computed: true, MarkdownDescription: "How many were wanted. Vendor's name: `VolumeDesired`."},
				}},
			},
			"quantity":      schema.Int64Attribute{Computed: true, MarkdownDescription: "How many contacts were rented."},
			"total":         schema.NumberAttribute{Computed: true, MarkdownDescription: "What they cost. " + inCurrency},
			"cost_unity":    schema.NumberAttribute{Computed: true, MarkdownDescription: "What one contact costs."},
			"phone_numbers": schema.Int64Attribute{Computed: true, MarkdownDescription: "How many phone numbers the file has. Vendor's name: `phoneNumbers`."},
		},
	}
}

func (d *rentalStatusDataSource) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	var model rentalStatusModel
	resp.Diagnostics.Append(req.Config.Get(ctx, &model)...)
	client, diags := d.SMS(unableToReadRental)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	status, diags := statusQuestion(func(ctx context.Context) (*sms.RentalStatus, error) {
		return client.RentalStatus(ctx, model.Token.ValueString())
	}).Ask(ctx, model.Wait)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(diagnostic.Unread("Incomplete status of contact rental", status.Unread)...)
	model.fill(status)
	resp.Diagnostics.Append(resp.State.Set(ctx, &model)...)
}

func (m *rentalStatusModel) fill(s *sms.RentalStatus) {
	m.Status = types.StringValue(s.Status)
	m.Ready = types.BoolValue(s.Stage == sms.RentalReady)
	m.Failed = types.BoolValue(s.Stage == sms.RentalFailed)
	m.Downloaded = types.BoolValue(s.Stage == sms.RentalDownloaded)
	m.Sexe = types.StringPointerValue(s.Sexe)
	m.MinAge, m.MaxAge = types.Int64PointerValue(s.MinAge), types.Int64PointerValue(s.MaxAge)
	m.Interest, m.SubInterest = types.Int64PointerValue(s.Interest), types.Int64PointerValue(s.SubInterest)
	m.Category = types.Int64PointerValue(s.Category)
	m.Departments, m.Zipcodes = textSet(s.Departments), textSet(s.Zipcodes)
	m.Localities = make([]rentedModel, len(s.Localities))
	for i, l := range s.Localities {
		m.Localities[i] = rentedModel{
			types.StringPointerValue(l.Type), types.StringPointerValue(l.Locality), types.Int64PointerValue(l.Volume), types.Int64PointerValue(l.Wanted),
		}
	}
	m.Quantity = types.Int64PointerValue(s.Quantity)
	m.Total, m.CostUnity = framework.AmountValue(s.Total), framework.AmountValue(s.CostUnity)
	m.PhoneNumbers = types.Int64PointerValue(s.PhoneNumbers)
}

// textSet is null where the vendor listed nothing.
func textSet(list []string) types.Set {
	if list == nil {
		return types.SetNull(types.StringType)
	}
	elements := make([]attr.Value, len(list))
	for i, text := range list {
		elements[i] = types.StringValue(text)
	}
	return types.SetValueMust(types.StringType, elements)
}

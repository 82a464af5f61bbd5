package account

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

var _ datasource.DataSourceWithConfigure = (*creditsDataSource)(nil)

func newCreditsDataSource() datasource.DataSource { return &creditsDataSource{} }

// creditsDataSource asks for the account's balance.
type creditsDataSource struct {
	framework.DataSourceBase
}

type creditsModel struct {
	Username     types.String `tfsdk:"username"`
	FirstName    types.String `tfsdk:"firstname"`
	LastName     types.String `tfsdk:"lastname"`
	Balance      types.Number `tfsdk:"balance"`
	Currency     types.String `tfsdk:"currency"`
	CreditSMS    types.Int64  `tfsdk:"credit_sms"`
	CreditSMSEco types.Int64  `tfsdk:"credit_sms_eco"`
	CreditHLR    types.Int64  `tfsdk:"credit_hlr"`
	ToSend       types.Int64  `tfsdk:"to_send"`
}

func (d *creditsDataSource) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_credits"
}

func (d *creditsDataSource) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Asks SMS Partner for the account's balance and what it buys.\n\nThe vendor's call is `GET me`.",
		Attributes: map[string]schema.Attribute{
			"username":  schema.StringAttribute{Computed: true, MarkdownDescription: "The e-mail address that the account's owner signs in with."},
			"firstname": schema.StringAttribute{Computed: true, MarkdownDescription: "The owner's first name."},
			"lastname":  schema.StringAttribute{Computed: true, MarkdownDescription: "The owner's last name."},
			"balance":   schema.NumberAttribute{Computed: true, MarkdownDescription: "The balance, in `currency`."},
			"currency":  schema.StringAttribute{Computed: true, MarkdownDescription: "The currency of `balance` by ISO 4217, such as `EUR`."},
			"credit_sms": schema.Int64Attribute{
				Computed:            true,
				MarkdownDescription: "How many Premium SMS the balance buys. Vendor's name: `creditSms`.",
			},
			"credit_sms_eco": schema.Int64Attribute{
				Computed:            true,
				MarkdownDescription: "How many low-cost SMS the balance buys. Vendor's name: `creditSmsECO`, formerly `creditSmsLowCost`.",
			},
			"credit_hlr": schema.Int64Attribute{
				Computed:            true,
				MarkdownDescription: "How many HLR checks of a number the balance buys. Vendor's name: `creditHlr`.",
			},
			"to_send": schema.Int64Attribute{
				Computed:            true,
				MarkdownDescription: "How many SMS wait to leave. Vendor's name: `toSend`.",
			},
		},
	}
}

const unableToReadCredits = "Unable to read credits" //nolint:gosec // not credentials

func (d *creditsDataSource) Read(ctx context.Context, _ datasource.ReadRequest, resp *datasource.ReadResponse) {
	client, diags := d.SMS(unableToReadCredits)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	credits, err := client.Credits(ctx)
	if err != nil {
		resp.Diagnostics.Append(diagnostic.FromError(unableToReadCredits, err, diagnostic.Faults{}))
		return
	}
	resp.Diagnostics.Append(diagnostic.Unread("Incomplete credits", credits.Unread)...)
	resp.Diagnostics.Append(resp.State.Set(ctx, newCreditsModel(credits))...)
}

func newCreditsModel(c *sms.Credits) *creditsModel {
	return &creditsModel{
		Username:     types.StringPointerValue(c.Username),
		FirstName:    types.StringPointerValue(c.FirstName),
		LastName:     types.StringPointerValue(c.LastName),
		Balance:      framework.AmountValue(c.Balance),
		Currency:     types.StringPointerValue(c.Currency),
		CreditSMS:    types.Int64PointerValue(c.CreditSMS),
		CreditSMSEco: types.Int64PointerValue(c.CreditSMSEco),
		CreditHLR:    types.Int64PointerValue(c.CreditHLR),
		ToSend:       types.Int64PointerValue(c.ToSend),
	}
}

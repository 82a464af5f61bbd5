package mail

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
)

var _ datasource.DataSourceWithConfigure = (*creditsDataSource)(nil)

func newCreditsDataSource() datasource.DataSource { return &creditsDataSource{} }

// creditsDataSource asks for the balance of Mail Partner.
type creditsDataSource struct {
	framework.DataSourceBase
}

type creditsModel struct {
	Username   types.String `tfsdk:"username"`
	CreditMail types.Int64  `tfsdk:"credit_mail"`
	Balance    types.Number `tfsdk:"balance"`
	Currency   types.String `tfsdk:"currency"`
}

func (d *creditsDataSource) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_mail_credits"
}

func (d *creditsDataSource) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Asks Mail Partner for the account's balance and how many mails it buys.\n\nThe vendor's call is `GET me`.",
		Attributes: map[string]schema.Attribute{
			"username":    schema.StringAttribute{Computed: true, MarkdownDescription: "The e-mail address that the account's owner signs in with."},
			"credit_mail": schema.Int64Attribute{Computed: true, MarkdownDescription: "How many mails the balance buys. Vendor's name: `creditMail`."},
			"balance":     schema.NumberAttribute{Computed: true, MarkdownDescription: "The balance, in `currency`."},
			"currency":    schema.StringAttribute{Computed: true, MarkdownDescription: "The currency of `balance` by ISO 4217, such as `EUR`."},
		},
	}
}

const unableToReadCredits = "Unable to read mail credits" //nolint:gosec // not credentials

func (d *creditsDataSource) Read(ctx context.Context, _ datasource.ReadRequest, resp *datasource.ReadResponse) {
	client, diags := d.Mail(unableToReadCredits)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	credits, err := client.Credits(ctx)
	if err != nil {
		resp.Diagnostics.Append(diagnostic.FromError(unableToReadCredits, err, diagnostic.Faults{}))
		return
	}
	resp.Diagnostics.Append(diagnostic.Unread("Incomplete mail credits", credits.Unread)...)
	resp.Diagnostics.Append(resp.State.Set(ctx, &creditsModel{
		Username:   types.StringPointerValue(credits.Username),
		CreditMail: types.Int64PointerValue(credits.CreditMail),
		Balance:    framework.AmountValue(credits.Balance),
		Currency:   types.StringPointerValue(credits.Currency),
	})...)
}

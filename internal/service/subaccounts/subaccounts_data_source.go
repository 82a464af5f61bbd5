package subaccounts

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/subaccount"
)

var _ datasource.DataSourceWithConfigure = (*subaccountsDataSource)(nil)

const unableToList = "Unable to list sub-accounts"

// subaccountsDataSource lists the sub-accounts of the account.
type subaccountsDataSource struct {
	framework.DataSourceBase
	kind kind
}

type subaccountsModel struct {
	Email       types.String  `tfsdk:"email"`
	Subaccounts []listedModel `tfsdk:"subaccounts"`
}

// listedModel is what the list says of a sub-account, less its key.
type listedModel struct {
	ID        types.String `tfsdk:"id"`
	Email     types.String `tfsdk:"email"`
	Type      types.String `tfsdk:"type"`
	Token     types.String `tfsdk:"token"`
	CreatedAt types.String `tfsdk:"created_at"`
	Balance   types.Number `tfsdk:"balance"`
	Currency  types.String `tfsdk:"currency"`
}

func newListedModel(s subaccount.Subaccount) listedModel {
	return listedModel{
		ID:        types.StringPointerValue(s.ID),
		Email:     types.StringPointerValue(s.Email),
		Type:      types.StringPointerValue(s.Type),
		Token:     types.StringValue(s.Token),
		CreatedAt: framework.DateValue(s.CreatedAt),
		Balance:   framework.AmountValue(s.Balance),
		Currency:  types.StringPointerValue(s.Currency),
	}
}

func (d *subaccountsDataSource) Metadata(_ context.Context, _ datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = d.kind.subaccounts
}

func (d *subaccountsDataSource) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	deleted := ""
	if d.kind.deletes {
		deleted = "The vendor may list a sub-account for a time after it was deleted.\n\n"
	}
	resp.Schema = schema.Schema{
		MarkdownDescription: "Lists the sub-accounts of the account" + d.kind.whose + ", with their balances. Their API keys, which the vendor's answer has too, are left out.\n\n" +
			deleted + "The vendor's call is `GET subaccount/list`, of which all pages are read.",
		Attributes: map[string]schema.Attribute{
			"email": schema.StringAttribute{
				Optional:            true,
				MarkdownDescription: "Only the sub-account with this e-mail address, in any case of the letters.",
				Validators:          []validator.String{validate.String("an e-mail address", validate.Email)},
			},
			"subaccounts": schema.ListNestedAttribute{
				Computed:            true,
				MarkdownDescription: "The sub-accounts, in the vendor's order; empty if there are none.",
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"id":         schema.StringAttribute{Computed: true, MarkdownDescription: idDescription},
					"email":      schema.StringAttribute{Computed: true, MarkdownDescription: "The sub-account's e-mail address."},
					"type":       schema.StringAttribute{Computed: true, MarkdownDescription: "The type, `simple` or `advanced`."},
					"token":      schema.StringAttribute{Computed: true, Sensitive: true, MarkdownDescription: tokenDescription},
					"created_at": schema.StringAttribute{Computed: true, MarkdownDescription: createdAtDescription},
					"balance":    schema.NumberAttribute{Computed: true, MarkdownDescription: balanceDescription},
					"currency":   schema.StringAttribute{Computed: true, MarkdownDescription: currencyDescription},
				}},
			},
		},
	}
}

func (d *subaccountsDataSource) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	var model subaccountsModel
	resp.Diagnostics.Append(req.Config.Get(ctx, &model)...)
	client, diags := d.kind.client(d.ProviderData, unableToList)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	all, err := client.List(ctx)
	if err != nil {
		resp.Diagnostics.Append(diagnostic.FromError(unableToList, err, diagnostic.Faults{}))
		return
	}
	model.Subaccounts = []listedModel{}
	var unread []string
	for _, s := range all {
		if model.Email.IsNull() || s.HasEmail(model.Email.ValueString()) {
			model.Subaccounts = append(model.Subaccounts, newListedModel(s))
			unread = append(unread, s.Unread...)
		}
	}
	resp.Diagnostics.Append(diagnostic.Unread("Incomplete sub-accounts", unread)...)
	resp.Diagnostics.Append(resp.State.Set(ctx, &model)...)
}

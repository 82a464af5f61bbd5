package subaccounts

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

var _ ephemeral.EphemeralResourceWithConfigure = (*apiKeyEphemeral)(nil)

// apiKeyEphemeral hands on the API key of a sub-account, which is in no state and no plan.
type apiKeyEphemeral struct {
	framework.EphemeralBase
	kind kind
}

type apiKeyModel struct {
	Token    types.String `tfsdk:"token"`
	APIKey   types.String `tfsdk:"api_key"`
	Email    types.String `tfsdk:"email"`
	Balance  types.Number `tfsdk:"balance"`
	Currency types.String `tfsdk:"currency"`
}

func (e *apiKeyEphemeral) Metadata(_ context.Context, _ ephemeral.MetadataRequest, resp *ephemeral.MetadataResponse) {
	resp.TypeName = e.kind.apiKey
}

func (e *apiKeyEphemeral) Schema(_ context.Context, _ ephemeral.SchemaRequest, resp *ephemeral.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Reads the API key of a sub-account" + e.kind.whose + ", for example to configure another provider block with it. The key is in no state and no plan. " +
			"It needs Terraform 1.10 or OpenTofu 1.11, or later.\n\nThe vendor's call is `GET subaccount/list`.",
		Attributes: map[string]schema.Attribute{
			"token": schema.StringAttribute{
				Required: true, Sensitive: true, MarkdownDescription: tokenDescription,
				Validators: []validator.String{validate.String("a token", checkToken)},
			},
			"api_key": schema.StringAttribute{
				Computed: true, Sensitive: true,
				MarkdownDescription: "The sub-account's API key. An advanced sub-account may have none until its sign-up is finished, which is an error. Vendor's name: `apiKey`.",
			},
			"email":    schema.StringAttribute{Computed: true, MarkdownDescription: "The sub-account's e-mail address."},
			"balance":  schema.NumberAttribute{Computed: true, MarkdownDescription: balanceDescription},
			"currency": schema.StringAttribute{Computed: true, MarkdownDescription: currencyDescription},
		},
	}
}

func (e *apiKeyEphemeral) Open(ctx context.Context, req ephemeral.OpenRequest, resp *ephemeral.OpenResponse) {
	const summary = "Unable to read API key of sub-account"
	var model apiKeyModel
	resp.Diagnostics.Append(req.Config.Get(ctx, &model)...)
	client, diags := e.kind.client(e.ProviderData, summary)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	key, s, there, err := client.APIKey(ctx, model.Token.ValueString())
	switch {
	case err != nil:
		resp.Diagnostics.Append(diagnostic.FromError(summary, err, diagnostic.Faults{}))
		return
	case !there:
		resp.Diagnostics.AddAttributeError(path.Root("token"), summary, fmt.Sprintf(
			"The account has no sub-account with this token. The data source %s lists those that there are, with their tokens.", e.kind.subaccounts))
		return
	case key == nil:
		resp.Diagnostics.AddError(summary, fmt.Sprintf("The sub-account %s has no API key. An advanced sub-account may have none until its sign-up is finished: "+
			"follow the link in the mail that %s sent to the holder, then run again.", nameOf(s.Email), e.kind.product.Name))
		return
	}
	listed := newListedModel(s)
	model.APIKey, model.Email = types.StringValue(*key), listed.Email
	model.Balance, model.Currency = listed.Balance, listed.Currency
	resp.Diagnostics.Append(diagnostic.Unread("Incomplete sub-account", s.Unread)...)
	resp.Diagnostics.Append(resp.Result.Set(ctx, &model)...)
}

package cancel

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/action/schema"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

var _ action.ActionWithConfigure = (*Action)(nil)

// Action cancels by an id.
type Action struct {
	framework.ActionBase
	// Of is what it cancels.
	Of Scheduled
	// Name is the type's, less the provider's.
	Name string
	// IDRule is the rule of the id.
	IDRule validator.String
	// Client returns the call, or why it can't be made.
	Client func(d *framework.ProviderData, summary string) (Call, diag.Diagnostics)
}

type actionModel struct {
	MessageID types.String `tfsdk:"message_id"`
}

// Metadata implements [action.Action].
func (a *Action) Metadata(_ context.Context, req action.MetadataRequest, resp *action.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_" + a.Name
}

// Schema implements [action.Action].
func (a *Action) Schema(_ context.Context, _ action.SchemaRequest, resp *action.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: fmt.Sprintf("Cancels a scheduled %s to all its recipients, which %s allows until 5 minutes before it is due. ", a.Of.Noun, a.Of.Product) +
			"Actions need Terraform 1.14 or later; OpenTofu has none.\n\nThe vendor's call is `GET message-cancel`.",
		Attributes: map[string]schema.Attribute{
			argument: schema.StringAttribute{
				Required:            true,
				MarkdownDescription: fmt.Sprintf("The %s's id, from the answer to the send. Vendor's name: `messageId`.", a.Of.Noun),
				Validators:          []validator.String{a.IDRule},
			},
		},
	}
}

// Invoke implements [action.Action].
func (a *Action) Invoke(ctx context.Context, req action.InvokeRequest, resp *action.InvokeResponse) {
	var model actionModel
	resp.Diagnostics.Append(req.Config.Get(ctx, &model)...)
	call, diags := a.Client(a.ProviderData, "Unable to cancel "+a.Of.Noun)
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	id := model.MessageID.ValueString()
	words, err := call(ctx, id)
	if err != nil {
		refusal := diagnostic.FromError(a.Of.unable(id), err, a.Of.faults())
		if partner.HasMeaning(err, partner.MeaningCancelled) { // as requested
			refusal = diag.NewAttributeWarningDiagnostic(path.Root(argument), refusal.Summary(), refusal.Detail())
		}
		resp.Diagnostics.Append(refusal)
		return
	}
	if words == "" {
		words = "without words"
	}
	resp.SendProgress(action.InvokeProgressEvent{Message: fmt.Sprintf("%s %s is cancelled: %s", strings.ToUpper(a.Of.Noun[:1])+a.Of.Noun[1:], id, words)})
}

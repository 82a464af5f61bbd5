package status

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/delivery"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

var _ datasource.DataSourceWithConfigure = (*bulkStatusDataSource)(nil)

func newBulkStatusDataSource() datasource.DataSource { return &bulkStatusDataSource{} }

// bulkStatusDataSource asks for the status of every recipient of a message.
type bulkStatusDataSource struct {
	framework.DataSourceBase
}

type bulkStatusModel struct {
	MessageID    types.String     `tfsdk:"message_id"`
	PhoneNumbers types.Set        `tfsdk:"phone_numbers"`
	Wait         *delivery.Wait   `tfsdk:"wait"`
	Statuses     []recipientModel `tfsdk:"statuses"`
	AllDelivered types.Bool       `tfsdk:"all_delivered"`
	Summary      types.String     `tfsdk:"summary"`
	Counts       *countsModel     `tfsdk:"counts"`
}

func (d *bulkStatusDataSource) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_bulk_status"
}

func (d *bulkStatusDataSource) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Asks SMS Partner what became of one message for each of its recipients.\n\n" +
			"The vendor's call is `GET bulk-status`. It returns no costs: for costs, use `smspartner_message_statuses` with `details`.",
		Attributes: map[string]schema.Attribute{
			"message_id": schema.StringAttribute{
				Required:            true,
				MarkdownDescription: "The message's id, from the answer to the send. Vendor's name: `messageId`.",
				Validators:          []validator.String{validate.String("the whole number that sending returned", validate.MessageID)},
			},
			"phone_numbers": phoneNumbersAttribute(),
			"wait":          delivery.DataSourceWait("Asks again until each status is final, or each SMS is delivered.", delivery.PatienceFor("phone_numbers")),
			"statuses":      recipientsAttribute("The recipients of the message, in the vendor's order, then those that SMS Partner does not list."),
			"all_delivered": allDeliveredAttribute(coversAsked),
			"counts":        countsAttribute(),
			"summary":       summaryAttribute(),
		},
	}
}

const unableToReadBulkStatus = "Unable to read status of message"

var bulkStatusFaults = diagnostic.Faults{
	ByCode: faults(path.Root("message_id"), map[string]diagnostic.Fault{
		"4": {
			Attribute: path.Root("message_id"),
			What:      "SMS Partner knows no message with this id.",
			Do:        "Check that message_id is the one that sending returned, and that the API key belongs to the account that sent it.",
		},
	}),
	Parameters: map[string]path.Path{"messageId": path.Root("message_id")},
}

func explainBulkStatus(err error) diag.Diagnostic {
	return diagnostic.FromError(unableToReadBulkStatus, err, bulkStatusFaults)
}

func (d *bulkStatusDataSource) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	var model bulkStatusModel
	resp.Diagnostics.Append(req.Config.Get(ctx, &model)...)
	client, diags := d.SMS(unableToReadBulkStatus)
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	numbers, diags := askedNumbers(model.PhoneNumbers, d.DefaultRegion)
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	id := model.MessageID.ValueString()
	list, diags := askRecipients(ctx, model.Wait, numbers, unableToReadBulkStatus, "the recipients of message "+id, explainBulkStatus,
		func(ctx context.Context) (*sms.StatusList, error) { return client.BulkStatus(ctx, id) })
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(remarks("Incomplete status of message", path.Root("message_id"), list)...)
	model.Statuses = newRecipients(list)
	model.Counts = newCounts(list)
	model.AllDelivered = types.BoolValue(list.AllDelivered())
	model.Summary = types.StringValue(list.Summary())
	resp.Diagnostics.Append(resp.State.Set(ctx, &model)...)
}

package status

import (
	"context"
	"fmt"

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

var _ datasource.DataSourceWithConfigure = (*tagStatusDataSource)(nil)

func newTagStatusDataSource() datasource.DataSource { return &tagStatusDataSource{} }

// tagStatusDataSource asks for the status of every recipient of all messages
// with a tag.
type tagStatusDataSource struct {
	framework.DataSourceBase
}

type tagStatusModel struct {
	Tag          types.String     `tfsdk:"tag"`
	PhoneNumbers types.Set        `tfsdk:"phone_numbers"`
	Wait         *delivery.Wait   `tfsdk:"wait"`
	Statuses     []recipientModel `tfsdk:"statuses"`
	Total        types.Int64      `tfsdk:"total"`
	AllDelivered types.Bool       `tfsdk:"all_delivered"`
	Counts       *countsModel     `tfsdk:"counts"`
	Summary      types.String     `tfsdk:"summary"`
}

func (d *tagStatusDataSource) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_tag_status"
}

func (d *tagStatusDataSource) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Asks SMS Partner what became of all messages sent with a tag, for each of their recipients.\n\n" +
			"The vendor's call is `GET bulk-status-by-tag`.",
		Attributes: map[string]schema.Attribute{
			"tag": schema.StringAttribute{
				Required:            true,
				MarkdownDescription: "The tag that was given when sending.",
				Validators:          []validator.String{validate.String("a tag without blanks", validate.SentTag)},
			},
			"phone_numbers": phoneNumbersAttribute(),
			"wait":          delivery.DataSourceWait("Asks again until each status is final, or each SMS is delivered.", delivery.PatienceFor("phone_numbers")),
			"statuses": recipientsAttribute("The recipients of the messages with this tag, in the vendor's order, then those that SMS Partner does not list. " +
				"SMS Partner does not tell which message each belongs to."),
			"total": schema.Int64Attribute{
				Computed: true,
				MarkdownDescription: "The vendor's own count of recipients. If SMS Partner lists another number of them, " +
					"`all_delivered` is `false`, with a warning.",
			},
			"all_delivered": allDeliveredAttribute(coversAsked),
			"counts":        countsAttribute(),
			"summary":       summaryAttribute(),
		},
	}
}

const unableToReadTagStatus = "Unable to read status of tag"

var tagStatusFaults = diagnostic.Faults{
	ByCode: faults(path.Root("tag"), map[string]diagnostic.Fault{
		"4": {
			Attribute: path.Root("tag"),
			What:      "SMS Partner knows no message with this tag.",
			Do:        "Check that tag is the one that was given when sending, and that the API key belongs to the account that sent.",
		},
		"3": {Attribute: path.Root("tag"), Missing: "tag"},
	}),
	Parameters: map[string]path.Path{"tag": path.Root("tag")},
}

func explainTagStatus(err error) diag.Diagnostic {
	return diagnostic.FromError(unableToReadTagStatus, err, tagStatusFaults)
}

func (d *tagStatusDataSource) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	var model tagStatusModel
	resp.Diagnostics.Append(req.Config.Get(ctx, &model)...)
	client, diags := d.SMS(unableToReadTagStatus)
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	numbers, diags := askedNumbers(model.PhoneNumbers, d.DefaultRegion)
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	tag := model.Tag.ValueString()
	listed := 0
	name := fmt.Sprintf("the recipients of messages with the tag %q", tag)
	list, diags := askRecipients(ctx, model.Wait, numbers, unableToReadTagStatus, name, explainTagStatus,
		func(ctx context.Context) (*sms.StatusList, error) {
			status, err := client.TagStatus(ctx, tag)
			if err != nil {
				return nil, err
			}
			model.Total, listed = types.Int64PointerValue(status.Total), len(status.Items)
			return status, nil
		})
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	if model.Total.IsNull() {
		model.Total = types.Int64Value(int64(listed))
	}
	resp.Diagnostics.Append(remarks("Incomplete status of tag", path.Root("tag"), list)...)
	model.Statuses = newRecipients(list)
	model.Counts = newCounts(list)
	model.AllDelivered = types.BoolValue(list.AllDelivered())
	model.Summary = types.StringValue(list.Summary())
	resp.Diagnostics.Append(resp.State.Set(ctx, &model)...)
}

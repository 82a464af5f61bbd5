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
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
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
	Wait         *wait.Model      `tfsdk:"wait"`
	Statuses     []recipientModel `tfsdk:"statuses"`
	Total        types.Int64      `tfsdk:"total"`
	AllDelivered types.Bool       `tfsdk:"all_delivered"`
	Counts       *countsModel     `tfsdk:"counts"`
}

func (d *tagStatusDataSource) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_tag_status"
}

func (d *tagStatusDataSource) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Asks SMS Partner what became of all messages that were sent with a tag, to every phone number that they went to.\n\n" +
			"The vendor's call is `GET bulk-status-by-tag`.",
		Attributes: map[string]schema.Attribute{
			"tag": schema.StringAttribute{
				Required:            true,
				MarkdownDescription: "The tag that was given when sending.",
				Validators:          []validator.String{validate.String("a tag without blanks", validate.SentTag)},
			},
			"wait":     wait.DataSourceAttribute("Asks again until each status is final, or each SMS is delivered."),
			"statuses": recipientsAttribute("The recipients of the messages with this tag, in the vendor's order. The vendor does not tell which message each belongs to."),
			"total": schema.Int64Attribute{
				Computed: true,
				MarkdownDescription: "How many recipients there are, by the vendor's count. Where fewer could be read, which gives a warning, " +
					"`all_delivered` is `false`.",
			},
			"all_delivered": allDeliveredAttribute(),
			"counts":        countsAttribute(),
		},
	}
}

const unableToReadTagStatus = "Unable to read status of tag"

var tagStatusFaults = diagnostic.Faults{
	ByMeaning: faults(path.Root("tag"), map[partner.Meaning]diagnostic.Fault{
		partner.MeaningNotFound: {
			Attribute: path.Root("tag"),
			What:      "SMS Partner knows no message with this tag.",
			Do:        "Check that tag is the one that was given when sending, and that the API key belongs to the account that sent.",
		},
		partner.MeaningTagMissing: {
			Attribute: path.Root("tag"),
			What:      "SMS Partner received no tag.",
			Do:        "The provider sends one with each call, so something on the way removed it: check base_url in the provider block, and proxies.",
		},
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
	name := fmt.Sprintf("the recipients of messages with the tag %q", model.Tag.ValueString())
	list, diags := delivery.Ask(unableToReadTagStatus, name, explainTagStatus,
		func(ctx context.Context) ([]delivery.Delivery, error) {
			status, err := client.TagStatus(ctx, model.Tag.ValueString())
			if err != nil {
				return nil, err
			}
			model.Total = types.Int64PointerValue(status.Total)
			return delivery.Recipients(status.Items), nil
		}).Ask(ctx, model.Wait)
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	model.Statuses = newRecipients(list)
	model.Counts, model.AllDelivered = count(list)
	if missing := model.Total.ValueInt64() - int64(len(list)); missing > 0 {
		model.AllDelivered = types.BoolValue(false)
		resp.Diagnostics.Append(incomplete(model, len(list)))
	}
	if model.Total.IsNull() {
		model.Total = types.Int64Value(int64(len(list)))
	}
	resp.Diagnostics.Append(resp.State.Set(ctx, &model)...)
}

// incomplete says that there are more recipients than can be read, which no wait
// for delivery may pass over.
func incomplete(m tagStatusModel, read int) diag.Diagnostic {
	const summary, instead = "Incomplete status of tag", "Read the messages by their ids instead, with smspartner_bulk_status."
	what := fmt.Sprintf("SMS Partner counts %d recipients, but tells of %d only, and does not document how to read the rest.\n\n", m.Total.ValueInt64(), read)
	// Not all of those that are listed were delivered only after a wait that may
	// end so.
	if m.Wait.WantsDelivery() && m.Counts.Delivered == m.Counts.Total {
		return diag.NewAttributeErrorDiagnostic(path.Root("tag"), summary,
			what+"Whether the rest was delivered is not known, but this wait asks for a delivery. "+instead)
	}
	return diag.NewAttributeWarningDiagnostic(path.Root("tag"), summary, what+"all_delivered is false. "+instead)
}

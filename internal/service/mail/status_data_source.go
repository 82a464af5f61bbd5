package mail

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
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/mail"
)

var _ datasource.DataSourceWithConfigure = (*statusDataSource)(nil)

func newStatusDataSource() datasource.DataSource { return &statusDataSource{} }

// statusDataSource asks for the status of every recipient of a mail.
type statusDataSource struct {
	framework.DataSourceBase
}

type statusModel struct {
	MessageID    types.String     `tfsdk:"message_id"`
	Recipients   types.Set        `tfsdk:"recipients"`
	Wait         *delivery.Wait   `tfsdk:"wait"`
	Statuses     []recipientModel `tfsdk:"statuses"`
	AllDelivered types.Bool       `tfsdk:"all_delivered"`
	Counts       *countsModel     `tfsdk:"counts"`
	Summary      types.String     `tfsdk:"summary"`
}

func (d *statusDataSource) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_mail_status"
}

func (d *statusDataSource) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Asks Mail Partner what became of one mail for each of its recipients.\n\n" +
			"The vendor documents one status, `Delivered`. Any other word is passed on and is not final: with `wait`, the wait goes on until its `timeout`. " +
			"Reports come some seconds after sending, and within 48 hours at the latest.\n\nThe vendor's call is `GET bulk-status`.",
		Attributes: map[string]schema.Attribute{
			"message_id": schema.StringAttribute{
				Required:            true,
				MarkdownDescription: "The mail's id, from the answer to the send. Vendor's name: `messageId`.",
				Validators:          []validator.String{validate.String("the id that sending returned", validate.Identifier)},
			},
			"recipients": schema.SetAttribute{
				Optional: true, ElementType: types.StringType,
				MarkdownDescription: "The addresses that must be in the list, 1 to 500, in capital or small letters. An address that Mail Partner does not list has `found = false` in `statuses`, counts in `counts.not_found` and makes " +
					"`all_delivered` `false`; a `wait` goes on for this address until its `timeout`. Write the same addresses as in the mail." + named,
				Validators: validate.Texts("addresses", 1, mail.MaxRecipients, "an e-mail address", validate.Email),
			},
			"wait":     delivery.MailWait("Asks again until the mail is delivered to each recipient.", delivery.PatienceFor("recipients")),
			"statuses": recipientsAttribute(),
			"all_delivered": schema.BoolAttribute{
				Computed: true,
				MarkdownDescription: "Whether the mail was delivered to each of `statuses`. An empty list is `false`: nothing was delivered. With `recipients`, every named address must be among them. " +
					"Without `recipients`, only the addresses that Mail Partner lists count: one that the list leaves out goes unnoticed. " +
					"A list that can't be complete, such as one whose own count differs from its length, gives `false` with a warning.",
			},
			"counts": countsAttribute(),
			"summary": schema.StringAttribute{
				Computed: true,
				MarkdownDescription: "The statuses in one line for people, such as `198 of 200 delivered, 2 waiting: ada@example.com, grace@example.com`. " +
					"All who did not get the mail are named.",
			},
		},
	}
}

const unableToReadStatus = "Unable to read status of mail"

var statusFaults = diagnostic.Faults{
	ByCode: map[string]diagnostic.Fault{
		"3": {Attribute: path.Root(resultMessageID), Missing: "message id"},
		"4": {
			Attribute: path.Root(resultMessageID), What: "Mail Partner knows no mail with this id.",
			Do: "Check that message_id is the one that sending returned, and that the API key belongs to the account that sent it.",
		},
	},
	Parameters: map[string]path.Path{"messageId": path.Root(resultMessageID)},
}

func (d *statusDataSource) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	var model statusModel
	resp.Diagnostics.Append(req.Config.Get(ctx, &model)...)
	client, diags := d.Mail(unableToReadStatus)
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	var recipients []string
	resp.Diagnostics.Append(model.Recipients.ElementsAs(ctx, &recipients, false)...)
	id := model.MessageID.ValueString()
	about := delivery.Subject(unableToReadStatus, "the recipients of mail "+id, func(err error) diag.Diagnostic {
		return diagnostic.FromError(unableToReadStatus, err, statusFaults)
	})
	list, diags := model.Wait.AskListed(ctx, about, delivery.NewMailRoll(recipients), func(ctx context.Context) (delivery.List, error) {
		list, err := client.BulkStatus(ctx, id)
		if err != nil {
			return delivery.List{}, err
		}
		return delivery.List{Medium: delivery.Mail, Deliveries: delivery.OfMail(list.Items), Doubt: list.Doubt, Unread: list.Unread}, nil
	})
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	if list.Doubt != "" {
		resp.Diagnostics.AddAttributeWarning(path.Root(resultMessageID), "Incomplete status of mail", fmt.Sprintf(
			"The answer of Mail Partner proves no delivery: %s. So all_delivered is false.\n\nRun again. If it goes on, ask the vendor's support.", list.Doubt))
	}
	resp.Diagnostics.Append(diagnostic.Unread("Incomplete status of mail", list.Unread)...)
	model.Statuses = newRecipients(list)
	model.Counts = newCounts(list)
	model.AllDelivered = types.BoolValue(list.AllDelivered())
	model.Summary = types.StringValue(list.Summary())
	resp.Diagnostics.Append(resp.State.Set(ctx, &model)...)
}

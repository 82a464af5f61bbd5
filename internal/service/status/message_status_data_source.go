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
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

var _ datasource.DataSourceWithConfigure = (*messageStatusDataSource)(nil)

func newMessageStatusDataSource() datasource.DataSource { return &messageStatusDataSource{} }

// messageStatusDataSource asks for the status of one message to one number.
type messageStatusDataSource struct {
	framework.DataSourceBase
}

type messageStatusModel struct {
	MessageID   types.String   `tfsdk:"message_id"`
	PhoneNumber phone.Number   `tfsdk:"phone_number"`
	Format      types.String   `tfsdk:"format"`
	Wait        *delivery.Wait `tfsdk:"wait"`

	Code        types.Int64  `tfsdk:"code"`
	Number      types.String `tfsdk:"number"`
	Statut      types.String `tfsdk:"statut"`
	Delivered   types.Bool   `tfsdk:"delivered"`
	Final       types.Bool   `tfsdk:"final"`
	StopSMS     types.Bool   `tfsdk:"stop_sms"`
	Date        types.String `tfsdk:"date"`
	Cost        types.Number `tfsdk:"cost"`
	CountryCode types.String `tfsdk:"country_code"`
	Currency    types.String `tfsdk:"currency"`
	Summary     types.String `tfsdk:"summary"`
}

func (d *messageStatusDataSource) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_message_status"
}

func (d *messageStatusDataSource) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Asks SMS Partner what became of one SMS to one phone number: whether it reached the phone, when, and what it cost. " +
			"With `wait`, it asks again until the answer is final.\n\n" +
			"The vendor's call is `GET message-status`.",
		Attributes: map[string]schema.Attribute{
			"message_id": schema.StringAttribute{
				Required:            true,
				MarkdownDescription: "The message's id, from the answer to the send (`message_id`). Vendor's name: `messageId`.",
				Validators:          []validator.String{validate.String("the whole number that sending returned", validate.MessageID)},
			},
			"phone_number": schema.StringAttribute{
				Required:   true,
				CustomType: phone.Type{},
				MarkdownDescription: "The recipient's phone number: in international form (`+33600000001`, `0033600000001`), or as a national number of the " +
					"provider's `default_region` (`0600000001`), in any spelling that the function `e164` takes. The provider sends it in international form. " +
					"`validate` refuses impossible numbers and warns of unusual lengths; " +
					"`plan` checks national numbers against the region. Vendor's name: `phoneNumber`." + phone.Named,
			},
			"format": schema.StringAttribute{
				Optional:            true,
				MarkdownDescription: "The format in which the vendor is asked to answer, `json` or `xml`. The result is the same. Default: `json`. Vendor's name: `_format`.",
				Validators:          []validator.String{validate.Choice(string(partner.JSON), string(partner.XML))},
			},
			"wait": delivery.DataSourceWait("Asks again until the status is final, or the SMS is delivered.", delivery.Patience),
			"summary": schema.StringAttribute{
				Computed: true,
				MarkdownDescription: "The status in one line for people, such as `1 of 1 delivered` or `0 of 1 delivered, 1 waiting: +33600000001`, " +
					"in the same form as for many recipients.",
			},
			"code": schema.Int64Attribute{
				Computed:            true,
				MarkdownDescription: "The vendor's answer code, `200`.",
			},
			"number": schema.StringAttribute{
				Computed:            true,
				MarkdownDescription: "The recipient's phone number as the vendor writes it, national or international.",
			},
			"statut": schema.StringAttribute{
				Computed: true,
				MarkdownDescription: "The status in the vendor's own word: `Delivered`, `Not delivered` or `Waiting`. Other words are passed through unchanged, so " +
					"assert on `delivered` and `final` where you can. The vendor's word for it is `statut` in this call and `status` in its calls that return lists; the provider keeps both.",
			},
			"delivered": schema.BoolAttribute{
				Computed:            true,
				MarkdownDescription: "Whether the SMS reached the phone.",
			},
			"final": schema.BoolAttribute{
				Computed:            true,
				MarkdownDescription: "Whether the status can no longer change. A word that the vendor does not document counts as not final.",
			},
			"stop_sms": schema.BoolAttribute{
				Computed:            true,
				MarkdownDescription: "Whether the recipient answered STOP, and so refuses further SMS. Vendor's name: `stopSms`.",
			},
			"date": schema.StringAttribute{
				Computed:            true,
				MarkdownDescription: "When the status was set, in RFC 3339 form with the offset of Europe/Paris. The vendor states no zone: this one is inferred.",
			},
			"cost": schema.NumberAttribute{
				Computed:            true,
				MarkdownDescription: "What the SMS cost, in `currency`.",
			},
			"country_code": schema.StringAttribute{
				Computed:            true,
				MarkdownDescription: "The recipient's country as two letters of ISO 3166, such as `FR`. Vendor's name: `countryCode`.",
			},
			"currency": schema.StringAttribute{
				Computed:            true,
				MarkdownDescription: "The currency of `cost` by ISO 4217, such as `EUR`.",
			},
		},
	}
}

const unableToReadMessageStatus = "Unable to read message status"

var messageStatusFaults = diagnostic.Faults{
	ByCode: faults(path.Root("phone_number"), map[string]diagnostic.Fault{
		"4": {
			Attribute: path.Root("message_id"),
			What:      "SMS Partner knows no message with this id to this phone number.",
			Do: "Check that message_id is the one that sending returned, that phone_number is among its recipients, " +
				"and that the API key belongs to the account that sent it.",
		},
		"3": {Attribute: path.Root("message_id"), Missing: "message id"},
		"9": {
			Attribute: path.Root("phone_number"),
			What:      "SMS Partner says that this is not the number of a mobile phone.",
			Do:        "Write the number of a mobile phone, in international form if it is not one of the provider's default_region.",
		},
	}),
	Parameters: map[string]path.Path{
		"messageId":   path.Root("message_id"),
		"phoneNumber": path.Root("phone_number"),
	},
}

func explainMessageStatus(err error) diag.Diagnostic {
	return diagnostic.FromError(unableToReadMessageStatus, err, messageStatusFaults)
}

func (d *messageStatusDataSource) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	var model messageStatusModel
	resp.Diagnostics.Append(req.Config.Get(ctx, &model)...)
	client, diags := d.SMS(unableToReadMessageStatus)
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	number, diags := phone.Read(path.Root("phone_number"), model.PhoneNumber.ValueString(), d.DefaultRegion)
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}

	name := fmt.Sprintf("message %s to %s", model.MessageID.ValueString(), number)
	about := delivery.Subject(unableToReadMessageStatus, "the "+name, explainMessageStatus)
	status, diags := wait.Question[*sms.MessageStatus]{
		About: about,
		Read: func(ctx context.Context) (*sms.MessageStatus, error) {
			return client.MessageStatus(ctx, model.MessageID.ValueString(), number, partner.Format(model.Format.ValueString()))
		},
		Outcome: func(s *sms.MessageStatus) wait.Outcome {
			return model.Wait.Outcome(sms.IsFinal(s.Statut), sms.IsDelivered(s.Statut))
		},
		State: func(s *sms.MessageStatus) string { return fmt.Sprintf("the status was %q", s.Statut) },
		Failed: func(s *sms.MessageStatus) diag.Diagnostic {
			return delivery.Undelivered(about, fmt.Sprintf("The %s has the final status %q", name, s.Statut))
		},
	}.Ask(ctx, model.Wait.Polling())
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(diagnostic.Unread("Incomplete status of message", status.Unread)...)
	model.fill(number, status)
	resp.Diagnostics.Append(resp.State.Set(ctx, &model)...)
}

func (m *messageStatusModel) fill(number string, s *sms.MessageStatus) {
	one := delivery.New(number, sms.StatusItem{Status: &s.Statut, Found: true})
	m.Code = types.Int64PointerValue(s.Code)
	m.Number = types.StringPointerValue(s.Number)
	m.Statut = types.StringValue(s.Statut)
	m.Delivered = types.BoolValue(one.Delivered())
	m.Final = types.BoolValue(one.Final())
	m.Summary = types.StringValue(delivery.List{Deliveries: []delivery.Delivery{one}}.Summary())
	m.StopSMS = types.BoolPointerValue(s.StopSMS)
	m.Date = framework.DateValue(s.Date)
	m.Cost = framework.AmountValue(s.Cost)
	m.CountryCode = types.StringPointerValue(s.CountryCode)
	m.Currency = types.StringPointerValue(s.Currency)
}

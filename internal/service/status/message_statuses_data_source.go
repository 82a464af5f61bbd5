package status

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework-validators/listvalidator"
	"github.com/hashicorp/terraform-plugin-framework/attr"
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
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

var _ datasource.DataSourceWithConfigure = (*messageStatusesDataSource)(nil)

func newMessageStatusesDataSource() datasource.DataSource { return &messageStatusesDataSource{} }

// messageStatusesDataSource asks for the statuses of many messages in few
// requests.
type messageStatusesDataSource struct {
	framework.DataSourceBase
}

type messageStatusesModel struct {
	// Messages and Statuses can hold tens of thousands of objects. As slices of
	// structs, the framework would reflect on each, which takes most of a read.
	Messages types.List     `tfsdk:"messages"`
	Details  types.Bool     `tfsdk:"details"`
	Wait     *delivery.Wait `tfsdk:"wait"`

	Statuses     types.List   `tfsdk:"statuses"`
	AllDelivered types.Bool   `tfsdk:"all_delivered"`
	Counts       *countsModel `tfsdk:"counts"`
	Cost         types.Number `tfsdk:"cost"`
	Summary      types.String `tfsdk:"summary"`
}

// messageStatusesItem is the type of an element of statuses.
var messageStatusesItem = map[string]attr.Type{
	"message_id":   types.StringType,
	"phone_number": phone.Type{},
	"found":        types.BoolType,
	"status":       types.StringType,
	"delivered":    types.BoolType,
	"final":        types.BoolType,
	"stop_sms":     types.BoolType,
	"is_spam":      types.BoolType,
	"date":         types.StringType,
	"cost":         types.NumberType,
	"country_code": types.StringType,
	"currency":     types.StringType,
}

func (d *messageStatusesDataSource) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_message_statuses"
}

func (d *messageStatusesDataSource) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	messageID := "The message's id, from the answer to the send. Vendor's name: `messageId`."
	resp.Schema = schema.Schema{
		MarkdownDescription: "Asks SMS Partner what became of many SMS at once, 500 in a request. Use it instead of `smspartner_message_status` " +
			"with `for_each` for more than a few: an engine (Terraform or OpenTofu) takes far longer to walk through many data sources than SMS Partner takes to answer.\n\n" +
			"The vendor's call is `POST multi-status`, which reads only.",
		Attributes: map[string]schema.Attribute{
			"messages": schema.ListNestedAttribute{
				Required:            true,
				MarkdownDescription: "The messages to ask about, at least one, each with one of its recipients. The provider asks for a repeated element once.",
				Validators:          []validator.List{listvalidator.SizeAtLeast(1)},
				NestedObject: schema.NestedAttributeObject{Validators: []validator.Object{validate.Present("message_id", "phone_number")}, Attributes: map[string]schema.Attribute{
					"message_id": schema.StringAttribute{
						Optional:            true,
						MarkdownDescription: "Required. " + messageID,
						Validators:          []validator.String{validate.String("the whole number that sending returned", validate.MessageID)},
					},
					"phone_number": schema.StringAttribute{
						Optional:            true,
						CustomType:          phone.Type{},
						MarkdownDescription: "Required. The recipient's phone number, international or national in the provider's `default_region`. Vendor's name: `phoneNumber`." + phone.Named,
					},
				}},
			},
			"details": schema.BoolAttribute{
				Optional: true,
				MarkdownDescription: "Whether to read `cost`, `country_code` and `currency` too, which the vendor's list does not have. It takes one more request " +
					"for each message. Default: `false`.",
			},
			"wait":          delivery.DataSourceWait("Asks again until each status is final, or each SMS is delivered. Only what is not final yet is asked for again.", delivery.PatienceForAll),
			"all_delivered": allDeliveredAttribute("Each of `messages` must be found. With `details`, these must say so too."),
			"counts":        countsAttribute(),
			"summary":       summaryAttribute(),
			"cost": schema.NumberAttribute{
				Computed: true,
				MarkdownDescription: "The sum of all `cost`, in their currency; only with `details`. A repeated element of `messages` counts once, and a message that is not found costs nothing. " +
					"Null where the vendor names no cost for one of them, or names several currencies.",
			},
			"statuses": schema.ListNestedAttribute{
				Computed:            true,
				MarkdownDescription: "The answers, in the order of `messages`.",
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"message_id": schema.StringAttribute{Computed: true, MarkdownDescription: messageID},
					"phone_number": schema.StringAttribute{
						Computed: true, CustomType: phone.Type{},
						MarkdownDescription: "The recipient's phone number, as in `messages`.",
					},
					"found": schema.BoolAttribute{
						Computed:            true,
						MarkdownDescription: "Whether SMS Partner knows a message with this id to this phone number.",
					},
					"status": schema.StringAttribute{
						Computed:            true,
						MarkdownDescription: "The status in the vendor's own word, such as `Delivered`, `Not delivered` or `Waiting`; for a message that is not found, the vendor's sentence." + listed,
					},
					"delivered": schema.BoolAttribute{Computed: true, MarkdownDescription: "Whether the SMS reached the phone."},
					"final":     schema.BoolAttribute{Computed: true, MarkdownDescription: "Whether the status can no longer change. A message that is not found may still turn up."},
					"stop_sms":  schema.BoolAttribute{Computed: true, MarkdownDescription: "Whether the recipient answered STOP. Vendor's name: `stopSms`."},
					"is_spam":   schema.BoolAttribute{Computed: true, MarkdownDescription: "Whether the SMS was taken for spam. Vendor's name: `isSpam`."},
					"date": schema.StringAttribute{
						Computed:            true,
						MarkdownDescription: "When the status was set, in RFC 3339 form with the offset of Europe/Paris.",
					},
					"cost":         schema.NumberAttribute{Computed: true, MarkdownDescription: "What the SMS cost, in `currency`; only with `details`."},
					"country_code": schema.StringAttribute{Computed: true, MarkdownDescription: "The recipient's country as two letters of ISO 3166; only with `details`."},
					"currency":     schema.StringAttribute{Computed: true, MarkdownDescription: "The currency of `cost` by ISO 4217; only with `details`."},
				}},
			},
		},
	}
}

const unableToReadMessageStatuses = "Unable to read message statuses"

var messageStatusesFaults = diagnostic.Faults{
	ByCode: faults(path.Root("messages"), map[string]diagnostic.Fault{
		"4": {
			Attribute: path.Root("messages"),
			What:      "SMS Partner knows none of these messages.",
			Do:        "Check that each message_id is one that sending returned, and that the API key belongs to the account that sent them.",
		},
	}),
	Parameters: map[string]path.Path{
		"SMSStatut_List": path.Root("messages"),
		"messageId":      path.Root("messages"),
		"phoneNumber":    path.Root("messages"),
	},
}

func explainMessageStatuses(err error) diag.Diagnostic {
	return diagnostic.FromError(unableToReadMessageStatuses, err, messageStatusesFaults)
}

func (d *messageStatusesDataSource) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	var model messageStatusesModel
	resp.Diagnostics.Append(req.Config.Get(ctx, &model)...)
	client, diags := d.SMS(unableToReadMessageStatuses)
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	messages := newMessages(model.Messages)
	asked, diags := newPairs(messages, d.DefaultRegion)
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	reader := newPairReader(client, asked.unique, model.Wait != nil)
	about := delivery.Subject(unableToReadMessageStatuses, fmt.Sprintf("%d messages", len(asked.unique)), explainMessageStatuses)
	list, diags := model.Wait.Ask(ctx, about, reader.read)
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	var details []*sms.MessageStatus
	if model.Details.ValueBool() {
		var err error
		if details, err = reader.details(ctx); err != nil {
			resp.Diagnostics.Append(explainMessageStatuses(err))
			return
		}
		resp.Diagnostics.Append(withoutDetails(reader, details)...)
		resp.Diagnostics.Append(reader.believe(details, model.Wait.WantsDelivery())...)
	}
	resp.Diagnostics.Append(diagnostic.Unread("Incomplete statuses of messages", list.Unread)...)
	resp.Diagnostics.Append(model.fill(messages, asked, reader.list, details)...)
	resp.Diagnostics.Append(resp.State.Set(ctx, &model)...)
}

// withoutDetails warns of messages that the vendor lists but does not know when asked about
// each alone.
func withoutDetails(r *pairReader, details []*sms.MessageStatus) diag.Diagnostics {
	var diags diag.Diagnostics
	var names []string
	for i, detail := range details {
		if detail == nil && r.list[i].Found {
			names = append(names, r.list[i].Name)
		}
	}
	if len(names) > 0 {
		diags.AddAttributeWarning(path.Root("details"), "Incomplete details of messages", fmt.Sprintf(
			"SMS Partner lists %s, but knows no details of %s. Their cost, country_code and currency are null, and so is the sum of all costs.\n\n"+
				"Run again. If it goes on, ask the support of SMS Partner, or leave details out.", diagnostic.Few(names, ", "), them(len(names))))
	}
	return diags
}

func them(n int) string {
	if n == 1 {
		return "it"
	}
	return "them"
}

// fill gives each message its answer. details is nil without the argument, and holds nil
// for a message that was not found.
func (m *messageStatusesModel) fill(messages []message, asked pairs, list []delivery.Delivery, details []*sms.MessageStatus) diag.Diagnostics {
	every := make([]delivery.Delivery, len(messages))
	statuses := make([]attr.Value, len(messages))
	var diags diag.Diagnostics
	for i, message := range messages {
		answer, detail := list[asked.place[i]], &sms.MessageStatus{}
		if details != nil && details[asked.place[i]] != nil {
			detail = details[asked.place[i]]
		}
		item, itemDiags := types.ObjectValue(messageStatusesItem, map[string]attr.Value{
			"message_id":   message.id,
			"phone_number": message.number,
			"found":        types.BoolValue(answer.Found),
			"status":       statusValue(answer),
			"delivered":    types.BoolValue(answer.Delivered()),
			"final":        types.BoolValue(answer.Final()),
			"stop_sms":     types.BoolPointerValue(answer.Stop),
			"is_spam":      types.BoolPointerValue(answer.IsSpam),
			"date":         framework.DateValue(answer.Date),
			"cost":         framework.AmountValue(detail.Cost),
			"country_code": types.StringPointerValue(detail.CountryCode),
			"currency":     types.StringPointerValue(detail.Currency),
		})
		diags.Append(itemDiags...)
		every[i], statuses[i] = answer, item
	}
	var listDiags diag.Diagnostics
	m.Statuses, listDiags = types.ListValue(types.ObjectType{AttrTypes: messageStatusesItem}, statuses)
	diags.Append(listDiags...)
	verdict := delivery.List{Deliveries: every}
	m.Counts = newCounts(verdict)
	m.AllDelivered = types.BoolValue(verdict.AllDelivered())
	m.Summary = types.StringValue(verdict.Summary())
	m.Cost = types.NumberNull()
	if details != nil {
		m.Cost = framework.AmountValue(sumCosts(list, details))
	}
	return diags
}

package status

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/delivery"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// recipientModel is one recipient in the vendor's list for a message or a tag.
type recipientModel struct {
	PhoneNumber types.String `tfsdk:"phone_number"`
	Found       types.Bool   `tfsdk:"found"`
	Status      types.String `tfsdk:"status"`
	Delivered   types.Bool   `tfsdk:"delivered"`
	Final       types.Bool   `tfsdk:"final"`
	StopSMS     types.Bool   `tfsdk:"stop_sms"`
	Date        types.String `tfsdk:"date"`
}

// listed is why the status has another name here than in smspartner_message_status.
const listed = " The vendor's word for it is `status` here, and `statut` in the call of `smspartner_message_status`."

func recipientsAttribute(description string) schema.ListNestedAttribute {
	return schema.ListNestedAttribute{
		Computed:            true,
		MarkdownDescription: description,
		NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
			"phone_number": schema.StringAttribute{
				Computed:            true,
				MarkdownDescription: "The recipient's phone number in international form: as the vendor writes it, or from `phone_numbers` for a recipient that SMS Partner does not list. Vendor's name: `phoneNumber`.",
			},
			"found": schema.BoolAttribute{Computed: true, MarkdownDescription: "Whether SMS Partner lists this recipient. `false` for a recipient that `phone_numbers` names, or that an earlier read of a `wait` listed, but that the last list leaves out."},
			"status": schema.StringAttribute{
				Computed:            true,
				MarkdownDescription: "The status in the vendor's own word, such as `Delivered`, `Not delivered` or `Waiting`." + listed,
			},
			"delivered": schema.BoolAttribute{Computed: true, MarkdownDescription: "Whether the SMS reached the phone."},
			"final":     schema.BoolAttribute{Computed: true, MarkdownDescription: "Whether the status can no longer change."},
			"stop_sms":  schema.BoolAttribute{Computed: true, MarkdownDescription: "Whether the recipient answered STOP. Vendor's name: `stopSMS`."},
			"date": schema.StringAttribute{
				Computed:            true,
				MarkdownDescription: "When the status was set, in RFC 3339 form with the offset of Europe/Paris.",
			},
		}},
	}
}

func newRecipients(list delivery.List) []recipientModel {
	recipients := make([]recipientModel, len(list.Deliveries))
	for i, d := range list.Deliveries {
		recipients[i] = recipientModel{
			PhoneNumber: types.StringPointerValue(d.Recipient),
			Found:       types.BoolValue(d.Found),
			Status:      statusValue(d),
			Delivered:   types.BoolValue(d.Delivered()),
			Final:       types.BoolValue(d.Final()),
			StopSMS:     types.BoolPointerValue(d.Stop),
			Date:        framework.DateValue(d.Date),
		}
	}
	return recipients
}

// askRecipients asks for the recipients of a message or a tag. numbers are those who must
// be listed.
func askRecipients(
	ctx context.Context, w *delivery.Wait, numbers []string, summary, name string, explain func(error) diag.Diagnostic,
	read func(context.Context) (*sms.StatusList, error),
) (delivery.List, diag.Diagnostics) {
	return w.AskListed(ctx, delivery.Subject(summary, name, explain), delivery.NewRoll(numbers), func(ctx context.Context) (delivery.List, error) {
		list, err := read(ctx)
		if err != nil {
			return delivery.List{}, err
		}
		return delivery.List{Deliveries: delivery.OfSMS(list.Items), Doubt: list.Doubt, Unread: list.Unread}, nil
	})
}

// statusValue returns null when the vendor gave no status, as for every absent value.
func statusValue(d delivery.Delivery) types.String {
	if d.Status == "" {
		return types.StringNull()
	}
	return types.StringValue(d.Status)
}

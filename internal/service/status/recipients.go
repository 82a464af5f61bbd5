package status

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/delivery"
)

// recipientModel is an item of the lists that the vendor makes of a message or a
// tag.
type recipientModel struct {
	PhoneNumber types.String `tfsdk:"phone_number"`
	Status      types.String `tfsdk:"status"`
	Delivered   types.Bool   `tfsdk:"delivered"`
	Final       types.Bool   `tfsdk:"final"`
	StopSMS     types.Bool   `tfsdk:"stop_sms"`
	Date        types.String `tfsdk:"date"`
}

func recipientsAttribute(description string) schema.ListNestedAttribute {
	return schema.ListNestedAttribute{
		Computed:            true,
		MarkdownDescription: description,
		NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
			"phone_number": schema.StringAttribute{
				Computed:            true,
				MarkdownDescription: "The recipient's phone number as the vendor writes it, in international form. Vendor's name: `phoneNumber`.",
			},
			"status": schema.StringAttribute{
				Computed:            true,
				MarkdownDescription: "The status in the vendor's own word, such as `Delivered`, `Not delivered` or `Waiting`.",
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

func newRecipients(list []delivery.Delivery) []recipientModel {
	recipients := make([]recipientModel, len(list))
	for i, d := range list {
		recipients[i] = recipientModel{
			PhoneNumber: types.StringPointerValue(d.Number),
			Status:      statusValue(d),
			Delivered:   types.BoolValue(d.Delivered()),
			Final:       types.BoolValue(d.Final()),
			StopSMS:     types.BoolPointerValue(d.StopSMS),
			Date:        framework.DateValue(d.Date),
		}
	}
	return recipients
}

// statusValue is null where the vendor said nothing, as all that it did not say.
func statusValue(d delivery.Delivery) types.String {
	if d.Status == "" {
		return types.StringNull()
	}
	return types.StringValue(d.Status)
}

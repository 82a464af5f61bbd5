package mail

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/delivery"
)

// recipientModel is one recipient in the vendor's list for a mail.
type recipientModel struct {
	Email     types.String `tfsdk:"email"`
	Found     types.Bool   `tfsdk:"found"`
	Status    types.String `tfsdk:"status"`
	Delivered types.Bool   `tfsdk:"delivered"`
	Final     types.Bool   `tfsdk:"final"`
	Cost      types.Number `tfsdk:"cost"`
	StopMail  types.Bool   `tfsdk:"stop_mail"`
	Date      types.String `tfsdk:"date"`
}

func recipientsAttribute() schema.ListNestedAttribute {
	return schema.ListNestedAttribute{
		Computed:            true,
		MarkdownDescription: "The recipients of the mail, in the vendor's order, then those that Mail Partner does not list.",
		NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
			"email": schema.StringAttribute{Computed: true, MarkdownDescription: "The address, as the vendor writes it, or from `recipients` for an address that Mail Partner does not list."},
			"found": schema.BoolAttribute{
				Computed:            true,
				MarkdownDescription: "Whether Mail Partner lists this address. `false` for an address that `recipients` names, or that an earlier read of a `wait` listed, but that the last list leaves out.",
			},
			"status":    schema.StringAttribute{Computed: true, MarkdownDescription: "The status in the vendor's own word. `Delivered` is the only one that the vendor documents."},
			"delivered": schema.BoolAttribute{Computed: true, MarkdownDescription: "Whether the mail was delivered."},
			"final":     schema.BoolAttribute{Computed: true, MarkdownDescription: "Whether the status can no longer change. `true` for `Delivered` alone."},
			"cost":      schema.NumberAttribute{Computed: true, MarkdownDescription: "The cost for this recipient."},
			"stop_mail": schema.BoolAttribute{Computed: true, MarkdownDescription: "Whether the address is on the account's unsubscribe list. Vendor's name: `stopMail`."},
			"date":      schema.StringAttribute{Computed: true, MarkdownDescription: "When the status was set, in RFC 3339 form with the offset of Europe/Paris."},
		}},
	}
}

func newRecipients(list delivery.List) []recipientModel {
	recipients := make([]recipientModel, len(list.Deliveries))
	for i, d := range list.Deliveries {
		recipients[i] = recipientModel{
			Email: types.StringPointerValue(d.Recipient), Found: types.BoolValue(d.Found),
			Delivered: types.BoolValue(d.Delivered()), Final: types.BoolValue(d.Final()),
			Cost: framework.AmountValue(d.Cost), StopMail: types.BoolPointerValue(d.Stop), Date: framework.DateValue(d.Date),
		}
		if d.Status != "" {
			recipients[i].Status = types.StringValue(d.Status)
		}
	}
	return recipients
}

// countsModel is a [delivery.Counts].
type countsModel struct {
	Total        types.Int64 `tfsdk:"total"`
	Delivered    types.Int64 `tfsdk:"delivered"`
	NotDelivered types.Int64 `tfsdk:"not_delivered"`
	Waiting      types.Int64 `tfsdk:"waiting"`
	NotFound     types.Int64 `tfsdk:"not_found"`
	StopMail     types.Int64 `tfsdk:"stop_mail"`
}

func countsAttribute() schema.SingleNestedAttribute {
	count := func(description string) schema.Int64Attribute {
		return schema.Int64Attribute{Computed: true, MarkdownDescription: description}
	}
	return schema.SingleNestedAttribute{
		Computed:            true,
		MarkdownDescription: "How many of `statuses` have each outcome.",
		Attributes: map[string]schema.Attribute{
			"total":         count("All of them."),
			"delivered":     count("Those that got the mail."),
			"not_delivered": count("Those with another final status. The vendor documents none, so this is 0."),
			"waiting":       count("Those without a final status."),
			"not_found":     count("Those that Mail Partner does not list."),
			"stop_mail":     count("Those that are on the account's unsubscribe list, whatever their status."),
		},
	}
}

func newCounts(list delivery.List) *countsModel {
	counts := list.Counts()
	return &countsModel{
		Total:        types.Int64Value(counts.Total),
		Delivered:    types.Int64Value(counts.Delivered),
		NotDelivered: types.Int64Value(counts.NotDelivered),
		Waiting:      types.Int64Value(counts.Waiting),
		NotFound:     types.Int64Value(counts.NotFound),
		StopMail:     types.Int64Value(counts.Stopped),
	}
}

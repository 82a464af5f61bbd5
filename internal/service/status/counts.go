package status

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/delivery"
)

// countsModel counts the deliveries of a list. All but StopSMS add up to Total.
type countsModel struct {
	Total        types.Int64 `tfsdk:"total"`
	Delivered    types.Int64 `tfsdk:"delivered"`
	NotDelivered types.Int64 `tfsdk:"not_delivered"`
	Waiting      types.Int64 `tfsdk:"waiting"`
	NotFound     types.Int64 `tfsdk:"not_found"`
	StopSMS      types.Int64 `tfsdk:"stop_sms"`
}

func countsAttribute() schema.SingleNestedAttribute {
	count := func(description string) schema.Int64Attribute {
		return schema.Int64Attribute{Computed: true, MarkdownDescription: description}
	}
	return schema.SingleNestedAttribute{
		Computed:            true,
		MarkdownDescription: "How many of `statuses` ended how.",
		Attributes: map[string]schema.Attribute{
			"total":         count("All of them."),
			"delivered":     count("Those that reached the phone."),
			"not_delivered": count("Those with another final status."),
			"waiting":       count("Those without a final status."),
			"not_found":     count("Those that SMS Partner does not know."),
			"stop_sms":      count("Those whose recipient answered STOP, whatever their status."),
		},
	}
}

// allDeliveredAttribute goes with [count].
func allDeliveredAttribute() schema.BoolAttribute {
	return schema.BoolAttribute{
		Computed:            true,
		MarkdownDescription: "Whether each of `statuses` reached the phone. An empty list is `false`: nothing was delivered.",
	}
}

func count(list []delivery.Delivery) (counts *countsModel, allDelivered types.Bool) {
	var delivered, notDelivered, waiting, notFound, stopped int64
	for _, d := range list {
		switch {
		case !d.Found:
			notFound++
		case d.Delivered():
			delivered++
		case d.Final():
			notDelivered++
		default:
			waiting++
		}
		if d.Stopped() {
			stopped++
		}
	}
	total := int64(len(list))
	return &countsModel{
		Total:        types.Int64Value(total),
		Delivered:    types.Int64Value(delivered),
		NotDelivered: types.Int64Value(notDelivered),
		Waiting:      types.Int64Value(waiting),
		NotFound:     types.Int64Value(notFound),
		StopSMS:      types.Int64Value(stopped),
	}, types.BoolValue(total > 0 && delivered == total)
}

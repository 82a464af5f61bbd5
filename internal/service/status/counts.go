package status

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/delivery"
)

// countsModel is a [delivery.Counts].
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
		MarkdownDescription: "How many of `statuses` have each outcome.",
		Attributes: map[string]schema.Attribute{
			"total":         count("All of them."),
			"delivered":     count("Those that reached the phone."),
			"not_delivered": count("Those with another final status."),
			"waiting":       count("Those without a final status."),
			"not_found":     count("Those that SMS Partner does not know, or does not list."),
			"stop_sms":      count("Those whose recipient answered STOP, whatever their status."),
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
		StopSMS:      types.Int64Value(counts.Stopped),
	}
}

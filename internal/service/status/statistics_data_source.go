package status

import (
	"context"
	"fmt"
	"math/big"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

var (
	_ datasource.DataSourceWithConfigure      = (*statisticsDataSource)(nil)
	_ datasource.DataSourceWithValidateConfig = (*statisticsDataSource)(nil)
)

func newStatisticsDataSource() datasource.DataSource { return &statisticsDataSource{} }

// statisticsDataSource asks what was sent in an interval and what it cost.
type statisticsDataSource struct {
	framework.DataSourceBase
}

type statisticsModel struct {
	Interval types.String  `tfsdk:"interval"`
	From     types.String  `tfsdk:"from"`
	To       types.String  `tfsdk:"to"`
	Periods  []periodModel `tfsdk:"periods"`
	Cost     types.Number  `tfsdk:"cost"`
	NbSend   types.Int64   `tfsdk:"nb_send"`
}

type periodModel struct {
	Type   types.String `tfsdk:"type"`
	Year   types.Int64  `tfsdk:"year"`
	Month  types.Int64  `tfsdk:"month"`
	Date   types.String `tfsdk:"date"`
	Cost   types.Number `tfsdk:"cost"`
	NbSend types.Int64  `tfsdk:"nb_send"`
}

func (d *statisticsDataSource) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_statistics"
}

func (d *statisticsDataSource) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	day := []validator.String{validate.String("a day such as 2026-01-31", validate.Day)}
	resp.Schema = schema.Schema{
		MarkdownDescription: "Asks SMS Partner how many SMS the account sent in an interval, and what they cost.\n\n" +
			"The vendor's call is `GET statistics/cost-resume`. It allows 5 requests a minute; the provider waits between requests to stay within this limit.",
		Attributes: map[string]schema.Attribute{
			"interval": schema.StringAttribute{
				Required:            true,
				MarkdownDescription: "The interval: `last_month`, `last_twelve_months`, or `custom` with `from` and `to`.",
				Validators: []validator.String{
					validate.Choice(string(sms.LastMonth), string(sms.LastTwelveMonths), string(sms.Custom)),
				},
			},
			"from": schema.StringAttribute{
				Optional:            true,
				MarkdownDescription: "The first day of a `custom` interval, as `YYYY-MM-DD`.",
				Validators:          day,
			},
			"to": schema.StringAttribute{
				Optional:            true,
				MarkdownDescription: "The last day of a `custom` interval, as `YYYY-MM-DD`. The vendor seems to include it.",
				Validators:          day,
			},
			"periods": schema.ListNestedAttribute{
				Computed:            true,
				MarkdownDescription: "What was sent, by period, in the vendor's order. Vendor's name: `datas`.",
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"type":  schema.StringAttribute{Computed: true, MarkdownDescription: "The kind of period: `month`, the only documented kind, or `day`, which the vendor was seen to use too."},
					"year":  schema.Int64Attribute{Computed: true, MarkdownDescription: "The year."},
					"month": schema.Int64Attribute{Computed: true, MarkdownDescription: "The month, 1 to 12. Vendor's name: `m`."},
					"date": schema.StringAttribute{
						Computed:            true,
						MarkdownDescription: "The start of the period, in RFC 3339 form with the offset of Europe/Paris.",
					},
					"cost":    schema.NumberAttribute{Computed: true, MarkdownDescription: "What was spent. The vendor names no currency here; elsewhere it is `EUR`."},
					"nb_send": schema.Int64Attribute{Computed: true, MarkdownDescription: "How many SMS were sent."},
				}},
			},
			"cost":    schema.NumberAttribute{Computed: true, MarkdownDescription: "The sum of `cost` over all periods; null if the vendor leaves it out for any period."},
			"nb_send": schema.Int64Attribute{Computed: true, MarkdownDescription: "The sum of `nb_send` over all periods; null if the vendor leaves it out for any period."},
		},
	}
}

// ValidateConfig refuses a custom interval without days, and days with any other interval.
func (d *statisticsDataSource) ValidateConfig(ctx context.Context, req datasource.ValidateConfigRequest, resp *datasource.ValidateConfigResponse) {
	var model statisticsModel
	if resp.Diagnostics.Append(req.Config.Get(ctx, &model)...); resp.Diagnostics.HasError() || model.Interval.IsUnknown() {
		return
	}
	interval := sms.Interval(model.Interval.ValueString())
	custom, other := interval == sms.Custom, interval == sms.LastMonth || interval == sms.LastTwelveMonths
	for _, argument := range []struct {
		name  string
		value types.String
	}{{"from", model.From}, {"to", model.To}} {
		switch {
		case custom && argument.value.IsNull():
			resp.Diagnostics.Append(validate.Invalid(path.Root(argument.name),
				fmt.Errorf("interval = %q needs it: write a day such as \"2026-01-31\"", sms.Custom)))
		case other && !argument.value.IsNull() && !argument.value.IsUnknown():
			resp.Diagnostics.Append(validate.Invalid(path.Root(argument.name),
				fmt.Errorf("it is allowed only with interval = %q: leave it out, or change interval", sms.Custom)))
		}
	}
	if model.From.IsNull() || model.From.IsUnknown() || model.To.IsNull() || model.To.IsUnknown() {
		return
	}
	from, errFrom := time.Parse(time.DateOnly, model.From.ValueString())
	to, errTo := time.Parse(time.DateOnly, model.To.ValueString())
	if errFrom == nil && errTo == nil && to.Before(from) {
		resp.Diagnostics.Append(validate.Invalid(path.Root("to"),
			fmt.Errorf("%q is before from, %q", model.To.ValueString(), model.From.ValueString())))
	}
}

const unableToReadStatistics = "Unable to read statistics"

var statisticsFaults = diagnostic.Faults{
	Parameters: map[string]path.Path{
		"interval": path.Root("interval"),
		"from":     path.Root("from"),
		"to":       path.Root("to"),
	},
}

func (d *statisticsDataSource) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	var model statisticsModel
	resp.Diagnostics.Append(req.Config.Get(ctx, &model)...)
	client, diags := d.SMS(unableToReadStatistics)
	resp.Diagnostics.Append(diags...)
	if resp.Diagnostics.HasError() {
		return
	}
	// Null unless the interval is custom; validated otherwise.
	from, _ := time.Parse(time.DateOnly, model.From.ValueString())
	to, _ := time.Parse(time.DateOnly, model.To.ValueString())
	statistics, err := client.Statistics(ctx, sms.Interval(model.Interval.ValueString()), from, to)
	if err != nil {
		resp.Diagnostics.Append(diagnostic.FromError(unableToReadStatistics, err, statisticsFaults))
		return
	}
	resp.Diagnostics.Append(diagnostic.Unread("Incomplete statistics", statistics.Unread)...)
	model.fill(statistics.Periods)
	resp.Diagnostics.Append(resp.State.Set(ctx, &model)...)
}

func (m *statisticsModel) fill(periods []sms.Period) {
	m.Periods = make([]periodModel, len(periods))
	costs := make([]*big.Float, len(periods))
	sent := new(big.Int)
	for i, p := range periods {
		m.Periods[i] = periodModel{
			Type:   types.StringPointerValue(p.Type),
			Year:   types.Int64PointerValue(p.Year),
			Month:  types.Int64PointerValue(p.Month),
			Date:   framework.DateValue(p.Date),
			Cost:   framework.AmountValue(p.Cost),
			NbSend: types.Int64PointerValue(p.NbSend),
		}
		costs[i] = p.Cost
		switch {
		case p.NbSend == nil:
			sent = nil
		case sent != nil:
			sent.Add(sent, big.NewInt(*p.NbSend))
		}
	}
	m.Cost = framework.AmountValue(partner.SumDecimals(costs))
	m.NbSend = types.Int64Null()
	if sent != nil && sent.IsInt64() {
		m.NbSend = types.Int64Value(sent.Int64())
	}
}

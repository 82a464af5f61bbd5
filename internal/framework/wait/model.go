package wait

import (
	"context"
	"fmt"
	"time"

	actionschema "github.com/hashicorp/terraform-plugin-framework/action/schema"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"
	"github.com/hashicorp/terraform-plugin-framework/types/basetypes"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

const (
	defaultTimeout  = 5 * time.Minute
	defaultInterval = 5 * time.Second
	shortest        = time.Second

	untilFinal     = "final"
	untilDelivered = "delivered"

	onTimeoutFail     = "fail"
	onTimeoutContinue = "continue"
)

// Model is the value of the attribute `wait`.
type Model struct {
	Until     types.String `tfsdk:"until"`
	Timeout   types.String `tfsdk:"timeout"`
	Interval  types.String `tfsdk:"interval"`
	OnTimeout types.String `tfsdk:"on_timeout"`
}

// argument is one of the arguments inside `wait`, which data sources and actions
// have alike, in schemas of different Go types.
type argument struct {
	name, description string
	validators        []validator.String
}

var arguments = []argument{
	{
		"until",
		"`final` (default) waits until the status can no longer change. `delivered` does the same, " +
			"and fails at once when the final status is not delivered.",
		[]validator.String{validate.Choice(untilFinal, untilDelivered)},
	},
	{
		"timeout",
		"How long to wait at most, as a duration such as `90s` or `10m`; at least `1s`. Default: `5m`.",
		[]validator.String{validate.String("a duration of at least 1s", validate.Duration(shortest))},
	},
	{
		"interval",
		"The time between two reads, as a duration; at least `1s` and at most `timeout`. Each pause is up to a " +
			"fifth shorter at random, so that many waits do not read all at once. Default: `5s`.",
		[]validator.String{validate.String("a duration of at least 1s", validate.Duration(shortest))},
	},
	{
		"on_timeout",
		"`fail` (default) ends the run with an error when the time is over. `continue` gives a warning and " +
			"returns the last status.",
		[]validator.String{validate.Choice(onTimeoutFail, onTimeoutContinue)},
	},
}

// DataSourceAttribute is the attribute `wait` of a data source that reads the
// status of what description names.
func DataSourceAttribute(description string) schema.SingleNestedAttribute {
	attributes := make(map[string]schema.Attribute, len(arguments))
	for _, a := range arguments {
		attributes[a.name] = schema.StringAttribute{Optional: true, MarkdownDescription: a.description, Validators: a.validators}
	}
	return schema.SingleNestedAttribute{
		Optional: true,
		MarkdownDescription: description + " Without this block the status is read once. A message that SMS Partner does not know yet may turn up for 30 seconds, or until `timeout` where its recipients are named. " +
			"A data source is read in every plan, so a wait delays plans too. The guide [Assert delivery in a pipeline](../guides/assert-delivery.md) " +
			"tells when, and what fails a run and what only warns.",
		Validators: []validator.Object{intervalValidator{}},
		Attributes: attributes,
	}
}

// ActionAttribute is the attribute `wait` of an action.
func ActionAttribute(description string) actionschema.SingleNestedAttribute {
	attributes := make(map[string]actionschema.Attribute, len(arguments))
	for _, a := range arguments {
		attributes[a.name] = actionschema.StringAttribute{Optional: true, MarkdownDescription: a.description, Validators: a.validators}
	}
	return actionschema.SingleNestedAttribute{
		Optional:            true,
		MarkdownDescription: description + " Without this block the action ends when the message is accepted.",
		Validators:          []validator.Object{intervalValidator{}},
		Attributes:          attributes,
	}
}

// Outcome says what a status means for this wait.
func (m *Model) Outcome(final, delivered bool) Outcome {
	switch {
	case !final:
		return Pending
	case m.WantsDelivery() && !delivered:
		return Failure
	default:
		return Success
	}
}

// WantsDelivery reports whether only a delivery ends the wait well. Without a wait
// nothing is wanted.
func (m *Model) WantsDelivery() bool { return m != nil && m.Until.ValueString() == untilDelivered }

// ContinueOnTimeout reports whether a timeout is a warning.
func (m *Model) ContinueOnTimeout() bool { return m.OnTimeout.ValueString() == onTimeoutContinue }

// Durations returns timeout and interval, with their defaults where they are null
// or unknown. Neither is ever shorter than the rules allow.
func (m *Model) Durations() (timeout, interval time.Duration) {
	timeout = duration(m.Timeout, defaultTimeout)
	return timeout, duration(m.Interval, min(defaultInterval, timeout))
}

// duration reads a value. What the rules refuse counts as the shortest: a wait then
// neither turns without a pause nor lasts as nobody asked.
func duration(value basetypes.StringValue, otherwise time.Duration) time.Duration {
	if value.IsNull() || value.IsUnknown() {
		return otherwise
	}
	d, err := time.ParseDuration(value.ValueString())
	if err != nil {
		return shortest
	}
	return max(d, shortest)
}

// intervalValidator refuses an interval that leaves no second read.
type intervalValidator struct{}

func (intervalValidator) Description(context.Context) string {
	return "interval must not be longer than timeout"
}

func (v intervalValidator) MarkdownDescription(ctx context.Context) string {
	return v.Description(ctx)
}

func (intervalValidator) ValidateObject(ctx context.Context, req validator.ObjectRequest, resp *validator.ObjectResponse) {
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() {
		return
	}
	var m Model
	if resp.Diagnostics.Append(req.ConfigValue.As(ctx, &m, basetypes.ObjectAsOptions{})...); resp.Diagnostics.HasError() {
		return
	}
	if m.Interval.IsNull() || m.Interval.IsUnknown() || m.Timeout.IsUnknown() {
		return
	}
	for _, value := range []types.String{m.Interval, m.Timeout} {
		if !value.IsNull() && validate.Duration(shortest)(value.ValueString()) != nil {
			return // which is said of the value itself
		}
	}
	if timeout, interval := m.Durations(); interval > timeout {
		resp.Diagnostics.Append(validate.Invalid(req.Path.AtName("interval"),
			fmt.Errorf("%s is longer than the timeout of %s, so the status would be read only once: "+
				"write a shorter interval or a longer timeout", validate.Quote(m.Interval.ValueString()), timeout)))
	}
}

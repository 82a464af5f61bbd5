package wait

import (
	"context"
	"fmt"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"
	"github.com/hashicorp/terraform-plugin-framework/types/basetypes"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

const (
	defaultTimeout  = 5 * time.Minute
	defaultInterval = 5 * time.Second
	shortest        = time.Second

	onTimeoutFail     = "fail"
	onTimeoutContinue = "continue"
)

// Model is the value of the attribute `wait`.
type Model struct {
	Timeout   types.String `tfsdk:"timeout"`
	Interval  types.String `tfsdk:"interval"`
	OnTimeout types.String `tfsdk:"on_timeout"`
}

var durationForm = attribute.Text{Rule: validate.String("a duration of at least 1s", validate.Duration(shortest))}

var (
	argTimeout = attribute.Argument{
		Name: "timeout", Form: durationForm,
		Description: "How long to wait, as a duration such as `90s` or `10m`: at least `1s`. Default: `5m`.",
	}
	argInterval = attribute.Argument{
		Name: "interval", Form: durationForm,
		Description: "The time between two reads, as a duration: `1s` to `timeout`. Each pause is at most a " +
			"fifth shorter at random, so that many waits do not read all at once. Default: `5s`.",
	}
	argOnTimeout = attribute.Argument{
		Name: "on_timeout", Form: attribute.Text{Rule: validate.Choice(onTimeoutFail, onTimeoutContinue)},
		Description: "`fail` ends the run with an error when the time is over. `continue` gives a warning and " +
			"returns the last status. Default: `fail`.",
	}
)

// Argument is the argument `wait`. more are further arguments, which say what to wait for.
func Argument(description string, more ...attribute.Argument) attribute.Argument {
	return attribute.Argument{
		Name:        "wait",
		Form:        attribute.Object{Of: append(more, argTimeout, argInterval, argOnTimeout), Rule: intervalValidator{}},
		Description: description,
	}
}

// ContinueOnTimeout reports whether a timeout is a warning.
func (m *Model) ContinueOnTimeout() bool { return m.OnTimeout.ValueString() == onTimeoutContinue }

// Durations returns timeout and interval, with their defaults where they are null
// or unknown. Neither is ever shorter than the rules allow.
func (m *Model) Durations() (timeout, interval time.Duration) {
	timeout = duration(m.Timeout, defaultTimeout)
	return timeout, duration(m.Interval, min(defaultInterval, timeout))
}

// duration reads a value. A value that the rules refuse counts as the shortest, so that a
// wait neither polls without a pause nor lasts too long.
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

func (intervalValidator) ValidateObject(_ context.Context, req validator.ObjectRequest, resp *validator.ObjectResponse) {
	values := req.ConfigValue.Attributes()
	var m Model
	m.Interval, _ = values[argInterval.Name].(types.String) // null where the object is
	m.Timeout, _ = values[argTimeout.Name].(types.String)
	if m.Interval.IsNull() || m.Interval.IsUnknown() || m.Timeout.IsUnknown() {
		return
	}
	for _, value := range []types.String{m.Interval, m.Timeout} {
		if !value.IsNull() && validate.Duration(shortest)(value.ValueString()) != nil {
			return // the value's own rule reports the error
		}
	}
	if timeout, interval := m.Durations(); interval > timeout {
		resp.Diagnostics.Append(validate.Invalid(req.Path.AtName(argInterval.Name),
			fmt.Errorf("%s is longer than the timeout of %s, so the status would be read only once: "+
				"write a shorter interval or a longer timeout", validate.Quote(m.Interval.ValueString()), timeout)))
	}
}

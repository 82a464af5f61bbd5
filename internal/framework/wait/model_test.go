package wait_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
)

func TestModel_Durations(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		model             wait.Model
		timeout, interval time.Duration
	}{
		"defaults":                 {wait.Model{}, 5 * time.Minute, 5 * time.Second},
		"both":                     {wait.Model{Timeout: types.StringValue("1h"), Interval: types.StringValue("90s")}, time.Hour, 90 * time.Second},
		"timeout":                  {wait.Model{Timeout: types.StringValue("10m")}, 10 * time.Minute, 5 * time.Second},
		"timeout below 5s":         {wait.Model{Timeout: types.StringValue("3s")}, 3 * time.Second, 3 * time.Second},
		"interval":                 {wait.Model{Interval: types.StringValue("1s")}, 5 * time.Minute, time.Second},
		"interval, timeout below":  {wait.Model{Timeout: types.StringValue("2s"), Interval: types.StringValue("1s")}, 2 * time.Second, time.Second},
		"below what is allowed":    {wait.Model{Timeout: types.StringValue("-5m"), Interval: types.StringValue("0s")}, time.Second, time.Second},
		"unreadable":               {wait.Model{Timeout: types.StringValue("soon"), Interval: types.StringValue("often")}, time.Second, time.Second},
		"unknown":                  {wait.Model{Timeout: types.StringUnknown(), Interval: types.StringUnknown()}, 5 * time.Minute, 5 * time.Second},
		"interval same as timeout": {wait.Model{Timeout: types.StringValue("1m"), Interval: types.StringValue("60s")}, time.Minute, time.Minute},
	} {
		if timeout, interval := test.model.Durations(); timeout != test.timeout || interval != test.interval {
			t.Errorf("%s: %s and %s, want %s and %s", name, timeout, interval, test.timeout, test.interval)
		}
	}
}

func TestModel_ContinueOnTimeout(t *testing.T) {
	t.Parallel()
	for value, want := range map[types.String]bool{
		types.StringNull():            false,
		types.StringValue("fail"):     false,
		types.StringValue("continue"): true,
	} {
		model := wait.Model{OnTimeout: value}
		if got := model.ContinueOnTimeout(); got != want {
			t.Errorf("%s: %v", value, got)
		}
	}
}

// An interval that leaves no second read is refused as soon as both it and the
// timeout are known.
func TestArgument_Interval(t *testing.T) {
	t.Parallel()
	null, unknown, value := types.StringNull(), types.StringUnknown(), types.StringValue
	for name, test := range map[string]struct {
		timeout, interval types.String
		refusedTimeout    string
	}{
		"null":                       {null, null, ""},
		"unknown interval":           {value("1m"), unknown, ""},
		"unknown timeout":            {unknown, value("10m"), ""},
		"shorter":                    {value("1m"), value("10s"), ""},
		"same":                       {value("1m"), value("60s"), ""},
		"longer":                     {value("1m"), value("61s"), "1m0s"},
		"longer than the default":    {null, value("6m"), "5m0s"},
		"short timeout, no interval": {value("2s"), null, ""},
		"malformed timeout":          {value("soon"), value("10s"), ""},
		"malformed interval":         {value("1m"), value("often"), ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			at := path.Root("wait")
			var want diag.Diagnostics
			if test.refusedTimeout != "" {
				want.AddAttributeError(at.AtName("interval"), "Invalid value for wait.interval", fmt.Sprintf(
					"%s is longer than the timeout of %s, so the status would be read only once: write a shorter interval or a longer timeout.",
					test.interval, test.refusedTimeout))
			}
			if got := validateObject(t, waitObject(t, test.timeout, test.interval)); !got.Equal(want) {
				t.Errorf("got %v, want %v", got, want)
			}
		})
	}
}

func TestArgument_Absent(t *testing.T) {
	t.Parallel()
	attributes := waitObject(t, types.StringNull(), types.StringNull()).AttributeTypes(t.Context())
	for name, object := range map[string]types.Object{
		"null":    types.ObjectNull(attributes),
		"unknown": types.ObjectUnknown(attributes),
	} {
		if got := validateObject(t, object); len(got) > 0 {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// waitAttribute is the attribute wait of a data source.
func waitAttribute(t *testing.T) schema.SingleNestedAttribute {
	t.Helper()
	attribute, ok := wait.Argument("Waits.").DataSource().(schema.SingleNestedAttribute)
	if !ok {
		t.Fatal("it is not an object")
	}
	return attribute
}

// waitObject is the value of the attribute wait in a configuration.
func waitObject(t *testing.T, timeout, interval types.String) types.Object {
	t.Helper()
	kinds, values := map[string]attr.Type{}, map[string]attr.Value{"timeout": timeout, "interval": interval}
	for name, attribute := range waitAttribute(t).Attributes {
		kinds[name] = attribute.GetType()
		if values[name] == nil {
			values[name] = types.StringNull()
		}
	}
	object, diags := types.ObjectValue(kinds, values)
	if diags.HasError() {
		t.Fatal(diags)
	}
	return object
}

func validateObject(t *testing.T, object types.Object) diag.Diagnostics {
	t.Helper()
	var resp validator.ObjectResponse
	for _, v := range waitAttribute(t).Validators {
		if v.Description(t.Context()) == "" || v.MarkdownDescription(t.Context()) != v.Description(t.Context()) {
			t.Error("a validator lacks a description")
		}
		v.ValidateObject(t.Context(), validator.ObjectRequest{Path: path.Root("wait"), ConfigValue: object}, &resp)
	}
	return resp.Diagnostics
}

package validate_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

func TestBetween(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		value types.Int64
		want  string
	}{
		"null":     {types.Int64Null(), ""},
		"unknown":  {types.Int64Unknown(), ""},
		"lowest":   {types.Int64Value(0), ""},
		"highest":  {types.Int64Value(20), ""},
		"too low":  {types.Int64Value(-1), "-1 is out of range: write a whole number from 0 to 20."},
		"too high": {types.Int64Value(21), "21 is out of range: write a whole number from 0 to 20."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var resp validator.Int64Response
			validate.Between(0, 20).ValidateInt64(t.Context(), validator.Int64Request{Path: path.Root("max_retries"), ConfigValue: test.value}, &resp)
			got := ""
			for _, d := range resp.Diagnostics {
				got += d.Detail()
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestOneOf(t *testing.T) {
	t.Parallel()
	rule := validate.OneOf("premium", "low_cost")
	if err := rule("premium"); err != nil {
		t.Error(err)
	}
	if err := rule("gold"); err == nil || err.Error() != `"gold" is not among the values "premium", "low_cost"` {
		t.Errorf("got %v", err)
	}
}

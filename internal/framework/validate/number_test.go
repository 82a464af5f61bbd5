package validate_test

import (
	"math/big"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

func TestWhole(t *testing.T) {
	t.Parallel()
	number := func(text string) types.Number {
		value, _, err := big.ParseFloat(text, 10, 512, big.ToNearestEven)
		if err != nil {
			t.Fatal(err)
		}
		return types.NumberValue(value)
	}
	for name, test := range map[string]struct {
		value types.Number
		want  string
	}{
		"null":        {types.NumberNull(), ""},
		"unknown":     {types.NumberUnknown(), ""},
		"lowest":      {number("0"), ""},
		"highest":     {number("20"), ""},
		"too low":     {number("-1"), "-1 is out of range: write a whole number from 0 to 20."},
		"too high":    {number("21"), "21 is out of range: write a whole number from 0 to 20."},
		"a fraction":  {number("1.5"), "1.5 is not a whole number: write a whole number from 0 to 20."},
		"a third":     {types.NumberValue(new(big.Float).Quo(big.NewFloat(1), big.NewFloat(3))), "0.3333333333 is not a whole number: write a whole number from 0 to 20."},
		"huge":        {number("1e1000000"), "The number is out of range: write a whole number from 0 to 20."},
		"tiny":        {number("1e-1000000"), "The number is not a whole number: write a whole number from 0 to 20."},
		"beyond huge": {types.NumberValue(new(big.Float).SetInf(true)), "The number is not a whole number: write a whole number from 0 to 20."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var resp validator.NumberResponse
			validate.Whole(0, 20).ValidateNumber(t.Context(), validator.NumberRequest{Path: path.Root("max_retries"), ConfigValue: test.value}, &resp)
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

package validate_test

import (
	"math/big"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

func TestAmount(t *testing.T) {
	t.Parallel()
	exact := func(text string) *big.Float {
		value, _, err := big.ParseFloat(text, 10, 512, big.ToNearestEven)
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
	number := func(text string) types.Number { return types.NumberValue(exact(text)) }
	for name, test := range map[string]struct {
		value types.Number
		want  string
	}{
		"null":          {types.NumberNull(), ""},
		"unknown":       {types.NumberUnknown(), ""},
		"smallest":      {number("0.001"), ""},
		"largest":       {number("999999999999.999"), ""},
		"calculated":    {types.NumberValue(new(big.Float).Add(exact("0.1"), exact("0.2"))), ""},
		"zero":          {number("0"), "0 is no amount to move: write one of more than 0."},
		"negative":      {number("-0.001"), "-0.001 is no amount to move: write one of more than 0."},
		"four decimals": {number("10.0001"), "10.0001 has more than 3 decimals: write at most 3."},
		"a third":       {types.NumberValue(new(big.Float).Quo(big.NewFloat(1), big.NewFloat(3))), "0.3333333333 has more than 3 decimals: write at most 3."},
		"too large":     {number("1000000000000"), "The amount has more than 12 digits: write a smaller one."},
		"huge":          {number("1e1000000"), "The amount has more than 12 digits: write a smaller one."},
		"hugely below":  {number("-1e1000000"), "The number is no amount to move: write one of more than 0."},
		"tiny":          {number("1e-1000000"), "The amount is too small: write one of at least 0.001."},
		"beyond huge":   {types.NumberValue(new(big.Float).SetInf(false)), "The amount has more than 12 digits: write a smaller one."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var resp validator.NumberResponse
			validate.Amount().ValidateNumber(t.Context(), validator.NumberRequest{Path: path.Root("amount"), ConfigValue: test.value}, &resp)
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

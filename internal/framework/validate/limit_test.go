package validate_test

import (
	"math/big"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

func TestLimit(t *testing.T) {
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
		"small":       {number("0.001"), ""},
		"calculated":  {types.NumberValue(new(big.Float).Quo(big.NewFloat(1), big.NewFloat(3))), ""},
		"zero":        {number("0"), "0 is no limit: write an amount of more than 0."},
		"negative":    {number("-1"), "-1 is no limit: write an amount of more than 0."},
		"huge":        {number("1e1000000"), "The limit has more than 12 digits: leave it out instead."},
		"tiny":        {number("1e-1000000"), "The limit is too small: write one of at least 0.001."},
		"beyond huge": {types.NumberValue(new(big.Float).SetInf(false)), "The limit has more than 12 digits: leave it out instead."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var resp validator.NumberResponse
			validate.Limit().ValidateNumber(t.Context(), validator.NumberRequest{Path: path.Root("max_total"), ConfigValue: test.value}, &resp)
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

package validate

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// Amount makes a validator of an amount of money that moves: more than 0, with at most 3
// decimals, as the vendor writes balances. Null and unknown values pass.
func Amount() validator.Number { return amount{} }

type amount struct{}

// mostDecimals and mostDigits are those of an amount, after and before the decimal point.
const (
	mostDecimals = 3
	mostDigits   = 12
)

func (amount) Description(context.Context) string {
	return fmt.Sprintf("an amount of more than 0, with at most %d decimals", mostDecimals)
}

func (v amount) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (v amount) ValidateNumber(_ context.Context, req validator.NumberRequest, resp *validator.NumberResponse) {
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() {
		return
	}
	if err := checkAmount(req.ConfigValue.ValueBigFloat()); err != nil {
		resp.Diagnostics.Append(Invalid(req.Path, err))
	}
}

func checkAmount(value *big.Float) error {
	switch {
	case value.Sign() <= 0:
		return fmt.Errorf("%s is no amount to move: write one of more than 0", decimal(value))
	case isHuge(value):
		return fmt.Errorf("the amount has more than %d digits: write a smaller one", mostDigits)
	case isTiny(value):
		return errors.New("the amount is too small: write one of at least 0.001")
	}
	whole, fraction, _ := strings.Cut(partner.DecimalText(value), ".")
	switch {
	case len(whole) > mostDigits:
		return fmt.Errorf("the amount has more than %d digits: write a smaller one", mostDigits)
	case len(fraction) > mostDecimals:
		return fmt.Errorf("%s has more than %d decimals: write at most %[2]d", decimal(value), mostDecimals)
	default:
		return nil
	}
}

// isHuge and isTiny find the numbers that are slow to write, and no amounts of money.
func isHuge(value *big.Float) bool { return value.IsInf() || value.MantExp(nil) > 4*mostDigits }
func isTiny(value *big.Float) bool { return value.MantExp(nil) < -4*mostDigits }

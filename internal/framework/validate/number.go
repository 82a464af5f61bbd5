package validate

import (
	"context"
	"fmt"
	"math/big"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
)

// Whole makes a validator of a whole number from lowest to highest. Null and unknown values
// pass. Use it on attributes of type number: the integer type refuses 1.5 in the
// framework's words, before any validator.
func Whole(lowest, highest int64) validator.Number { return whole{lowest, highest} }

type whole struct{ lowest, highest int64 }

func (v whole) Description(context.Context) string {
	return fmt.Sprintf("a whole number from %d to %d", v.lowest, v.highest)
}

func (v whole) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (v whole) ValidateNumber(ctx context.Context, req validator.NumberRequest, resp *validator.NumberResponse) {
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() {
		return
	}
	value := req.ConfigValue.ValueBigFloat()
	what := "not a whole number"
	if value.IsInt() {
		what = "out of range"
	}
	if !value.IsInt() || value.Cmp(new(big.Float).SetInt64(v.lowest)) < 0 || value.Cmp(new(big.Float).SetInt64(v.highest)) > 0 {
		resp.Diagnostics.Append(Invalid(req.Path, fmt.Errorf("%s is %s: write %s", decimal(value), what, v.Description(ctx))))
	}
}

// Between makes a validator of a decimal number from lowest to highest, which are written as
// in a configuration, such as "0.5". Null and unknown values pass.
func Between(lowest, highest string) validator.Number { return inRange{lowest, highest} }

type inRange struct{ lowest, highest string }

func (v inRange) Description(context.Context) string {
	return fmt.Sprintf("a number from %s to %s", v.lowest, v.highest)
}

func (v inRange) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (v inRange) ValidateNumber(ctx context.Context, req validator.NumberRequest, resp *validator.NumberResponse) {
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() {
		return
	}
	value := req.ConfigValue.ValueBigFloat()
	if value.Cmp(bound(v.lowest)) < 0 || value.Cmp(bound(v.highest)) > 0 {
		resp.Diagnostics.Append(Invalid(req.Path, fmt.Errorf("%s is out of range: write %s", decimal(value), v.Description(ctx))))
	}
}

// bound reads a bound, in the precision in which engines read numbers.
func bound(text string) *big.Float {
	value, _, err := big.ParseFloat(text, 10, 512, big.ToNearestEven)
	if err != nil {
		panic("validate: " + err.Error())
	}
	return value
}

// decimal writes a number, unless it is too large or small to read, or to write quickly.
func decimal(value *big.Float) string {
	const most = 128
	if exponent := value.MantExp(nil); value.IsInf() || exponent > most || exponent < -most {
		return "the number"
	}
	return value.Text('g', 10)
}

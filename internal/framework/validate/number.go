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

// decimal writes a number, unless it is too large or small to read, or to write quickly.
func decimal(value *big.Float) string {
	const most = 128
	if exponent := value.MantExp(nil); value.IsInf() || exponent > most || exponent < -most {
		return "the number"
	}
	return value.Text('g', 10)
}

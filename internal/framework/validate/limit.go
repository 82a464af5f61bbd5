package validate

import (
	"context"
	"errors"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
)

// Limit makes a validator of an amount of money that something may cost: more than 0. Null
// and unknown values pass.
func Limit() validator.Number { return limit{} }

type limit struct{}

func (limit) Description(context.Context) string { return "an amount of more than 0" }

func (v limit) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (limit) ValidateNumber(_ context.Context, req validator.NumberRequest, resp *validator.NumberResponse) {
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() {
		return
	}
	value := req.ConfigValue.ValueBigFloat()
	switch {
	case value.Sign() <= 0:
		resp.Diagnostics.Append(Invalid(req.Path, fmt.Errorf("%s is no limit: write an amount of more than 0", decimal(value))))
	case isHuge(value):
		resp.Diagnostics.Append(Invalid(req.Path, fmt.Errorf("the limit has more than %d digits: leave it out instead", mostDigits)))
	case isTiny(value):
		resp.Diagnostics.Append(Invalid(req.Path, errors.New("the limit is too small: write one of at least 0.001")))
	}
}

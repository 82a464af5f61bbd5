package framework

import (
	"math/big"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/types"
)

// DateValue writes a date in RFC 3339 form in the date's own zone; dates of package partner
// are in Paris time.
func DateValue(date *time.Time) types.String {
	if date == nil {
		return types.StringNull()
	}
	return types.StringValue(date.Format(time.RFC3339))
}

// AmountValue keeps an amount as exact as the vendor wrote it.
func AmountValue(amount *big.Float) types.Number {
	if amount == nil {
		return types.NumberNull()
	}
	return types.NumberValue(amount)
}

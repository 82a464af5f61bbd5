package subaccounts

import (
	"math/big"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/subaccount"
)

// The arguments of a transfer, in the resource and in the action.
var (
	argToken = attribute.Argument{
		Name: "subaccount_token", Required: true, Form: attribute.Text{Rule: validate.String("a token", checkToken), Sensitive: true},
		Description: "The token of the sub-account, from its attribute `token`. Vendor's name: `tokenSubaccount`.",
	}
	argAmount = attribute.Argument{
		Name: "amount", Required: true, Form: attribute.Amount{},
		Description: "The amount in euros, more than 0 with at most 3 decimals. Whether the vendor moves amounts below one euro is not documented. Vendor's name: `credit`.",
	}
	argDirection = attribute.Argument{
		Name: "direction", Form: attribute.Text{Rule: validate.Choice(string(subaccount.ToSubaccount), string(subaccount.FromSubaccount))},
		Description: "`to_subaccount` moves credit from the main account to the sub-account; `from_subaccount` takes it back. Default: `to_subaccount`.",
	}
	transferArguments = []attribute.Argument{argToken, argAmount, argDirection}
)

// directionOf is the direction of a transfer, with its default.
func directionOf(value types.String) subaccount.Direction {
	if value.IsNull() {
		return subaccount.ToSubaccount
	}
	return subaccount.Direction(value.ValueString())
}

func newTransfer(token types.String, amount types.Number, direction types.String) transfer {
	of := transfer{token: token.ValueString(), amount: new(big.Float), direction: directionOf(direction)}
	if known := amount.ValueBigFloat(); known != nil {
		of.amount = known
	}
	return of
}

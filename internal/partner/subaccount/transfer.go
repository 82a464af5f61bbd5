package subaccount

import (
	"context"
	"math/big"
	"net/http"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// Direction is where credit goes.
type Direction string

// The directions of a transfer.
const (
	ToSubaccount   Direction = "to_subaccount"
	FromSubaccount Direction = "from_subaccount"
)

var creditAdd, creditRemove = credit("subaccount/credit/add"), credit("subaccount/credit/remove")

func credit(name string) partner.Operation {
	return partner.Operation{
		Name:   name,
		Method: http.MethodPost,
		Path:   "/" + name,
		Class:  partner.Write,
		Secret: true, // an answer may repeat the token
		Data:   "credit",
		// The page of the call and the general page number the refusals differently, so
		// that a code says only that nothing was done.
		Codes: map[string]partner.Meaning{
			"1":  partner.MeaningKeyMissing,
			"2":  partner.MeaningRefused,
			"3":  partner.MeaningRefused,
			"4":  partner.MeaningRefused,
			"5":  partner.MeaningRefused,
			"6":  partner.MeaningRefused,
			"7":  partner.MeaningRefused,
			"8":  partner.MeaningRefused,
			"9":  partner.MeaningKeyInvalid, // in one old edition, instead of 10
			"11": partner.MeaningRefused,
		},
	}
}

// Transferred is what a transfer leaves. What the vendor did not say is nil.
type Transferred struct {
	// Credit is the balance of the main account, SubaccountCredit that of the sub-account.
	Credit, SubaccountCredit *big.Float
	Currency                 *string
	// Unread says which of these values could not be read, and why.
	Unread []string
}

// Transfer moves an amount in euros between the main account and a sub-account. A repeated
// request moves it again.
//
// The vendor's documentation: "Gérer les crédits des sous-comptes" / "Manage sub-account
// credits".
func (c *Client) Transfer(ctx context.Context, token string, amount *big.Float, to Direction) (Transferred, error) {
	op := &creditAdd
	if to == FromSubaccount {
		op = &creditRemove
	}
	params := partner.Params{"tokenSubaccount": token, "credit": partner.DecimalText(amount)}
	return partner.Do(ctx, c.partner, op, params, func(o *partner.Object) Transferred {
		left := Transferred{Credit: o.Decimal("credit"), SubaccountCredit: o.Decimal("subaccountCredit"), Currency: o.Text("currency")}
		left.Unread = o.Unread()
		return left
	})
}

// balance is what a sub-account has after a change.
type balance struct {
	amount *big.Float // nil where it is not known
	at     time.Time
}

// Leave remembers the balance that a change by this run left on a sub-account, or nil where
// that is not known: the list may have an older one for a time.
func (c *Client) Leave(token string, amount *big.Float) {
	c.left.Store(token, balance{amount, time.Now()})
}

// Left returns the balance that a change by this run left on a sub-account; false if there was
// none in the time just past.
func (c *Client) Left(token string, past time.Duration) (*big.Float, bool) {
	left, _ := c.left.Load(token)
	if after, changed := left.(balance); changed && time.Since(after.at) < past {
		return after.amount, true
	}
	return nil, false
}

// After returns the balance of a sub-account after an amount went there, or from there.
func After(before, amount *big.Float, to Direction) *big.Float {
	if to == FromSubaccount {
		amount = new(big.Float).Neg(amount)
	}
	return partner.SumDecimals([]*big.Float{before, amount})
}

// Moved reports whether a balance of the sub-account changed by exactly an amount that was
// to go there, or from there.
func Moved(before, after, amount *big.Float, to Direction) bool {
	return partner.SameDecimal(After(before, amount, to), after)
}

package mail

import (
	"context"
	"math/big"
	"net/http"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

var credits = partner.Operation{
	Name:     "me",
	Method:   http.MethodGet,
	Path:     "/me",
	Class:    partner.Read,
	Data:     "credits",
	DataKind: partner.Group,
}

// Credits is the account's owner and what it can still send. What the vendor did not
// say is nil.
type Credits struct {
	Username *string
	// CreditMail is how many mails the balance buys.
	CreditMail *int64
	Balance    *big.Float
	Currency   *string
	// Unread says which values could not be read, and why.
	Unread []string
}

// Credits asks for the account's balance.
//
// Mail Partner documentation: "Crédits" / "Credits".
func (c *Client) Credits(ctx context.Context) (*Credits, error) {
	return partner.Do(ctx, c.partner, &credits, nil, func(o *partner.Object) *Credits {
		answer := &Credits{}
		if user := o.Object("user"); user != nil {
			answer.Username = user.Text("username")
		}
		if credits := o.Object("credits"); credits != nil {
			answer.CreditMail = credits.Int("creditMail")
			answer.Balance, answer.Currency = credits.Balance(), credits.Text("currency")
		}
		answer.Unread = o.Unread()
		return answer
	})
}

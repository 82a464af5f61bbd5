package sms

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
	Codes:    map[string]partner.Meaning{"1": partner.MeaningKeyMissing},
	Data:     "credits",
	DataKind: partner.Group,
}

// Credits is the account's owner and what it can still send. What the vendor
// did not say is nil.
type Credits struct {
	Username, FirstName, LastName *string
	// Balance is the account's money.
	Balance  *big.Float
	Currency *string
	// CreditSMS, CreditSMSEco and CreditHLR are how many of each the balance buys.
	CreditSMS, CreditSMSEco, CreditHLR *int64
	// ToSend is how many SMS wait to leave.
	ToSend *int64
	// Unread says which values could not be read, and why.
	Unread []string
}

// Credits asks for the account's balance.
//
// SMS Partner documentation: "Crédits" / "Credits".
func (c *Client) Credits(ctx context.Context) (*Credits, error) {
	return partner.Do(ctx, c.partner, &credits, nil, func(o *partner.Object) *Credits {
		answer := &Credits{}
		if user := o.Object("user"); user != nil {
			answer.Username, answer.FirstName, answer.LastName = user.Text("username"), user.Text("firstname"), user.Text("lastname")
		}
		if credits := o.Object("credits"); credits != nil {
			answer.Balance = credits.Balance()
			answer.Currency = credits.Text("currency")
			answer.CreditSMS = credits.Int("creditSms")
			answer.CreditSMSEco = credits.Int("creditSmsECO")
			if answer.CreditSMSEco == nil {
				answer.CreditSMSEco = credits.Int("creditSmsLowCost") // its name until 2024
			}
			answer.CreditHLR = credits.Int("creditHlr")
			answer.ToSend = credits.Int("toSend")
		}
		answer.Unread = o.Unread()
		return answer
	})
}

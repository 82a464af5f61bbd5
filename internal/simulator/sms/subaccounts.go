package sms

import (
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/subaccount"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

type (
	// Subaccount is [subaccount.Subaccount].
	Subaccount = subaccount.Subaccount
	// SubaccountForms are [subaccount.Forms].
	SubaccountForms = subaccount.Forms
)

// newSubaccounts are those of an account that has none yet.
func (a *Account) newSubaccounts() *subaccount.Accounts {
	return subaccount.New(subaccount.Product{
		Lock: &a.mu, Now: func() time.Time { return a.Now() }, Admit: a.admit,
		EmailDomain: "smspartner.fr", Deletes: true, Forms: a.options.Variant.SubaccountForms,
		Money: func() subaccount.Money {
			left := a.credits.get()
			return subaccount.Money{Purse: &a.credits.purse, Balance: left.Balance, Currency: left.Currency, Holder: left.Username}
		},
		Charge: a.paidBy,
	})
}

// paidBy has a sub-account pay for calls until release.
func (a *Account) paidBy(s Subaccount, balance wire.Amount) (release func() wire.Amount) {
	main := a.credits
	a.credits = newCredits(Credits{
		Username: s.Email, FirstName: s.FirstName, LastName: s.LastName, Balance: s.Balance, Currency: main.now.Currency,
		SMS: int(balance / pricePremium), LowCostSMS: int(balance / priceLowCost),
	})
	return func() wire.Amount {
		paid := a.credits.purse.Spent
		a.credits = main
		return paid
	}
}

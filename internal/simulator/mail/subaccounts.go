package mail

import (
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/subaccount"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// SubaccountForms are the forms of sub-accounts. See [subaccount.Forms].
type SubaccountForms struct {
	// SubaccountListDelay is how long the list lags behind a creation.
	SubaccountListDelay time.Duration `flag:"mail-subaccount-list-delay" help:"how long the list of Mail Partner's sub-accounts lags behind a creation"`
	// SubaccountNoConfirmMail leaves sendConfirmMailTo out of the answer about a simple
	// sub-account.
	SubaccountNoConfirmMail bool `flag:"mail-subaccount-no-confirm-mail" help:"leave sendConfirmMailTo out of Mail Partner's answer about a simple sub-account"`
	// SubaccountEmailRequired refuses a simple sub-account without an e-mail address.
	SubaccountEmailRequired bool `flag:"mail-subaccount-email-required" help:"refuse a simple sub-account of Mail Partner without an e-mail address"`
	// SubaccountSignUp gives an advanced sub-account no key, since its sign-up is not
	// finished.
	SubaccountSignUp bool `flag:"mail-subaccount-sign-up" help:"give advanced sub-accounts of Mail Partner no key"`
	// SubaccountWholeEuros refuses transfers below one euro, which are not documented.
	SubaccountWholeEuros bool `flag:"mail-subaccount-whole-euros" help:"refuse transfers below one euro to sub-accounts of Mail Partner"`
	// SubaccountGeneralCodes refuses with the codes of the general page.
	SubaccountGeneralCodes bool `flag:"mail-subaccount-general-codes" help:"refuse with the general page's codes for sub-accounts of Mail Partner"`
	// SubaccountCreateCode is the code of each refused creation. Without it, creations are
	// refused with the codes of SMS Partner: those of Mail Partner are not known.
	SubaccountCreateCode int `flag:"mail-subaccount-create-code" value:"code" help:"refuse each creation of a sub-account of Mail Partner with this code"`
}

func (f SubaccountForms) forms() subaccount.Forms {
	return subaccount.Forms{
		SubaccountListDelay:     f.SubaccountListDelay,
		SubaccountNoConfirmMail: f.SubaccountNoConfirmMail,
		SubaccountEmailRequired: f.SubaccountEmailRequired,
		SubaccountSignUp:        f.SubaccountSignUp,
		SubaccountWholeEuros:    f.SubaccountWholeEuros,
		SubaccountGeneralCodes:  f.SubaccountGeneralCodes,
	}
}

// newSubaccounts are those of an account that has none yet. Mail Partner has no call that
// deletes one.
func (a *Account) newSubaccounts() *subaccount.Accounts {
	v := a.options.Variant.SubaccountForms
	return subaccount.New(subaccount.Product{
		Lock: &a.mu, Now: func() time.Time { return a.Now() }, Admit: wire.Locked(&a.mu),
		EmailDomain: "mailpartner.fr", Forms: v.forms(), CreateCode: v.SubaccountCreateCode,
		Money: func() subaccount.Money {
			left := a.left()
			return subaccount.Money{Purse: &a.purse, Balance: left.Balance, Currency: left.Currency, Holder: left.Username}
		},
		Charge: a.paidBy,
	})
}

// paidBy has a sub-account pay for calls until release.
func (a *Account) paidBy(s subaccount.Subaccount, balance wire.Amount) (release func() wire.Amount) {
	main, purse := a.credits, a.purse
	a.credits = Credits{Username: s.Email, Mails: mailsFor(balance), Balance: s.Balance, Currency: main.Currency}
	a.purse = wire.Purse{Balance: s.Balance}
	return func() wire.Amount {
		paid := a.purse.Spent
		a.credits, a.purse = main, purse
		return paid
	}
}

// mailsFor is how many mails a balance buys, at the ratio of the documented example.
func mailsFor(balance wire.Amount) int {
	const mails, paid = 1200, 45119
	return int(balance) * mails / paid
}

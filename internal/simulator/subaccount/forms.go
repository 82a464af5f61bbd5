package subaccount

import "time"

// Forms are the forms of sub-accounts. The tags are for the flags of SMS Partner.
type Forms struct {
	// SubaccountCreateGet has the call that creates as a GET, as an old heading prints it.
	SubaccountCreateGet bool `flag:"subaccount-create-get" help:"create sub-accounts with GET, as an old heading prints it"`
	// SubaccountDelete is the path of the call that deletes, where the documentation prints
	// two: "/subaccount/delete", or "/subaccount/remove", for which empty stands. The other
	// answers as an address without a call does.
	SubaccountDelete string `flag:"subaccount-delete" value:"path" help:"path of the call that deletes a sub-account: /subaccount/remove or /subaccount/delete"`
	// SubaccountDeleteQuery takes the parameters of that call from the query, as one client
	// sends them.
	SubaccountDeleteQuery bool `flag:"subaccount-delete-query" help:"take the parameters of the call that deletes a sub-account from the query"`
	// SubaccountDeletionDelay is how long the list has a sub-account that was deleted, and
	// how long its e-mail address is taken.
	SubaccountDeletionDelay time.Duration `flag:"subaccount-deletion-delay" help:"how long the list has a deleted sub-account"`
	// SubaccountCreditBack gives the credit of a deleted sub-account back to the main
	// account. What becomes of it is not documented.
	SubaccountCreditBack bool `flag:"subaccount-credit-back" help:"give the credit of a deleted sub-account back"`
	// SubaccountListDelay is how long the list lags behind a creation.
	SubaccountListDelay time.Duration `flag:"subaccount-list-delay" help:"how long the list of sub-accounts lags behind a creation"`
	// SubaccountNoConfirmMail leaves sendConfirmMailTo out of the answer about a simple
	// sub-account. Whether it is there is not documented.
	SubaccountNoConfirmMail bool `flag:"subaccount-no-confirm-mail" help:"leave sendConfirmMailTo out of the answer about a simple sub-account"`
	// SubaccountEmailRequired refuses a simple sub-account without an e-mail address, as
	// some old pages have it.
	SubaccountEmailRequired bool `flag:"subaccount-email-required" help:"refuse a simple sub-account without an e-mail address"`
	// SubaccountSignUp gives an advanced sub-account no key, since its sign-up is not
	// finished.
	SubaccountSignUp bool `flag:"subaccount-sign-up" help:"give advanced sub-accounts no key"`
	// SubaccountTokenIsKey takes the token of a sub-account for its key too, as one client
	// uses it.
	SubaccountTokenIsKey bool `flag:"subaccount-token-is-key" help:"take the token of a sub-account for its key too"`
	// SubaccountWholeEuros refuses transfers below one euro, which are not documented.
	SubaccountWholeEuros bool `flag:"subaccount-whole-euros" help:"refuse transfers below one euro"`
	// SubaccountPhoneWords says in English, of an account whose sub-accounts are not
	// activated, that a phone number is required, as the current English page does.
	SubaccountPhoneWords bool `flag:"subaccount-phone-words" help:"say in English, with code 2, that a phone number is required"`
	// SubaccountGeneralCodes refuses with the codes of the general page instead of those of
	// the page of the call.
	SubaccountGeneralCodes bool `flag:"subaccount-general-codes" help:"refuse with the general page's codes for sub-accounts"`
	// SubaccountKeyCode9 refuses a wrong key with code 9 on the calls that move credit, as an
	// old English page has it.
	SubaccountKeyCode9 bool `flag:"subaccount-key-code-9" help:"refuse a wrong key with code 9 on the calls that move credit"`
}

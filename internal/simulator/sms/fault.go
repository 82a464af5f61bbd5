package sms

import "github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"

// SendForms are the forms in which a mistake in a send is refused.
type SendForms struct {
	// SingleCodes answers a mistake in a send with the general page's code for
	// it, 43 to 49, instead of code 9 with a list.
	SingleCodes bool `flag:"single-codes" help:"answer mistakes in a send with codes 43 to 49 instead of 9 with a list"`
}

func faultAt(elementID, plain, accented string, single *wire.Failure) wire.Fault {
	return wire.Fault{Problem: problemAt(elementID, plain, accented), Single: single}
}

func problemAt(elementID, plain, accented string) wire.Problem {
	return wire.Problem{ElementID: elementID, Plain: plain, Accented: accented}
}

package sms

import "github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"

// SendForms are the forms in which a mistake in a send is refused.
type SendForms struct {
	// SingleCodes answers a mistake in a send with the general page's code for
	// it, 43 to 49, instead of code 9 with a list.
	SingleCodes bool `flag:"single-codes" help:"answer mistakes in a send with codes 43 to 49 instead of 9 with a list"`
}

// fault is a mistake in a request that has two generations of codes: an entry
// of the validation list of code 9, and a code of its own.
type fault struct {
	problem wire.Problem
	single  *wire.Failure
}

func faultAt(elementID, plain, accented string, single *wire.Failure) fault {
	return fault{problemAt(elementID, plain, accented), single}
}

func problemAt(elementID, plain, accented string) wire.Problem {
	return wire.Problem{ElementID: elementID, Plain: plain, Accented: accented}
}

// refuse makes an answer of mistakes, in the generation of codes that is
// selected: all of them in a list, or the first one alone. Without mistakes
// there is none.
func (f SendForms) refuse(faults []fault) *wire.Failure {
	if len(faults) == 0 {
		return nil
	}
	list := &wire.Failure{Code: 9}
	for _, mistake := range faults {
		if f.SingleCodes && mistake.single != nil {
			return mistake.single
		}
		list.Problems = append(list.Problems, mistake.problem)
	}
	return list
}

package wire

// Fault is a mistake in a request that has two generations of codes: an entry of the
// validation list of code 9, and a code of its own, which may be nil.
type Fault struct {
	Problem Problem
	Single  *Failure
}

// RefuseFaults makes an answer of mistakes: the first one that has a code of its own where
// single says so, otherwise all of them in a list. Without mistakes there is none.
func RefuseFaults(faults []Fault, single bool) *Failure {
	if len(faults) == 0 {
		return nil
	}
	list := &Failure{Code: 9}
	for _, mistake := range faults {
		if single && mistake.Single != nil {
			return mistake.Single
		}
		list.Problems = append(list.Problems, mistake.Problem)
	}
	return list
}

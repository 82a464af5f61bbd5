package partner

// Meaning is what a vendor code says on the operation that answered, as far as the provider
// acts on it. The same code means different things on different operations. Packages of
// products declare further meanings beside their operations.
type Meaning string

// The meanings that every product shares.
const (
	// MeaningUnknown: the documentation does not list the code for the call.
	MeaningUnknown Meaning = ""
	// MeaningRefused: a documented refusal. Nothing was done, and the same call will be
	// refused again.
	MeaningRefused Meaning = "refused"
	// MeaningNotFound: the vendor does not know the object asked for.
	MeaningNotFound Meaning = "not found"
	// MeaningExists: the object to be made exists already.
	MeaningExists Meaning = "exists"
	// MeaningNothingLeft: no item was taken. The list of problems has the reasons.
	MeaningNothingLeft Meaning = "nothing left"
	// MeaningUndecided: the vendor failed while carrying out the call.
	MeaningUndecided Meaning = "undecided"
	// MeaningTooSoon: the call came too soon after others, and did nothing.
	MeaningTooSoon Meaning = "too soon"
)

// The meanings of codes that any call can answer.
const (
	MeaningKeyMissing        Meaning = "key missing"
	MeaningKeyInvalid        Meaning = "key invalid"
	MeaningAccountDisabled   Meaning = "account disabled"
	MeaningAccountBlocked    Meaning = "account blocked"
	MeaningAccessDenied      Meaning = "access denied"
	MeaningMalformedRequest  Meaning = "malformed request"
	MeaningAddressNotAllowed Meaning = "address not allowed"
)

// Dialect is what differs between the products in every call.
type Dialect struct {
	// Codes tells what the codes mean that any call can answer.
	Codes map[string]Meaning
	// CodeFields are the fields in which a refusal may have its code. The first one with a
	// documented word counts, else the first one with a documented number, else the first one
	// with a code. Nil means "code" alone. Outside "code", a code is a word in capital letters
	// or a short number.
	CodeFields []string
	// Rate is the limit of all calls together; nil where none is documented.
	Rate *Rate
}

func (d *Dialect) codeFields() []string {
	if d.CodeFields != nil {
		return d.CodeFields
	}
	return []string{"code"}
}

// meaning tells what a code means on an operation.
func (d *Dialect) meaning(op *Operation, code string) Meaning {
	if m, ok := op.Codes[code]; ok {
		return m
	}
	return d.Codes[code]
}

// refusal returns what the code of a refusal means. If no item was taken, and all problems
// share one documented code, it returns that code too.
func (d *Dialect) refusal(op *Operation, code string, problems []Problem) (m Meaning, itemCode string) {
	m = d.meaning(op, code)
	if m != MeaningNothingLeft {
		return m, ""
	}
	for _, problem := range problems {
		switch {
		case problem.Code == "": // such as the number of problems that are not told
		case op.itemMeaning(problem.Code) == MeaningUnknown, itemCode != "" && problem.Code != itemCode:
			return m, ""
		default:
			itemCode = problem.Code
		}
	}
	return m, itemCode
}

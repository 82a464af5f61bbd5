package partner

// Meaning is what a vendor code says on the operation that answered it, as far as
// that decides what the provider does. The same code means different things on
// different operations. Packages of products declare further meanings beside their
// operations.
type Meaning string

// The meanings that every product shares.
const (
	// MeaningUnknown is of a code that the documentation does not list for the call.
	MeaningUnknown Meaning = ""
	// MeaningRefused is of a documented refusal: nothing was done, and the same call is
	// refused again.
	MeaningRefused Meaning = "refused"
	// MeaningNotFound says that the vendor does not know the object asked for.
	MeaningNotFound Meaning = "not found"
	// MeaningExists says that the object to be made is there already.
	MeaningExists Meaning = "exists"
	// MeaningNothingLeft says that none of the items was taken: the list of problems has
	// the reasons.
	MeaningNothingLeft Meaning = "nothing left"
	// MeaningUndecided says that the vendor failed while it carried the call out.
	MeaningUndecided Meaning = "undecided"
	// MeaningTooSoon says that the call came too soon after others, and did nothing.
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

// Dialect is what tells one product's API from another's, in every call.
type Dialect struct {
	// Codes tells what the codes mean that any call can answer.
	Codes map[string]Meaning
	// CodeFields are the fields in which a refusal may have its code, the first one that
	// holds one counts; nil is "code" alone. Outside "code", a code is a word in capital
	// letters.
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

// refusal is what the code of a refusal means. Where it is that nothing was left, and
// the problems give one documented code as their only reason, that reason is returned
// as well.
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

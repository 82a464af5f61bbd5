package partner

import "net/http"

// Class says what a repeated call can do, and so when a failed one is retried.
// It belongs to the operation, not to the HTTP method: the vendor cancels
// messages and deletes numbers with GET, and reads statuses with POST.
type Class int

const (
	// Read changes nothing: it is retried on transport errors, HTTP 429 and 5xx.
	Read Class = iota
	// Write changes something, costs money or reaches a person: it is retried
	// only when the request certainly never left, or was refused with HTTP 429.
	Write
)

// Format is the wire format of an answer, the vendor's _format parameter.
type Format string

// The formats that the vendor documents. The zero value asks for none, and the
// vendor then answers in JSON.
const (
	JSON Format = "json"
	XML  Format = "xml"
)

// Kind is what a field of an answer is.
type Kind int

// The kinds of fields.
const (
	Value Kind = iota
	List
	Group
)

// Operation describes one call of the vendor's API. It is written once, beside
// the method that makes the call.
type Operation struct {
	// Name is the vendor's, such as "message-status".
	Name string
	// Method is the HTTP method. With GET the parameters and the key travel in
	// the query, otherwise in a JSON body.
	Method string
	// Path follows the base URL, such as "/message-status".
	Path  string
	Class Class
	// Meanings tells what the vendor's codes mean on this operation, where that
	// differs from or adds to the account-wide codes.
	Meanings map[string]Meaning
	// Successes are the codes that a successful answer may have; nil is CodeSuccess
	// alone. An answer without a code is fine.
	Successes []string
	// ItemMeanings tells what the codes of one item of a list mean, where that is
	// something else.
	ItemMeanings map[string]Meaning
	// Data names the field without which a successful answer is no answer, and
	// DataKind says what it is.
	Data     string
	DataKind Kind
	// Layout names the values of the XML answer, which carry no names.
	Layout Layout
	// Rate is the vendor's documented limit; nil where none is documented.
	Rate *Rate
}

func (o *Operation) inQuery() bool { return o.Method == http.MethodGet }

// CodeSuccess is the vendor's code of a call, or of an item of one, that succeeded.
const CodeSuccess = "200"

var successCodes = []string{CodeSuccess}

func (o *Operation) successes() []string {
	if o.Successes != nil {
		return o.Successes
	}
	return successCodes
}

// Meaning is what a vendor code says on the operation that answered it. The
// same code means different things on different operations.
type Meaning int

// The meanings that callers tell apart.
const (
	MeaningUnknown Meaning = iota
	MeaningKeyMissing
	MeaningKeyInvalid
	MeaningAccountDisabled
	MeaningAccountBlocked
	MeaningAccessDenied
	MeaningMalformedRequest
	MeaningAddressNotAllowed
	MeaningNotFound
	MeaningMessageIDMissing
	MeaningNumberMissing
	MeaningNotMobile
	MeaningTagMissing
	MeaningNotSeparated
	MeaningTooMany
	MeaningNumbersMissing

	// Of sending.
	MeaningInvalid
	MeaningNoCredit
	MeaningNoPrice
	MeaningStopped
	MeaningRepeated
	MeaningQuietHours
	MeaningTooLong
	MeaningTextMissing
	MeaningSenderInvalid
	MeaningSenderRefused
	MeaningScheduleInvalid
	MeaningGammeRefused
	MeaningNoNumber
	MeaningNotQueued

	// Of cancelling.
	MeaningAlreadyCancelled
	MeaningTooLate
	MeaningAlreadySent
)

// accountMeanings can come from any call.
var accountMeanings = map[string]Meaning{
	"1":  MeaningKeyMissing,
	"10": MeaningKeyInvalid,
	"20": MeaningAccountDisabled,
	"30": MeaningAccountBlocked,
	"40": MeaningAccessDenied,
	"90": MeaningMalformedRequest,
	"96": MeaningAddressNotAllowed,
}

func (o *Operation) meaning(code string) Meaning {
	if m, ok := o.Meanings[code]; ok {
		return m
	}
	return accountMeanings[code]
}

// ItemMeaning tells what the code of one item of a list means.
func (o *Operation) ItemMeaning(code string) Meaning {
	if m, ok := o.ItemMeanings[code]; ok {
		return m
	}
	return o.Meanings[code]
}

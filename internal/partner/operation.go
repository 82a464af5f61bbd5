package partner

import "net/http"

// Class says whether repeating a call is safe, and so when a failed call is retried. It
// belongs to the operation, not to the HTTP method: the vendor cancels messages and deletes
// numbers with GET, and reads statuses with POST.
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

// Proof is what shows that a call succeeded. Every proof but ByEither also needs the
// operation's data.
type Proof int

const (
	// BySuccess asks for "success" to be true.
	BySuccess Proof = iota
	// ByData also takes an answer that has the data and no "success".
	ByData
	// ByDataAlone takes an answer that has the data, whatever "success" is.
	ByDataAlone
	// ByEither takes an answer whose "success" is true, with or without the data, and one that
	// has the data and no "success".
	ByEither
)

// Operation describes one call of the vendor's API. It is written once, beside
// the method that makes the call.
type Operation struct {
	// Name is the vendor's, such as "message-status".
	Name string
	// Method is the HTTP method. The parameters that are not in Path travel in the
	// query of a GET, and in the JSON body of anything else; without any there is no
	// body. The key is a parameter like the others, named apiKey.
	Method string
	// Path follows the base URL, such as "/message-status". A parameter in braces, as
	// in "/me/{apiKey}", is part of it.
	Path  string
	Class Class
	// Secret says that the answer holds keys or tokens of others, so it is neither logged
	// nor quoted.
	Secret bool
	// Codes tells what the vendor's codes mean on this operation, above those of its
	// [Dialect]. It has each code that the documentation lists for the call.
	Codes map[string]Meaning
	// ItemCodes tells what the codes of one item of a list mean, if they differ from Codes.
	ItemCodes map[string]Meaning
	// Successes are the codes that a successful answer may have; nil is CodeSuccess
	// alone. An answer without a code is fine.
	Successes []string
	Proof     Proof
	// Data names the field without which a successful answer is no answer, in any spelling,
	// and DataKind says what it is.
	Data     string
	DataKind Kind
	// DataOptional says that a successful answer may lack Data. Whoever reads the answer then
	// asks for something else that only this operation's answer has.
	DataOptional bool
	// Count names the field with the length of the list Data, if any. An answer that counts
	// needs no list where it counts none, and may write an empty one as null, {} or "", as PHP
	// can, if it has no message. Whoever reads the list compares it with the count.
	Count string
	// OrGroup names an object that is as good as Data, if any.
	OrGroup string
	// Layout names the values of the XML answer, which carry no names.
	Layout Layout
	// Rate is the vendor's documented limit; nil if none is documented. Operations with a
	// common limit share the pointer.
	Rate *Rate
	// hidden are the parameters of one call that must not be shown: see [Hidden].
	hidden []string
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

// itemMeaning tells what the code of one item of a list means.
func (o *Operation) itemMeaning(code string) Meaning {
	if m, ok := o.ItemCodes[code]; ok {
		return m
	}
	return o.Codes[code]
}

package wire

import (
	"errors"
	"net/http"
	"strconv"
)

// Forms selects among the forms in which the vendor answers any call, wherever the
// documentation contradicts itself, is silent, or differs from recorded answers. The
// zero value is the current documentation. The tags are for the program's flags.
type Forms struct {
	// ErrorStatus gives the HTTP status that goes with an error code. Nil is
	// HTTP 200 with success false, as recorded; [ClientErrorStatus] is the
	// other form that clients met. The documentation names no status.
	ErrorStatus ErrorStatus `flag:"client-error-status" help:"answer errors with 400, 403 or 404 instead of 200"`
	// NumbersAsStrings writes every number as a string: the type varies by
	// endpoint.
	NumbersAsStrings bool `flag:"numbers-as-strings" help:"write numbers as strings"`
	// FlagsAsStrings writes every boolean but success as "0" or "1", as some
	// status calls do.
	FlagsAsStrings bool `flag:"flags-as-strings" help:"write flags as \"0\" or \"1\""`
	// EscapeUnicode writes characters beyond ASCII as \u00e9 escapes in JSON,
	// as recorded.
	EscapeUnicode bool `flag:"escape-unicode" help:"write \\u00e9 escapes in JSON"`
	// ErrorsKey is the key of a validation list: "error", which is the default,
	// or "errors".
	ErrorsKey ErrorsKey `flag:"errors-key" value:"name" help:"name of a validation list: error (default) or errors"`
	// ErrorsAsText writes a validation list as one text, as one client expects it.
	ErrorsAsText bool `flag:"errors-as-text" help:"write a validation list as one text"`
	// DetailNumbers adds phoneNumber to the list that tells number by number what
	// is wrong, as one client expects it.
	DetailNumbers bool `flag:"detail-numbers" help:"name the number in a list that tells number by number what is wrong"`
	// FormBodies reads a form-encoded body, as one client sends it. Without it such
	// a body is malformed JSON: which of the two the vendor does is not known.
	FormBodies bool `flag:"form-bodies" help:"read form-encoded bodies"`
	// English writes messages in the English documentation's words where it
	// has them.
	English bool `flag:"english" help:"write messages in English"`
	// Degraded answers every call, whatever its path and key, with a success
	// that carries no data, as the gateway did in July 2026.
	Degraded bool `flag:"degraded" help:"answer every call with a success without data"`
	// DegradedCarriedOut carries the call out behind a degraded answer: a message
	// is sent. Without it, nothing happens.
	DegradedCarriedOut bool `flag:"degraded-carried-out" help:"carry calls out behind the answers of -degraded"`
}

// ErrorStatus gives the HTTP status that goes with an error code. As a flag it is on
// or off: [ClientErrorStatus], or none.
type ErrorStatus func(code int) int

// ClientErrorStatus is a [Forms.ErrorStatus] with the 4xx statuses that suit
// the error codes. Clients saw 4xx with a JSON body, and 403 for a wrong key;
// which status goes with the other codes is not known.
func ClientErrorStatus(code int) int {
	switch code {
	case 10, 20, 30, 40, 96:
		return http.StatusForbidden
	case 4:
		return http.StatusNotFound
	default:
		return http.StatusBadRequest
	}
}

// Set reads the flag.
func (e *ErrorStatus) Set(word string) error {
	on, err := strconv.ParseBool(word)
	*e = nil
	if on {
		*e = ClientErrorStatus
	}
	return err
}

// String is what the flag stands on.
func (e *ErrorStatus) String() string {
	return strconv.FormatBool(e != nil && *e != nil)
}

// IsBoolFlag lets the flag stand without a value.
func (e *ErrorStatus) IsBoolFlag() bool { return true }

// ErrorsKey is the key of a validation list.
type ErrorsKey string

// Set reads the flag.
func (k *ErrorsKey) Set(name string) error {
	if name != "error" && name != "errors" {
		return errors.New("neither error nor errors")
	}
	*k = ErrorsKey(name)
	return nil
}

// String is what the flag stands on.
func (k *ErrorsKey) String() string {
	if k == nil {
		return ""
	}
	return string(*k)
}

func (f Forms) errorStatus(code int) int {
	if f.ErrorStatus == nil {
		return http.StatusOK
	}
	return f.ErrorStatus(code)
}

func (f Forms) errorsKey() string {
	if f.ErrorsKey == "" {
		return "error"
	}
	return string(f.ErrorsKey)
}

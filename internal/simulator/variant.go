package simulator

import "net/http"

// Variant selects a form of answer wherever the vendor's documentation
// contradicts itself, is silent, or differs from answers recorded from the real
// API. The zero value is the current documentation.
type Variant struct {
	// ErrorStatus gives the HTTP status that goes with an error code. Nil is
	// HTTP 200 with success false, as recorded; [ClientErrorStatus] is the
	// other form that clients met. The documentation names no status.
	ErrorStatus func(code int) int
	// UnixDates writes the date of message-status as Unix seconds in a string,
	// as recorded in 2018.
	UnixDates bool
	// InternationalNumbers writes the number of message-status as E.164, as
	// recorded in 2018, instead of the French national form.
	InternationalNumbers bool
	// NumbersAsStrings writes every number as a string: the type varies by
	// endpoint.
	NumbersAsStrings bool
	// FlagsAsStrings writes every boolean but success as "0" or "1", as some
	// status calls do.
	FlagsAsStrings bool
	// EscapeUnicode writes characters beyond ASCII as \u00e9 escapes in JSON,
	// as recorded.
	EscapeUnicode bool
	// ErrorsKey is the key of a validation list: "error", which is the default,
	// or "errors".
	ErrorsKey string
	// English writes messages in the English documentation's words where it
	// has them.
	English bool
	// Degraded answers every call, whatever its path and key, with a success
	// that carries no data, as the gateway did in July 2026.
	Degraded bool
}

// ClientErrorStatus is a [Variant.ErrorStatus] with the 4xx statuses that suit
// the error codes. Clients saw 4xx with a JSON body; which status goes with
// which code is not known.
func ClientErrorStatus(code int) int {
	switch code {
	case 10:
		return http.StatusUnauthorized
	case 20, 30, 40, 96:
		return http.StatusForbidden
	case 4:
		return http.StatusNotFound
	default:
		return http.StatusBadRequest
	}
}

func (v Variant) errorStatus(code int) int {
	if v.ErrorStatus == nil {
		return http.StatusOK
	}
	return v.ErrorStatus(code)
}

func (v Variant) errorsKey() string {
	if v.ErrorsKey == "" {
		return "error"
	}
	return v.ErrorsKey
}

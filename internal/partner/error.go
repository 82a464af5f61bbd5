package partner

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"
)

// Reason says at which point a call failed.
type Reason int

// The points at which a call can fail, in the order of a call.
const (
	// ReasonUnsendable: the parameters make no valid request.
	ReasonUnsendable Reason = iota
	// ReasonCanceled: the caller's context ended before an answer came.
	ReasonCanceled
	// ReasonUnreachable: no connection could be made.
	ReasonUnreachable
	// ReasonProxy: a proxy refused to connect.
	ReasonProxy
	// ReasonUntrusted: the server's certificate could not be verified, or it speaks no
	// TLS that this client does.
	ReasonUntrusted
	// ReasonDropped: the connection broke before the answer was complete.
	ReasonDropped
	// ReasonHalfSent: the request stopped half-way, so that it was certainly not carried out.
	ReasonHalfSent
	// ReasonUnreadFile: a file of the request could not be read to its end, likewise.
	ReasonUnreadFile
	// ReasonTimeout: no complete answer within the time for one attempt.
	ReasonTimeout
	// ReasonRedirect: the server pointed elsewhere; following would carry the
	// key there.
	ReasonRedirect
	// ReasonStatus: an HTTP status other than 2xx, without a vendor code.
	ReasonStatus
	// ReasonUnreadable: the answer is not the vendor's JSON or XML.
	ReasonUnreadable
	// ReasonIncomplete: the vendor reports success without the data asked for, with
	// the data of something else, or with what contradicts the success.
	ReasonIncomplete
	// ReasonVendor: the vendor understood the request and refused it.
	ReasonVendor
)

// Error is any failed call. Nothing in it contains the API key.
type Error struct {
	// Product is the vendor's name of the API, such as "SMS Partner", and Host
	// the server that stands for it.
	Product, Host string
	// Operation is the vendor's name of the call, such as "message-status".
	Operation string
	Reason    Reason
	// HTTPStatus is 0 when no answer came, and a proxy's with ReasonProxy.
	HTTPStatus int
	// Code is the vendor's, a number as a rule; empty when there was none. The meaning
	// depends on the operation: use Meaning or a predicate.
	Code string
	// ItemCode is the code that all Problems share, if Code says only that no item was
	// taken; empty otherwise.
	ItemCode string
	// Message holds the vendor's own words, in French as a rule.
	Message string
	// Problems lists the parameters, or the items, that the vendor refused.
	Problems []Problem
	// Detail says in plain English what was wrong, if Reason alone does not.
	Detail string
	// Attempts counts the requests made for this call.
	Attempts int
	// Sent is false when the last request certainly never reached the server.
	Sent bool
	// Success is the answer's own "success"; nil if it has none.
	Success *bool
	// Data is the operation's main field, if the failed answer still holds it; empty
	// otherwise, and for lists.
	Data string
	// RetryAfter is how long the server asked to wait, 0 if it did not.
	RetryAfter time.Duration

	meaning Meaning
	cause   error
	// proved says that the answer has what shows a success, though its HTTP status does not.
	proved bool
	// reset is how long the limit of which the headers tell stays used up, 0 if they do not.
	reset time.Duration
}

// Problem is one entry of the list in a validation error.
type Problem struct {
	// Element is the vendor's name of the parameter: "phoneNumber" where the
	// vendor writes "children[phoneNumber].data".
	Element     string
	PhoneNumber string
	Code        string
	Message     string
}

// Error is for logs. Diagnostics are composed from the fields.
func (e *Error) Error() string {
	parts := []string{e.Operation}
	if e.HTTPStatus != 0 {
		parts = append(parts, fmt.Sprintf("HTTP %d", e.HTTPStatus))
	}
	if e.Code != "" {
		parts = append(parts, "code "+e.Code)
	}
	if words := e.Words(); words != "" {
		parts = append(parts, words)
	}
	if e.Detail != "" {
		parts = append(parts, e.Detail)
	}
	return strings.Join(parts, ": ")
}

// Unwrap makes errors.Is find the context's error when that ended the call. Only the words
// of other errors are kept, without the key.
func (e *Error) Unwrap() error { return e.cause }

// Words returns everything the vendor said, the list of problems included.
func (e *Error) Words() string {
	var words []string
	if e.Message != "" {
		words = append(words, e.Message)
	}
	for _, p := range e.Problems {
		label := strings.TrimSpace(p.Element + " " + p.PhoneNumber)
		switch {
		case label == "" && p.Code == "":
			words = append(words, p.Message)
		case label == "" && p.Message == "":
			words = append(words, "code "+p.Code)
		case label == "":
			words = append(words, fmt.Sprintf("code %s: %s", p.Code, p.Message))
		default:
			words = append(words, fmt.Sprintf("%s: %s", label, p.Message))
		}
	}
	return strings.Join(words, "; ")
}

// Meaning returns what the vendor's code means on the operation that answered.
func (e *Error) Meaning() Meaning { return e.meaning }

// IsNotFound reports whether the vendor does not know the object asked for.
func (e *Error) IsNotFound() bool { return e.meaning == MeaningNotFound }

// IsInvalidKey reports whether the vendor misses or refuses the API key.
func (e *Error) IsInvalidKey() bool {
	return e.meaning == MeaningKeyInvalid || e.meaning == MeaningKeyMissing
}

// IsRateLimited reports whether the server refused the call for coming too
// soon after others.
func (e *Error) IsRateLimited() bool {
	return e.HTTPStatus == http.StatusTooManyRequests || e.meaning == MeaningTooSoon
}

// IsThrottled reports whether the server refused the call for coming too soon after others
// and did nothing. An answer that reports success was carried out, whatever the HTTP
// status.
func (e *Error) IsThrottled() bool { return e.IsRateLimited() && !e.TellsSuccess() }

// TellsSuccess reports whether anything in the answer says that the call was
// carried out, though as a whole it failed.
func (e *Error) TellsSuccess() bool {
	return e.proved || e.Success != nil && *e.Success || e.Code == CodeSuccess || !slices.Contains([]string{"", "0", "false"}, e.Data)
}

// IsTransient reports whether the same call may well succeed a moment later,
// without anybody changing anything.
func (e *Error) IsTransient() bool {
	switch e.Reason {
	case ReasonUnreachable, ReasonDropped, ReasonTimeout:
		return true
	case ReasonVendor:
		// A wrong key stays wrong, whatever HTTP status comes with it.
		return e.IsRateLimited() || e.meaning == MeaningUnknown && e.HTTPStatus >= http.StatusInternalServerError
	default:
		return e.IsRateLimited() || e.HTTPStatus >= http.StatusInternalServerError
	}
}

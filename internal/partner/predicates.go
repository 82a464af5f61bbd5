package partner

import (
	"errors"
	"net/http"
	"time"
)

// IsPassing reports whether a read that failed with err may succeed after a while: a server
// that is down comes back, and a proxy or cache may answer wrongly only once. A refusal
// stays a refusal.
func IsPassing(err error) bool {
	failed, ok := errors.AsType[*Error](err)
	if !ok {
		return false
	}
	return failed.IsTransient() || failed.Reason == ReasonUnreadable || failed.Reason == ReasonIncomplete
}

// IsForeign reports whether err is an [*Error] of an answer that is not the vendor's, such
// as a proxy's page or redirection. If such answers persist, the address is another
// server's.
func IsForeign(err error) bool {
	failed, ok := errors.AsType[*Error](err)
	return ok && (failed.Reason == ReasonStatus || failed.Reason == ReasonRedirect)
}

// IsNotFound reports whether err is an [*Error] of an object that the vendor does not
// know.
func IsNotFound(err error) bool {
	failed, ok := errors.AsType[*Error](err)
	return ok && failed.IsNotFound()
}

// IsNoCall reports whether err says that the server has no such call: HTTP 404 or 405,
// without the vendor's envelope or a code that the documentation lists for the call.
func IsNoCall(err error) bool {
	failed, ok := errors.AsType[*Error](err)
	return ok && failed.meaning == MeaningUnknown && failed.Success == nil && !failed.TellsSuccess() &&
		(failed.HTTPStatus == http.StatusNotFound || failed.HTTPStatus == http.StatusMethodNotAllowed)
}

// RetryAfter returns how long the server asked to wait with err; 0 if it did not.
func RetryAfter(err error) time.Duration {
	if failed, ok := errors.AsType[*Error](err); ok {
		return failed.RetryAfter
	}
	return 0
}

// HasMeaning reports whether err is an [*Error] of a code with this meaning.
func HasMeaning(err error, m Meaning) bool {
	failed, ok := errors.AsType[*Error](err)
	return ok && failed.meaning == m
}

// OutcomeUnknown reports whether a write that failed with err may have been carried out.
// Anything but a certain refusal leaves this open.
func OutcomeUnknown(err error) bool {
	failed, ok := errors.AsType[*Error](err)
	return ok && failed.OutcomeUnknown()
}

// OutcomeUnknown reports whether the vendor may have carried out the write that failed.
func (e *Error) OutcomeUnknown() bool {
	switch {
	case !e.Sent || e.IsThrottled():
		return false
	case e.TellsSuccess():
		return true
	case e.Reason == ReasonRedirect:
		// These two redirects ask to repeat the request elsewhere. Servers also answer with
		// the others after processing a request.
		return e.HTTPStatus != http.StatusTemporaryRedirect && e.HTTPStatus != http.StatusPermanentRedirect
	case e.meaning != MeaningUnknown:
		return e.meaning == MeaningUndecided
	case e.HTTPStatus >= http.StatusInternalServerError:
		return true
	case e.HTTPStatus >= http.StatusBadRequest:
		return false
	default:
		return e.Reason != ReasonVendor || e.Success == nil
	}
}

// AnsweredID returns the id in an answer that still counts as failed, if the operation's data
// is an id; empty if there is none.
func (e *Error) AnsweredID() string {
	if !IsID(e.Data) {
		return ""
	}
	return e.Data
}

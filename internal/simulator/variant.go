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
	// StatusOfMobilesOnly makes message-status refuse a number that is no mobile
	// number with the general page's code 9. The endpoint page does not list it.
	StatusOfMobilesOnly bool
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
	// FormBodies reads a form-encoded body, as one client sends it. Without it such
	// a body is malformed JSON: which of the two the vendor does is not known.
	FormBodies bool
	// ErrorsAsText writes a validation list as one text, as one client expects it.
	ErrorsAsText bool
	// DetailNumbers adds phoneNumber to the list that tells number by number what
	// is wrong, as one client expects it.
	DetailNumbers bool
	// English writes messages in the English documentation's words where it
	// has them.
	English bool
	// NoItemCode leaves the code out of a failed item of multi-status and
	// bulk-send.
	NoItemCode bool
	// ItemCodeAsString writes the code of a failed item of bulk-send as a
	// string: the shape of one is not documented.
	ItemCodeAsString bool
	// NoItemMessage leaves the message out of a failed item of bulk-send.
	NoItemMessage bool
	// SingleCodes answers a mistake in a send with the general page's code for
	// it, 43 to 49, instead of code 9 with a list.
	SingleCodes bool
	// NotMobileDetails answers a send to a number that is no mobile number with
	// code 55 and a list of its own, as recorded. NotMobileOldText gives that
	// answer the older text, which names the numbers.
	NotMobileDetails, NotMobileOldText bool
	// NoCreditsObject puts the message of code 11 into an object under "error",
	// with the credits beside it, as recorded.
	NoCreditsObject bool
	// StrictClock refuses minute 0, since code 48 says "between 5 and 55" though
	// all samples send it, and hour 24.
	StrictClock bool
	// ScheduledStatus is the status word of a message that has not left yet, and
	// CancelledStatus that of a cancelled one: [NotFound], an unknown word, or
	// "Waiting" when empty. Neither is documented.
	ScheduledStatus, CancelledStatus string
	// SandboxWithoutID leaves the id out of a sandbox answer, SandboxFree says
	// that the cost is 0, and SandboxForgotten makes the later calls answer that
	// there is no such message. Nothing about it is documented.
	SandboxWithoutID, SandboxFree, SandboxForgotten bool
	// QuietHoursHeld holds a marketing message until 8:00 of the next working
	// day instead of refusing it with code 22 or 23.
	QuietHoursHeld bool
	// QuietFrom22 begins the quiet hours at 22:00, as older pages and code 22
	// say, instead of 20:00.
	QuietFrom22 bool
	// ReplyIDAsString writes the message_id of a reply's webhook as a string, as
	// earlier documentation did.
	ReplyIDAsString bool
	// TagPageSize is how many items bulk-status-by-tag puts on a page. 0 is all
	// of them: the answer is paged, but no page size is documented.
	TagPageSize int
	// TagPageIgnored makes bulk-status-by-tag answer its first page whatever
	// page is asked for: no parameter that selects one is documented.
	TagPageIgnored bool
	// UnpaddedMonth writes m in the statistics as "9" instead of "09": the
	// documented example has months of two digits only.
	UnpaddedMonth bool
	// DailyStatistics tells by days what was sent, but in the last twelve months:
	// which type of period an interval has is not documented.
	DailyStatistics bool
	// LowCostCredits names the low-cost credits creditSmsLowCost, as before July
	// 2024, instead of creditSmsECO.
	LowCostCredits bool
	// BalanceOnly leaves solde out of the credits, as an earlier edition of the
	// documentation did.
	BalanceOnly bool
	// UsernameOnly leaves the names out of the user, as recorded in 2018.
	UsernameOnly bool
	// GeneralCommaCode gives the comma error of lookup the code of the general
	// error page, 19, instead of the endpoint page's 3.
	GeneralCommaCode bool
	// LookupVerbatim writes the request of a valid number of lookup as it was
	// received. The documented example asks for +33600000001 and answers
	// "33600000001", though the text says that it is the number as received.
	LookupVerbatim bool
	// Degraded answers every call, whatever its path and key, with a success
	// that carries no data, as the gateway did in July 2026.
	Degraded bool
	// DegradedCarriedOut carries the call out behind a degraded answer: a message
	// is sent. Without it, nothing happens.
	DegradedCarriedOut bool
}

// NotFound is the status, in a [Variant], of a message that the status calls do
// not find: code 4.
const NotFound = "not found"

// ClientErrorStatus is a [Variant.ErrorStatus] with the 4xx statuses that suit
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

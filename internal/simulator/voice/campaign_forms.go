package voice

import (
	"errors"
	"net/http"
	"slices"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// CampaignForms are the forms of both kinds of campaigns.
type CampaignForms struct {
	// WithoutSuccess leaves "success" out of the successes that have it in the documentation.
	WithoutSuccess bool `flag:"voice-without-success" help:"leave success out of the successes of Voice Partner"`
	// DetailEmpty writes an empty list as detail, which PHP makes of an array without members.
	DetailEmpty bool `flag:"voice-detail-empty" help:"write an empty list as detail of a voice campaign"`
	// EmailRequired refuses a deposit without emailForNotification, which the page lists as
	// required and its sample omits. No code for that is documented: EMAIL_REQUIRED is ours.
	EmailRequired bool `flag:"voice-email-required" help:"refuse a voice message without emailForNotification (EMAIL_REQUIRED)"`
	// ScheduleUTC reads scheduledDate in UTC. Its zone is not documented, and is otherwise
	// that of the other answers, Paris.
	ScheduleUTC bool `flag:"voice-schedule-utc" help:"read scheduledDate of Voice Partner in UTC instead of Paris time"`
}

// SpeechForms are the forms of voice SMS.
type SpeechForms struct {
	// LangRequired refuses a voice SMS without lang, which the page lists as required and its
	// samples omit. No code for that is documented: LANG_REQUIRED is ours.
	LangRequired bool `flag:"voice-lang-required" help:"refuse a voice SMS without lang (LANG_REQUIRED)"`
	// RateHeaders tells how much of the hourly limit is left, as a client read in 2019.
	RateHeaders bool `flag:"voice-rate-headers" help:"write X-RateLimit headers into the answers to a voice SMS"`
	// SpeedAlias reads speed, which samples of PHP and cURL send, in the place of speechRate.
	SpeedAlias bool `flag:"voice-speed-alias" help:"read speed where a voice SMS has no speechRate"`
}

// CancelForms are the forms of cancelling a campaign.
type CancelForms struct {
	// CancelFailures is how a refusal carries its code, in the body with HTTP 200 when empty.
	CancelFailures CancelFailures `flag:"voice-cancel-failures" value:"form" help:"form of the refusals to cancel a voice campaign: body for a code in the body (default), status for an HTTP status too, html for that with a page of HTML"`
	// CancelCode refuses every call with this code. 0 refuses as the campaign stands.
	CancelCode int `flag:"voice-cancel-code" value:"code" help:"refuse to cancel any voice campaign with this code: 400, 10 or 404"`
	// CancelLead is how long before it leaves a campaign can last be cancelled. None is
	// documented; an SMS needs 5 minutes.
	CancelLead time.Duration `flag:"voice-cancel-lead" help:"how long before it leaves a voice campaign can last be cancelled"`
	// AssignedCreditNumber writes assignedCredit as a number.
	AssignedCreditNumber bool `flag:"voice-assigned-credit-number" help:"write assignedCredit of a cancelled voice campaign as a number"`
}

// CancelFailures is how a refusal to cancel carries its code.
type CancelFailures string

// The forms of a refusal to cancel.
const (
	// CancelBody is a code in the body, with HTTP 200.
	CancelBody CancelFailures = "body"
	// CancelStatus is a code in the body and as HTTP status.
	CancelStatus CancelFailures = "status"
	// CancelHTML is an HTTP status with a page of HTML.
	CancelHTML CancelFailures = "html"
)

// Set reads the flag.
func (f *CancelFailures) Set(form string) error {
	if !slices.Contains([]CancelFailures{CancelBody, CancelStatus, CancelHTML}, CancelFailures(form)) {
		return errors.New("neither body, status nor html")
	}
	*f = CancelFailures(form)
	return nil
}

// String is what the flag stands on.
func (f *CancelFailures) String() string {
	if f == nil {
		return ""
	}
	return string(*f)
}

// refuseCancel answers a code in the documented meaning. Where it is an HTTP status too, a
// code that can be none, such as 10, is that of a forbidden action.
func (f CancelForms) refuseCancel(code int) *wire.Failure {
	meaning := map[int]string{
		http.StatusBadRequest: "Bad request", wire.KeyIncorrect: "Action not authorised", http.StatusNotFound: "Not found",
	}[code]
	refused := wire.Refusal(code, meaning, meaning)
	if f.CancelFailures == CancelStatus || f.CancelFailures == CancelHTML {
		refused.HTTPStatus = code
		if code < http.StatusOK {
			refused.HTTPStatus = http.StatusForbidden
		}
	}
	refused.Page = f.CancelFailures == CancelHTML
	return refused
}

// success opens an answer without a code, like every success of Voice Partner.
func (a *Account) success(fields ...wire.Field) wire.Object {
	if a.options.Variant.WithoutSuccess {
		return fields
	}
	return append(wire.Object{wire.Boolean("success", true)}, fields...)
}

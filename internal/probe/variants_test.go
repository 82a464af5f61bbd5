package main

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/voice"
)

// shows is how a test makes a form visible.
type shows struct {
	// value is that of the flag, "true" when empty.
	value string
	// with are other flags, without which the form does not show.
	with map[string]string
	// prepare puts on the account what the form needs.
	prepare func(*account)
	// unasked says that the probe must stop early.
	unasked bool
}

// lag is longer than the requests between a write and its first read take.
const lag = "3s"

// visible are the simulator's flags that the probe's calls can tell.
var visible = map[string]shows{
	"degraded": {unasked: true},

	"low-cost-credits": {}, "balance-only": {}, "username-only": {}, "numbers-as-strings": {}, "flags-as-strings": {},
	"client-error-status": {}, "english": {}, "escape-unicode": {}, "form-bodies": {},
	"errors-key": {value: "errors"}, "errors-as-text": {}, "single-codes": {},
	"not-mobile-details": {}, "not-mobile-old-text": {with: map[string]string{"not-mobile-details": "true"}},
	"detail-numbers": {with: map[string]string{"not-mobile-details": "true"}},
	"no-item-code":   {}, "item-code-as-string": {}, "no-item-message": {},

	"lookup-verbatim": {}, "general-comma-code": {}, "status-of-mobiles-only": {},
	"unix-dates": {}, "international-numbers": {}, "listing-delay": {value: lag},
	"tag-page-size": {value: "1"}, "tag-page-ignored": {},
	"unpadded-month": {prepare: sentLastMonth}, "daily-statistics": {prepare: sentYesterday},

	"group-delete": {value: "DELETE /groupe/delete"}, "group-list-success": {}, "numeric-group-ids": {},
	"unique-group-names": {}, "group-list-delay": {value: lag}, "group-delete-keeps-contacts": {},

	"contact-multiple-add": {}, "contact-list-post": {}, "contact-last-page-repeats": {}, "contact-list-delay": {value: lag},
	"contact-detail-delay": {value: lag}, "contact-group-token": {}, "contact-no-short-url": {}, "contact-batch-ids": {},
	"contact-batch-stops": {}, "contact-batch-codes": {}, "contact-update-clears": {}, "contact-update-number": {},
	"contact-update-unknown-1": {}, "contact-empty-kept": {}, "contact-delete-texts": {}, "contact-texts-cut": {},
	"contact-odd-stored": {}, "contact-day-first": {},
	"contact-page-size": {value: "2", prepare: fullGroup}, "contact-total-of-page": {prepare: fullGroup},

	"stop-number-plural": {}, "stop-delete-by-add": {}, "other-stop-ids": {}, "stop-id-in-refusal": {},
	"stop-list-delay": {value: lag},
	"stop-list-limit": {value: "1", prepare: func(a *account) { a.AddStop("+33600000004"); a.AddStop("+33600000005") }},

	"sandbox-without-id": {}, "sandbox-free": {}, "sandbox-forgotten": {}, "strict-clock": {},
	"scheduled-status": {value: "Scheduled"}, "cancelled-status": {value: "not found"},

	"voice-without-success": {}, "voice-failure-key": {value: "number"}, "voice-failure-texts": {}, "voice-failure-without-success": {},
	"voice-audio-success": {}, "voice-audio-units": {}, "voice-audio-dates": {value: "offset"},
	"voice-audio-rows": {value: "1", prepare: func(a *account) { a.Voice.AddAudio(voice.Audio{Token: strings.Repeat("b", 32), Name: "Adieu"}) }},
	"voice-audio-none": {value: "missing", prepare: func(a *account) {
		for _, file := range a.Voice.Audios() {
			a.Voice.RemoveAudio(file.Token)
		}
	}},
	"voice-cancel-failures": {value: "html"}, "voice-cancel-code": {value: "400"},

	"mail-to": {value: "top"}, "mail-reply-to": {value: "params"}, "mail-variables": {value: "either"}, "mail-attachments": {value: "params"},
	"mail-validation-list": {}, "mail-limits-accepted": {}, "mail-no-sender": {}, "mail-no-sender-name": {},
	"mail-message-id": {value: "letters"}, "mail-date-always": {}, "mail-sandbox-without-id": {}, "mail-sandbox-free": {},
	"mail-sandbox-forgotten": {}, "mail-strict-clock": {}, "mail-unsubscribe-list-at-status": {},
	"mail-unsubscribe-list-limit": {value: "1", prepare: func(a *account) {
		a.Mail.AddUnsubscribe("a@example.com")
		a.Mail.AddUnsubscribe("b@example.com")
	}},
	"mail-waiting-status": {value: "Queued"}, "mail-scheduled-status": {value: "no row"}, "mail-cancelled-status": {value: "not found"},
}

// invisible are the other flags, with the reason.
var invisible = map[string]string{ //nolint:gosec // Names of flags are no keys.
	"api-key": setting, "voice-api-key": setting, "mail-api-key": setting, "delivery-delay": setting, "latency": setting,
	"no-rate-limits": setting, "marketing": setting, "senders": setting, "voice-senders": setting, "no-low-cost": setting,
	"no-credits-object":    "it needs an account without credit",
	"degraded-carried-out": "where answers are degraded, no read shows what was carried out",
	"quiet-hours-held":     quiet, "quiet-from-22": quiet, "mail-quiet-from-22": quiet,
	"reply-id-as-string": receiver, "hlr-form-notification": receiver, "hlr-error-groups": receiver,
	"voice-deposits-not-notified": receiver, "voice-notified-number": receiver, "voice-complementary-file": receiver,
	"hlr-general-comma-code": paid, "hlr-stops-left-out": paid, "rcs-numbers-as-text": paid, "rcs-off": paid, "rcs-code": paid,
	"voice-detail-empty": paid, "voice-email-required": paid, "voice-schedule-utc": paid, "voice-lang-required": paid,
	"voice-rate-headers": paid, "voice-speed-alias": paid, "voice-cancel-lead": paid, "voice-assigned-credit-number": paid,
	"mail-cancel-without-refund": "a sandbox mail costs nothing",
	"mail-too-many-recipients":   "it needs more addresses than one", "mail-opt-outs-left-out": "it needs more addresses than one",
	"mail-attachment-types": "the types that are allowed are too many to try",
	"voice-audio-extension": rename, "voice-audio-rename-without-success": rename, "voice-audio-list-delay": rename,
	"forward-change-refused": rented, "forward-off-code-14": rented, "forward-code-200": rented, "forward-email-code-5": rented, "forward-plus": rented,
	"rental-op-capital": rental, "rental-locality-keys": rental, "rental-min-age-18": rental, "rental-needs-locality": rental,
	"rental-token": rental, "rental-no-cost": rental, "rental-calcul-no-cost": rental, "rental-status": rental, "rental-file": rental,
	"rental-file-again": rental, "rental-generation": rental,
	"subaccount-create-get": sub, "subaccount-delete": sub, "subaccount-delete-query": sub, "subaccount-deletion-delay": sub,
	"subaccount-credit-back": sub, "subaccount-list-delay": sub, "subaccount-no-confirm-mail": sub, "subaccount-email-required": sub,
	"subaccount-sign-up": sub, "subaccount-token-is-key": sub, "subaccount-whole-euros": sub, "subaccount-phone-words": sub,
	"subaccount-general-codes": sub, "subaccount-key-code-9": sub,
	"mail-subaccount-list-delay": sub, "mail-subaccount-no-confirm-mail": sub, "mail-subaccount-email-required": sub,
	"mail-subaccount-sign-up": sub, "mail-subaccount-whole-euros": sub, "mail-subaccount-general-codes": sub, "mail-subaccount-create-code": sub,
	"mail-unsubscribe-delete-by-post": unsubscribed, "mail-unsubscribe-other-ids": unsubscribed, "mail-unsubscribe-id-in-refusal": unsubscribed,
	"mail-unsubscribe-list-delay": unsubscribed, "mail-unsubscribe-lower-case": unsubscribed, "mail-unsubscribe-by-case": unsubscribed,
}

const (
	setting      = "a setting of the simulated account, and no form of an answer"
	quiet        = "it depends on the account and on the hour"
	receiver     = "it needs a receiver that the vendor can reach"
	paid         = "it needs a call that costs money"
	rename       = "it needs an audio file to be renamed"
	rented       = "it needs a rented number"
	rental       = "the call shares its address with the one that spends money"
	sub          = "the probe makes no sub-account and reads no keys of any"
	unsubscribed = "the probe adds no unsubscribed address"
)

func sentLastMonth(a *account) {
	a.AddStatistics(simulator.Period{Start: a.clock.now().AddDate(0, -1, 0), Cost: "1.000", Sent: 3})
}

func sentYesterday(a *account) {
	s := a.clock.now().AddDate(0, 0, -1)
	a.AddStatistics(simulator.Period{Start: s, Type: "day", Cost: "1.000", Sent: 3})
}

func fullGroup(a *account) {
	a.AddGroup(sms.Group{ID: "G77", Name: "Clients"})
	for i := range 25 {
		a.AddContact(sms.Contact{GroupID: "G77", Number: fmt.Sprintf("+336100010%02d", i)})
	}
}

func TestEveryFlagIsVisibleOrNot(t *testing.T) {
	t.Parallel()
	all := map[string]bool{}
	eachFlag(reflect.ValueOf(&simulator.Options{}).Elem(), func(name string, _ reflect.Value) {
		all[name] = true
		_, isVisible := visible[name]
		if _, isInvisible := invisible[name]; isVisible == isInvisible {
			t.Errorf("-%s must be either among the visible flags or, with a reason, among the invisible ones", name)
		}
	})
	for _, flags := range []any{visible, invisible} {
		for _, name := range reflect.ValueOf(flags).MapKeys() {
			if !all[name.String()] {
				t.Errorf("the simulator has no flag -%s", name)
			}
		}
	}
}

func TestDocumentedForm(t *testing.T) {
	t.Parallel()
	a := newAccount(t, simulator.Options{})
	o := a.run(t.Context(), t, everything...)
	if o.code != exitDone || strings.Contains(o.forms(), "`-") {
		t.Errorf("exit code %d, and these forms:\n%s", o.code, o.forms())
	}
}

func TestEachVariant(t *testing.T) {
	t.Parallel()
	for flag, show := range visible {
		t.Run(flag, func(t *testing.T) {
			t.Parallel()
			var options simulator.Options
			value := "true"
			if show.value != "" {
				value = show.value
			}
			setFlag(t, &options, flag, value)
			for other, value := range show.with {
				setFlag(t, &options, other, value)
			}
			a := newAccount(t, options)
			args := slices.Clone(everything)
			if show.prepare != nil {
				show.prepare(a)
				args = append(args, "-group", "G77")
			}
			o := a.run(t.Context(), t, args...)
			if o.code != exitDone {
				t.Errorf("exit code %d:\n%s", o.code, o.report[max(0, len(o.report)-600):])
			}
			want := "`-" + flag + "`"
			if show.value != "" && show.value != lag {
				want = "`-" + flag + "=\"" + show.value + "\"`"
			}
			if !strings.Contains(o.forms(), want) {
				t.Errorf("the report does not name %s:\n%s", want, o.forms())
			}
			if made := len(a.Requests("POST /group/add")) > 0; made == show.unasked {
				t.Errorf("something was made: %t, want %t", made, !show.unasked)
			}
			a.expectClean(t)
		})
	}
}

func TestRecordedForm(t *testing.T) {
	t.Parallel()
	a := newAccount(t, simulator.Options{Variant: simulator.Recorded()})
	o := a.run(t.Context(), t, everything...)
	for _, flag := range []string{
		"recorded", "escape-unicode", "unix-dates", "international-numbers", "not-mobile-details", "not-mobile-old-text",
		"low-cost-credits", "username-only", "lookup-verbatim",
	} {
		if !strings.Contains(o.forms(), "`-"+flag+"`") {
			t.Errorf("the report does not name -%s:\n%s", flag, o.forms())
		}
	}
}

// expectClean checks that nothing of the probe is left on the account.
func (a *account) expectClean(t *testing.T) {
	t.Helper()
	for _, g := range a.Groups() {
		if strings.HasPrefix(g.Name, "tf-probe") {
			t.Errorf("the group %s is left", g.Name)
		}
	}
	for n := range 9 { // the ids that the simulator gives to new groups
		if left := a.Contacts(fmt.Sprintf("G%d", 101+n)); len(left) > 0 {
			t.Errorf("%d contacts are left", len(left))
		}
	}
	if slices.Contains(a.StoppedNumbers(), ownNumber) {
		t.Error("the STOP entry is left")
	}
}

package sms

import (
	"fmt"
	"maps"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// What each code means depends on the call that answered it.
func TestCalls_Codes(t *testing.T) {
	t.Parallel()
	anywhere := map[string]partner.Meaning{
		"1":  partner.MeaningKeyMissing,
		"10": partner.MeaningKeyInvalid,
		"20": partner.MeaningAccountDisabled,
		"30": partner.MeaningAccountBlocked,
		"40": partner.MeaningAccessDenied,
		"90": partner.MeaningMalformedRequest,
		"96": partner.MeaningAddressNotAllowed,
		"77": partner.MeaningUnknown,
	}
	own := map[string]map[string]partner.Meaning{
		"multi-status": {
			"2":  partner.MeaningRefused,
			"3":  partner.MeaningRefused,
			"4":  partner.MeaningNotFound,
			"5":  partner.MeaningRefused,
			"6":  partner.MeaningMalformedRequest,
			"9":  partner.MeaningRefused,
			"50": partner.MeaningRefused,
		},
		"bulk-status":            {"3": partner.MeaningRefused, "4": partner.MeaningNotFound},
		"bulk-status-by-tag":     {"3": partner.MeaningRefused, "4": partner.MeaningNotFound},
		"statistics/cost-resume": {"3": partner.MeaningUnknown, "4": partner.MeaningUnknown},
		"me":                     {"3": partner.MeaningUnknown, "4": partner.MeaningUnknown},
		"lookup": {
			"2":  partner.MeaningRefused,
			"3":  partner.MeaningRefused,
			"19": partner.MeaningRefused,
			"50": partner.MeaningRefused,
		},
		"group/list":    {"1": partner.MeaningUnknown},
		"stop-sms/list": {"3": partner.MeaningUnknown, "4": partner.MeaningUnknown},
		"contact/detail": {
			"1":   partner.MeaningRefused,
			"404": partner.MeaningNotFound,
		},
		"location/optin":  {"3": partner.MeaningRefused, "11": partner.MeaningRefused, "36": partner.MeaningRefused, "61": partner.MeaningRefused},
		"location/status": {"31": partner.MeaningRefused, "32": partner.MeaningNotFound, "33": partner.MeaningUnknown},
		"contact/list":    {"1": partner.MeaningRefused, "404": partner.MeaningUnknown},
	}
	for operation, call := range calls {
		codes := maps.Clone(anywhere)
		maps.Copy(codes, own[operation])
		for code, want := range codes {
			s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey) // each has its own rate
			s.Script(operation, simulator.Step{Body: fmt.Sprintf(`{"success": false, "code": %s, "message": "Refus\u00e9"}`, code)})
			failed := failure(t, call(t.Context(), c), operation, partner.ReasonVendor)
			expect(t, operation+" "+code, failed.Meaning(), want)
			expect(t, "words", failed.Words(), "Refusé")
		}
	}
}

// A wrong key is refused everywhere, whatever HTTP status goes with it.
func TestCalls_WrongKey(t *testing.T) {
	t.Parallel()
	for _, errorStatus := range []func(int) int{nil, simulator.ClientErrorStatus} {
		for operation, call := range calls {
			s, c := start(t, simulator.Options{Variant: simulator.Variant{Forms: simulator.Forms{ErrorStatus: errorStatus}}}, "wrong")
			failed := failure(t, call(t.Context(), c), operation, partner.ReasonVendor)
			expect(t, "invalid key", failed.IsInvalidKey(), true)
			expect(t, "requests", len(s.Requests()), 1)
			expectNoViolations(t, s)
		}
	}
}

// A success without the data is no answer.
func TestCalls_Degraded(t *testing.T) {
	t.Parallel()
	for operation, call := range calls {
		_, c := start(t, simulator.Options{Variant: simulator.Variant{Forms: simulator.Forms{Degraded: true}}}, "")
		failed := failure(t, call(t.Context(), c), operation, partner.ReasonIncomplete)
		expect(t, "words", failed.Words(), "Request queued for processing")
	}
}

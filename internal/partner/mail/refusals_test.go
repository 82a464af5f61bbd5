package mail

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
		"10": partner.MeaningKeyInvalid,
		"20": partner.MeaningAccountDisabled,
		"30": partner.MeaningAccountBlocked,
		"40": partner.MeaningAccessDenied,
		"90": partner.MeaningMalformedRequest,
		"96": partner.MeaningAddressNotAllowed,
		"77": partner.MeaningUnknown,
	}
	own := map[string]map[string]partner.Meaning{
		"send": {
			"1": partner.MeaningKeyMissing, "2": partner.MeaningRefused, "3": partner.MeaningRefused, "4": partner.MeaningRefused, "5": partner.MeaningRefused,
			"6": partner.MeaningUnknown, "8": partner.MeaningRefused, "9": partner.MeaningRefused, "11": partner.MeaningRefused, "14": partner.MeaningRefused,
			"15": partner.MeaningRefused, "16": meaningNoAttachment, "17": partner.MeaningRefused, "18": partner.MeaningRefused, "19": partner.MeaningRefused,
			"21": partner.MeaningRefused, "22": meaningNoRecipients, "23": meaningNoReplyTo, "24": partner.MeaningRefused, "25": partner.MeaningRefused,
			"45": partner.MeaningRefused, "46": partner.MeaningRefused, "47": partner.MeaningRefused, "48": partner.MeaningRefused, "49": partner.MeaningRefused,
			"50": partner.MeaningRefused, "55": partner.MeaningRefused,
		},
		"message-cancel": {
			"1": partner.MeaningKeyMissing, "2": partner.MeaningUnknown, "3": partner.MeaningRefused, "4": partner.MeaningNotFound, "5": partner.MeaningCancelled,
			"6": partner.MeaningTooLate, "7": partner.MeaningSent,
		},
		"bulk-status":      {"1": partner.MeaningKeyMissing, "2": partner.MeaningUnknown, "3": partner.MeaningRefused, "4": partner.MeaningNotFound},
		"unsubscribe/list": {"1": partner.MeaningKeyMissing, "3": partner.MeaningUnknown, "4": partner.MeaningUnknown},
		"unsubscribe/add": {
			"1": partner.MeaningKeyMissing, "2": partner.MeaningRefused, "3": partner.MeaningExists, "4": partner.MeaningUnknown, "9": partner.MeaningRefused,
		},
		"unsubscribe/delete": {
			"1": partner.MeaningKeyMissing, "2": partner.MeaningRefused, "3": partner.MeaningRefused, "4": partner.MeaningNotFound, "9": partner.MeaningUnknown,
		},
	}
	for operation, call := range eachOperation {
		codes := maps.Clone(anywhere)
		maps.Copy(codes, own[operation])
		s, c := serve(t, simulator.Options{}, simulator.DefaultAPIKey)
		for code, want := range codes {
			s.Mail.Script(operation, simulator.Step{Body: fmt.Sprintf(`{"success": false, "code": %s, "message": "Refus\u00e9"}`, code), Repeat: true})
			failed := failure(t, call(t.Context(), c), operation, partner.ReasonVendor)
			expect(t, operation+" "+code, failed.Meaning(), want)
			expect(t, "words", failed.Words(), "Refusé")
			expect(t, "outcome unknown", failed.OutcomeUnknown(), false)
		}
	}
}

// A wrong key is refused everywhere, whatever HTTP status goes with it.
func TestCalls_WrongKey(t *testing.T) {
	t.Parallel()
	for _, errorStatus := range []func(int) int{nil, simulator.ClientErrorStatus} {
		for operation, call := range eachOperation {
			s, c := serve(t, simulator.Options{Variant: simulator.Variant{Forms: simulator.Forms{ErrorStatus: errorStatus}}}, "wrong")
			failed := failure(t, call(t.Context(), c), operation, partner.ReasonVendor)
			expect(t, operation+": invalid key", failed.IsInvalidKey(), true)
			expect(t, "requests", len(s.Mail.Requests()), 1)
			expectNoViolations(t, s)
		}
	}
}

// A success without the data is no answer of a read. A write that was answered so may have
// been made. A deletion has no data, and the list settles it.
func TestCalls_Degraded(t *testing.T) {
	t.Parallel()
	for operation, call := range eachOperation {
		_, c := serve(t, simulator.Options{Variant: simulator.Variant{Forms: simulator.Forms{Degraded: true}}}, simulator.DefaultAPIKey)
		err := call(t.Context(), c)
		if operation == "unsubscribe/delete" {
			expect(t, operation, err, nil)
			continue
		}
		failed := failure(t, err, operation, partner.ReasonIncomplete)
		expect(t, "words", failed.Words(), "Request queued for processing")
		expect(t, "outcome unknown", failed.OutcomeUnknown(), true)
	}
}

// Every call reads the forms of numbers and errors that clients recorded.
func TestCalls_Recorded(t *testing.T) {
	t.Parallel()
	for operation, call := range eachOperation {
		s, c := serve(t, simulator.Options{Variant: simulator.Variant{Forms: simulator.Forms{NumbersAsStrings: true, EscapeUnicode: true}}}, simulator.DefaultAPIKey)
		switch operation {
		case "unsubscribe/delete", "unsubscribe/list":
			s.Mail.AddUnsubscribe("ada@example.com")
		case "message-cancel", "bulk-status":
			if _, err := c.Send(t.Context(), scheduled); err != nil {
				t.Fatal(err)
			}
		}
		if err := call(t.Context(), c); err != nil {
			t.Errorf("%s: %v", operation, err)
		}
		expectNoViolations(t, s)
	}
}

package voice

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// words are the codes that the documentation lists for the product.
var words = []string{
	"PHONE_NUMBER_REQUIRED", "PHONE_NUMBER_SIZE_ERROR", "TOKEN_AUDIO_REQUIRED", "NOTIFY_URL_INVALID", "SENDER_NOT_AUTHORIZED",
	"SENDER_INVALID", "AUDIO_FILE_NOT_FOUND", "DESTINATION_INVALID", "NOT_CREDIT",
}

// refusals are the forms in which a body can have a code: the documentation shows none.
var refusals = []string{
	`{"success": false, "code": %q}`, `{"success": false, "error": %q}`, `{"success": false, "message": %q}`,
	`{"error": %q, "message": "Refus\u00e9"}`, `{"success": false, "code": 400, "message": %q}`,
}

// What each code means depends on the call that answered it, not on where the code stands.
func TestCalls_Codes(t *testing.T) {
	t.Parallel()
	anywhere := map[string]partner.Meaning{
		"1":       partner.MeaningKeyMissing,
		"10":      partner.MeaningKeyInvalid,
		"20":      partner.MeaningAccountDisabled,
		"77":      partner.MeaningUnknown,
		"404":     partner.MeaningUnknown,
		"NO_IDEA": partner.MeaningUnknown,
	}
	for _, word := range words {
		anywhere[word] = partner.MeaningRefused
	}
	own := map[string]map[string]partner.Meaning{
		"campaign/cancel": {"10": partner.MeaningRefused, "400": partner.MeaningRefused, "404": partner.MeaningNotFound},
	}
	for operation, r := range eachOperation {
		codes := maps.Clone(anywhere)
		maps.Copy(codes, own[operation])
		for code, want := range codes {
			s, c := serve(t, simulator.Options{}, simulator.DefaultAPIKey) // each has its own rate
			for _, form := range refusals {
				if form == refusals[len(refusals)-1] && !slices.Contains(words, code) {
					continue // the number beside it is as good a code
				}
				s.Voice.Script(r.pattern, simulator.Step{Body: fmt.Sprintf(form, code)})
				failed := failure(t, r.call(t.Context(), c), operation, partner.ReasonVendor)
				expect(t, operation+" "+form, failed.Code, code)
				expect(t, operation+" "+form+" "+code, failed.Meaning(), want)
			}
		}
	}
}

// A wrong key is refused everywhere, whatever HTTP status goes with it. To a cancelling, its
// code says only that the action is not authorised.
func TestCalls_WrongKey(t *testing.T) {
	t.Parallel()
	for _, errorStatus := range []func(int) int{nil, simulator.ClientErrorStatus} {
		for operation, r := range eachOperation {
			s, c := serve(t, simulator.Options{Variant: simulator.Variant{Forms: simulator.Forms{ErrorStatus: errorStatus}}}, "wrong")
			failed := failure(t, r.call(t.Context(), c), operation, partner.ReasonVendor)
			expect(t, operation+": invalid key", failed.IsInvalidKey(), operation != "campaign/cancel")
			expect(t, "requests", len(s.Voice.Requests()), 1)
			expectNoViolations(t, s)
		}
	}
}

// A success without the data is no answer. A write that was answered so may have been made.
func TestCalls_Degraded(t *testing.T) {
	t.Parallel()
	for operation, r := range eachOperation {
		_, c := serve(t, simulator.Options{Variant: simulator.Variant{Forms: simulator.Forms{Degraded: true}}}, simulator.DefaultAPIKey)
		failed := failure(t, r.call(t.Context(), c), operation, partner.ReasonIncomplete)
		expect(t, "words", failed.Words(), "Request queued for processing")
		expect(t, "outcome unknown", failed.OutcomeUnknown(), true)
	}
}

// Numbers are read from strings too.
func TestCalls_NumbersAsStrings(t *testing.T) {
	t.Parallel()
	for operation, r := range eachOperation {
		s, c := serve(t, simulator.Options{Variant: simulator.Variant{Forms: simulator.Forms{NumbersAsStrings: true}}}, simulator.DefaultAPIKey)
		if err := r.call(t.Context(), c); err != nil {
			t.Errorf("%s: %v", operation, err)
		}
		expectNoViolations(t, s)
	}
}

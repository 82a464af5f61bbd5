package sms

import (
	"fmt"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

const virtualNumber = "+33700000000"

func TestSetForwarding(t *testing.T) {
	t.Parallel()
	for name, forms := range map[string]sms.ForwardForms{"code 2": {}, "code 200": {ForwardCode200: true}} {
		s, c := start(t, simulator.Options{Variant: simulator.Variant{ForwardForms: forms}}, simulator.DefaultAPIKey)
		for i, want := range []string{
			`{"number":"33700000000","param":"33100000000","type":1}`,
			`{"number":"33700000000","param":"oncall@example.com","type":2}`,
			`{"number":"33700000000","param":"","type":0}`,
		} {
			goal := []Forwarding{{ForwardCalls, "+33100000000"}, {ForwardVoicemail, "oncall@example.com"}, {}}[i]
			if err := c.SetForwarding(t.Context(), virtualNumber, goal); err != nil {
				t.Errorf("%s: %+v: %v", name, goal, err)
			}
			expect(t, name, body(t, s.Requests()[i]), want)
		}
		expectNoViolations(t, s)
	}
}

func TestSetForwarding_Codes(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]partner.Meaning{
		"1": partner.MeaningRefused, "5": partner.MeaningRefused, "6": partner.MeaningRefused, "7": partner.MeaningRefused,
		"8": partner.MeaningRefused, "9": partner.MeaningRefused, "10": partner.MeaningKeyInvalid, "12": partner.MeaningRefused,
		"13": partner.MeaningNotFound, "14": MeaningNotForwarding, "15": partner.MeaningRefused,
		"16": MeaningForwarding, "17": MeaningForwarding, "18": MeaningNotForwarding, "2": partner.MeaningUnknown,
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("vn/callforward", simulator.Step{Body: fmt.Sprintf(`{"success": false, "code": %s, "message": "email is not valid"}`, code)})
		failed := failure(t, c.SetForwarding(t.Context(), virtualNumber, Forwarding{}), "vn/callforward", partner.ReasonVendor)
		expect(t, code, failed.Meaning(), want)
		expect(t, code+": outcome unknown", failed.OutcomeUnknown(), false)
	}
}

// A success whose code is not the vendor's proves nothing, and is not asked for again.
func TestSetForwarding_Unclear(t *testing.T) {
	t.Parallel()
	for answer, test := range map[string]struct {
		goal Forwarding
		want string
	}{
		`{"success": true}`: {Forwarding{ForwardCalls, "+33100000000"}, "it has no code"},
		`{"success": true, "code": 200, "message": "x"}`: {Forwarding{}, "its code is 200, where the documentation has 2"},
		`{"success": true, "code": 16}`:                  {Forwarding{ForwardCalls, "+33100000000"}, "the answer reports success, but has code 16"},
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("vn/callforward", simulator.Step{Body: answer})
		failed := failure(t, c.SetForwarding(t.Context(), virtualNumber, test.goal), "vn/callforward", partner.ReasonIncomplete)
		expect(t, "detail", failed.Detail, test.want)
		expect(t, "outcome unknown", failed.OutcomeUnknown(), true)
		expect(t, "requests", len(s.Requests()), 1)
	}
}

package sms

import (
	"fmt"
	"math/big"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

var oneNumber = VerifyRequest{Numbers: []string{"+33600000001"}, NotifyURL: "http://127.0.0.1:1/hlr"}

func TestVerify_Parameters(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		request    VerifyRequest
		body, want string
	}{
		"one":         {oneNumber, `{"notifyUrl":"http://127.0.0.1:1/hlr","phoneNumbers":"+33600000001"}`, "HLR000000 1 0.005 EUR"},
		"two, tagged": {VerifyRequest{[]string{"+33600000001", "+32470123456"}, "https://example.com/hlr?a=1&b=2", "T 1"}, `{"notifyUrl":"https://example.com/hlr?a=1\u0026b=2","phoneNumbers":"+33600000001,+32470123456","tag":"T 1"}`, "HLR000000 2 0.01 EUR"},
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		verification, err := c.Verify(t.Context(), test.request)
		if err != nil {
			t.Fatal(err)
		}
		expect(t, name, verified(verification), test.want)
		expect(t, name, body(t, s.Requests("hlr/notify")[0]), test.body)
		expect(t, name+": requests", len(s.Requests()), 1)
		expectNoViolations(t, s)
	}
}

// A campaign that was paid for counts, whatever stands beside its id.
func TestVerify_Answers(t *testing.T) {
	t.Parallel()
	for answer, want := range map[string]string{
		`{"success":true,"code":200,"campaign_id":"HLR000000","number":1,"cost":0.005,"currency":"EUR"}`:             "HLR000000 1 0.005 EUR",
		`{"success":"1","code":"200","campaign_id":123,"number":"1","cost":"0,005","currency":"EUR"}`:                "123 1 0.005 EUR",
		`{"success":true,"campaign_id":"9f-A/1"}`:                                                                    "9f-A/1 - - -",
		`{"success":true,"campaign_id":"HLR1","campaignId":"HLR1","number":null,"cost":null,"currency":""}`:          "HLR1 - - -",
		`{"success":true,"campaign_id":"HLR1","number":1.5,"cost":"free","currency":["EUR"],"message_id":["x","y"]}`: `HLR1 - - -! "number" holds "1.5", which is not a whole number; "cost" holds "free", which is not a number; "currency" holds "[\"EUR\"]", which is not a single value`,
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("hlr/notify", simulator.Step{Body: answer})
		verification, err := c.Verify(t.Context(), oneNumber)
		if err != nil {
			t.Errorf("%s: %v", answer, err)
			continue
		}
		expect(t, answer, verified(verification), want)
	}
}

func verified(v *Verification) string {
	text := fmt.Sprintf("%s %s %s %s", v.CampaignID, or(v.Number, func(n int64) string { return strconv.FormatInt(n, 10) }),
		or(v.Cost, func(amount big.Float) string { return amount.Text('f', -1) }), or(v.Currency, strings.Clone))
	if len(v.Unread) > 0 {
		text += "! " + strings.Join(v.Unread, "; ")
	}
	return text
}

// What shows no campaign leaves open whether one was made, and is never asked again.
func TestVerify_Unclear(t *testing.T) {
	t.Parallel()
	for answer, test := range map[string]struct {
		reason           partner.Reason
		detail, campaign string
	}{
		`{"success":true,"code":200,"message":"Request queued for processing"}`: {partner.ReasonIncomplete, "", ""},
		`{"success":true,"campaign_id":0}`:                                      {partner.ReasonIncomplete, `its campaign_id is "0", which is not an id`, ""},
		`{"success":true,"campaign_id":"en cours"}`:                             {partner.ReasonIncomplete, `its campaign_id is "en cours", which is not an id`, ""},
		`{"success":true,"campaign_id":"HLR1","campaignId":"HLR2"}`:             {partner.ReasonIncomplete, `its "campaignId" is "HLR2", but its "campaign_id" is "HLR1"`, "HLR1"},
		`{"success":true,"code":11,"campaign_id":"HLR1"}`:                       {partner.ReasonIncomplete, "the answer reports success, but has code 11", "HLR1"},
		`{"success":false,"code":11,"campaign_id":"HLR1"}`:                      {partner.ReasonVendor, "", "HLR1"},
		`{"success":true,"campaign_id":["HLR1"]}`:                               {partner.ReasonIncomplete, "", ""},
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("hlr/notify", simulator.Step{Body: answer})
		_, err := c.Verify(t.Context(), oneNumber)
		failed := failure(t, err, "hlr/notify", test.reason)
		if test.detail != "" {
			expect(t, answer, failed.Detail, test.detail)
		}
		expect(t, answer+": outcome unknown", failed.OutcomeUnknown(), true)
		expect(t, answer+": campaign", failed.AnsweredID(), test.campaign)
		expect(t, answer+": requests", len(s.Requests()), 1)
	}
}

// What the documentation lists as a refusal made no campaign.
func TestVerify_Codes(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]partner.Meaning{
		"1": partner.MeaningKeyMissing, "2": partner.MeaningRefused, "3": partner.MeaningRefused, "10": partner.MeaningKeyInvalid,
		"11": partner.MeaningRefused, "13": partner.MeaningRefused, "14": partner.MeaningRefused, "19": partner.MeaningRefused,
		"50": partner.MeaningRefused, "55": partner.MeaningNothingLeft, "96": partner.MeaningAddressNotAllowed, "77": partner.MeaningUnknown,
	} {
		for _, status := range []int{http.StatusOK, http.StatusBadRequest} {
			s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Script("hlr/notify", simulator.Step{Status: status, Body: fmt.Sprintf(`{"success": false, "code": %s, "message": "Refus\u00e9"}`, code)})
			_, err := c.Verify(t.Context(), oneNumber)
			failed := failure(t, err, "hlr/notify", partner.ReasonVendor)
			expect(t, code, failed.Meaning(), want)
			expect(t, code+": words", failed.Words(), "Refusé")
			expect(t, code+": outcome unknown", failed.OutcomeUnknown(), false)
		}
	}
}

// The vendor's own refusals, in both numberings.
func TestVerify_Refused(t *testing.T) {
	t.Parallel()
	general := sms.HLRForms{HLRGeneralCommaCode: true}
	for name, test := range map[string]struct {
		numbers []string
		forms   sms.HLRForms
		code    string
	}{
		"none":             {nil, sms.HLRForms{}, "2"},
		"other separators": {[]string{"+33600000001;+33600000002"}, sms.HLRForms{}, "3"},
		"the general page": {[]string{"+33600000001;+33600000002"}, general, "19"},
		"501 numbers":      {strings.Split(strings.Repeat("+33600000001,", MaxPerRequest)+"+33600000001", ","), sms.HLRForms{}, "50"},
		"no price":         {[]string{"+9990000000"}, sms.HLRForms{}, "13"},
		"blanks":           {[]string{" "}, sms.HLRForms{}, "55"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, c := start(t, simulator.Options{Variant: simulator.Variant{HLRForms: test.forms}}, simulator.DefaultAPIKey)
			_, err := c.Verify(t.Context(), VerifyRequest{Numbers: test.numbers, NotifyURL: "http://127.0.0.1:1/hlr"})
			expect(t, "code", failure(t, err, "hlr/notify", partner.ReasonVendor).Code, test.code)
		})
	}
}

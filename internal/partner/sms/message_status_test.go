package sms

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

var formats = []partner.Format{"", partner.JSON, partner.XML}

// said writes a status for comparisons.
func said(s *MessageStatus) string {
	return fmt.Sprintf("%d %s %s %t %s %s %s %s",
		*s.Code, *s.Number, s.Statut, *s.StopSMS, s.Date.Format(time.RFC3339), s.Cost.Text('g', 40), *s.CountryCode, *s.Currency)
}

// TestMessageStatus_Documented reads the example that the documentation prints,
// in both formats and in all forms in which the vendor was seen to write it.
func TestMessageStatus_Documented(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		variant simulator.Variant
		number  string
	}{
		"documented":            {simulator.Variant{}, "0600000000"},
		"recorded in 2018":      {simulator.Variant{StatusForms: simulator.StatusForms{UnixDates: true, InternationalNumbers: true}}, "+33600000000"},
		"numbers as texts":      {simulator.Variant{Forms: simulator.Forms{NumbersAsStrings: true}}, "0600000000"},
		"flags as texts":        {simulator.Variant{Forms: simulator.Forms{FlagsAsStrings: true}}, "0600000000"},
		"characters as escapes": {simulator.Variant{Forms: simulator.Forms{EscapeUnicode: true}}, "0600000000"},
	} {
		for _, format := range formats {
			t.Run(fmt.Sprintf("%s, %q", name, format), func(t *testing.T) {
				t.Parallel()
				s, c := start(t, simulator.Options{Variant: test.variant}, simulator.DefaultAPIKey)
				got, err := read(t.Context(), c, format)
				if err != nil {
					t.Fatal(err)
				}
				expect(t, "status", said(got), "200 "+test.number+" Delivered false 2015-02-07T22:39:46+01:00 0.045 FR EUR")
				expectNoViolations(t, s)
				request := s.Requests()[0]
				expect(t, "number asked for", request.Query.Get("phoneNumber"), "+33600000000")
				expect(t, "format is sent", request.Query.Has("_format"), format != "")
				expect(t, "format asked for", request.Query.Get("_format"), string(format))
			})
		}
	}
}

func TestMessageStatus_Other(t *testing.T) {
	t.Parallel()
	s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
	id := s.AddMessage(simulator.Message{Recipients: []simulator.Recipient{{
		Number: "+212600000000", Statuses: []string{"Waiting", "Not delivered"}, StopSMS: true, Cost: "0.049",
		Date: time.Date(2024, time.July, 1, 10, 0, 0, 0, time.UTC), CountryCode: "MA",
	}}})
	for _, statut := range []string{"Waiting", "Not delivered"} {
		got, err := c.MessageStatus(t.Context(), id, "+212600000000", "")
		if err != nil {
			t.Fatal(err)
		}
		expect(t, "status", said(got), "200 +212600000000 "+statut+" true 2024-07-01T12:00:00+02:00 0.049 MA EUR")
	}
}

// TestMessageStatus_Sparse proves that the word alone is an answer.
func TestMessageStatus_Sparse(t *testing.T) {
	t.Parallel()
	s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
	s.Script("/message-status", simulator.Step{Body: `{"success": true, "statut": "Waiting", "cost": null, "date": ""}`})
	got, err := read(t.Context(), c, "")
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "status", fmt.Sprint(*got), fmt.Sprint(MessageStatus{Statut: "Waiting"}))
}

func TestMessageStatus_Degraded(t *testing.T) {
	t.Parallel()
	_, c := start(t, simulator.Options{Variant: simulator.Variant{Forms: simulator.Forms{Degraded: true}}}, "")
	_, err := read(t.Context(), c, "")
	if err == nil || !strings.Contains(err.Error(), `the answer reports success, but has no "statut"`) {
		t.Errorf("the error is %v", err)
	}
}

// TestMessageStatus_Codes is every documented code, as the vendor can write it.
func TestMessageStatus_Codes(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]partner.Meaning{
		"1":  partner.MeaningKeyMissing,
		"2":  partner.MeaningRefused,
		"3":  partner.MeaningRefused,
		"4":  partner.MeaningNotFound,
		"9":  partner.MeaningRefused,
		"10": partner.MeaningKeyInvalid,
		"20": partner.MeaningAccountDisabled,
		"30": partner.MeaningAccountBlocked,
		"40": partner.MeaningAccessDenied,
		"90": partner.MeaningMalformedRequest,
		"96": partner.MeaningAddressNotAllowed,
		"5":  partner.MeaningRefused,
		"6":  partner.MeaningMalformedRequest,
		"50": partner.MeaningRefused,
		"51": partner.MeaningUnknown,
		"X1": partner.MeaningUnknown,
	} {
		for name, body := range map[string]string{
			"number": `{"success": false, "code": ` + code + `, "message": "Refus\u00e9"}`,
			"text":   `{"success": false, "code": "` + code + `", "message": "Refus\u00e9"}`,
			"XML":    "<?xml version='1.0' encoding='UTF-8'?><result><entry>false</entry><entry>" + code + "</entry><entry>Refusé</entry></result>",
		} {
			if name == "number" && code == "X1" {
				continue
			}
			for _, status := range []int{http.StatusOK, http.StatusBadRequest, http.StatusForbidden} {
				t.Run(fmt.Sprintf("%s as %s, HTTP %d", code, name, status), func(t *testing.T) {
					t.Parallel()
					s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
					s.Script("/message-status", simulator.Step{Status: status, Body: body})
					failed := refusal(t, c, "")
					expect(t, "meaning", failed.Meaning(), want)
					expect(t, "error", failed.Error(), fmt.Sprintf("message-status: HTTP %d: code %s: Refusé", status, code))
					expect(t, "not found", failed.IsNotFound(), code == "4")
					expect(t, "invalid key", failed.IsInvalidKey(), code == "1" || code == "10")
				})
			}
		}
	}
}

// TestMessageStatus_Refused runs the mistakes against the vendor's rules.
func TestMessageStatus_Refused(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		key     string
		account int
		want    string
	}{
		"no key":              {"", 0, "code 1: La Clé API est requise"},
		"wrong key":           {"wrong", 0, "code 10: Clé API incorrecte"},
		"account disabled":    {simulator.DefaultAPIKey, 20, "code 20: Compte désactivé"},
		"account blocked":     {simulator.DefaultAPIKey, 30, "code 30: Compte bloqué"},
		"access denied":       {simulator.DefaultAPIKey, 40, "code 40: L'accès à l'API est refusé"},
		"address not allowed": {simulator.DefaultAPIKey, 96, "code 96: L'IP n'est pas autorisée"},
	} {
		for variant, options := range map[string]simulator.Options{
			"HTTP 200": {},
			"HTTP 4xx": {Variant: simulator.Variant{Forms: simulator.Forms{ErrorStatus: simulator.ClientErrorStatus, EscapeUnicode: true, NumbersAsStrings: true}}},
		} {
			t.Run(name+", "+variant, func(t *testing.T) {
				t.Parallel()
				s, c := start(t, options, test.key)
				s.SetAccount(test.account)
				for _, format := range formats {
					failed := refusal(t, c, format)
					if !strings.HasSuffix(failed.Error(), ": "+test.want) {
						t.Errorf("%q: the error is %q, want %q", format, failed, test.want)
					}
				}
			})
		}
	}
}

func TestMessageStatus_NotFound(t *testing.T) {
	t.Parallel()
	_, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
	for _, number := range []string{"+33600000001", ""} {
		_, err := c.MessageStatus(t.Context(), "5", number, "")
		want := "message-status: HTTP 200: code 4: Message introuvable"
		if number == "" {
			want = "message-status: HTTP 200: code 2: Le numéro de téléphone est requis"
		}
		if err == nil || err.Error() != want {
			t.Errorf("the error is %v, want %s", err, want)
		}
	}
}

func BenchmarkMessageStatus(b *testing.B) {
	for _, format := range formats[1:] {
		b.Run(string(format), func(b *testing.B) {
			_, c := start(b, simulator.Options{}, simulator.DefaultAPIKey)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := read(b.Context(), c, format); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestMessageStatus_OfAnother proves that an answer about another message, or
// another phone, vouches for nothing.
func TestMessageStatus_OfAnother(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		id, number string
		wrong      bool
	}{
		"as asked":            {`"1111"`, `"0600000000"`, false},
		"number as id":        {`1111`, `"+33600000000"`, false},
		"leading zero":        {`"01111"`, `"0600000000"`, true},
		"an id of no kind":    {`[1111]`, `"0600000000"`, true},
		"a flag as id":        {`true`, `"0600000000"`, true},
		"a number of no kind": {`"1111"`, `{}`, true},
		"without both":        {`null`, `null`, false},
		"another message":     {`"9999"`, `"0600000000"`, true},
		"another phone":       {`"1111"`, `"+33611111111"`, true},
		"an id that is blank": {`""`, `"0600000000"`, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Script("message-status", simulator.Step{
				Body: `{"success": true, "code": 200, "statut": "Delivered", "messageId": ` + test.id + `, "number": ` + test.number + `}`,
			})
			_, err := c.MessageStatus(t.Context(), "1111", "+33600000000", "")
			expect(t, "refused", err != nil, test.wrong)
		})
	}
}

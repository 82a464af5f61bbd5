package sms

import (
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// Every call reads the recorded forms as it reads the documented ones.
func TestRecorded(t *testing.T) {
	t.Parallel()
	answers := func(variant simulator.Variant) string {
		s, c := start(t, simulator.Options{Variant: variant}, simulator.DefaultAPIKey)
		s.AddMessage(simulator.Message{ID: "300", Tag: "promo", Recipients: []simulator.Recipient{{Number: "+33600000300"}, {Number: "+33600000390"}}})
		s.AddContact(sms.Contact{GroupID: "G101", Number: "+33600000001"}) // C1001
		for operation, call := range calls {
			if err := call(t.Context(), c); err != nil {
				t.Errorf("%s: %v", operation, err)
			}
		}
		var got []string
		status, err := read(t.Context(), c, partner.JSON)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, status.Statut, status.Date.String())
		credits, err := c.Credits(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, credits.Balance.String(), or(credits.CreditSMSEco, decimal))
		sent, err := c.Send(t.Context(), SendRequest{Numbers: []string{"+33600000001"}, Text: "Hello"})
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, written(sent))
		expectNoViolations(t, s)
		return strings.Join(got, "\n")
	}
	expect(t, "answers", answers(simulator.Recorded()), answers(simulator.Variant{}))
}

// The recorded refusals of a send. The code of each number tells more than "no
// number to send" above it.
func TestRecorded_Refusals(t *testing.T) {
	t.Parallel()
	const landline = "code 9: Le téléphone (+33140000000) n'est pas être un numéro de mobile"
	older := simulator.Variant{NotMobileForms: simulator.NotMobileForms{NotMobileDetails: true}}
	for name, test := range map[string]struct {
		variant simulator.Variant
		request SendRequest
		code    string // of the numbers, where they all have the same
		words   string
	}{
		"no mobile":         {simulator.Recorded(), SendRequest{Numbers: []string{"+33140000000"}, Text: "Hello"}, "9", "Aucun prix par default n'a été trouvé pour les numéros suivant (+33140000000); " + landline},
		"no mobile, newer":  {older, SendRequest{Numbers: []string{"+33140000000"}, Text: "Hello"}, "9", "Aucun numero a envoyer; " + landline},
		"no mobile, survey": {older, SendRequest{Kind: Survey, Numbers: []string{"+33140000000"}, SondageIdent: "S"}, "9", "Aucun numero a envoyer; " + landline},
		"no credit":         {simulator.Recorded(), SendRequest{Numbers: []string{"+33600000001"}, Text: "Hello"}, "", "NOCREDITS"},
		"a batch without mobiles": {
			simulator.Recorded(),
			SendRequest{Kind: Bulk, Texts: []NumberText{{"+33140000000", "Hello"}}},
			"9", "Aucun numéro à envoyer; code 9: Ne semble pas être un numéro de mobile",
		},
		"a batch of stopped numbers": {
			simulator.Recorded(),
			SendRequest{Kind: Bulk, Texts: []NumberText{{"+33600000009", "Hello"}}},
			"14", "Aucun numéro à envoyer; code 14: Le numéro est dans la liste des STOP SMS",
		},
		"a batch of both": {
			simulator.Recorded(),
			SendRequest{Kind: Bulk, Texts: []NumberText{{"+33600000009", "Hello"}, {"+33140000000", "Hello"}}},
			"", "Aucun numéro à envoyer; code 14: Le numéro est dans la liste des STOP SMS; code 9: Ne semble pas être un numéro de mobile",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{Variant: test.variant}, simulator.DefaultAPIKey)
			s.SetCredits(simulator.Credits{Balance: "0"})
			s.AddStop("+33600000009")
			_, err := c.Send(t.Context(), test.request)
			failed := failure(t, err, sends[test.request.Kind].Name, partner.ReasonVendor)
			expect(t, "code of the numbers", failed.ItemCode, test.code)
			expect(t, "words", failed.Words(), test.words)
			expect(t, "sent", len(s.Sent()), 0)
			expectNoViolations(t, s)
		})
	}
}

// Reasons that say nothing, or not the same, leave it at "no number to send".
func TestSend_InnerCodes(t *testing.T) {
	t.Parallel()
	for list, want := range map[string]string{
		`[]`:                             "",
		`[{"message":"Non"}]`:            "",
		`[{"code":"777"}]`:               "",
		`[{"code":"9"},{"code":"777"}]`:  "",
		`[{"code":"9"},{"code":14}]`:     "",
		`[{"code":9},{"code":"9"}]`:      "9",
		`[{"code":"9"},{"message":"X"}]`: "9",
		`[{"code":13}]`:                  "13",
		`[` + strings.Repeat(`{"code":"9","message":"Non"},`, 20) + `{"code":"9","message":"Non"}]`: "9",
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("send", simulator.Step{Body: `{"success":false,"code":55,"errors":` + list + `}`})
		_, err := c.Send(t.Context(), SendRequest{Numbers: []string{"+33600000001"}, Text: "Hello"})
		expect(t, list, failure(t, err, "send", partner.ReasonVendor).ItemCode, want)

		// Other codes mean what they mean.
		s.Script("send", simulator.Step{Body: `{"success":false,"code":14,"errors":` + list + `}`})
		_, err = c.Send(t.Context(), SendRequest{Numbers: []string{"+33600000001"}, Text: "Hello"})
		expect(t, list, failure(t, err, "send", partner.ReasonVendor).ItemCode, "")
	}
}

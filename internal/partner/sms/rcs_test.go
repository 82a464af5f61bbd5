package sms

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// Each form of an RCS is sent as the vendor documents it, and a content of the caller's as it
// is.
func TestRCS_Parameters(t *testing.T) {
	t.Parallel()
	numbers := []string{"+33600000001", "+33600000002"}
	for name, test := range map[string]struct {
		request SendRequest
		body    string
	}{
		"a text": {
			SendRequest{Kind: RCS, Numbers: numbers, Rich: &Rich{
				Text: "Hello", Suggestions: []Suggestion{{"Yes", "pb_1"}, {"No", "pb_2"}},
				Failover: &Failover{Sender: "ACME", Message: "Hello", IsStopSMS: true},
			}, Scheduled: time.Date(2030, time.July, 5, 0, 0, 0, 0, partner.Paris)},
			`{"failover":{"isStopSms":1,"isUnicode":0,"message":"Hello","sender":"ACME"},"isUnicode":1,"minute":0,` +
				`"phoneNumbers":["+33600000001","+33600000002"],"richContent":{"conversation":{"suggestions":[` +
				`{"reply":{"text":"Yes","postbackData":"pb_1"}},{"reply":{"text":"No","postbackData":"pb_2"}}],"text":"Hello"}},` +
				`"scheduledDeliveryDate":"05/07/2030","time":0}`,
		},
		"a file": {
			SendRequest{Kind: RCS, Numbers: numbers[:1], Rich: &Rich{FileURL: "https://example.com/a.png", Failover: &Failover{Message: "Я", IsUnicode: true}}},
			`{"failover":{"isStopSms":0,"isUnicode":1,"message":"Я"},"isUnicode":1,"phoneNumbers":["+33600000001"],` +
				`"richContent":{"conversation":{"file":{"media":{"fileUrl":"https://example.com/a.png"}},"suggestions":[]}}}`,
		},
		"a card": {
			SendRequest{Kind: RCS, Numbers: numbers[:1], Rich: &Rich{Card: &RichCard{"HORIZONTAL", "LEFT", "Title", "Text"}}},
			`{"isUnicode":1,"phoneNumbers":["+33600000001"],"richContent":{"conversation":{"richCard":` +
				`{"orientation":"HORIZONTAL","thumbnailImageAlignment":"LEFT","title":"Title","description":"Text"}}}}`,
		},
		"as it is": {
			SendRequest{Kind: RCS, Numbers: numbers[:1], Rich: &Rich{Content: json.RawMessage(`{"conversation":{"carousel":{"n": 12345678901234567890.10}},"b":null}`)}},
			`{"isUnicode":1,"phoneNumbers":["+33600000001"],"richContent":{"conversation":{"carousel":{"n":12345678901234567890.10}},"b":null}}`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			expectSent(t, test.request, "rcs/send", test.body)
		})
	}
}

// The answer to an RCS counts RCS.
func TestRCS_Answers(t *testing.T) {
	t.Parallel()
	for answer, want := range map[string]string{
		`{"success":true,"code":200,"message_id":1,"nb_rcs":1,"cost":0.12,"currency":"EUR"}`: "1 1 0.12 EUR",
		`{"success":"true","message_id":"1","nb_rcs":"2"}`:                                   "1 2 - -",
		`{"success":true,"message_id":1,"nb_rcs":"a"}`:                                       `1 - - -! "nb_rcs" holds "a", which is not a whole number`,
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("rcs/send", simulator.Step{Body: answer})
		sent, err := c.Send(t.Context(), SendRequest{Kind: RCS, Numbers: []string{"+33600000001"}, Rich: &Rich{Text: "Hello"}})
		if err != nil {
			t.Fatal(err)
		}
		expect(t, "SMS", sent.NbSMS, nil)
		sent.NbSMS = sent.NbRCS
		expect(t, answer, written(sent), want)
	}
}

// No code of an RCS is documented: each is a refusal, but for the one of sends that leaves
// open what became of the message.
func TestRCS_Codes(t *testing.T) {
	t.Parallel()
	for code, unknown := range map[int]bool{2: false, 9: false, 10: false, 40: false, 99: false, 777: false, 500: true} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("rcs/send", simulator.Step{Body: fmt.Sprintf(`{"success":false,"code":%d,"message":"Non"}`, code)})
		_, err := c.Send(t.Context(), SendRequest{Kind: RCS, Numbers: []string{"+33600000001"}, Rich: &Rich{Text: "Hello"}})
		failed := failure(t, err, "rcs/send", partner.ReasonVendor)
		expect(t, fmt.Sprintf("%d: unknown", code), failed.OutcomeUnknown(), unknown)
		expect(t, "words", failed.Words(), "Non")
	}
}

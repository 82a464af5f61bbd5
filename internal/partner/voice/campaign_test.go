package voice

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// told writes what an answer says, and - for what it does not say.
func (c *Campaign) told() string {
	if c == nil {
		return "none"
	}
	text := fmt.Sprintf("%s %s %s %s %s", c.ID, or(c.NbSMS), decimal(c.Cost), or(c.Currency), decimal(c.Duration))
	for _, prefix := range slices.Sorted(maps.Keys(c.Detail)) {
		d := c.Detail[prefix]
		text += fmt.Sprintf(" %s: %s %s %s %s %s", prefix, or(d.NbSMS), decimal(d.CostUnity), decimal(d.Cost), or(d.CountryCode), decimal(d.Duration))
	}
	return fmt.Sprintf("%s %v", text, c.Unread)
}

func decimal(amount *big.Float) string {
	if amount == nil {
		return "-"
	}
	return partner.DecimalText(amount)
}

// The documented answers, and others that mean the same or say less.
func TestSend_Answers(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]string{
		"":                     "Zz9yX8wV7u 1 0.09 EUR 6.3 33: 1 0.09 0.09 fr 6.3 []",
		`{"campaignId": "x1"}`: "x1 - - - - []",
		`{"success": "1", "campaignId": 7, "nbSms": "2", "cost": "0,18", "duration": "6.3", "detail": []}`:  "7 2 0.18 - 6.3 []",
		`{"success": true, "campaign_id": "x1"}`:                                                            "x1 - - - - []",
		`{"success": true, "campaignId": "x1", "campaign_id": "x2"}`:                                        "refused",
		`{"success": true, "campaignId": "x 1"}`:                                                            "refused",
		`{"success": true, "campaignId": "0"}`:                                                              "refused",
		`{"success": true}`:                                                                                 "refused",
		`{"success": true, "campaignId": "x1", "error": "NOT_CREDIT"}`:                                      "refused",
		`{"success": true, "campaignId": "x1", "message": "NOT_CREDIT"}`:                                    "refused",
		`{"success": true, "campaignId": "x1", "code": 0, "message": "1"}`:                                  "x1 - - - - []",
		`{"success": true, "campaignId": "x1", "code": 400}`:                                                "refused",
		`{"success": false, "campaignId": "x1"}`:                                                            "refused",
		`{"success": true, "campaignId": "x1", "message": "Campagne enregistrée"}`:                          "x1 - - - - []",
		`{"success": true, "campaignId": "x1", "detail": {"33": {}, "32": "gratis"}}`:                       `x1 - - - - 33: - - - - - ["detail.32" holds "\"gratis\"", which is not an object]`,
		`{"success": true, "campaignId": "x1", "detail": {"` + simulator.DefaultAPIKey + `": {"cost": 1}}}`: `x1 - - - - ["detail" holds "[REDACTED]", which is not a short name]`,
	} {
		s, c := serve(t, simulator.Options{}, simulator.DefaultAPIKey)
		if body != "" {
			s.Voice.Script("tts/send", simulator.Step{Body: body})
		}
		got, err := c.Send(t.Context(), CampaignRequest{Kind: Speech, Numbers: []string{"+33600000001"}, Text: "Bonjour"})
		text := got.told()
		if err != nil {
			text = "refused"
			if failed, ok := errors.AsType[*partner.Error](err); !ok || !failed.OutcomeUnknown() {
				t.Errorf("%s: it counts as certainly not carried out: %v", body, err)
			}
		}
		expect(t, body, text, want)
		expect(t, body+": requests", len(s.Voice.Requests()), 1)
	}
}

// Each parameter that is set is sent as the documentation writes it, and no other.
func TestSend_Parameters(t *testing.T) {
	t.Parallel()
	zone := time.FixedZone("", 5*60*60+45*60)
	for name, test := range map[string]struct {
		request CampaignRequest
		want    string
	}{
		"a deposit": {
			CampaignRequest{Kind: Deposit, TokenAudio: audioToken, EmailForNotification: "ops@example.com", Sender: "+33600000002", NotifyURL: "https://example.com/cb", Scheduled: time.Date(2030, 6, 1, 13, 16, 0, 0, zone)},
			`{"emailForNotification":"ops@example.com","notifyUrl":"https://example.com/cb","phoneNumbers":"+33600000001,+32470123456","scheduledDate":"2030-06-01 09:31:00","sender":"+33600000002","tokenAudio":"` + audioToken + `"}`,
		},
		"a text":     {CampaignRequest{Kind: Speech, Text: "Été", Lang: "fr", SpeechRate: big.NewFloat(0.5)}, `{"lang":"fr","phoneNumbers":"+33600000001,+32470123456","speechRate":0.5,"text":"Été"}`},
		"a file":     {CampaignRequest{Kind: Speech, TokenAudio: audioToken}, `{"phoneNumbers":"+33600000001,+32470123456","tokenAudio":"` + audioToken + `"}`},
		"midnight":   {CampaignRequest{Kind: Speech, Text: "a", Scheduled: time.Date(2030, 1, 31, 23, 0, 0, 0, time.UTC)}, `{"phoneNumbers":"+33600000001,+32470123456","scheduledDate":"2030-02-01 00:00:00","text":"a"}`},
		"in seconds": {CampaignRequest{Kind: Speech, Text: "a", Scheduled: time.Date(2030, 1, 31, 12, 0, 59, 0, time.UTC)}, `{"phoneNumbers":"+33600000001,+32470123456","scheduledDate":"2030-01-31 13:00:00","text":"a"}`},
	} {
		s, c := serve(t, simulator.Options{}, simulator.DefaultAPIKey)
		test.request.Numbers = []string{"+33600000001", "+32470123456"}
		if _, err := c.Send(t.Context(), test.request); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		var sent map[string]any
		if err := json.Unmarshal(s.Voice.Requests()[0].Body, &sent); err != nil {
			t.Fatal(err)
		}
		delete(sent, "apiKey")
		got, err := json.Marshal(sent)
		if err != nil {
			t.Fatal(err)
		}
		expect(t, name, string(got), test.want)
		expectNoViolations(t, s)
	}
}

// A cancelling is proved by the campaign or by the credit, and a refusal says whether the
// vendor knows the campaign.
func TestCancel(t *testing.T) {
	t.Parallel()
	const unknown, refused = "no campaign", "refused"
	for _, test := range []struct {
		status     int
		body, want string
	}{
		{0, "", "1.8 EUR"},
		{0, `{"assignedCredit": 1.8}`, "1.8 -"},
		{0, `{"success": true, "campaignId": "D572M"}`, "- -"},
		{0, `{"success": true, "assignedCredit": "0"}`, "0 -"},
		{0, `{"success": true}`, refused},
		{0, `{"campaignId": "D572M", "message": "Trop tard"}`, refused},
		{0, `{"success": true, "campaignId": "d572m", "assignedCredit": "1.8"}`, refused},
		{0, `{"success": false, "code": 404}`, unknown},
		{0, `{"code": "404"}`, unknown},
		{404, `{"code": 404}`, unknown},
		{404, `{"success": false}`, unknown},
		{404, `{"success": false, "message": "Introuvable"}`, unknown},
		{404, `{"success": false, "code": 10}`, refused},
		{404, `{"success": false, "code": 400}`, refused},
		{404, `{"success": false, "error": "ACCOUNT_BLOCKED"}`, refused},
		{404, `{"code": 0, "message": "No route"}`, refused},
		{0, `{"success": true, "campaignId": "D572M", "message": "CAMPAIGN_SENT"}`, refused},
		{0, `{"success": true, "campaignId": "D572M", "message": "Campagne annulée"}`, "- -"},
		{0, `{"campaignId": "D572M", "assignedCredit": "1.8", "message": "Not found"}`, refused},
		{0, `{"success": true, "assignedCredit": "un euro"}`, refused},
		{404, `{"error": "CAMPAIGN_NOT_FOUND"}`, unknown},
		{404, `{"message": "No route found"}`, refused},
		{404, `{"success": true, "assignedCredit": "1.8"}`, refused},
		{404, `<html>`, refused},
		{404, ``, refused},
		{400, `{"success": false, "code": 400}`, refused},
		{0, `{"success": false, "code": 10}`, refused},
	} {
		s, c := serve(t, simulator.Options{}, simulator.DefaultAPIKey)
		if test.body != "" || test.status != 0 {
			s.Voice.Script("DELETE /campaign/cancel/{apiKey}/{campaignId}", simulator.Step{Status: test.status, Body: test.body})
		}
		got, err := c.Cancel(t.Context(), "D572M")
		var text string
		switch {
		case err == nil:
			text = decimal(got.AssignedCredit) + " " + or(got.Currency)
		case IsNoCampaign(err):
			text = unknown
		default:
			text = refused
		}
		expect(t, fmt.Sprintf("HTTP %d: %s", test.status, test.body), text, test.want)
		expect(t, "requests", len(s.Voice.Requests()), 1)
	}
}

// The sixth deposit of a minute waits its turn, here in vain, and voice SMS don't.
func TestSend_Rate(t *testing.T) {
	t.Parallel()
	s, c := serve(t, simulator.Options{}, simulator.DefaultAPIKey)
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	deposit := CampaignRequest{Kind: Deposit, Numbers: []string{"+33600000001"}, TokenAudio: audioToken}
	for range 5 {
		if _, err := c.Send(ctx, deposit); err != nil {
			t.Fatal(err)
		}
	}
	_, err := c.Send(ctx, deposit)
	if failed, ok := errors.AsType[*partner.Error](err); !ok || failed.Sent || !strings.Contains(failed.Error(), "rate limit") {
		t.Errorf("got %v", err)
	}
	for range 6 {
		if _, err := c.Send(ctx, CampaignRequest{Kind: Speech, Numbers: []string{"+33600000001"}, Text: "a"}); err != nil {
			t.Fatal(err)
		}
	}
	expect(t, "requests", len(s.Voice.Requests()), 11)
}

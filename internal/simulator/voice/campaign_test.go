package voice

import (
	"fmt"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// The documented answers, and what the account knows afterwards.
func TestCampaigns(t *testing.T) {
	t.Parallel()
	a := atNoon(Variant{})
	_, body := deposit(t, a, "scheduledDate", "2030-02-02 14:15:00", "sender", number, "notifyUrl", "https://example.com/a")
	sameJSON(t, body, "campaign_send.json")
	_, body = speak(t, a, "lang", "fr", "speechRate", 1, "notifyUrl", "https://example.com/cb")
	sameJSON(t, body, "tts_send.json")
	deposit(t, a, "phoneNumbers", numbers)
	speak(t, a, "text", "", "tokenAudio", audioToken, "lang", "en")
	violated(t, a, "")
	afternoon := time.Date(2030, time.February, 2, 14, 15, 0, 0, wire.Paris)
	want := []Campaign{
		{
			ID: "aBcD1234", Kind: Deposit, Numbers: []string{number}, Token: audioToken, Email: "ops@example.com",
			Sender: number, NotifyURL: "https://example.com/a", Scheduled: afternoon, Cost: "0.15",
		},
		{ID: "Zz9yX8wV7u", Kind: VoiceSMS, Numbers: []string{number}, Text: "Bonjour", Lang: "fr", SpeechRate: 1, NotifyURL: "https://example.com/cb", Cost: "0.09"},
		{ID: "aBcD1235", Kind: Deposit, Numbers: []string{number, "+33600000002"}, Token: audioToken, Email: "ops@example.com", Cost: "0.3"},
		{ID: "Zz9yX8wV7v", Kind: VoiceSMS, Numbers: []string{number}, Token: audioToken, Lang: "en", SpeechRate: 1, Cost: "0.09"},
	}
	got := a.Campaigns()
	expect(t, "campaigns", len(got), len(want))
	for i, c := range got {
		c.leaves, c.charged, c.seconds = time.Time{}, 0, 0
		expect(t, "campaign", fmt.Sprint(c), fmt.Sprint(want[i]))
	}
	got[0].Numbers[0] = "changed"
	expect(t, "numbers kept", a.Campaigns()[0].Numbers[0], number)
}

// The answer tells prefix by prefix.
func TestCampaigns_Detail(t *testing.T) {
	t.Parallel()
	_, body := speak(t, atNoon(Variant{}), "phoneNumbers", numbers+",+32470123456", "text", "un ,,,,,, deux")
	contains(t, body,
		`"cost": 0.27`, `"nbSms": 3`, `"duration": 9.4`,
		`"detail": { "33": { "nbSms": 2, "cost_unity": 0.09, "cost": 0.18, "country_code": "fr", "duration": 9.4 }, `+
			`"32": { "nbSms": 1, "cost_unity": 0.09, "cost": 0.09, "country_code": "be", "duration": 9.4 } }`)
	for variant, want := range map[Variant]string{
		{CampaignForms: CampaignForms{DetailEmpty: true}}:    `"detail": [] }`,
		{CampaignForms: CampaignForms{WithoutSuccess: true}}: `{ "campaignId": "`,
	} {
		a := atNoon(variant)
		_, body := speak(t, a)
		contains(t, body, want)
		_, body = deposit(t, a)
		contains(t, body, want)
	}
	a := New(Options{Options: wire.Options{APIKey: key}, Forms: wire.Forms{NumbersAsStrings: true}})
	_, body = deposit(t, a)
	contains(t, body, `"cost": "0.15"`, `"nbSms": "1"`, `"33": { "nbSms": "1", "cost_unity": "0.15", "cost": "0.15" }`)
}

// The credit pays for each number of a campaign that is made, and buys less from then on.
func TestCampaigns_Credit(t *testing.T) {
	t.Parallel()
	a := atNoon(Variant{})
	a.SetCredits(Credits{Balance: "0.60", Currency: "€", Mobile: SpeechTime{Hours: 2}, Landline: SpeechTime{Minutes: 1}, Deposits: 4})
	deposit(t, a, "phoneNumbers", numbers)
	_, body := get(t, a, "/me/"+key)
	contains(t, body, `"credit": "0.3"`, `"tts": { "h": 1, "m": 0, "s": 0 }`, `"tts_fixe": { "h": 0, "m": 0, "s": 30 }`, `"message": 2`)
	_, body = deposit(t, a, "phoneNumbers", numbers+","+number)
	expect(t, "refusal", body, `{ "success": false, "error": "NOT_CREDIT" }`)
	_, body = speak(t, a, "phoneNumbers", numbers+","+number)
	contains(t, body, `"cost": 0.27`)
	_, body = get(t, a, "/me/"+key)
	contains(t, body, `"credit": "0.03"`)
	expect(t, "campaigns", len(a.Campaigns()), 2)
	a.SetCredits(Credits{Balance: "7", Currency: "€"})
	_, body = get(t, a, "/me/"+key)
	contains(t, body, `"credit": "7"`)
}

package voice

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

func TestDeposit_Violations(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		changes []any
		want    string
	}{
		"none":          {[]any{"sender", "0600000009", "scheduledDate", tomorrow, "notifyUrl", "https://example.com/n"}, ""},
		"no e-mail":     {[]any{"emailForNotification", ""}, ""},
		"national":      {[]any{"phoneNumbers", "0600000001"}, ""},
		"e-mail":        {[]any{"emailForNotification", "Ops <ops@example.com>"}, "is not an e-mail address"},
		"no e-mail one": {[]any{"emailForNotification", "ops"}, "is not an e-mail address"},
		"blank":         {[]any{"phoneNumbers", number + ", " + number}, "holds a part that is neither"},
		"00":            {[]any{"phoneNumbers", "0033600000001"}, "holds a part that is neither"},
		"list":          {[]any{"phoneNumbers", []string{number}}, "is neither text, number nor flag"},
		"sender":        {[]any{"sender", "ACME"}, "is neither a national nor an international number"},
		"receiver":      {[]any{"notifyUrl", "https://192.0.2.1/n"}, "is not on loopback"},
		"T":             {[]any{"scheduledDate", "2030-02-02T14:15:00"}, "is not YYYY-mm-dd H:m:00"},
		"seconds":       {[]any{"scheduledDate", "2030-02-02 14:15:30"}, "is not YYYY-mm-dd H:m:00"},
		"no seconds":    {[]any{"scheduledDate", "2030-02-02 14:15"}, "is not YYYY-mm-dd H:m:00"},
		"one digit":     {[]any{"scheduledDate", "2030-02-02 9:15:00"}, "is not YYYY-mm-dd H:m:00"},
		"no day":        {[]any{"scheduledDate", "2030-02-30 09:15:00"}, "is not YYYY-mm-dd H:m:00"},
		"offset":        {[]any{"scheduledDate", "2030-02-02 09:15:00+01:00"}, "is not YYYY-mm-dd H:m:00"},
		"text":          {[]any{"text", "Bonjour"}, `unknown parameter "text"`},
		"format":        {[]any{"_format", "json"}, `unknown parameter "_format"`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := atNoon(Variant{})
			deposit(t, a, test.changes...)
			violated(t, a, test.want)
		})
	}
}

func TestVoiceSMS_Violations(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		changes []any
		want    string
	}{
		"none":          {[]any{"lang", "any text", "speechRate", 0.5, "scheduledDate", tomorrow}, ""},
		"rate as text":  {[]any{"speechRate", "2"}, ""},
		"file":          {[]any{"text", "", "tokenAudio", audioToken, "lang", "fr"}, ""},
		"speed":         {[]any{"speed", 1}, `unknown parameter "speed"`},
		"sender":        {[]any{"sender", number}, `unknown parameter "sender"`},
		"e-mail":        {[]any{"emailForNotification", "ops@example.com"}, `unknown parameter "emailForNotification"`},
		"slow":          {[]any{"speechRate", 0.49}, "is not a rate from 0.5 to 2"},
		"fast":          {[]any{"speechRate", "2.01"}, "is not a rate from 0.5 to 2"},
		"no rate":       {[]any{"speechRate", "fast"}, "is not a rate from 0.5 to 2"},
		"not a number":  {[]any{"speechRate", "NaN"}, "is not a rate from 0.5 to 2"},
		"text and file": {[]any{"tokenAudio", audioToken}, `parameter "text" does not apply to an audio file`},
		"rate of file":  {[]any{"text", "", "tokenAudio", audioToken, "speechRate", 1}, `parameter "speechRate" does not apply to an audio file`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := atNoon(Variant{})
			speak(t, a, test.changes...)
			violated(t, a, test.want)
		})
	}
}

// The moment is one of Paris, in either season, or one of UTC.
func TestSchedule(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		date      string
		utc       bool
		scheduled string
	}{
		{tomorrow, false, "2030-02-02T13:15:00Z"},
		{tomorrow, true, "2030-02-02T14:15:00Z"},
		{"2030-07-02 14:15:00", false, "2030-07-02T12:15:00Z"},
		{"2030-02-02T14:15:00", false, "2030-02-02T13:15:00Z"},
		{"2030-02-01 12:00:00", false, ""}, // now
		{"2029-02-02 14:15:00", false, ""},
		{"tomorrow", false, ""},
		{"", false, ""},
	} {
		a := atNoon(Variant{CampaignForms: CampaignForms{ScheduleUTC: test.utc}})
		speak(t, a, "scheduledDate", test.date)
		made, got := a.Campaigns()[0], ""
		if !made.Scheduled.IsZero() {
			got = made.Scheduled.UTC().Format(time.RFC3339)
		} else {
			expect(t, "leaves", made.leaves, noon)
		}
		expect(t, test.date, got, test.scheduled)
	}
}

// What a voice SMS says is a text or a file. The rate is clamped.
func TestVoiceSMS_Speech(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		changes []any
		forms   SpeechForms
		said    string
		rate    float64
		answer  string
	}{
		{nil, SpeechForms{}, "Bonjour", 1, `"duration": 6.3,`},
		{[]any{"speechRate", "0.1"}, SpeechForms{}, "Bonjour", 0.5, `"duration": 7,`},
		{[]any{"speechRate", 3}, SpeechForms{}, "Bonjour", 2, `"duration": 6,`},
		{[]any{"speechRate", "x"}, SpeechForms{}, "Bonjour", 1, `"duration": 6.3,`},
		{[]any{"text", "Bonjour,,"}, SpeechForms{}, "Bonjour,,", 1, `"duration": 7.3,`},
		{[]any{"text", "été"}, SpeechForms{}, "été", 1, `"duration": 5.9,`},
		{[]any{"speed", 2}, SpeechForms{}, "Bonjour", 1, `"lang": "fr"`},
		{[]any{"speed", 2}, SpeechForms{SpeedAlias: true}, "Bonjour", 2, `"lang": "fr"`},
		{[]any{"speed", 2, "speechRate", 0.5}, SpeechForms{SpeedAlias: true}, "Bonjour", 0.5, `"lang": "fr"`},
		{[]any{"tokenAudio", audioToken, "lang", "en", "speechRate", 2}, SpeechForms{}, "", 1, `"lang": "en", "duration": 8,`},
	} {
		a := atNoon(Variant{SpeechForms: test.forms})
		_, body := speak(t, a, test.changes...)
		contains(t, body, test.answer)
		made := a.Campaigns()[0]
		expect(t, "text", made.Text, test.said)
		expect(t, "rate", made.SpeechRate, test.rate)
	}
}

func TestAudio_Seconds(t *testing.T) {
	t.Parallel()
	for duration, want := range map[string]string{"0:08": "8", "1:02:03": "3723", "": "0", "long": "0"} {
		expect(t, duration, (&Audio{Duration: duration}).seconds().decimal(), want)
	}
}

// A deposit names the file as it is now, with an extension.
func TestDeposit_File(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{"Accueil hiver": "Accueil hiver.wav", "hiver.wav": "hiver.wav"} {
		a := atNoon(Variant{})
		rename(t, a, renamed(audioToken, name))
		_, body := deposit(t, a)
		contains(t, body, `"audioFile": { "filename": "`+want+`", "size": "98.1Ko" }`)
	}
}

func TestCampaigns_Rates(t *testing.T) {
	t.Parallel()
	a := New(Options{Options: wire.Options{APIKey: key, Now: func() time.Time { return noon }}, Variant: Variant{SpeechForms: SpeechForms{RateHeaders: true}}})
	a.SetCredits(Credits{Balance: "unlimited"})
	for n := range 6 {
		want := http.StatusOK
		if n == 5 {
			want = http.StatusTooManyRequests
		}
		status, _ := deposit(t, a)
		expect(t, "deposit", status, want)
	}
	for n := range 2001 {
		want := http.StatusOK
		if n == 2000 {
			want = http.StatusTooManyRequests
		}
		if status, _ := speak(t, a); status != want {
			t.Errorf("voice SMS %d is answered with %d", n+1, status)
		}
	}
	expect(t, "campaigns", len(a.Campaigns()), 2005)
	w := ask(t, a, http.MethodPost, string(VoiceSMS), members(map[string]any{"apiKey": key}))
	expect(t, "limit", w.Header().Get("X-RateLimit-Limit"), "2000")
	expect(t, "remaining", w.Header().Get("X-RateLimit-Remaining"), "0")
	a.Advance(time.Minute)
	status, _ := deposit(t, a)
	expect(t, "deposit a minute later", status, http.StatusOK)
	a.Advance(time.Hour - time.Minute)
	status, _ = speak(t, a)
	expect(t, "voice SMS an hour later", status, http.StatusOK)
	w = ask(t, atNoon(Variant{}), http.MethodPost, string(VoiceSMS), members(map[string]any{"apiKey": key}))
	expect(t, "headers by default", strings.Join(w.Header().Values("X-RateLimit-Limit"), ""), "")
}

package sms

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const hlrPath = wire.BasePath + "/hlr/notify"

// hlrBody asks for a verification of numbers, with more members by name.
func hlrBody(numbers string, more ...string) string {
	members := map[string]string{"apiKey": wire.DefaultAPIKey, "phoneNumbers": numbers}
	for pair := range slices.Chunk(more, 2) {
		members[pair[0]] = pair[1]
	}
	b, err := json.Marshal(members)
	if err != nil {
		panic(err)
	}
	return string(b)
}

func TestHLR_DocumentedExample(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	status, body := post(t, s, hlrPath, hlrBody("+33600000001", "tag", "T 1", "notifyUrl", "https://example.com/hlr"))
	expect(t, "status", status, http.StatusOK)
	expectDocumented(t, body, "hlr_notify.json")
	_, body = post(t, s, hlrPath, hlrBody("+33600000001,+32470123456"))
	expectFields(t, body, `"campaign_id": "HLR000001"`, `"number": 2`, `"cost": 0.01`)
	expectNoViolations(t, s)
	expect(t, "campaigns", fmt.Sprint(s.Campaigns()), "[{HLR000000 [+33600000001] T 1 https://example.com/hlr} {HLR000001 [+33600000001 +32470123456]  }]")
	at := time.Date(2018, time.March, 5, 11, 34, 52, 355e6, wire.Paris)
	expectDocumented(t, s.WebhookBody(s.notification("+33600000001", inUse, at, 0)), "hlr_notification.json")
}

func TestHLR_Refusals(t *testing.T) {
	t.Parallel()
	const noComma, noCommaEnglish = "Les numéros doivent-être séparés par une virgule", "Numbers must be separated by commas"
	const noNumber, noNumberEnglish = "Le champ phoneNumber est requis", "Phone number is required"
	expectRefusals(t, http.MethodPost, hlrPath, map[string]refusal{
		"no number":   {body: keyOnly, code: "2", french: noNumber, english: noNumberEnglish},
		"empty":       {body: hlrBody(""), code: "2", french: noNumber, english: noNumberEnglish},
		"semicolon":   {body: hlrBody("+33600000001;+33600000002"), code: "3", french: noComma, english: noCommaEnglish},
		"no price":    {body: hlrBody("+33600000001,+9990000000"), code: "13", french: "Aucun prix par défaut n'a été trouvé vers cette destination", english: "No default price has been found for this destination"},
		"501 numbers": {body: hlrBody(strings.Repeat("+33600000001,", 500) + "+33600000001"), code: "50", french: "Le nombre de numéros autorisés est de 500 maxi", english: "Maximum of 500 numbers"},
		"no numbers":  {body: hlrBody("x,y"), code: "55", french: "Aucun numéro à envoyer", english: "No number to send"},
	})
}

// The credit pays for each number, and what it buys falls.
func TestHLR_Credit(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	s.SetCredits(Credits{HLR: 180, Balance: "0.900"})
	post(t, s, hlrPath, hlrBody(strings.TrimSuffix(strings.Repeat("+33600000001,", 100), ",")))
	_, body := get(t, s, mePath, query())
	expectFields(t, body, `"balance": "0.400"`, `"creditHlr": 80`)
	_, body = post(t, s, hlrPath, hlrBody(strings.TrimSuffix(strings.Repeat("+33600000001,", 81), ",")))
	expect(t, "body", body, errorAnswer("11", "Crédit insuffisant"))
	expect(t, "campaigns", len(s.Campaigns()), 1)

	s = New(Options{Variant: Variant{CreditForms: CreditForms{NoCreditsObject: true}}})
	s.SetCredits(Credits{Balance: "0"})
	_, body = post(t, s, hlrPath, hlrBody("+33600000001"))
	expectFields(t, body, `"code": 11`, `NOCREDITS`)
}

func TestHLR_Forms(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		forms        HLRForms
		numbers      string
		code, number string
	}{
		"comma":                 {HLRForms{HLRGeneralCommaCode: true}, "+33600000001;+33600000002", "19", ""},
		"stop":                  {HLRForms{}, "+33600000001,+33600000009", "14", ""},
		"stop left out":         {HLRForms{HLRStopsLeftOut: true}, "+33600000001,+33600000009", "200", "1"},
		"nothing but the stops": {HLRForms{HLRStopsLeftOut: true}, "+33600000009", "14", ""},
		"a part that is none":   {HLRForms{}, "+33600000001,x", "200", "1"},
	} {
		s := New(Options{Variant: Variant{HLRForms: test.forms}})
		s.AddStop("+33600000009")
		_, body := post(t, s, hlrPath, hlrBody(test.numbers))
		expectFields(t, body, `"code": `+test.code+",")
		if test.number != "" {
			expectFields(t, body, `"number": `+test.number)
		}
		expect(t, name, len(s.Campaigns()), len(test.number))
	}
}

func TestHLR_Rate(t *testing.T) {
	t.Parallel()
	expectRate(t, 360, func(s *Account) (int, string) { return post(t, s, hlrPath, hlrBody("+33600000001")) })
}

func TestHLR_Violations(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ body, want string }{
		"none":     {hlrBody("+33600000001", "tag", strings.Repeat("é", 20)), ""},
		"blank":    {hlrBody("+33600000001, +33600000002"), "holds a part that is not in international form"},
		"national": {hlrBody("0600000001"), "holds a part that is not in international form"},
		"tag":      {hlrBody("+33600000001", "tag", strings.Repeat("a", 21)), "has more than 20 characters"},
		"address":  {hlrBody("+33600000001", "notifyUrl", "example.com"), "is not a web address"},
		"unknown":  {hlrBody("+33600000001", "urlDlr", "https://example.com"), `unknown parameter "urlDlr"`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := New(Options{})
			post(t, s, hlrPath, test.body)
			expectViolation(t, s, "POST /v1/hlr/notify: ", test.want)
		})
	}
}

// Each number has its notification, in either encoding, with the number or the group of its
// result.
func TestHLR_Notifications(t *testing.T) {
	t.Parallel()
	decode := map[string]func(*testing.T, []byte) url.Values{
		"application/json": func(t *testing.T, body []byte) url.Values {
			t.Helper()
			values := url.Values{}
			for name, value := range fields(t, string(body)) {
				values.Set(name, fmt.Sprint(value))
			}
			return values
		},
		"application/x-www-form-urlencoded": func(t *testing.T, body []byte) url.Values {
			t.Helper()
			values, err := url.ParseQuery(string(body))
			if err != nil {
				t.Error(err)
			}
			return values
		},
	}
	for forms, want := range map[HLRForms]string{
		{}: "application/json +33600000001 0 NO_ERROR , +33600000090 27 EC_ABSENT_SUBSCRIBER , +33600000095 2049 EC_IMSI_BLACKLISTED ",
		{HLRFormNotification: true, HLRErrorGroups: true}: "application/x-www-form-urlencoded +33600000001 0 NO_ERROR , +33600000090 1 EC_ABSENT_SUBSCRIBER , +33600000095 2 EC_IMSI_BLACKLISTED ",
	} {
		t.Run(want[:24], func(t *testing.T) {
			t.Parallel()
			type call struct {
				kind string
				body []byte
			}
			var got []call // one call at a time
			receiver := func(_ http.ResponseWriter, r *http.Request) {
				body, _ := io.ReadAll(r.Body)
				got = append(got, call{r.Header.Get("Content-Type"), body})
			}
			hooked(t, Options{DeliveryDelay: time.Minute, Variant: Variant{HLRForms: forms}}, receiver, func(t *testing.T, s *Account, _ *pipeClient) {
				post(t, s, hlrPath, hlrBody("+33600000001,+33600000090,+33600000093,+33600000095", "notifyUrl", hook))
				synctest.Wait()
				expect(t, "calls at once", len(s.WebhookCalls()), 0)
				if err := s.AwaitWebhookCalls(t.Context(), 3); err != nil {
					t.Fatal(err)
				}
				time.Sleep(24 * time.Hour) // nothing is told of 93
				var said []string
				for _, call := range got {
					values := decode[call.kind](t, call.body)
					expect(t, "members", strings.Join(slices.Sorted(maps.Keys(values)), " "), "date errorDesc errorGrpId errorName mccMnc messageId phone ported")
					said = append(said, values.Get("phone")+" "+values.Get("errorGrpId")+" "+values.Get("errorName"))
				}
				expect(t, "notifications", got[0].kind+" "+strings.Join(said, ", "), want)
			})
		})
	}
}

// The help of the program has every ending.
func TestHLRHelp(t *testing.T) {
	t.Parallel()
	help := HLRHelp()
	for _, r := range hlrResults() {
		meaning := r.name
		if r.silent {
			meaning = "no notification"
		}
		expectFields(t, help, "..."+r.ending+"  "+meaning+"\n")
	}
	expectFields(t, help, "other  NO_ERROR\n")
}

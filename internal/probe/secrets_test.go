package main

import (
	"context"
	"encoding/json"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/mail"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/voice"
)

// secrets are what no output may have.
var secrets = []string{
	smsKey, voiceKey, mailKey, ownMail, "612345678", "6 12 34 56 78", "112345678", "1 12 34 56 78",
	"Solène", "Dupont-Moretti", "owner@firm.example", "4711.238", "98765", "Clients VIP", "Standard 33", "opt.out@else.example",
	"611223344", "6 11 22 33 44", "0a1b2c3d4e5f60718293a4b5c6d7e8f9", "13 rue", "1975-03-04",
}

// expectVeiled searches all that a run writes, but what the user typed is on the screen anyway.
func expectVeiled(t *testing.T, o outcome) {
	t.Helper()
	if o.report == "" {
		t.Error("there is no report")
	}
	texts := append(slices.Clone(o.fixtures), o.report, o.stderr)
	for _, secret := range secrets {
		quoted, err := json.Marshal(secret)
		if err != nil {
			t.Fatal(err)
		}
		for _, form := range []string{secret, url.QueryEscape(secret), url.PathEscape(secret), string(quoted[1 : len(quoted)-1])} {
			for _, text := range texts {
				if i := strings.Index(text, form); i >= 0 {
					t.Errorf("%q shows: ...%s...", secret, text[max(0, i-80):min(len(text), i+80)])
				}
			}
		}
	}
}

// private puts names, numbers and tokens on an account.
func private(a *account) {
	a.SetCredits(simulator.Credits{
		Username: "owner@firm.example", FirstName: "Solène", LastName: "Dupont-Moretti", Balance: "4711.238", SMS: 98765,
	})
	a.AddGroup(sms.Group{ID: "G77", Name: "Clients VIP"})
	for range 2 {
		a.AddContact(sms.Contact{GroupID: "G77", Number: "+33611223344", Details: map[string]string{
			"firstname": "Solène", "lastname": "Dupont-Moretti", "date": "1975-03-04", "custom1": "13 rue du Bac",
		}})
	}
	a.AddStop("+33611223344")
	a.Voice.AddAudio(voice.Audio{Token: "0a1b2c3d4e5f60718293a4b5c6d7e8f9", Name: "Standard 33", Size: "1Ko", Duration: "0:01"})
	a.Mail.SetCredits(mail.Credits{Username: "owner@firm.example", Mails: 98765, Balance: "4711.238", Currency: "EUR"})
	a.Mail.AddUnsubscribe("opt.out@else.example")
}

func TestNothingPrivateShows(t *testing.T) {
	t.Parallel()
	for name, variant := range map[string]simulator.Variant{
		"documented": {}, "recorded": simulator.Recorded(),
		"as text": {Forms: simulator.Forms{NumbersAsStrings: true, FlagsAsStrings: true, EscapeUnicode: true, DetailNumbers: true}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := newAccount(t, simulator.Options{Variant: variant})
			private(a)
			folder := filepath.Join(t.TempDir(), "fixtures")
			o := a.run(t.Context(), t, append(slices.Clone(everything), "-group", "G77", "-fixtures", folder)...)
			if o.code != exitDone || len(o.fixtures) < 80 {
				t.Errorf("exit code %d, %d fixtures", o.code, len(o.fixtures))
			}
			expectVeiled(t, o)
		})
	}
}

// TestServerQuotes has servers that quote what they got, in bodies of every kind.
func TestServerQuotes(t *testing.T) {
	t.Parallel()
	quoted := strings.Join(append(slices.Clone(secrets[:8]), url.QueryEscape(voiceKey), url.PathEscape(voiceKey)), " and ")
	body, err := json.Marshal(map[string]any{
		"success": false, "code": 99, "message": quoted, "trace": quoted, "deep": []any{map[string]any{"any": smsKey, voiceKey: ownMail}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, step := range map[string]simulator.Step{
		"JSON": {Status: 400, Body: string(body)}, "HTML": {Status: 502, Body: "<html>" + quoted},
		"XML":  {Status: 200, Body: "<?xml version='1.0'?><result><entry>false</entry><entry>9</entry><entry>" + quoted + "</entry></result>"},
		"tags": {Status: 200, Body: `<br /><b>` + quoted + `</b><link href="` + quoted + `"/>`}, "half": {Status: 200, Body: string(body) + "<br/>" + quoted},
		"attributes": {Status: 200, Body: `<result a="` + url.QueryEscape(voiceKey) + `"><!-- ` + ownMail + ` --><entry>true</entry></result>`},
		"cut":        {Drop: simulator.DropDuring}, "closed": {Drop: simulator.DropBefore},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := newAccount(t, simulator.Options{})
			steps := slices.Repeat([]simulator.Step{step}, 60)
			for _, path := range []string{"/me", "/lookup", "/group/list", "/bulk-status"} {
				a.Script(path, steps...)
			}
			a.Voice.Script("/me/{apiKey}", steps...)
			a.Voice.Script("/audios/{apiKey}", steps...)
			a.Mail.Script("/me", steps...)
			expectVeiled(t, a.run(t.Context(), t, append(slices.Clone(everything), "-fixtures", t.TempDir())...))
		})
	}
}

func TestNoServer(t *testing.T) {
	t.Parallel()
	a := newAccount(t, simulator.Options{})
	if err := a.server.Close(); err != nil {
		t.Fatal(err)
	}
	o := a.run(t.Context(), t, everything...)
	expectVeiled(t, o)
	if !strings.Contains(o.report, "No answer: ") || o.code != exitDone {
		t.Errorf("exit code %d:\n%s", o.code, o.report)
	}
}

func TestAddressesOfServers(t *testing.T) {
	t.Parallel()
	a := newAccount(t, simulator.Options{})
	for address, want := range map[string]int{
		"http://api.example.com/v1": exitFailed, "https://user:word@api.example.com/v1": exitFailed, "api.example.com": exitFailed,
	} {
		variables := a.variables()
		variables["SMSPARTNER_BASE_URL"] = address
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		o := a.runWith(ctx, t, console{stdin: strings.NewReader(""), variable: func(name string) string { return variables[name] }}, "-yes")
		if o.code != want || strings.Contains(o.stderr, "word") {
			t.Errorf("%s: exit code %d, %s", address, o.code, o.stderr)
		}
	}
}

// numberLike matches phone numbers in requests.
var numberLike = regexp.MustCompile(`\+?[0-9]{9,}`)

func TestOnlyGivenNumbers(t *testing.T) {
	t.Parallel()
	a := newAccount(t, simulator.Options{})
	a.run(t.Context(), t, append(slices.Clone(everything), "-real-sms", "-hlr")...)
	given := []string{ownNumber, landline, unknownToken, smsKey, mailKey, wrongKey}
	seen := 0
	for _, r := range slices.Concat(a.Requests(), a.Mail.Requests(), a.Voice.Requests()) {
		text := strings.NewReplacer(smsKey, "", voiceKey, "", mailKey, "", wrongKey, "").Replace(string(r.Body))
		for _, values := range r.Query {
			text += " " + strings.NewReplacer(smsKey, "", mailKey, "", wrongKey, "").Replace(strings.Join(values, " "))
		}
		for _, number := range numberLike.FindAllString(text, -1) {
			seen++
			if !slices.Contains(given, number) {
				t.Errorf("%s %s goes to %s", r.Method, r.Path, number)
			}
		}
	}
	if seen < 20 {
		t.Errorf("only %d numbers were found in the requests", seen)
	}
	for _, sent := range a.Sent() {
		for _, text := range sent.Texts {
			if !sent.Sandbox && text.Number != ownNumber {
				t.Errorf("a real SMS goes to %s", text.Number)
			}
		}
	}
}

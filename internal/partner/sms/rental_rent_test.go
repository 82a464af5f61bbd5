package sms

import (
	"bytes"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

var someVolumes = map[string]int64{"60200": 20}

// Whatever a success holds, it says that the contacts are rented.
func TestRent_Answers(t *testing.T) {
	t.Parallel()
	const costs = `"Quantity":20,"Total":"1.8","CostUnity":"0.09"`
	const noCosts = `"Quantity":null,"Total":null,"CostUnity":null`
	for answer, want := range map[string]string{
		`"op":"rent","token":"T1","datas":[],"cost":{"quantity":20,"total":1.8,"cost_unity":0.09}`: `{"Token":"T1",` + costs + `,"Unread":[]}`,
		`"op":"Louer","token":123,"quantity":"20","total":"1.80","cost_unity":"0.09"`:              `{"Token":"123",` + costs + `,"Unread":[]}`,
		`"location":{"token":"T1","cost":{"quantity":20,"total":1.8,"cost_unity":0.09}}`:           `{"Token":"T1",` + costs + `,"Unread":[]}`,
		`"datas":{"locationToken":"T1","quantity":20,"total":1.8,"cost_unity":0.09}`:               `{"Token":"T1",` + costs + `,"Unread":[]}`,
		`"token":"T1","location":{"token":"T1"}`:                                                   `{"Token":"T1",` + noCosts + `,"Unread":[]}`,
		`"token":"T1","location":{"token":"T2"}`:                                                   `{"Token":null,` + noCosts + `,"Unread":["the answer holds two tokens that differ"]}`,
		`"token":"T1","location_token":"T2"`:                                                       `{"Token":null,` + noCosts + `,"Unread":["the answer holds two tokens that differ"]}`,
		`"token":["T1"]`:                                                                           `{"Token":null,` + noCosts + `,"Unread":["\"token\" holds \"(not shown: it can hold secrets)\", which is not a single value","the token is no single text or number"]}`,
		`"token":true,"cost":{"quantity":20,"total":1.8,"cost_unity":0.09}`:                        `{"Token":null,` + costs + `,"Unread":["the token is no single text or number"]}`,
		`"token":"","message":"ok"`:                                                                `{"Token":null,` + noCosts + `,"Unread":[]}`,
		`"code":200`:                                                                               `{"Token":null,` + noCosts + `,"Unread":[]}`,
		`"token":"T1","cost":{"total":"much"}`:                                                     `{"Token":"T1",` + noCosts + `,"Unread":["\"cost.total\" holds \"(not shown: it can hold secrets)\", which is not a number"]}`,
		`"token":"T1","location":{"cost":1},"location":{"cost":2}`:                                 `{"Token":"T1",` + noCosts + `,"Unread":["\"location\" holds \"(not shown: it can hold secrets)\", which is not one object"]}`,
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("location/optin", simulator.Step{Body: `{"success":true,` + answer + `}`})
		rented, err := c.Rent(t.Context(), documentedCriteria, someVolumes)
		if err != nil {
			t.Errorf("%s: %v", answer, err)
			continue
		}
		expect(t, answer, strings.ReplaceAll(inJSON(t, rented), `"Unread":null`, `"Unread":[]`), want)
	}
}

// The token is found wherever it stands, also without "success" and with other codes of
// success.
func TestRent_Tokens(t *testing.T) {
	t.Parallel()
	for _, answer := range []string{
		`{"token":"T1"}`,
		`{"op":"rent","token":"T1","cost":{"quantity":20}}`,
		`{"success":true,"code":2,"token":"T1"}`,
		`{"success":true,"code":0,"token":"T1"}`,
		`{"success":true,"data":[{"token":"T1"}]}`,
		`{"success":true,"location":{"rental":{"token":"T1"}}}`,
		`{"success":true,"rentalToken":"T1"}`,
		`{"success":true,"datas":[{"Type":"CP","Localite":"60200","Volume":20}],"location":[{"token_location":"T1"}]}`,
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("location/optin", simulator.Step{Body: answer})
		rented, err := c.Rent(t.Context(), documentedCriteria, someVolumes)
		if err != nil || rented.Token == nil || *rented.Token != "T1" {
			t.Errorf("%s: %+v, %v", answer, rented, err)
		}
	}
}

// What says neither that it was rented nor that it was not leaves it open. Nothing is
// rented twice.
func TestRent_Failures(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		step simulator.Step
		open bool
	}{
		"price":           {simulator.Step{Body: `{"success":true,"op":"price","cost":{}}`}, true},
		"success, code":   {simulator.Step{Body: `{"success":true,"code":11}`}, true},
		"nothing":         {simulator.Step{Body: `{}`}, true},
		"failed, token":   {simulator.Step{Body: `{"success":false,"token":"T1"}`}, true},
		"token, message":  {simulator.Step{Body: `{"token":"T1","code":11,"message":"Crédit insuffisant"}`}, true},
		"HTML":            {simulator.Step{Body: `<html>`}, true},
		"broken off":      {simulator.Step{Body: `{"success"`, Drop: simulator.DropDuring}, true},
		"dropped":         {simulator.Step{Drop: simulator.DropBefore}, true},
		"502":             {simulator.Step{Status: http.StatusBadGateway}, true},
		"failed, code 36": {simulator.Step{Body: `{"success":false,"code":36}`}, true},
		"no credit":       {simulator.Step{Body: `{"success":false,"code":11}`}, false},
		"no results":      {simulator.Step{Body: `{"success":false,"code":61}`}, false},
		"404":             {simulator.Step{Status: http.StatusNotFound}, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Script("location/optin", test.step)
			_, err := c.Rent(t.Context(), documentedCriteria, someVolumes)
			if err == nil {
				t.Fatal("no error")
			}
			expect(t, "outcome unknown", partner.OutcomeUnknown(err), test.open)
			expect(t, "requests", len(s.Requests()), 1)
		})
	}
}

// Each form of the answer is a rental, which was paid for once.
func TestRent_Forms(t *testing.T) {
	t.Parallel()
	for forms, withToken := range map[sms.RentalForms]bool{
		{}: true, {RentalOpCapital: true}: true, {RentalToken: "nested"}: true, {RentalToken: "none"}: false, {RentalNoCost: true}: true,
	} {
		s, c := start(t, withRentals(forms), simulator.DefaultAPIKey)
		rented, err := c.Rent(t.Context(), documentedCriteria, someVolumes)
		if err != nil {
			t.Fatal(err)
		}
		expect(t, "token", or(rented.Token, strings.Clone), map[bool]string{true: s.Rentals()[0].Token, false: "-"}[withToken])
		expect(t, "cost", rented.Total == nil, forms.RentalNoCost)
		expect(t, "rentals", len(s.Rentals()), 1)
		expectNoViolations(t, s)
	}
}

// The token is in no log and no error.
func TestRental_TokenIsSecret(t *testing.T) {
	t.Parallel()
	s, url := simulator.Start(t, simulator.Options{})
	var log bytes.Buffer
	c := New(partner.Config{
		BaseURL: url, APIKey: simulator.DefaultAPIKey,
		Logger: slog.New(slog.NewJSONHandler(&log, &slog.HandlerOptions{Level: partner.LevelTrace})),
	})
	rented, err := c.Rent(t.Context(), documentedCriteria, someVolumes)
	if err != nil {
		t.Fatal(err)
	}
	token := *rented.Token
	var said []error
	call := func(path, body string, call func() error) {
		s.Script(path, simulator.Step{Body: strings.ReplaceAll(body, "TOKEN", token)})
		said = append(said, call())
	}
	for _, body := range []string{
		`TOKEN`, `{"success":false,"code":"TOKEN","message":"TOKEN"}`, `{"success":false,"message":{"token":"TOKEN"}}`,
		`{"success":true,"op":"price","token":"TOKEN"}`, `{"success":true,"status":["TOKEN"],"token":"TOKEN"}`, `<html>TOKEN`,
	} {
		call("location/optin", body, func() error { _, err := c.Rent(t.Context(), documentedCriteria, someVolumes); return err })
		call("location/status", body, func() error { _, err := c.RentalStatus(t.Context(), token); return err })
		call("location/file/download", body, func() error { _, err := c.RentalFile(t.Context(), token, &strings.Builder{}); return err })
	}
	for _, err := range said {
		if err != nil && strings.Contains(err.Error(), token) {
			t.Errorf("the token is in %v", err)
		}
	}
	if strings.Contains(log.String(), token) {
		t.Error("the token is in the log")
	}
	expect(t, "log is empty", log.Len() == 0, false)
}

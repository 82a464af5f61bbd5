package main

import (
	"net/http"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

func TestVeil(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]string{
		// The form of a number stays, and so does that it is the same one.
		`{"phone":"+33612345678","number":"0612345678","request":"33612345678","national":"06 12 34 56 78"}`: `{"phone":"+<phone 1>","number":"0<phone 1>","request":"<phone 1>","national":"0<phone 1 spaced>"}`,
		// Types stay.
		`{"message_id":4242,"messageId":"4242","cost":0.038,"nb_sms":1}`: `{"message_id":<id 1>,"messageId":"<id 1>","cost":0.038,"nb_sms":1}`,
		`{"date":"1534615206","createdAt":"2015-02-07 22:39:46"}`:        `{"date":"1534615206","createdAt":"2015-02-07 22:39:46"}`,
		// A birthday is private, and figures of the account are.
		`{"contactId":"C9","date":"1975-03-04"}`:                  `{"contactId":"<token 1>","date":"2000-01-31"}`,
		`{"datas":[{"cost":"4.5","nb_send":"7","m":"09"}]}`:       `{"datas":[{"cost":"<amount 1>","nb_send":"<amount 2>","m":"09"}]}`,
		`{"credits":{"total":5,"currency":"EUR","left":"7.123"}}`: `{"credits":{"total":<number 1>,"currency":"EUR","left":"<amount 1>"}}`,
		// The vendor's words stay, with what was named before replaced in them.
		`{"firstname":"Ada","message":"Le contact Ada (0612345678, ada@x.example) n'existe pas. Adapter le groupe."}`: `{"firstname":"<name 1>","message":"Le contact <name 1> (0<phone 1>, <mail 1>) n'existe pas. Adapter le groupe."}`,
		// What no documentation names is replaced.
		`{"new":{"field":"rue du Bac","count":12,"on":true,"none":null}}`: `{"new":{"field":"<text 1>","count":<number 1>,"on":true,"none":null}}`,
	} {
		got := newVeil().body([]byte(body), shown)
		if flat := strings.NewReplacer("\n", "", "  ", "", `": `, `":`).Replace(got); flat != want {
			t.Errorf("%s becomes\n%s, want\n%s", body, flat, want)
		}
	}
}

func TestHeaders(t *testing.T) {
	t.Parallel()
	a := newAccount(t, simulator.Options{})
	a.Script("/me", simulator.Step{Status: http.StatusTooManyRequests, Header: http.Header{
		"X-Ratelimit-Reset": {"1534615206"}, "Retry-After": {"60"}, "Set-Cookie": {"session=1"}, "Server": {"nginx"},
	}})
	o := a.run(t.Context(), t, "-yes")
	for _, want := range []string{"X-Ratelimit-Reset: 1534615206", "Retry-After: 60", "- HTTP 429 on GET /me", "- header Retry-After on GET /me"} {
		if !strings.Contains(o.report, want) {
			t.Errorf("the report does not have %q", want)
		}
	}
	if strings.Contains(o.report, "session") || strings.Contains(o.report, "nginx") {
		t.Error("the report has headers of no interest")
	}
}

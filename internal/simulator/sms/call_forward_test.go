package sms

import (
	"fmt"
	"net/http"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const forwardPath = wire.BasePath + "/vn/callforward"

func forwardBody(number, kind, param string) string {
	return fmt.Sprintf(`{"apiKey": %q, "number": %q, "type": %s, "param": %q}`, wire.DefaultAPIKey, number, kind, param)
}

func TestForward_Answers(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	for _, f := range []Forwarding{{ForwardCalls, "33100000000"}, {ForwardCalls, "33100000001"}, {ForwardVoicemail, "a@example.com"}} {
		_, body := post(t, s, forwardPath, forwardBody("33700000000", f.Type, f.Param))
		expectFields(t, body, `"success": true`, `"code": 2`)
		expect(t, "forwarding", s.Forwarding("+33700000000"), f)
	}
	_, body := post(t, s, forwardPath, forwardBody("+33700000000", ForwardOff, ""))
	expectDocumented(t, body, "call_forward.json")
	expect(t, "forwarding", s.Forwarding("0700000000").Type, ForwardOff)
	expectNoViolations(t, s)
}

func TestForward_Refusals(t *testing.T) {
	t.Parallel()
	const off = `"type": 0, "param": ""}`
	with := func(members string) string { return `{"apiKey": "` + wire.DefaultAPIKey + `", ` + members }
	for code, test := range map[string]struct{ body, words string }{
		"5":  {with(off), "Le numéro virtuel est requis"},
		"6":  {with(`"number": "33700000000"}`), "Le type est requis"},
		"7":  {forwardBody("33700000000", "3", ""), "Le type n'est pas valide"},
		"8":  {forwardBody("33700000000", ForwardCalls, ""), "param est requis"},
		"9":  {forwardBody("33700000000", ForwardVoicemail, "nobody"), "L'email n'est pas valide"},
		"10": {`{"number": "33700000000", ` + off, "La Clé API est requise"},
		"12": {forwardBody("33700000000", ForwardCalls, "12"), "Le numéro de transfert n'est pas valide"},
		"13": {forwardBody("33700000009", ForwardOff, ""), "Le numéro virtuel n'existe pas"},
		"15": {forwardBody("33700000001", ForwardOff, ""), "Le numéro est désactivé"},
		"18": {forwardBody("33700000000", ForwardOff, ""), "Le transfert d'appel est déjà désactivé"},
	} {
		s := New(Options{Senders: []string{"33700000000", "33700000001"}})
		s.DisableNumber("+33700000001")
		status, body := post(t, s, forwardPath, test.body)
		expect(t, code+": status", status, http.StatusOK)
		expectFields(t, body, `"success": false`, `"code": `+code+",", test.words)
	}
}

func TestForward_Forms(t *testing.T) {
	t.Parallel()
	s := New(Options{Variant: Variant{ForwardForms: ForwardForms{
		ForwardChangeRefused: true, ForwardOffCode14: true, ForwardCode200: true, ForwardEmailCode5: true, ForwardPlus: true,
	}}})
	for _, step := range []struct{ number, kind, param, want string }{
		{"33700000000", ForwardOff, "", `"code": 13`},
		{"+33700000000", ForwardOff, "", `"code": 14`},
		{"+33700000000", ForwardVoicemail, "nobody", `"code": 5,`},
		{"+33700000000", ForwardCalls, "33100000000", `"code": 200`},
		{"+33700000000", ForwardCalls, "33100000000", `"code": 16`},
		{"+33700000000", ForwardVoicemail, "a@example.com", `"code": 16`},
		{"+33700000000", ForwardOff, "", `"code": 2,`},
		{"+33700000000", ForwardVoicemail, "a@example.com", `"code": 200`},
		{"+33700000000", ForwardCalls, "33100000000", `"code": 17`},
	} {
		_, body := post(t, s, forwardPath, forwardBody(step.number, step.kind, step.param))
		expectFields(t, body, step.want)
	}
	expect(t, "forwarding", s.Forwarding("33700000000"), Forwarding{ForwardVoicemail, "a@example.com"})
	s.SetForwarding("+33700000000", Forwarding{ForwardCalls, "33100000000"})
	_, body := post(t, s, forwardPath, forwardBody("+33700000000", ForwardVoicemail, "a@example.com"))
	expectFields(t, body, `"code": 16`)
	expectNoViolations(t, s)
}

package sms

import (
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// Numbers in France's plan, or shaped as if they were, that are no mobiles: every
// call that asks for a mobile refuses them.
func TestNotMobile(t *testing.T) {
	t.Parallel()
	for _, number := range []string{"+33000000000", "+33140000000", "+33800000000", "+33899700000", "+33900000000"} {
		const mobile = "+33600000001"
		bare := strings.TrimPrefix(number, "+")
		for name, test := range map[string]struct{ path, body, want string }{
			"send":         {sendPath, sendBody(t, "phoneNumbers", mobile+","+number), "Ne semble pas etre un numero de mobile (" + number + ")"},
			"survey":       {surveyPath, surveyBody(t, "phoneNumbers", mobile+","+number), "Ne semble pas etre un numero de mobile (" + number + ")"},
			"vn/send":      {vnPath, longNumberBody(t, "to", "33600000001,"+bare), "Ne semble pas etre un numero de mobile (" + bare + ")"},
			"bulk-send":    {bulkPath, bulkBody(t, []string{mobile, "m", number, "m"}), `"message": "Ne semble pas être un numéro de mobile"`},
			"multi-status": {multiStatusPath, listBody(`[{"phoneNumber": "` + number + `", "messageId": 1111}]`), `"message": "Ne semble pas être un numéro de mobile"`},
		} {
			t.Run(name+" "+number, func(t *testing.T) {
				t.Parallel()
				s := New(Options{})
				_, body := post(t, s, test.path, test.body)
				expectFields(t, body, `"code": 9`, test.want)
				for _, sent := range s.Sent() {
					expect(t, "recipients", len(sent.Texts), 1)
					expect(t, "recipient", sent.Texts[0].Number, mobile)
				}
			})
		}
	}
}

// The recorded answer, in both texts. What is wrong with the request besides comes
// before it, and so does what is no number at all.
func TestNotMobileDetails(t *testing.T) {
	t.Parallel()
	const landline = `{"success":false,"code":55,"message":"TEXT","errors":[` +
		`{"success":false,"code":"9","message":"Le téléphone (0140000000) n'est pas être un numéro de mobile"}]}`
	for name, test := range map[string]struct {
		variant Variant
		with    []any
		want    string
	}{
		"text":             {with: nil, want: strings.Replace(landline, "TEXT", "Aucun numero a envoyer", 1)},
		"older text":       {variant: Variant{NotMobileForms: NotMobileForms{NotMobileOldText: true}}, want: strings.Replace(landline, "TEXT", "Aucun prix par default n'a été trouvé pour les numéros suivant (0140000000)", 1)},
		"with single code": {variant: Variant{SendForms: SendForms{SingleCodes: true}}, want: strings.Replace(landline, "TEXT", "Aucun numero a envoyer", 1)},
		"number":           {variant: Variant{Forms: wire.Forms{DetailNumbers: true}}, want: strings.NewReplacer("TEXT", "Aucun numero a envoyer", `mobile"}`, `mobile","phoneNumber":"0140000000"}`).Replace(landline)},
		"no text":          {with: []any{"message", ""}, want: `{"success":false,"code":9,"error":[{"elementId":"children[message].data","message":"Le message est requis"}]}`},
		"no number":        {with: []any{"phoneNumbers", "0140000000,12"}, want: `{"success":false,"code":9,"error":[{"elementId":"children[phoneNumbers].data","message":"Ce numero de telephone n'est pas valide (12)"}]}`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test.variant.NotMobileDetails = true
			s := New(Options{Variant: test.variant})
			_, body := post(t, s, sendPath, sendBody(t, append([]any{"phoneNumbers", "0140000000"}, test.with...)...))
			expect(t, "body", compact(t, body), test.want)
			expect(t, "sent", len(s.Sent()), 0)
		})
	}
	_, body := post(t, New(Options{Variant: Variant{NotMobileForms: NotMobileForms{NotMobileDetails: true}, Forms: wire.Forms{English: true}}}), sendPath, sendBody(t, "phoneNumbers", "0140000000,0900000000"))
	expectFields(t, body, `"message": "No number to send"`, "(0140000000)", "(0900000000)")
}

package simulator

import (
	"strings"
	"testing"
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

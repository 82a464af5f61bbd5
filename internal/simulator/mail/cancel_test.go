package mail

import (
	"testing"
	"time"
)

func TestCancel(t *testing.T) {
	t.Parallel()
	a := atNoon(Variant{})
	send(t, a, append(at("23/09/2030", 12, 30), "params", to("a@example.com", "b@example.com"))...)
	contains(t, get(t, a, "/me?apiKey=k"), `"balance": "43.119"`)
	sameJSON(t, cancel(t, a, "300"), "message_cancel.json")
	expect(t, "cancelled", a.Mails()[0].Cancelled, true)
	contains(t, get(t, a, "/me?apiKey=k"), `"creditMail": 1200,`, `"balance": "45.119"`)
	contains(t, cancel(t, a, "300"), `{ "success": false, "code": 5, "message": "L'envoi du mail a déjà été annulé" }`)
	contains(t, get(t, a, "/me?apiKey=k"), `"balance": "45.119"`)

	send(t, a)
	for _, test := range []struct{ path, want string }{
		{"/message-cancel?messageId=300", `"code": 1,`},
		{"/message-cancel?apiKey=wrong&messageId=300", `"code": 10,`},
		{"/message-cancel?apiKey=k", `{ "success": false, "code": 3, "message": "L'ID du message est requis" }`},
		{"/message-cancel?apiKey=k&messageId=", `"code": 3,`},
		{"/message-cancel?apiKey=k&messageId=302", `{ "success": false, "code": 4, "message": "Message introuvable" }`},
		{"/message-cancel?apiKey=k&messageId=a%20b", `"code": 4,`},
		{"/message-cancel?apiKey=k&messageId=301", `{ "success": false, "code": 7, "message": "Vous ne pouvez pas annuler un mail déjà envoyé" }`},
		{"/bulk-status?apiKey=k", `{ "success": false, "code": 3, "message": "L'ID du message est requis" }`},
		{"/bulk-status?apiKey=k&messageId=302", `{ "success": false, "code": 4, "message": "Message introuvable" }`},
		{"/bulk-status?messageId=301", `"code": 1,`},
		{"/bulk-status?apiKey=wrong&messageId=301", `"code": 10,`},
		{"/bulk-status?apiKey=k&messageId=301&_format=xml", `<![CDATA[Delivered]]>`},
	} {
		contains(t, get(t, a, test.path), test.want)
	}
	violated(t, a, "")
}

// A mail can be cancelled until 5 minutes before it leaves.
func TestCancel_Lead(t *testing.T) {
	t.Parallel()
	for passed, want := range map[time.Duration]string{
		25 * time.Minute:                 well,
		25*time.Minute + time.Nanosecond: `{ "success": false, "code": 6, "message": "Vous ne pouvez pas annuler l'envoi d'un mail moins de 5 minutes avant son envoi" }`,
		30*time.Minute - time.Nanosecond: `"code": 6,`,
		30 * time.Minute:                 `"code": 7,`,
	} {
		a := atNoon(Variant{})
		send(t, a, at("23/09/2030", 12, 30)...)
		a.Advance(passed)
		contains(t, cancel(t, a, "300"), want)
		expect(t, "cancelled", a.Mails()[0].Cancelled, want == well)
	}
}

func TestCancel_WithoutRefund(t *testing.T) {
	t.Parallel()
	a := atNoon(Variant{CancelForms: CancelForms{CancelWithoutRefund: true}})
	send(t, a, at("23/09/2030", 12, 30)...)
	contains(t, cancel(t, a, "300"), well)
	contains(t, get(t, a, "/me?apiKey=k"), `"balance": "44.119"`)
}

package mail

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// The sample of the page, with its answer.
func TestSend_Documented(t *testing.T) {
	t.Parallel()
	a := atNoon(Variant{})
	sample := []any{
		"htmlContent", "<p>Salut #FIRSTNAME#</p>", "params",
		object{"to": list{object{"email": "a@example.com", "name": "A"}, object{"email": "b@example.com"}}},
	}
	sameJSON(t, send(t, a, append(sample, at("25/09/2030", "12", "00")...)...), "send.json")
	contains(t, get(t, a, "/me?apiKey=k"), `"creditMail": 1146,`, `"balance": "43.119"`)
	contains(t, send(t, a, append(sample, "sandbox", 1)...), `"messageId": "301", "nbMail": 2, "cost": 2, "currency": "EUR" }`)
	contains(t, get(t, a, "/me?apiKey=k"), `"balance": "43.119"`)
	violated(t, a, "")
}

func TestSend_Mails(t *testing.T) {
	t.Parallel()
	a := atNoon(Variant{})
	contains(t, send(t, a,
		"htmlContent", "#READ_ONLINE# #UNSUBSCRIBE_LINK# #FIRSTNAME# #NOBODY# #A#", "tag", "report",
		"replyTo", object{"email": "ops@example.com", "name": "Ops"},
		"variables", object{"FIRSTNAME": "#A#", "A": "<b>"},
		"attachments", list{object{"base64Content": "aGVsbG8=", "contentType": "text/plain", "filename": "log.2030"}},
		"params", object{"to": list{object{"email": "A@example.com", "name": "Ann"}, object{"email": "b@example.com"}}},
	), well)
	send(t, a, append(at("24/09/2030", 24, 0), "sandbox", "1")...)
	mails := a.Mails()
	midnight := time.Date(2030, time.September, 25, 0, 0, 0, 0, wire.Paris)
	for i, want := range []Mail{
		{
			ID: "300", Subject: "Bonjour", HTML: "#READ_ONLINE# #UNSUBSCRIBE_LINK# #FIRSTNAME# #NOBODY# #A#", Tag: "report",
			Recipients: []Recipient{{Address{"A@example.com", "Ann"}, "t1"}, {Address{"b@example.com", ""}, "t2"}},
			ReplyTo:    Address{"ops@example.com", "Ops"},
			Variables:  map[string]string{"FIRSTNAME": "#A#", "A": "<b>"},
			Attachments: []Attachment{{
				Name: "log.2030", Type: "text/plain", Length: 5,
				SHA256: "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
			}},
			Leaves: noon, Cost: "2", made: noon, charged: 2000,
		},
		{
			ID: "301", Subject: "Bonjour", HTML: "<p>Salut</p>", Recipients: []Recipient{{Address{"a@example.com", ""}, "t3"}},
			Variables: map[string]string{}, Scheduled: midnight, Leaves: midnight, Cost: "1", Sandbox: true,
			made: noon, purged: midnight.AddDate(0, 0, -1),
		},
	} {
		if !reflect.DeepEqual(mails[i], want) {
			t.Errorf("got %+v\nwant %+v", mails[i], want)
		}
	}
	expect(t, "HTML", mails[0].Shown(mails[0].Recipients[1]),
		"https://mail.example.com/online/t2 https://mail.example.com/unsubscribe/t2 #A# #NOBODY# <b>")
	mails[0].Recipients[0].Email, mails[0].Variables["A"] = "changed", "changed"
	expect(t, "recipient", a.Mails()[0].Recipients[0].Email, "A@example.com")
	expect(t, "variable", a.Mails()[0].Variables["A"], "<b>")
	violated(t, a, "")
}

// A mail can bring three attachments of 5 MB, of which only the hashes stay.
func TestSend_LargeAttachments(t *testing.T) {
	t.Parallel()
	a := atNoon(Variant{})
	one := object{"base64Content": strings.Repeat("AAAA", maxAttachment/3) + "AAA=", "contentType": "application/pdf", "filename": "plan"}
	contains(t, send(t, a, "attachments", list{one, one, one}), well)
	violated(t, a, "")
	expect(t, "length", a.Mails()[0].Attachments[2].Length, int64(maxAttachment))
	expect(t, "recorded", len(a.Requests("/send")[0].Body), 1<<20)
	expect(t, "sent", a.Requests("/send")[0].Length > 20<<20, true)

	one["base64Content"] = strings.Repeat("AAAA", maxAttachment/3+1)
	contains(t, send(t, a, "attachments", list{one}), list9+`attachments].data", "message": "La taille de la piece jointe est de 5 Mo maxi"`)
	violated(t, a, `item 0 of parameter "attachments" has more than 5242880 bytes`)
	expect(t, "mails", len(a.Mails()), 1)
}

func TestSend_Credit(t *testing.T) {
	t.Parallel()
	a := atNoon(Variant{})
	a.SetCredits(Credits{Mails: 4, Balance: "2.5"})
	contains(t, send(t, a, "params", to("a@example.com", "b@example.com", "c@example.com")), `"code": 11, "message": "Crédit insuffisant"`)
	expect(t, "mails", len(a.Mails()), 0)
	contains(t, send(t, a, "params", to("a@example.com", "b@example.com")), `"cost": 2,`)
	contains(t, get(t, a, "/me?apiKey=k"), `"creditMail": 0,`, `"balance": "0.500"`)
	contains(t, send(t, a), `"code": 11`)
	contains(t, send(t, a, "sandbox", 1), well)
	a.SetCredits(Credits{})
	var many []string
	for i := range maxRecipients {
		many = append(many, fmt.Sprintf("a%d@example.com", i))
	}
	contains(t, send(t, a, "params", to(many...)), `"nbMail": 500, "cost": 500,`)
	violated(t, a, "")
}

func TestSend_Sandbox(t *testing.T) {
	t.Parallel()
	for forms, want := range map[SandboxForms]struct {
		answer, row string
		forgotten   bool
	}{
		{}:                       {answer: `"messageId": "300", "nbMail": 1, "cost": 1,`, row: `"cost": 1,`},
		{SandboxFree: true}:      {answer: `"messageId": "300", "nbMail": 1, "cost": 0,`, row: `"cost": 0,`},
		{SandboxWithoutID: true}: {answer: `"code": 200, "nbMail": 1, "cost": 1,`, row: `"cost": 1,`},
		{SandboxForgotten: true}: {answer: `"messageId": "300", "nbMail": 1, "cost": 1,`, forgotten: true},
	} {
		a := atNoon(Variant{SandboxForms: forms})
		contains(t, send(t, a, append(at("23/09/2030", 23, 0), "sandbox", 1)...), want.answer)
		contains(t, send(t, a), `"messageId": "301", "nbMail": 1, "cost": 1,`)
		if want.forgotten {
			contains(t, statuses(t, a, "300"), `"code": 4`)
			contains(t, cancel(t, a, "300"), `"code": 4`)
		} else {
			contains(t, statuses(t, a, "300"), want.row)
			contains(t, cancel(t, a, "300"), well)
		}
		contains(t, get(t, a, "/me?apiKey=k"), `"balance": "44.119"`)
		a.Advance(12*time.Hour - time.Nanosecond)
		expect(t, "forgotten before midnight", strings.Contains(statuses(t, a, "300"), `"code": 4`), want.forgotten)
		a.Advance(time.Nanosecond)
		contains(t, statuses(t, a, "300"), `"code": 4`)
		contains(t, cancel(t, a, "300"), `"code": 4`)
		contains(t, statuses(t, a, "301"), `"status": "Delivered"`)
		expect(t, "mails", len(a.Mails()), 2)
		violated(t, a, "")
	}
}

func TestSend_AnswerForms(t *testing.T) {
	t.Parallel()
	for form, want := range map[IDForm]string{IDText: `"messageId": "300"`, IDNumber: `"messageId": 300`, IDLetters: `"messageId": "mX300"`} {
		a := atNoon(Variant{AnswerForms: AnswerForms{MessageID: form, DateAlways: true}})
		contains(t, send(t, a), want, `"scheduledDeliveryDate": "2030-09-23 12:00:00"`)
		contains(t, statuses(t, a, a.Mails()[0].ID), want)
		contains(t, send(t, a, append(at("24/09/2030", 9, 5), "_format", "xml")...), "<![CDATA[2030-09-24 09:05:00]]>")
	}
}

package sms

import (
	"net/http"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const cancelPath = wire.BasePath + "/message-cancel"

// scheduledMessage is one that leaves at 15:05, three hours and five minutes
// after the clock begins.
func scheduledMessage(t *testing.T, o Options) (*Account, *clock) {
	t.Helper()
	c := newClock()
	o.Now = c.Now
	s := New(o)
	_, body := post(t, s, sendPath, sendBody(t, "tag", "t", "scheduledDeliveryDate", "01/07/2026", "time", 15, "minute", 5))
	expectFields(t, body, `"message_id": 1112`, `"scheduledDeliveryDate": "2026-07-01 15:05:00"`)
	return s, c
}

func TestMessageCancel_Answer(t *testing.T) {
	t.Parallel()
	s, _ := scheduledMessage(t, Options{})
	_, body := get(t, s, cancelPath, query("messageId", "1112"))
	expectDocumented(t, body, "message_cancel.json")
	expect(t, "cancelled", s.Sent()[0].Cancelled, true)

	s, _ = scheduledMessage(t, Options{Variant: Variant{Forms: wire.Forms{English: true}}})
	_, body = get(t, s, cancelPath, query("messageId", "1112"))
	expectFields(t, body, `"message": "The SMS sending has been canceled."`)

	s, _ = scheduledMessage(t, Options{})
	_, body = get(t, s, cancelPath, query("messageId", "1112", "_format", "xml"))
	expectFields(t, body, "<![CDATA[L'envoi du SMS a été annulé.]]>")
	expectNoViolations(t, s)
}

func TestMessageCancel_Refusals(t *testing.T) {
	t.Parallel()
	expectRefusals(t, http.MethodGet, cancelPath, map[string]refusal{
		"id missing":   {query: query(), code: "3", french: "L'ID du message est requis", english: "Message ID is required"},
		"unknown":      {query: query("messageId", "5"), code: "4", french: "Message introuvable", english: "Message not found"},
		"sent already": {query: query("messageId", "1111"), code: "7", french: "Vous ne pouvez pas annuler un SMS déjà envoyé", english: "You cannot cancel an SMS that has already been sent"},
	})
}

func TestMessageCancel_Windows(t *testing.T) {
	t.Parallel()
	const again, tooLate, sent = `"L'envoi du SMS a déjà été annulé"`, `"Vous ne pouvez pas annuler l'envoi d'un SMS moins de 5 minutes avant son envoi"`, `"Vous ne pouvez pas annuler un SMS déjà envoyé"`
	for name, test := range map[string]struct {
		after time.Duration
		times int
		code  string
		text  string
	}{
		"at once":                   {0, 1, "200", `"L'envoi du SMS a été annulé."`},
		"five minutes ahead":        {3 * time.Hour, 1, "200", `"L'envoi du SMS a été annulé."`},
		"less than five minutes":    {3*time.Hour + time.Nanosecond, 1, "6", tooLate},
		"a moment before it leaves": {3*time.Hour + 5*time.Minute - 1, 1, "6", tooLate},
		"when it leaves":            {3*time.Hour + 5*time.Minute, 1, "7", sent},
		"twice":                     {0, 2, "5", again},
		"three times":               {0, 3, "5", again},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := scheduledMessage(t, Options{})
			c.advance(test.after)
			var body string
			for range test.times {
				_, body = get(t, s, cancelPath, query("messageId", "1112"))
			}
			expectFields(t, body, `"code": `+test.code+",", `"message": `+test.text)
			c.advance(24 * time.Hour)
			_, body = get(t, s, cancelPath, query("messageId", "1112"))
			if test.code == "200" || test.code == "5" {
				expectFields(t, body, again)
			} else {
				expectFields(t, body, sent)
			}
			expectNoViolations(t, s)
		})
	}
}

func TestMessageCancel_SentAtOnce(t *testing.T) {
	t.Parallel()
	s := New(Options{DeliveryDelay: time.Hour})
	post(t, s, sendPath, sendBody(t))
	_, body := get(t, s, cancelPath, query("messageId", "1112"))
	expectFields(t, body, `"code": 7`)
	_, body = get(t, s, cancelPath, query("messageId", "x"))
	expectFields(t, body, `"code": 4`)
	expectViolation(t, s, "GET", "is not a whole number")
}

// The status calls about a message that waits to leave, and one that never will.
func TestScheduled_Statuses(t *testing.T) {
	t.Parallel()
	const none = `"code": 4`
	for name, test := range map[string]struct {
		variant              Variant
		scheduled, cancelled string
	}{
		"default":       {Variant{}, statusWaiting, statusWaiting},
		"unknown words": {Variant{ScheduleForms: ScheduleForms{ScheduledStatus: "Planned", CancelledStatus: "Cancelled"}}, "Planned", "Cancelled"},
		"not found":     {Variant{ScheduleForms: ScheduleForms{ScheduledStatus: NotFound, CancelledStatus: NotFound}}, none, none},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			expectWord := func(s *Account, word string) {
				t.Helper()
				got := statut(t, s, "1112", "0600000001")
				_, byTag := get(t, s, byTagPath, query("tag", "t"))
				_, byMessage := get(t, s, bulkStatusPath, query("messageId", "1112"))
				if word == none {
					expectFields(t, got, none)
					expectFields(t, byTag, none)
					expectFields(t, byMessage, none)
					return
				}
				expect(t, "statut", got, word)
				expectFields(t, byTag, `"status": "`+word+`"`)
				expectFields(t, byMessage, `"status": "`+word+`"`)
			}
			s, c := scheduledMessage(t, Options{DeliveryDelay: time.Minute, Variant: test.variant})
			expectWord(s, test.scheduled)
			c.advance(3*time.Hour + 5*time.Minute - 1)
			expectWord(s, test.scheduled)
			c.advance(1)
			expectWord(s, statusWaiting)
			c.advance(time.Minute)
			expectWord(s, statusDelivered)

			s, c = scheduledMessage(t, Options{Variant: test.variant})
			get(t, s, cancelPath, query("messageId", "1112"))
			expectWord(s, test.cancelled)
			c.advance(24 * time.Hour)
			expectWord(s, test.cancelled)
			_, statistics := get(t, s, statisticsPath, query("interval", "custom", "from", "01-07-2026", "to", "02-07-2026"))
			expectFields(t, statistics, `"datas": []`)
		})
	}
}

func TestSchedule_Midnight(t *testing.T) {
	t.Parallel()
	s := New(Options{Options: wire.Options{Now: newClock().Now}})
	for _, zero := range []any{0, "0", "00"} {
		_, body := post(t, s, sendPath, sendBody(t, "scheduledDeliveryDate", "02/07/2026", "time", zero, "minute", zero))
		expectFields(t, body, `"scheduledDeliveryDate": "2026-07-02 00:00:00"`)
	}
	_, body := post(t, s, sendPath, sendBody(t, "scheduledDeliveryDate", "01/07/2026", "time", 24, "minute", 0))
	expectFields(t, body, `"scheduledDeliveryDate": "2026-07-02 00:00:00"`)
	// Winter and summer: the clock of Paris.
	_, _ = post(t, s, sendPath, sendBody(t, "scheduledDeliveryDate", "15/01/2027", "time", 9, "minute", 55))
	sent := s.Sent()
	expect(t, "summer", sent[0].Scheduled.UTC().Format(time.RFC3339), "2026-07-01T22:00:00Z")
	expect(t, "winter", sent[4].Scheduled.UTC().Format(time.RFC3339), "2027-01-15T08:55:00Z")
	expectNoViolations(t, s)
}

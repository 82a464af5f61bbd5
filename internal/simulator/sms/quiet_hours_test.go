package sms

import (
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

func TestMarketing_QuietHours(t *testing.T) {
	t.Parallel()
	const evening = `"SMS Marketing: L'heure d'envoi n'est pas valide, elle doit être comprise entre 8h et 22h"`
	const sunday = `"SMS Marketing: La date [05/07/2026] n'est pas valide, L'envoi des sms n'est pas possible le dimanche et jours fériés"`
	for name, test := range map[string]struct {
		day     string
		hour    int
		minute  int
		from22  bool
		code    string
		message string
		held    string
	}{
		"eight":             {day: "02/07/2026", hour: 8, held: "2026-07-02 08:00"},
		"before eight":      {day: "02/07/2026", hour: 7, minute: 55, code: "22", message: evening, held: "2026-07-02 08:00"},
		"before 20":         {day: "02/07/2026", hour: 19, minute: 55, held: "2026-07-02 19:55"},
		"20":                {day: "02/07/2026", hour: 20, code: "22", message: evening, held: "2026-07-03 08:00"},
		"20 of older pages": {day: "02/07/2026", hour: 20, from22: true, held: "2026-07-02 20:00"},
		"22 of older pages": {day: "02/07/2026", hour: 22, from22: true, code: "22", message: evening, held: "2026-07-03 08:00"},
		"midnight":          {day: "02/07/2026", hour: 24, code: "22", message: evening, held: "2026-07-03 08:00"},
		"Sunday":            {day: "05/07/2026", hour: 12, code: "23", message: sunday, held: "2026-07-06 08:00"},
		"Sunday night":      {day: "05/07/2026", hour: 23, code: "23", message: sunday, held: "2026-07-06 08:00"},
		"Saturday evening":  {day: "04/07/2026", hour: 21, code: "22", message: evening, held: "2026-07-06 08:00"},
		"eve of a free day": {day: "13/07/2026", hour: 21, code: "22", message: evening, held: "2026-07-15 08:00"},
		"Christmas":         {day: "24/12/2027", hour: 21, code: "22", message: evening, held: "2027-12-27 08:00"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			schedule := []any{"scheduledDeliveryDate", test.day, "time", test.hour, "minute", test.minute}
			o := Options{Options: wire.Options{Now: newClock().Now}, Marketing: true, Variant: Variant{QuietForms: QuietForms{QuietFrom22: test.from22}}}
			_, body := post(t, New(o), sendPath, sendBody(t, schedule...))
			if test.code == "" {
				expectFields(t, body, `"success": true`)
			} else {
				expectFields(t, body, `"code": `+test.code, test.message)
			}
			o.Variant.QuietHoursHeld = true
			s := New(o)
			_, body = post(t, s, sendPath, sendBody(t, schedule...))
			expectFields(t, body, `"success": true`)
			expect(t, "leaves", s.Sent()[0].Leaves.Format("2006-01-02 15:04"), test.held)

			o.Marketing = false
			_, body = post(t, New(o), sendPath, sendBody(t, schedule...))
			expectFields(t, body, `"success": true`)
		})
	}
}

// A message that is held at night waits, and can be cancelled meanwhile.
func TestMarketing_Held(t *testing.T) {
	t.Parallel()
	c := newClock()
	c.advance(10 * time.Hour)
	s := New(Options{Options: wire.Options{Now: c.Now}, Marketing: true, Variant: Variant{QuietForms: QuietForms{QuietHoursHeld: true}}})
	post(t, s, sendPath, sendBody(t))
	post(t, s, sendPath, sendBody(t))
	expect(t, "text", s.Sent()[0].Texts[0].Text, "Hello"+stopText)
	expect(t, "scheduled", s.Sent()[0].Scheduled.IsZero(), true)
	expect(t, "statut", statut(t, s, "1112", "0600000001"), statusWaiting)
	_, body := get(t, s, cancelPath, query("messageId", "1112"))
	expectFields(t, body, `"success": true`)
	c.advance(10 * time.Hour)
	expect(t, "statut of the other", statut(t, s, "1113", "0600000001"), statusDelivered)

	_, body = post(t, New(Options{Options: wire.Options{Now: c.Now}, Marketing: true, Variant: Variant{Forms: wire.Forms{English: true}}}), sendPath, sendBody(t, "gamme", 2))
	expectFields(t, body, `"success": true`)
}

func TestMarketing_LowCostHasNoStopText(t *testing.T) {
	t.Parallel()
	s := New(Options{Options: wire.Options{Now: newClock().Now}, Marketing: true})
	post(t, s, sendPath, sendBody(t, "gamme", 2))
	expect(t, "text", s.Sent()[0].Texts[0].Text, "Hello")
	_, body := post(t, s, vnPath, longNumberBody(t))
	expectFields(t, body, `"success": true`)
	c := newClock()
	c.advance(12 * time.Hour)
	_, body = post(t, New(Options{Options: wire.Options{Now: c.Now}, Marketing: true}), vnPath, longNumberBody(t))
	expectFields(t, body, `"code": 22`)
}

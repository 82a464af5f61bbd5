package mail

import (
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

func TestStatus_Documented(t *testing.T) {
	t.Parallel()
	a := New(Options{Options: wire.Options{APIKey: key, Now: func() time.Time { return time.Unix(1599061044, 0) }}})
	send(t, a, "params", to("optout@example.com"))
	sameJSON(t, strings.ReplaceAll(statuses(t, a, "300"), "optout@", "a@"), "bulk_status.json")
	violated(t, a, "")
}

// The address chooses what becomes of a mail.
func TestStatus_Outcomes(t *testing.T) {
	t.Parallel()
	a := open(Options{DeliveryDelay: time.Minute})
	send(t, a, "params", to("a@example.com", "Bounced+1@example.com", "failed@example.com", "opened@example.com", "clicked@example.com",
		"pending@example.com", "missing@example.com", "optout@example.com", "bouncedx@example.com"))
	body := statuses(t, a, "300")
	expect(t, "on the way", strings.Count(body, `"status": "Pending", "cost": 1, "stopMail": false, "date": "1916388000"`), 8)
	a.Advance(time.Minute)
	body = statuses(t, a, "300")
	for _, row := range []string{
		`"email": "a@example.com", "token": "t1", "status": "Delivered", "cost": 1, "stopMail": false, "date": "1916388060"`,
		`"email": "Bounced+1@example.com", "token": "t2", "status": "Bounced"`,
		`"email": "failed@example.com", "token": "t3", "status": "Failed"`,
		`"email": "opened@example.com", "token": "t4", "status": "Opened"`,
		`"email": "clicked@example.com", "token": "t5", "status": "Clicked"`,
		`"email": "pending@example.com", "token": "t6", "status": "Pending", "cost": 1, "stopMail": false, "date": "1916388000"`,
		`"email": "optout@example.com", "token": "t8", "status": "Delivered", "cost": 1, "stopMail": true`,
		`"email": "bouncedx@example.com", "token": "t9", "status": "Delivered"`,
	} {
		contains(t, body, row)
	}
	expect(t, "missing", strings.Contains(body, "missing@"), false)
	contains(t, Help(), "bounced  Bounced\n", "other    Delivered\n")
}

// What the status says before a mail has arrived is not documented.
func TestStatus_Forms(t *testing.T) {
	t.Parallel()
	const unknown, none = `"code": 4,`, `"StatutResponseList": [] }`
	for word, want := range map[string]string{"": `"status": "Pending"`, "En cours": `"status": "En cours"`, NotFound: unknown, NoRow: none} {
		a := open(Options{DeliveryDelay: time.Hour, Variant: Variant{StatusForms: StatusForms{
			WaitingStatus: word, ScheduledStatus: word, CancelledStatus: word,
		}}})
		send(t, a)
		send(t, a, at("23/09/2030", 18, 0)...)
		send(t, a, at("23/09/2030", 18, 0)...)
		cancel(t, a, "302")
		for _, id := range []string{"300", "301", "302"} {
			contains(t, statuses(t, a, id), want)
		}
		a.Advance(7 * time.Hour)
		contains(t, statuses(t, a, "300"), `"status": "Delivered"`)
		contains(t, statuses(t, a, "301"), `"status": "Delivered"`)
		contains(t, statuses(t, a, "302"), want)
	}
	// Each form is about its own mails.
	a := open(Options{DeliveryDelay: time.Hour, Variant: Variant{StatusForms: StatusForms{
		WaitingStatus: "w", ScheduledStatus: "s", CancelledStatus: "c",
	}}})
	send(t, a)
	send(t, a, at("23/09/2030", 18, 0)...)
	send(t, a, at("23/09/2030", 18, 0)...)
	cancel(t, a, "302")
	for id, want := range map[string]string{"300": "w", "301": "s", "302": "c"} {
		contains(t, statuses(t, a, id), `"status": "`+want+`"`)
	}
	// A mail is found by another recipient.
	a = atNoon(Variant{StatusForms: StatusForms{WaitingStatus: NotFound}})
	send(t, a, "params", to("pending@example.com", "b@example.com"))
	body := statuses(t, a, "300")
	contains(t, body, `"email": "b@example.com"`)
	expect(t, "pending", strings.Contains(body, "pending@"), false)
}

func TestStatus_ListingDelay(t *testing.T) {
	t.Parallel()
	a := open(Options{ListingDelay: time.Minute})
	send(t, a)
	a.Advance(time.Minute - time.Nanosecond)
	contains(t, statuses(t, a, "300"), `"code": 4,`)
	contains(t, cancel(t, a, "300"), `"code": 7,`)
	a.Advance(time.Nanosecond)
	contains(t, statuses(t, a, "300"), well)
}

package sms

import "testing"

func TestStatuses(t *testing.T) {
	t.Parallel()
	for status, want := range map[string]outcome{
		"Delivered":            {delivered: true, final: true},
		"delivered":            {delivered: true, final: true},
		"DELIVRD":              {delivered: true, final: true},
		"Not delivered":        {final: true},
		"NOT DELIVERED":        {final: true},
		"ko":                   {final: true},
		"UNDELIV":              {final: true},
		"EXPIRED":              {final: true},
		"REJECTD":              {final: true},
		"Waiting":              {},
		"waiting":              {},
		"PENDING":              {},
		"ACCEPTD":              {},
		"ENROUTE":              {},
		"UNKNOWN":              {},
		"Sent":                 {},
		"scheduled":            {},
		"undelivered":          {},
		"Message introuvable":  {},
		"":                     {},
		"delivered, not final": {},
	} {
		t.Run(status, func(t *testing.T) {
			t.Parallel()
			expect(t, "delivered", IsDelivered(status), want.delivered)
			expect(t, "final", IsFinal(status), want.final)
		})
	}
}

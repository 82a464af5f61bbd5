package sms

import "strings"

// IsDelivered reports whether a status says that the message reached the
// phone. The vendor spells statuses in several ways and cases.
func IsDelivered(status string) bool { return statuses[strings.ToLower(status)].delivered }

// IsFinal reports whether a status can no longer change. A word that the
// documentation does not know is not final.
func IsFinal(status string) bool { return statuses[strings.ToLower(status)].final }

type outcome struct{ delivered, final bool }

// statuses holds the words of the status calls and the raw states of the
// page "Codes d'erreur". Which raw state comes from which call is not
// documented, nor is their split into final and not: it follows from their
// descriptions.
var statuses = map[string]outcome{
	"delivered":     {delivered: true, final: true},
	"not delivered": {final: true},
	"waiting":       {},
	"ko":            {final: true},

	"delivrd": {delivered: true, final: true},
	"undeliv": {final: true},
	"expired": {final: true},
	"rejectd": {final: true},
	"pending": {},
	"acceptd": {},
	"enroute": {},
	"unknown": {},
}

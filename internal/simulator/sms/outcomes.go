package sms

import (
	"fmt"
	"slices"
	"strings"
)

// outcome is what becomes of a message sent to numbers that end in two digits.
type outcome struct {
	ending   string
	meaning  string
	statuses []string
	stopSMS  bool
	notFound bool
}

// outcomes are the endings with a meaning; every other number is Delivered.
func outcomes() []outcome {
	return []outcome{
		{ending: "90", meaning: "Not delivered", statuses: []string{statusNotDelivered}},
		{ending: "91", meaning: "stays Waiting", statuses: []string{statusWaiting}},
		{ending: "92", meaning: "Delivered, and the recipient replied STOP", stopSMS: true},
		{ending: "93", meaning: "no such message for that number (code 4)", notFound: true},
		{ending: "94", meaning: "UNDELIV, a raw state of the general error page", statuses: []string{"UNDELIV"}},
		{ending: "95", meaning: "ko, a status of the general error page", statuses: []string{"ko"}},
	}
}

// apply gives a recipient the outcome that its number chooses.
func (r Recipient) apply(choices []outcome) Recipient {
	i := slices.IndexFunc(choices, func(o outcome) bool { return strings.HasSuffix(r.Number, o.ending) })
	if i < 0 {
		return r
	}
	o := choices[i]
	r.Statuses, r.StopSMS, r.NotFound = o.statuses, o.stopSMS, o.notFound
	return r
}

// OutcomesHelp describes, for the program's help, what the last two digits of a
// recipient's number choose.
func OutcomesHelp() string {
	var b strings.Builder
	b.WriteString("The last two digits of a recipient's number choose what becomes of a sent message:\n")
	for _, o := range outcomes() {
		fmt.Fprintf(&b, "  ...%s  %s\n", o.ending, o.meaning)
	}
	b.WriteString("  other  Delivered\n")
	return b.String()
}

package mail

import (
	"fmt"
	"slices"
	"strings"
)

// outcome is what becomes of a mail to the addresses that begin in one way.
type outcome struct {
	local, meaning string
	// status is the word of the status, empty for a mail that stays on its way.
	status string
	// optsOut says that the recipient has unsubscribed with the link in the mail.
	optsOut bool
}

// arrived is the outcome of the documented example.
var arrived = outcome{meaning: "Delivered", status: "Delivered"}

// outcomes are the local parts with a meaning; a mail to any other address is delivered. The
// words but Delivered are not documented.
func outcomes() []outcome {
	return []outcome{
		{local: "bounced", meaning: "Bounced", status: "Bounced"},
		{local: "failed", meaning: "Failed", status: "Failed"},
		{local: "opened", meaning: "Opened", status: "Opened"},
		{local: "clicked", meaning: "Clicked", status: "Clicked"},
		{local: "pending", meaning: "stays on its way"},
		{local: "missing", meaning: "is not in the list of the status", status: NoRow},
		{local: "optout", meaning: "Delivered, and the recipient unsubscribed", status: arrived.status, optsOut: true},
	}
}

// outcomeOf reads an address up to a plus sign.
func outcomeOf(email string) outcome {
	local, _, _ := strings.Cut(strings.ToLower(email), "@")
	local, _, _ = strings.Cut(local, "+")
	choices := outcomes()
	i := slices.IndexFunc(choices, func(o outcome) bool { return o.local == local })
	if i < 0 {
		return arrived
	}
	return choices[i]
}

// Help describes, for the program's help, what a recipient's address chooses.
func Help() string {
	var b strings.Builder
	b.WriteString("The address of a recipient, up to + or @, chooses what becomes of a mail:\n")
	for _, o := range outcomes() {
		fmt.Fprintf(&b, "  %-8s %s\n", o.local, o.meaning)
	}
	fmt.Fprintf(&b, "  %-8s %s\n", "other", arrived.meaning)
	return b.String()
}

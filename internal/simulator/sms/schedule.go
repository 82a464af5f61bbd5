package sms

// ScheduleForms are the forms of a deferred send.
type ScheduleForms struct {
	// StrictClock refuses minute 0, since code 48 says "between 5 and 55" though
	// all samples send it, and hour 24.
	StrictClock bool `flag:"strict-clock" help:"refuse minute 0 and hour 24"`
	// ScheduledStatus is the status word of a message that has not left yet, and
	// CancelledStatus that of a cancelled one: [NotFound], an unknown word, or
	// "Waiting" when empty. Neither is documented.
	ScheduledStatus string `flag:"scheduled-status" value:"word" help:"word for a message that has not left, \"not found\" for code 4 (default \"Waiting\")"`
	CancelledStatus string `flag:"cancelled-status" value:"word" help:"word for a cancelled message, \"not found\" for code 4 (default \"Waiting\")"`
}

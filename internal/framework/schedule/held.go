package schedule

// Held is the note of each type that sends, about the hours in which the vendor sends
// nothing commercial. what is what the type sends.
func Held(what string) string {
	return "-> **Commercial " + what + " wait for the morning.** The vendor sends them neither from 20:00 to 8:00 nor on Sundays and public holidays (older pages of " +
		"its documentation say from 22:00). What is sent in these hours waits until 8:00 of the next working day, or is refused. The vendor's support can lift " +
		"the rule for an account that sends nothing commercial. The provider leaves the decision to the vendor."
}

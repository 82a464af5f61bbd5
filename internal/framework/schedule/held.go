package schedule

// HeldOrRefused is the note of each type that sends what goes to phones, about the hours in
// which the vendor sends nothing commercial. what is what the type sends.
func HeldOrRefused(what string) string { return note(what, ", or is refused") }

// Held is the same note, where no code is documented by which the vendor refuses.
func Held(what string) string { return note(what, "") }

func note(what, otherwise string) string {
	return "-> **Commercial " + what + " wait for the morning.** The vendor sends them neither from 20:00 to 08:00 nor on Sundays and public holidays (older pages of " +
		"its documentation say from 22:00). What is sent in these hours waits until 08:00 of the next working day" + otherwise + ". The vendor's support can lift " +
		"the rule for an account that sends nothing commercial. The provider leaves the decision to the vendor: see " +
		"[Hours](../guides/costs-stop-hours.md#hours)."
}

package main

// unasked are the contradictions (C) and unknowns (U) that the probe leaves open, with the
// reason.
var unasked = []struct{ numbers, reason string }{
	{"C4, C6, C14, U18, U19", "the answer to a send does not show what became of the text or of an unknown parameter"},
	{"C9", "quiet hours depend on the account and on the hour"},
	{"C11", "whether a tag with capitals works shows only in a later read by tag, which may fail for other reasons"},
	{"C30, C31, C32, C33, C34, C35, U7, U37, U38, U39, U53", "the probe makes no sub-account, and moves no credit; the list of sub-accounts would show their keys"},
	{"C36, U24", "call forwarding changes what a rented number does, and cannot be read back"},
	{"C38, U22, U25", "results of a verification and other webhooks need a receiver that the vendor can reach"},
	{"C39, C40, C41, C42, U40", "the calls that count and price a rental share their address with the one that spends money"},
	{"C43, U23", "an RCS has no sandbox, and costs money"},
	{"C45, U44", "it would rename an audio file of yours"},
	{"C46, C47, C48, U45, U47, U48", "a call costs money and has no sandbox"},
	{"C51", "the probe adds no unsubscribed address, so there is none that it may delete"},
	{"C53, C54", "webhooks and replies need a receiver that the vendor can reach"},
	{"U2", "the probe provokes no 429; the section on rate limits tells what it saw"},
	{"U3", "the answers do not tell a zone; compare the dates in the report with the hour at which it was made"},
	{"U6", "it would send the key of one product to the host of another"},
	{"U9", "the provider does not use XML where the documentation does not list it"},
	{"U16", "a sandbox message costs nothing, so a refund does not show"},
	{"U17", "a send from a long number needs a rented number"},
	{"U54", "the probe adds no unsubscribed address, whose spelling could be compared"},
	{"U20, U41", "no call is documented that could be asked"},
}

// seeAnswers are those of the asked that have no finding of their own: the answers in the
// report show them.
var seeAnswers = []struct{ numbers, where string }{
	{"C55", "the field currency in the credits of Voice Partner"},
	{"U10", "any answer that is not JSON, with its HTTP status"},
	{"U14", "the field statut of a message of yours, read with -message-id"},
}

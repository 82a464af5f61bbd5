package sms

// The alphabet of GSM 03.38 (3GPP TS 23.038, table 1) without its escape, and
// the extension table, whose characters are sent as an escape and a second
// one. The form feed belongs to the latter.
const (
	gsmBasic = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
		"¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
	gsmExtension = "\f^{}\\[~]|€"
)

// gsmCosts holds what each character of GSM 03.38 counts.
var gsmCosts = func() map[rune]int {
	costs := make(map[rune]int)
	for _, c := range gsmBasic {
		costs[c] = 1
	}
	for _, c := range gsmExtension {
		costs[c] = 2
	}
	return costs
}()

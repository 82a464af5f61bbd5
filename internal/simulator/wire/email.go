package wire

import "net/mail"

// IsEmail takes an address without a name.
func IsEmail(v string) string {
	if address, err := mail.ParseAddress(v); err != nil || address.Address != v {
		return "is not an e-mail address"
	}
	return ""
}

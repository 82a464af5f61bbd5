package mail

import "strings"

// isUnsubscribed reports whether an address is on the unsubscribe list.
func (a *Account) isUnsubscribed(email string) bool {
	return strings.EqualFold(email, "unsubscribed@example.com")
}

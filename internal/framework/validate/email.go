package validate

import (
	"fmt"
	"net/mail"
	"strings"
	"unicode"
)

// The lengths, in bytes, that mail systems take at most.
const (
	longestEmail = 254
	longestLocal = 64 // before the @
	longestLabel = 63 // between the dots of a domain
)

// Email is the rule of an e-mail address, without a name before it. It is that of [net/mail],
// less the addresses that no mail system on the internet takes.
func Email(email string) error {
	visible := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, email)
	address, err := mail.ParseAddress(visible)
	if err != nil || address.Address != visible {
		return fmt.Errorf("%s is not an e-mail address: write one such as \"name@example.com\"", Quote(email))
	}
	at := strings.LastIndex(visible, "@")
	local, domain := visible[:at], visible[at+1:]
	switch {
	case visible != email:
		return fmt.Errorf("%s contains a blank or an invisible character, which no e-mail address has: remove it, for example with trimspace()", Quote(email))
	case len(email) > longestEmail:
		return fmt.Errorf("%s is longer than any e-mail address: none has more than %d characters", Quote(email), longestEmail)
	case len(local) > longestLocal:
		return fmt.Errorf("%s has %d characters before the @: no e-mail address has more than %d", Quote(email), len(local), longestLocal)
	case strings.ContainsFunc(domain, func(r rune) bool { return r > unicode.MaxASCII }):
		return fmt.Errorf("%s has a domain with letters beyond ASCII: write the domain in the form that begins with \"xn--\"", Quote(email))
	case !isMailDomain(domain):
		return fmt.Errorf("%s has no domain on the internet after the @: write one such as \"name@example.com\"", Quote(email))
	default:
		return nil
	}
}

// isMailDomain reports whether a text can be a domain under which mail systems are found: at
// least two labels, and not the numbers of an IP address.
func isMailDomain(domain string) bool {
	labels := strings.Split(domain, ".")
	for _, label := range labels {
		if label == "" || len(label) > longestLabel || strings.HasPrefix(label, "-") || strings.HasSuffix(label, "-") {
			return false
		}
		if strings.ContainsFunc(label, func(r rune) bool { return r != '-' && !isASCIILetter(r) && !isDigit(r) }) {
			return false
		}
	}
	top := labels[len(labels)-1]
	return len(labels) > 1 && len(top) > 1 && strings.ContainsFunc(top, isASCIILetter)
}

func isASCIILetter(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

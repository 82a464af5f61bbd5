package provider

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"strings"
	"time"
	"unicode"
)

const (
	shortestTimeout = time.Second
	// mostRetries is about two minutes of pauses: more is an outage, which a
	// person should hear of.
	mostRetries = 20
	// shortestKey is far below the vendor's 40. Shorter ones would also be taken
	// out of answers in which they stand by chance.
	shortestKey = 8
)

// checkAPIKey never quotes the key.
func checkAPIKey(key string) error {
	switch {
	case strings.TrimSpace(key) == "":
		return errors.New("the API key is empty: copy it from the API page of the SMS Partner dashboard")
	case strings.ContainsFunc(key, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }):
		return errors.New("the API key contains a blank or a line break, which no key has: " +
			"remove it, for example with trimspace()")
	case len(key) < shortestKey:
		return fmt.Errorf("the API key has fewer than %d characters, so it can't be whole: copy it again from the API page of the SMS Partner dashboard", shortestKey)
	default:
		return nil
	}
}

// checkBaseURL does not quote the address: with a query or a user name, a key or
// a password may stand in it.
func checkBaseURL(base string) error {
	u, err := url.Parse(base)
	switch {
	case err != nil || u.Opaque != "":
		return errors.New(`the address can't be read: write one such as "https://api.smspartner.fr/v1"`)
	case u.Scheme != "https" && u.Scheme != "http":
		return errors.New(`the address must start with "https://"`)
	case u.Hostname() == "":
		return errors.New(`the address names no host: write one such as "https://api.smspartner.fr/v1"`)
	case u.User != nil:
		return errors.New("the address contains a user name or password: the API takes none, only the key in api_key")
	case u.RawQuery != "" || u.ForceQuery || strings.Contains(base, "#"):
		return errors.New(`the address must end with the path: remove the "?" or "#" and what follows`)
	case u.Scheme == "http" && !isLoopback(u.Hostname()):
		return fmt.Errorf("plain http would send the API key unencrypted to %q: use https; http is for this machine only, "+
			"such as \"http://127.0.0.1:8080/v1\"", u.Hostname())
	default:
		return nil
	}
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return strings.EqualFold(host, "localhost") || ip != nil && ip.IsLoopback()
}

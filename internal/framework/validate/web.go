package validate

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"strconv"
	"strings"
	"unicode"
)

// longestAddress is a length that programs are known to accept.
const longestAddress = 2000

// WebAddress is the rule of an address that the vendor calls.
func WebAddress(address string) error {
	u, err := url.Parse(address)
	switch {
	case strings.Contains(address, "@") && (err != nil || u.User != nil): // not quoted: a password may stand in it
		return errors.New("the address contains a user name or password: leave them out; a token in the path or the query can identify the caller")
	case strings.ContainsFunc(address, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsPrint(r) }):
		return fmt.Errorf("%s contains a blank or an invisible character: remove it, or write a blank as %%20", Quote(address))
	case len(address) > longestAddress:
		return fmt.Errorf("%s has more than %d characters, which some servers on the way refuse: shorten it", Quote(address), longestAddress)
	case err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "":
		return fmt.Errorf("%s is not a web address: write one such as \"https://example.com/hook\"", Quote(address))
	case !HasRealPort(u):
		return fmt.Errorf("the port of %s must be between 1 and 65535", Quote(address))
	default:
		return nil
	}
}

// PrivateAddress is [WebAddress] for what must not be read on the way: plain http goes to
// this machine only.
func PrivateAddress(address string) error {
	if err := WebAddress(address); err != nil {
		return err
	}
	if u, err := url.Parse(address); err == nil && u.Scheme == "http" && !IsLoopback(u.Hostname()) {
		// The rest of the address may hold a token.
		return fmt.Errorf("plain http would send phone numbers unencrypted to %q: use https; http is for this machine only, "+
			"such as \"http://127.0.0.1:8080/\"", u.Hostname())
	}
	return nil
}

// IsLoopback reports whether a host is this machine by its name or address alone.
func IsLoopback(host string) bool {
	ip := net.ParseIP(host)
	return strings.EqualFold(host, "localhost") || ip != nil && ip.IsLoopback()
}

// HasRealPort reports whether an address names a possible port, or none.
func HasRealPort(u *url.URL) bool {
	if u.Port() == "" {
		return true
	}
	port, err := strconv.ParseUint(u.Port(), 10, 16)
	return err == nil && port > 0
}

package wire

import (
	"errors"
	"maps"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
)

// ErrNotLoopback ends the call of a webhook anywhere else.
var ErrNotLoopback = errors.New("not a loopback address")

// onlyLoopback looks at the address to which a name has led.
func onlyLoopback(_, address string, _ syscall.RawConn) error {
	resolved, err := netip.ParseAddrPort(address)
	if err != nil || !resolved.Addr().Unmap().IsLoopback() {
		return ErrNotLoopback
	}
	return nil
}

func isLoopbackURL(v string) bool {
	u, err := url.Parse(v)
	if err != nil {
		return false
	}
	address, err := netip.ParseAddr(u.Hostname())
	return u.Hostname() == "localhost" || err == nil && address.Unmap().IsLoopback()
}

// IsReceiver takes the addresses of webhooks that can be called, and the names that are
// reserved for examples and belong to nobody.
func IsReceiver(v string) string {
	if complaint := IsWebURL(v); complaint != "" {
		return complaint
	}
	u, _ := url.Parse(v)
	host := "." + strings.ToLower(u.Hostname())
	for _, reserved := range []string{".example.com", ".example.net", ".example.org", ".example", ".invalid", ".test"} {
		if strings.HasSuffix(host, reserved) {
			return ""
		}
	}
	if !isLoopbackURL(v) {
		return "is not called: it is not on loopback"
	}
	return ""
}

// withQuery adds parameters to an address, which may have some of its own.
func withQuery(address string, parameters Object) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	query := u.Query()
	maps.Copy(query, parameters.values())
	u.RawQuery = query.Encode()
	return u.String()
}

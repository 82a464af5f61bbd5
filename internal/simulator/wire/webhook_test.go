package wire

import "testing"

func TestOnlyLoopback(t *testing.T) {
	t.Parallel()
	for address, allowed := range map[string]bool{
		"127.0.0.1:80": true, "127.1.2.3:80": true, "[::1]:80": true, "[::ffff:127.0.0.1]:80": true,
		"192.0.2.1:80": false, "[2001:db8::1]:80": false, "0.0.0.0:80": false, "localhost:80": false,
	} {
		expect(t, address, onlyLoopback("tcp", address, nil) == nil, allowed)
	}
	expect(t, "no address", isLoopbackURL("http://a b/"), false)
}

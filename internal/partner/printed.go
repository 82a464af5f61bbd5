package partner

import "fmt"

// Format prints the settings under every verb, without the key. (fmt does not ask
// for %p, which go vet refuses here.)
func (c Config) Format(state fmt.State, verb rune) {
	type fields Config // without this method
	if c.APIKey != "" {
		c.APIKey = redacted
	}
	_, _ = fmt.Fprintf(state, fmt.FormatString(state, verb), fields(c))
}

// MarshalText is for logs and JSON, which would take the fields one by one.
func (c Config) MarshalText() ([]byte, error) { return fmt.Appendf(nil, "%+v", c), nil }

// Format names what the client reaches. It keeps its settings to itself, and fmt
// does not ask those of an unexported field how to print them.
func (c *Client) Format(state fmt.State, _ rune) {
	_, _ = fmt.Fprintf(state, "client of %s at %s", c.config.Product, c.host)
}

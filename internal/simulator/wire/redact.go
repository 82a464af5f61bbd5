package wire

import (
	"fmt"
	"regexp"
	"strings"
)

// note is a departure from the documentation, with keys still in its arguments.
type note struct {
	format string
	args   []any
}

// Note records a departure from the documentation. Keys among the arguments do not show.
func (c *Call) Note(format string, args ...any) {
	c.notes = append(c.notes, note{format, args})
}

// anyKey matches what looks like a key: another account's may arrive too.
var anyKey = regexp.MustCompile(`[0-9A-Fa-f]{32,}`)

// redact takes keys out of text that is recorded or logged. It must see the
// text as it arrived, before any quoting.
func redact(s string, keys ...string) string {
	for _, key := range keys {
		if key != "" {
			s = strings.ReplaceAll(s, key, "***")
		}
	}
	return anyKey.ReplaceAllString(s, "***")
}

// text renders a note without the given keys.
func (n note) text(keys ...string) string {
	args := make([]any, 0, len(n.args))
	for _, arg := range n.args {
		if s, isText := arg.(string); isText {
			arg = redact(s, keys...)
		}
		args = append(args, arg)
	}
	return fmt.Sprintf(n.format, args...)
}

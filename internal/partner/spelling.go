package partner

import (
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// maxSpelling bounds the spelling of one character. Each time that a text is quoted or
// escaped anew makes it longer.
const maxSpelling = 64

// character is one of a secret, with the ways in which URLs, JSON, HTML, XML and
// quoted strings write it, also when one stands in another. They are told apart
// character by character, because each escapes others of them: a URL's path keeps the
// + that its query does not.
type character struct {
	// raw is the character; of one that is plain, both of its cases.
	raw string
	// places are where it stands in the secret.
	places []int
	// plain is true of those that nothing escapes. The vendor's keys have no others.
	plain bool
	// bytes, units and long are its numbers in the escapes %25, \u0025 and \U00000025.
	bytes, units []string
	long         string
	// entities are what stands between the & and the ; of HTML, without leading zeros.
	entities []string
}

var names = map[rune]string{'&': "amp", '<': "lt", '>': "gt", '"': "quot", '\'': "apos"}

// folded is a letter of ASCII in lower case, and any other character as it is.
func folded(c rune) rune {
	if 'A' <= c && c <= 'Z' {
		return c + ('a' - 'A')
	}
	return c
}

func newCharacter(c rune) *character {
	raw := string(c)
	if '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' {
		return &character{raw: strings.ToLower(raw) + strings.ToUpper(raw), plain: true}
	}
	spelled := &character{raw: raw, long: fmt.Sprintf("U%08x", c)}
	for _, b := range []byte(raw) {
		spelled.bytes = append(spelled.bytes, fmt.Sprintf("%02x", b))
	}
	for _, unit := range utf16.Encode([]rune{c}) {
		spelled.units = append(spelled.units, fmt.Sprintf("u%04x", unit))
	}
	spelled.entities = []string{fmt.Sprintf("%d", c), fmt.Sprintf("%x", c), names[c]}
	return spelled
}

// begins returns the bytes with which its spellings begin.
func (c *character) begins() []byte {
	if c.plain {
		return []byte(c.raw)
	}
	first := []byte(`\%&`)
	switch {
	case c.raw == " ":
		first = append(first, " +"...)
	case c.raw[0] >= utf8.RuneSelf: // a byte of another character set can stand for it
		for b := utf8.RuneSelf; b <= 0xff; b++ {
			first = append(first, byte(b))
		}
	case !strings.Contains(string(first), c.raw):
		first = append(first, c.raw[0])
	}
	return first
}

// spellings adds the lengths of those with which s begins.
func (c *character) spellings(s string, lengths []int) []int {
	if c.plain {
		return append(lengths, 1) // which is why s was looked at
	}
	s = s[:min(len(s), maxSpelling)]
	if s[0] == '%' {
		lengths = c.percent(s, lengths)
	}
	slashes := 0
	for slashes < len(s) && s[slashes] == '\\' {
		slashes++
		if c.raw == `\` {
			lengths = append(lengths, slashes)
		}
	}
	rest := s[slashes:]
	if length := c.itself(rest); length > 0 {
		lengths = append(lengths, slashes+length)
	}
	if slashes > 0 {
		if length := c.escape(s); length > 0 {
			lengths = append(lengths, length)
		}
		if hasFold(rest, c.long) {
			lengths = append(lengths, slashes+len(c.long))
		}
	}
	switch {
	case strings.HasPrefix(rest, "&"):
		return c.entity(s, slashes+len("&"), lengths)
	case slashes > 0 && hasFold(rest, "u0026"):
		return c.entity(s, slashes+len("u0026"), lengths)
	default:
		return lengths
	}
}

// itself returns the length of the character as it stands: a query writes + for a
// blank, and what is not in UTF-8 reads as U+FFFD.
func (c *character) itself(s string) int {
	switch {
	case s == "" || c.raw == `\`:
		return 0
	case strings.HasPrefix(s, c.raw):
		return len(c.raw)
	case c.raw == " " && s[0] == '+':
		return 1
	case c.raw[0] >= utf8.RuneSelf:
		if got, size := utf8.DecodeRuneInString(s); got == utf8.RuneError {
			return size
		}
	}
	return 0
}

// percent is the spelling of URLs. A % that is escaped itself is %25, so that of a %
// has several.
func (c *character) percent(s string, lengths []int) []int {
	at := 0
	for _, b := range c.bytes {
		if at == len(s) || s[at] != '%' {
			return lengths
		}
		at++
		for strings.HasPrefix(s[at:], "25") {
			at += len("25")
			if c.raw == "%" {
				lengths = append(lengths, at)
			}
		}
		switch {
		case hasFold(s[at:], b), c.raw == " " && hasFold(s[at:], "2b"): // a query's +, escaped
			at += len(b)
		default:
			return lengths
		}
	}
	return append(lengths, at)
}

// escape is the spelling of JSON, of one or two units.
func (c *character) escape(s string) int {
	at := 0
	for _, unit := range c.units {
		slashes := len(s[at:]) - len(strings.TrimLeft(s[at:], `\`))
		if slashes == 0 || !hasFold(s[at+slashes:], unit) {
			return 0
		}
		at += slashes + len(unit)
	}
	return at
}

// entity is the spelling of HTML, whose & ends before at. One that is escaped itself
// is &amp;.
func (c *character) entity(s string, at int, lengths []int) []int {
	for {
		if end := at + c.reference(s[at:]); end > at {
			lengths = append(lengths, end)
		}
		if !hasFold(s[at:], "amp;") {
			return lengths
		}
		at += len("amp;")
	}
}

// reference returns the length of what names the character between & and ;.
func (c *character) reference(s string) int {
	digits, number := s, c.entities[2]
	switch {
	case hasFold(s, "#x"):
		digits, number = strings.TrimLeft(s[len("#x"):], "0"), c.entities[1]
	case strings.HasPrefix(s, "#"):
		digits, number = strings.TrimLeft(s[len("#"):], "0"), c.entities[0]
	case number == "":
		return 0
	}
	if !hasFold(digits, number+";") {
		return 0
	}
	return len(s) - len(digits) + len(number) + len(";")
}

// hasFold reports whether s begins with an ASCII text, in capitals or not.
func hasFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

package wire

import (
	"fmt"
	"log/slog"
	"regexp"
	"strings"
	"time"
)

// log writes one line: what was asked for, and what was answered. The status is 0
// when the connection ended without an answer.
func (a *API) log(x *exchange, sent answer, took time.Duration) {
	l := &Line{keys: x.keys(a.options.APIKey)}
	l.add(slog.String("method", x.request.Method))
	l.Words("path", x.request.Path)
	l.add(slog.Int("status", sent.status), slog.Int("code", sent.code))
	if x.call != nil && a.product.Describe != nil {
		a.product.Describe(l, x.call, sent.content)
	}
	l.add(slog.Bool("scripted", x.scripted), slog.Int("violations", x.notes), slog.Duration("took", took))
	a.options.Log.Info("request", l.attrs...)
}

// Line is a log line. What a request or an answer says is in it without keys, and
// with phone numbers cut short.
type Line struct {
	keys  []string
	attrs []any // Each a [slog.Attr].
}

func (l *Line) add(attrs ...any) {
	l.attrs = append(l.attrs, attrs...)
}

// maxShown is how many characters a line shows of a value, and maxListed how many
// values of a list.
const (
	maxShown  = 40
	maxListed = 3
)

// numberInText matches what may be a phone number in a text that is none, such as
// a tag. Fewer than nine digits without a plus are an id.
var numberInText = regexp.MustCompile(`\+[0-9](?:[ .-]?[0-9]){2,}|[0-9](?:[ .-]?[0-9]){8,}`)

// Words adds values under a name, and nothing without values.
func (l *Line) Words(name string, values ...string) {
	if len(values) == 0 {
		return
	}
	shown := make([]string, 0, maxListed)
	for _, value := range values[:min(len(values), maxListed)] {
		value = numberInText.ReplaceAllStringFunc(redact(value, l.keys...), cutShort)
		if runes := []rune(value); len(runes) > maxShown {
			value = string(runes[:maxShown]) + "..."
		}
		shown = append(shown, value)
	}
	text := strings.Join(shown, ", ")
	if more := len(values) - maxListed; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	l.add(slog.String(name, text))
}

// Tally adds each word once, with how often it stands there.
func (l *Line) Tally(name string, words ...string) {
	times := map[string]int{}
	var once []string
	for _, word := range words {
		if times[word] == 0 {
			once = append(once, word)
		}
		times[word]++
	}
	for i, word := range once {
		if times[word] > 1 {
			once[i] = fmt.Sprintf("%s (%d)", word, times[word])
		}
	}
	l.Words(name, once...)
}

// Addresses adds e-mail addresses, or what stands in their place, cut short.
func (l *Line) Addresses(name string, addresses ...string) {
	short := make([]string, 0, len(addresses))
	for _, address := range addresses {
		short = append(short, shortAddress(redact(address, l.keys...)))
	}
	l.Words(name, short...)
}

// shortAddress leaves of an address how it begins, and the domain.
func shortAddress(address string) string {
	local, domain, isAddress := strings.Cut(address, "@")
	switch runes := []rune(local); {
	case !isAddress:
		return "..."
	case len(runes) > 3:
		return string(runes[:3]) + "...@" + domain
	default:
		return "...@" + domain
	}
}

// Numbers adds phone numbers, or what stands in their place, cut short.
func (l *Line) Numbers(name string, numbers ...string) {
	for i := range numbers[:min(len(numbers), maxListed)] {
		numbers[i] = cutShort(redact(numbers[i], l.keys...))
	}
	l.Words(name, numbers...)
}

// Split splits a list at its commas. Keys go first: a key may hold a comma.
func (l *Line) Split(list string) []string {
	return strings.Split(redact(list, l.keys...), ",")
}

// cutShort leaves of a number how it begins and how it ends: its end chooses what
// becomes of a message.
func cutShort(number string) string {
	runes := []rune(strings.TrimSpace(number))
	if len(runes) < 7 {
		return "..."
	}
	begin := 2
	if runes[0] == '+' {
		begin = 3
	}
	return string(runes[:begin]) + "..." + string(runes[len(runes)-2:])
}

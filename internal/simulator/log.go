package simulator

import (
	"fmt"
	"log/slog"
	"regexp"
	"strings"
	"time"
)

// log writes one line: what was asked for, and what was answered. The status is 0
// when the connection ended without an answer.
func (s *Simulator) log(x *exchange, sent answer, took time.Duration) {
	l := line{keys: x.keys(s.options.APIKey)}
	l.add(slog.String("method", x.request.Method))
	l.addWords("path", x.request.Path)
	l.add(slog.Int("status", sent.status), slog.Int("code", sent.code))
	if x.call != nil {
		l.addCall(x.call, sent.content)
	}
	l.add(slog.Bool("scripted", x.scripted), slog.Int("violations", x.notes), slog.Duration("took", took))
	s.options.Log.Info("request", l.attrs...)
}

// line is a log line. What a request or an answer says is in it without keys, and
// with phone numbers cut short.
type line struct {
	keys  []string
	attrs []any // Each a [slog.Attr].
}

func (l *line) add(attrs ...any) {
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

// addWords adds values under a name, and nothing without values.
func (l *line) addWords(name string, values ...string) {
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

// addNumbers adds phone numbers, or what stands in their place, cut short.
func (l *line) addNumbers(numbers []string) {
	for i := range numbers[:min(len(numbers), maxListed)] {
		numbers[i] = cutShort(redact(numbers[i], l.keys...))
	}
	l.addWords("number", numbers...)
}

// addCall adds the message, the tag and the recipients that a call names, and the
// statuses that it answers.
func (l *line) addCall(c *call, content object) {
	ids := c.named("messageId")
	if len(ids) == 0 {
		ids = wordsAt(content, "message_id")
	}
	l.addWords("message", ids...)
	if tag := c.text("tag"); tag != "" {
		l.addWords("tag", tag)
	}
	numbers := c.named("phoneNumber")
	for _, name := range []string{"phoneNumbers", "to"} {
		if list := c.text(name); list != "" {
			numbers = append(numbers, strings.Split(redact(list, l.keys...), ",")...)
		}
	}
	l.addNumbers(numbers)
	l.addWords("statut", tally(append(wordsAt(content, "statut"), wordsAt(content, "status")...))...)
}

// named returns the values of a parameter, or of a member of the lists.
func (c *call) named(name string) []string {
	var values []string
	if value := c.text(name); value != "" {
		values = append(values, value)
	}
	for _, list := range []string{statusListParameter, bulkListParameter} {
		items, _ := c.structures[list].([]any)
		for _, item := range items {
			members, _ := item.(map[string]any)
			if value := memberText(members[name]); value != "" {
				values = append(values, value)
			}
		}
	}
	return values
}

// wordsAt returns the values of a field wherever it stands in an answer.
func wordsAt(v value, name string) []string {
	var found []string
	switch v := v.(type) {
	case object:
		for _, f := range v {
			switch value := f.value.(type) {
			case object, list:
				found = append(found, wordsAt(value, name)...)
			case text, plain, integer:
				if f.name == name {
					found = append(found, fmt.Sprint(value))
				}
			}
		}
	case list:
		for _, item := range v {
			found = append(found, wordsAt(item, name)...)
		}
	}
	return found
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

// tally names each word once, with how often it stands there.
func tally(words []string) []string {
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
	return once
}

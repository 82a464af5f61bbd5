package partner

import (
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
)

// code returns the code of a refusal; empty if there is none. A number beside a word, such
// as an HTTP status, says less than the word.
func (d *Dialect) code(op *Operation, o *Object) string {
	best, rank := "", 0
	for _, code := range d.codes(o) {
		if r := d.rank(op, code); r > rank {
			best, rank = code, r
		}
	}
	return best
}

// codes returns what can be the code of a refusal.
func (d *Dialect) codes(o *Object) []string {
	var codes []string
	add := func(name string, in *Object) {
		if raw := in.values[name]; isScalar(raw) {
			if code := value(in.Text(name)); name == "code" && code != "" || wordCode.MatchString(code) {
				codes = append(codes, code)
			}
		}
	}
	for _, name := range d.codeFields() {
		add(name, o)
	}
	if len(d.CodeFields) == 0 {
		return codes
	}
	// Where the field is not documented, its form is not, either.
	for _, name := range slices.Concat(o.Spellings("errorcode"), d.CodeFields, []string{"errors"}) {
		add(name, o)
		if words := leadingWord.FindStringSubmatch(value(o.looseText(name))); words != nil {
			codes = append(codes, words[1])
		}
		if inner, twice := asValues(only(o.values[name])); inner != nil {
			within := o.nest(inner, twice, name+".")
			add("code", within)
			add("message", within)
		}
	}
	return codes
}

// only returns the item of a list of one; any other value is itself.
func only(raw json.RawMessage) json.RawMessage {
	var items []json.RawMessage
	if len(raw) == 0 || raw[0] != '[' || len(raw) > maxScalar || json.Unmarshal(raw, &items) != nil || len(items) != 1 {
		return raw
	}
	return items[0]
}

// looseText is the text of a member, or the only text in a list.
func (o *Object) looseText(name string) *string {
	raw := o.values[name]
	if len(raw) > 0 && raw[0] == '[' {
		var items []string
		if json.Unmarshal(raw, &items) != nil || len(items) != 1 {
			return nil
		}
		text := Readable(o.redact.text(items[0]))
		return &text
	}
	if !isScalar(raw) {
		return nil
	}
	return o.Text(name)
}

// leadingWord is a code before its explanation, or alone.
var leadingWord = regexp.MustCompile(`^([A-Z]+(?:_[A-Z]+)+)(?: *:.*)?$`)

// rank says how much a code tells.
func (d *Dialect) rank(op *Operation, code string) int {
	_, err := strconv.Atoi(code)
	switch documented := d.meaning(op, code) != MeaningUnknown; {
	case documented && err != nil:
		return 3
	case documented:
		return 2
	default:
		return 1
	}
}

// wordCode is the form of codes that are words, such as NOT_CREDIT, or numbers.
var wordCode = regexp.MustCompile(`^(?:[A-Z]+(?:_[A-Z]+)+|[0-9]{1,3})$`)

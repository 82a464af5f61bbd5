package main

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// veil replaces what must not leave the user's machine: keys, tokens, phone numbers, names,
// addresses, ids and amounts. The same value gets the same placeholder throughout a run.
type veil struct {
	keys []accountKey
	// numbered are the values of each kind, and seen those that are looked for in texts.
	numbered map[kind]map[string]int
	seen     map[string]kind
}

// kind is what a value is.
type kind string

const (
	aPhone  kind = "phone"
	aMail   kind = "mail"
	aKey    kind = "key"
	aToken  kind = "token"
	anID    kind = "id"
	aName   kind = "name"
	aText   kind = "text"
	aLink   kind = "link"
	anSum   kind = "amount"
	aNumber kind = "number"
)

// style is how a placeholder looks.
type style int

const (
	// shown is for the report: <phone 1>.
	shown style = iota
	// standIn is for fixtures, which decoders read: a value of the same form.
	standIn
)

func newVeil() *veil {
	return &veil{numbered: map[kind]map[string]int{}, seen: map[string]kind{}}
}

// learn takes what the user named on the command line.
func (v *veil) learn(s settings) {
	for _, number := range []string{s.ownNumber, s.landline, s.phone} {
		if number != "" {
			v.placeholder(aPhone, number, shown)
		}
	}
	for _, each := range []struct {
		kind  kind
		value string
	}{{aMail, s.ownMail}, {anID, s.messageID}, {aToken, s.group}} {
		if each.value != "" {
			v.placeholder(each.kind, each.value, shown)
		}
	}
}

// learnAnswer learns the names and numbers of an answer before a later message quotes them.
func (v *veil) learnAnswer(a *answer) { _ = v.answer(a, shown) }

// shortest is how long a value must be to be looked for in texts.
const shortest = 2

// placeholder is what stands for a value of a kind.
func (v *veil) placeholder(k kind, value string, s style) string {
	same := canonical(k, value)
	if v.numbered[k] == nil {
		v.numbered[k] = map[string]int{}
	}
	n := v.numbered[k][same]
	if n == 0 {
		n = len(v.numbered[k]) + 1
		v.numbered[k][same] = n
	}
	if searchable(k, value) {
		v.seen[value] = k
	}
	if s == standIn {
		return standInFor(k, value, n)
	}
	if k == aPhone {
		return shownPhone(value, n)
	}
	return fmt.Sprintf("<%s %d>", k, n)
}

// canonical makes spellings of one value equal.
func canonical(k kind, value string) string {
	switch k {
	case aPhone:
		return digitsOf(value)
	case aMail:
		return strings.ToLower(value)
	default:
		return value
	}
}

// searchable is false for values that are likely to stand in a text by chance.
func searchable(k kind, value string) bool {
	switch k {
	case aNumber, anSum:
		return false
	case aName: // The probe's own group must be found by hand if it stays.
		return len([]rune(value)) >= shortest && !strings.HasPrefix(value, groupPrefix)
	case anID, aPhone:
		return len(value) > 3
	default:
		return len([]rune(value)) >= shortest
	}
}

var (
	mailInText = regexp.MustCompile(`[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+`)
	hexInText  = regexp.MustCompile(`\b[0-9A-Fa-f]{20,}\b`)
	// phoneInText is at least a plus and six digits, or nine digits.
	phoneInText = regexp.MustCompile(`\+[0-9](?:[ .-]?[0-9]){5,}|\b[0-9](?:[ .-]?[0-9]){8,}`)
	dateInText  = regexp.MustCompile(`^([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{2}[-/][0-9]{2}[-/][0-9]{4})`)
	linkInText  = regexp.MustCompile(`https?://[^\s"'<>]+`)
)

// words replaces what must not be seen in a text for people, such as the vendor's message,
// and leaves its words.
func (v *veil) words(text string) string { return v.wordsAs(text, shown) }

func (v *veil) wordsAs(text string, s style) string {
	text = v.withoutKeys(text, s)
	var known []string
	for value := range v.seen {
		if strings.Contains(text, value) {
			known = append(known, value)
		}
	}
	slices.SortFunc(known, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	// Each placeholder goes in at the end, so that no later value is found inside it.
	var in []string
	hide := func(k kind) func(string) string {
		return func(value string) string {
			if k == aPhone && dateInText.MatchString(value) {
				return value
			}
			in = append(in, v.placeholder(k, value, s))
			return mark(len(in) - 1)
		}
	}
	for _, value := range known {
		text = replaceWord(text, value, hide(v.seen[value]))
	}
	text = mailInText.ReplaceAllStringFunc(text, hide(aMail))
	text = linkInText.ReplaceAllStringFunc(text, hide(aLink))
	text = hexInText.ReplaceAllStringFunc(text, hide(aToken))
	text = phoneInText.ReplaceAllStringFunc(text, hide(aPhone))
	for i, placeholder := range in {
		text = strings.ReplaceAll(text, mark(i), placeholder)
	}
	return text
}

// mark keeps the place of a placeholder. No text of the vendor has a zero byte.
func mark(n int) string { return "\x00" + strings.Repeat("\x01", n+1) + "\x00" }

// replaceWord replaces a value where it is no part of a longer word.
func replaceWord(text, value string, by func(string) string) string {
	var out strings.Builder
	for {
		i := strings.Index(text, value)
		if i < 0 {
			out.WriteString(text)
			return out.String()
		}
		end := i + len(value)
		if isWordEdge(text[:i], value, true) && isWordEdge(text[end:], value, false) {
			out.WriteString(text[:i] + by(value))
		} else {
			out.WriteString(text[:end])
		}
		text = text[end:]
	}
}

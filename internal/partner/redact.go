package partner

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
)

// redacted stands where a secret stood.
const redacted = "[REDACTED]"

// minPiece is how many characters in a row are a piece of the secret: fewer can be a
// word, or a number, by chance.
const minPiece = 10

// redactor takes a secret, and pieces of it, out of text, in every spelling in which
// they can come back: the API carries the key in the query, the body and the path, and
// servers and proxies echo what they were sent. The zero value has no secret to take
// out.
type redactor struct {
	// length is that of the secret, in characters.
	length int
	// begins lists, for each byte, the characters with a spelling that begins with the
	// byte.
	begins *[256][]*character
	// piece is how many characters in a row are taken out.
	piece int
	// reach is the longest spelling of one character.
	reach int
	// silent quotes nothing of an answer, which may hold secrets that are not known
	// beforehand.
	silent bool
	// pairs are the bytes that follow each other in a secret of plain characters; nil
	// for others, and for one that is too short.
	pairs *pairs
}

func newRedactor(secret string) redactor {
	characters := []rune(secret)
	r := redactor{length: len(characters), begins: new([256][]*character), piece: min(len(characters), minPiece), reach: 1}
	known := map[rune]*character{}
	for place, c := range characters {
		c = folded(c) // servers and proxies change the case of what they repeat
		if known[c] == nil {
			known[c] = newCharacter(c)
			for _, first := range known[c].begins() {
				r.begins[first] = append(r.begins[first], known[c])
			}
			if !known[c].plain {
				r.reach = maxSpelling
			}
		}
		known[c].places = append(known[c].places, place)
	}
	if r.reach == 1 && r.piece > 1 {
		r.pairs = newPairs(secret)
	}
	return r
}

// of is for the answers to an operation.
func (r redactor) of(op *Operation) redactor {
	r.silent = op.silent()
	return r
}

func (r redactor) text(s string) string {
	if r.length == 0 {
		return s
	}
	var found []span
	for _, part := range r.candidates(s) {
		for _, piece := range r.find(s[part.start:part.end]) {
			found = append(found, span{part.start + piece.start, part.start + piece.end})
		}
	}
	if len(found) == 0 {
		return s
	}
	var kept strings.Builder
	from := 0
	for _, part := range slices.Backward(found) {
		kept.WriteString(s[from:part.start])
		kept.WriteString(redacted)
		from = part.end
	}
	kept.WriteString(s[from:])
	return kept.String()
}

// span is a part of a text.
type span struct{ start, end int }

// candidates returns the parts of s outside which no piece of the secret is, the last one
// first. Most texts have no candidate, and finding that out is much faster than looking for
// pieces.
func (r redactor) candidates(s string) []span {
	if r.pairs != nil {
		return r.pairs.stretches(s, r.piece)
	}
	starts := 0
	for i := 0; i < len(s) && starts < r.piece; i++ {
		if len(r.begins[s[i]]) > 0 {
			starts++
		}
	}
	if starts < r.piece {
		return nil
	}
	return []span{{0, len(s)}}
}

// find returns the parts of s that are to be taken out, the last one first. It goes
// through the text backwards, so that each run is one character longer than the one
// that follows it.
func (r redactor) find(s string) []span {
	var found []span
	known := newRuns(r.length, min(r.reach, len(s)))
	var lengths []int
	for at := len(s); at > 0; {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
		end := 0
		for _, c := range r.begins[s[at]] {
			lengths = c.spellings(s[at:], lengths[:0])
			if len(lengths) == 0 {
				continue
			}
			for _, place := range c.places {
				if longest := known.add(at, place, lengths); longest.length >= r.piece {
					end = max(end, longest.end)
				}
			}
		}
		if end > 0 {
			found = extend(found, span{at, end})
		}
	}
	return found
}

// run is how many characters of the secret follow each other from a place in the text
// on, and where they end.
type run struct{ at, length, end int }

// runs are those at the last places of a text that was looked at, as many as a spelling
// can be long. Each row has one for every place in the secret.
type runs struct {
	length int
	rows   int
	all    []run
}

func newRuns(length, reach int) runs {
	return runs{length, reach + 1, make([]run, (reach+1)*length)}
}

// add notes the longest run from a place in the text on, where a character of the
// secret has spellings of these lengths.
func (r runs) add(at, place int, lengths []int) run {
	longest := run{}
	for _, length := range lengths {
		next := run{at, 1, at + length}
		if place+1 < r.length {
			if rest := r.all[(next.end%r.rows)*r.length+place+1]; rest.at == next.end {
				next.length, next.end = 1+rest.length, rest.end
			}
		}
		if next.length > longest.length || next.length == longest.length && next.end > longest.end {
			longest = next
		}
	}
	r.all[(at%r.rows)*r.length+place] = longest
	return longest
}

// extend adds a part that begins before all others, as one with those that it overlaps.
func extend(found []span, part span) []span {
	for len(found) > 0 {
		last := found[len(found)-1]
		if last.start >= part.end {
			break
		}
		part.end = max(part.end, last.end)
		found = found[:len(found)-1]
	}
	return append(found, part)
}

// excerpt shortens b to about limit bytes, never inside a character. It takes
// the secret out first: half of it would no longer be recognized.
func (r redactor) excerpt(b []byte, limit int) string {
	if r.silent {
		return "(not shown: it can hold secrets)"
	}
	if bytes.IndexByte(b, 0) >= 0 || bytes.Contains(b, []byte(`\x00`)) {
		return "(no text)" // such as UTF-16, in which the secret is not recognized either
	}
	text := strings.ToValidUTF8(r.text(string(b)), "\uFFFD")
	if len(text) <= limit {
		return text
	}
	return strings.ToValidUTF8(text[:limit], "") + "…"
}

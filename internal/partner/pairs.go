package partner

import "strings"

// pairs is a set of two bytes in a row, a bit for each, in either case.
type pairs [1 << 16 / 64]uint64

func newPairs(text string) *pairs {
	var p pairs
	lower, upper := strings.ToLower(text), strings.ToUpper(text)
	for i := 1; i < len(text); i++ {
		for _, first := range []byte{lower[i-1], upper[i-1]} {
			for _, second := range []byte{lower[i], upper[i]} {
				word, bit := place(first, second)
				p[word] |= bit
			}
		}
	}
	return &p
}

func place(first, second byte) (word int, bit uint64) {
	at := uint(first)<<8 | uint(second)
	return int(at / 64), 1 << (at % 64)
}

func (p *pairs) has(first, second byte) bool {
	word, bit := place(first, second)
	return p[word]&bit != 0
}

// stretches returns the parts of s, of at least size bytes, all pairs of which are in
// the set, the last one first. It looks at every size-1st pair only, until one is in
// the set.
func (p *pairs) stretches(s string, size int) []span {
	var found []span
	for end := len(s); end >= size; {
		at := end - size // a part of that size has this byte, or ends before the next
		if !p.has(s[at], s[at+1]) {
			end = at + 1
			continue
		}
		start, stop := at, at+1
		for stop < end && p.has(s[stop-1], s[stop]) {
			stop++
		}
		for start > 0 && p.has(s[start-1], s[start]) {
			start--
		}
		if stop-start >= size {
			found = append(found, span{start, stop})
		}
		end = start
	}
	return found
}

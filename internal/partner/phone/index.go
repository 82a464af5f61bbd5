package phone

import "strings"

// Index holds numbers, and finds those that are one phone with another.
type Index struct {
	// byEnd holds the numbers by their last digits, which all spellings share: reading
	// takes long.
	byEnd map[[4]byte][]string
	exact map[string]bool
}

// maxCompared bounds how many numbers with the same last digits are compared with one:
// no list of phones comes near, but an answer made to be slow does.
const maxCompared = 1000

// NewIndex returns an index of these numbers.
func NewIndex(numbers ...string) *Index {
	x := &Index{byEnd: map[[4]byte][]string{}, exact: map[string]bool{}}
	for _, number := range numbers {
		x.Add(number)
	}
	return x
}

// Add adds a number, in any spelling.
func (x *Index) Add(number string) {
	if x.exact[number] {
		return
	}
	x.exact[number] = true
	end := endOf(number)
	x.byEnd[end] = append(x.byEnd[end], number)
}

// endOf returns the last digits of a number, whatever stands between them.
func endOf(number string) (last [4]byte) {
	if s, err := spell(number); err == nil {
		number = s.digits
	}
	last, _ = tail(number)
	return last
}

// Find returns those that can be the same phone as number. Several can where number is
// national, and stands for phones of several countries.
func (x *Index) Find(number string) []string {
	if x.exact[number] && strings.HasPrefix(number, "+") {
		return []string{number}
	}
	same := x.byEnd[endOf(number)]
	var found []string
	for _, other := range same[:min(len(same), maxCompared)] {
		if Same(number, other) {
			found = append(found, other)
		}
	}
	return found
}

// Twice returns a number that stands in a list a second time, in whatever spelling;
// empty if none does.
func Twice(numbers []string) string {
	seen := NewIndex()
	for _, number := range numbers {
		if len(seen.Find(number)) > 0 {
			return number
		}
		seen.Add(number)
	}
	return ""
}

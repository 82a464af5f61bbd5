package sms

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// completes reports whether a tag begins in one text and ends in the next, which
// makes both together shorter than they are by themselves.
func completes(before, after string) bool {
	for _, tag := range []string{":br:", ":euro:"} {
		for i := 1; i < len(tag); i++ {
			if strings.HasSuffix(before, tag[:i]) && strings.HasPrefix(after, tag[i:]) {
				return true
			}
		}
	}
	return false
}

// FuzzSegment has any text sent, then more of it: that never takes fewer
// segments, and the characters add up.
func FuzzSegment(f *testing.F) {
	for _, seed := range [][2]string{
		{"", ""},
		{strings.Repeat("a", 160), "a"},
		{strings.Repeat("a", 1530), "a"},
		{strings.Repeat("é", 70), "ж"},
		{strings.Repeat("😀", 33), "😀😀"},
		{"Où est l’œuf [ñ] ?", "«5 €»\f"},
		{"a:br", ":b"},
		{"a:eu", "ro::br:"},
		{":b^r", "~:"},
		{"\xff", "\xc3"},
	} {
		for _, unicode := range []bool{false, true} {
			f.Add(seed[0], seed[1], unicode)
		}
	}
	f.Fuzz(func(t *testing.T, message, more string, unicode bool) {
		if !utf8.ValidString(message) || !utf8.ValidString(more) {
			return // no engine sends these
		}
		before, errBefore := Segment(message, unicode)
		after, errAfter := Segment(message+more, unicode)
		if errBefore == nil {
			consistent(t, message, before)
		}
		if errAfter == nil {
			consistent(t, message+more, after)
		}
		written, writtenMore := message, more
		if !unicode {
			written, writtenMore = replacements.Replace(message), replacements.Replace(more)
		}
		if completes(written, writtenMore) {
			return
		}
		switch {
		case errBefore != nil && errAfter == nil:
			t.Errorf("%q can't be sent (%v), but %q can", message, errBefore, message+more)
		case errBefore != nil || errAfter != nil:
		case after.Segments < before.Segments:
			t.Errorf("%q takes %d segments, %q takes %d", message, before.Segments, message+more, after.Segments)
		default:
			if appended, err := Segment(more, unicode); err != nil || before.Characters+appended.Characters != after.Characters {
				t.Errorf("%q is %d characters and %q %d (%v), but both are %d", message, before.Characters, more, appended.Characters, err, after.Characters)
			}
		}
	})
}

// consistent asserts what holds of every text that can be sent.
func consistent(t *testing.T, message string, text Text) {
	t.Helper()
	size := sizes[text.Encoding]
	switch {
	case text.Segments > MaxSegments || text.Segments < 0 || (text.Segments == 0) != (text.Characters == 0):
		t.Errorf("%q: %d segments of %d characters", message, text.Segments, text.Characters)
	case text.Segments == 1 && text.Characters > size.lone,
		text.Segments > 1 && (text.Characters <= size.lone || text.Characters > size.part*text.Segments || text.Characters <= size.part*(text.Segments-1)):
		t.Errorf("%q: %d characters make %d segments", message, text.Characters, text.Segments)
	case text.Encoding == UCS && text.Text != message:
		t.Errorf("%q became %q", message, text.Text)
	case text.Encoding == GSM && replacements.Replace(text.Text) != text.Text:
		t.Errorf("%q became %q, which the vendor would replace again", message, text.Text)
	}
}

package wire

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
)

const indentation = "    "

// jsonDocument renders a tree as the documentation prints it: fields in order,
// four blanks a level.
func jsonDocument(v value, escapeUnicode bool) string {
	w := &jsonWriter{escapeUnicode: escapeUnicode}
	w.value(v, 0)
	return w.out.String()
}

type jsonWriter struct {
	out           strings.Builder
	escapeUnicode bool
}

func (w *jsonWriter) value(v value, depth int) {
	switch v := v.(type) {
	case Object:
		w.object(v, depth)
	case elements:
		w.object(v, depth)
	case list:
		w.group('[', ']', len(v), depth, func(i int) { w.value(v[i], depth+1) })
	case text:
		w.quote(string(v))
	case plain:
		w.quote(string(v))
	case boolean:
		w.out.WriteString(strconv.FormatBool(bool(v)))
	case integer:
		w.out.WriteString(strconv.FormatInt(int64(v), 10))
	case decimal:
		w.out.WriteString(string(v))
	case null:
		w.out.WriteString("null")
	}
}

func (w *jsonWriter) object(fields []Field, depth int) {
	w.group('{', '}', len(fields), depth, func(i int) {
		w.quote(fields[i].name)
		w.out.WriteString(": ")
		w.value(fields[i].value, depth+1)
	})
}

func (w *jsonWriter) group(opening, closing byte, n, depth int, member func(int)) {
	w.out.WriteByte(opening)
	for i := range n {
		if i > 0 {
			w.out.WriteByte(',')
		}
		w.out.WriteByte('\n')
		w.out.WriteString(strings.Repeat(indentation, depth+1))
		member(i)
	}
	if n > 0 {
		w.out.WriteByte('\n')
		w.out.WriteString(strings.Repeat(indentation, depth))
	}
	w.out.WriteByte(closing)
}

// quote writes a JSON string by hand: [encoding/json] can neither leave
// U+2028 alone nor escape é.
func (w *jsonWriter) quote(s string) {
	w.out.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			w.out.WriteByte('\\')
			w.out.WriteRune(r)
		case r == '\n':
			w.out.WriteString(`\n`)
		case r == '\r':
			w.out.WriteString(`\r`)
		case r == '\t':
			w.out.WriteString(`\t`)
		case r < ' ':
			w.escape(r)
		case r > '~' && w.escapeUnicode:
			w.escape(r)
		default:
			w.out.WriteRune(r)
		}
	}
	w.out.WriteByte('"')
}

func (w *jsonWriter) escape(r rune) {
	for _, unit := range utf16.Encode([]rune{r}) {
		fmt.Fprintf(&w.out, `\u%04x`, unit)
	}
}

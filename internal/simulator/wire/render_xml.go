package wire

import (
	"strconv"
	"strings"
)

// xmlDocument renders a tree as the vendor's positional XML: one <entry> per
// JSON value in JSON order, strings as CDATA with line breaks and blanks around.
func xmlDocument(v value) string {
	w := &xmlWriter{}
	w.out.WriteString("<?xml version='1.0' encoding='UTF-8'?>\n")
	w.element("result", v, 0)
	return strings.TrimSuffix(w.out.String(), "\n")
}

type xmlWriter struct{ out strings.Builder }

func (w *xmlWriter) element(name string, v value, depth int) {
	switch v := v.(type) {
	case Object:
		w.nest(name, len(v), depth, func(i int) { w.element("entry", v[i].value, depth+1) })
	case elements:
		w.nest(name, len(v), depth, func(i int) { w.element(v[i].name, v[i].value, depth+1) })
	case list:
		w.nest(name, len(v), depth, func(i int) { w.element("entry", v[i], depth+1) })
	case text:
		w.nest(name, 1, depth, func(int) { w.line(depth+1, cdata(string(v))) })
	case plain:
		w.bare(name, xmlEscaper.Replace(xmlCharacters(string(v))), depth)
	case boolean:
		w.bare(name, strconv.FormatBool(bool(v)), depth)
	case integer:
		w.bare(name, strconv.FormatInt(int64(v), 10), depth)
	case decimal:
		w.bare(name, string(v), depth)
	case null:
		w.nest(name, 0, depth, nil)
	}
}

// nest writes an element around n members. How an empty group looks is not
// known.
func (w *xmlWriter) nest(name string, n, depth int, member func(int)) {
	if n == 0 {
		w.line(depth, "<"+name+"/>")
		return
	}
	w.line(depth, "<"+name+">")
	for i := range n {
		member(i)
	}
	w.line(depth, "</"+name+">")
}

func (w *xmlWriter) bare(name, content string, depth int) {
	w.line(depth, "<"+name+">"+content+"</"+name+">")
}

func (w *xmlWriter) line(depth int, content string) {
	w.out.WriteString(strings.Repeat(indentation, depth))
	w.out.WriteString(content)
	w.out.WriteByte('\n')
}

var xmlEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

func cdata(s string) string {
	// The end mark cannot occur inside a section: close and reopen around it.
	return "<![CDATA[" + strings.ReplaceAll(xmlCharacters(s), "]]>", "]]]]><![CDATA[>") + "]]>"
}

// xmlCharacters drops the control characters that XML 1.0 cannot hold.
func xmlCharacters(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s)
}

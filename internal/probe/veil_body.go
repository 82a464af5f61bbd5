package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"regexp"
	"strings"
)

// member is one of an object: the order is part of what the servers answer.
type member struct {
	name  string
	value any
}

// object is a JSON object in its own order.
type object []member

func (o object) has(name string) bool {
	for _, m := range o {
		if m.name == name {
			return true
		}
	}
	return false
}

// ordered reads a whole JSON text.
func ordered(body []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber()
	value, err := orderedValue(d)
	if err != nil {
		return nil, err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("the text goes on behind its value")
	}
	return value, nil
}

func orderedValue(d *json.Decoder) (any, error) {
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('{'):
		o := object{}
		for d.More() {
			name, err := d.Token()
			if err != nil {
				return nil, err
			}
			text, _ := name.(string)
			value, err := orderedValue(d)
			if err != nil {
				return nil, err
			}
			o = append(o, member{text, value})
		}
		_, err := d.Token()
		return o, err
	case json.Delim('['):
		list := []any{}
		for d.More() {
			value, err := orderedValue(d)
			if err != nil {
				return nil, err
			}
			list = append(list, value)
		}
		_, err := d.Token()
		return list, err
	default:
		return token, nil
	}
}

// body is the body of an answer with placeholders. JSON is indented.
func (v *veil) body(body []byte, s style) string {
	if content, err := ordered(body); err == nil {
		var out bytes.Buffer
		v.write(&out, content, "", place{}, s, "")
		return out.String()
	}
	if (&answer{body: body}).isXML() {
		return v.xml(string(body), s)
	}
	return v.page(string(body), s)
}

// mostOfPage is how much of a body is kept that is neither JSON nor XML.
const mostOfPage = 300

func (v *veil) page(text string, s style) string {
	if runes := []rune(text); len(runes) > mostOfPage {
		text = string(runes[:mostOfPage]) + "..."
	}
	return v.wordsAs(text, s)
}

// write renders a value in which placeholders take the place of what must not be seen. A
// number in the style of the report has no quotes, so that its type stays visible.
func (v *veil) write(out *bytes.Buffer, value any, name string, at place, s style, indent string) {
	more := indent + "  "
	switch value := value.(type) {
	case object:
		if len(value) == 0 {
			out.WriteString("{}")
			return
		}
		inside := at.into(name, value)
		for i, m := range value {
			out.WriteString(opening(i, "{", more) + quote(v.wordsAs(m.name, s)) + ": ")
			v.write(out, m.value, m.name, inside, s, more)
		}
		out.WriteString("\n" + indent + "}")
	case []any:
		if len(value) == 0 {
			out.WriteString("[]")
			return
		}
		for i, item := range value {
			out.WriteString(opening(i, "[", more))
			v.write(out, item, name, at, s, more)
		}
		out.WriteString("\n" + indent + "]")
	case string:
		out.WriteString(quote(v.hide(name, value, at, s)))
	case json.Number:
		out.WriteString(v.hideNumber(name, value.String(), at, s))
	default: // true, false, null
		text, _ := json.Marshal(value) //nolint:errchkjson // Of these three, none fails.
		out.Write(text)
	}
}

func opening(i int, bracket, indent string) string {
	if i > 0 {
		bracket = ","
	}
	return bracket + "\n" + indent
}

func quote(text string) string {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	_ = e.Encode(text)
	return strings.TrimSuffix(out.String(), "\n")
}

var xmlPart = regexp.MustCompile(`(?s)<!\[CDATA\[.*?\]\]>|<[^>]*>|[^<]+`)

// xml replaces the texts of an XML body, which have no names: all numbers but the code, and
// all texts that are no known word. The third text of a refusal is the vendor's message.
func (v *veil) xml(body string, s style) string {
	texts, refused := 0, false
	return xmlPart.ReplaceAllStringFunc(body, func(part string) string {
		inner, isData := strings.CutPrefix(part, "<![CDATA[")
		inner = strings.TrimSuffix(inner, "]]>")
		text := strings.TrimSpace(inner)
		if text == "" || !isData && strings.HasPrefix(part, "<") {
			return part
		}
		texts++
		refused = refused || texts == 1 && text == "false"
		hidden := text
		switch {
		case texts <= 2: // success and code
		case refused:
			hidden = v.wordsAs(text, s)
		case text != "true" && text != "false":
			hidden = v.hideUnnamed(text, s)
		}
		return strings.Replace(part, text, hidden, 1)
	})
}

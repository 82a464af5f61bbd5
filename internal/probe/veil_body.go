package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
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

// answer is the body of an answer with placeholders.
func (v *veil) answer(a *answer, s style) string {
	if text, err := v.json(a.body, s); err == nil {
		return text
	}
	if a.isXML() {
		if text, err := v.xml(a.body, s); err == nil {
			return text
		}
	}
	return v.page(a, s)
}

// json renders a whole JSON text, indented.
func (v *veil) json(body []byte, s style) (string, error) {
	content, err := ordered(body)
	if err != nil {
		return "", err
	}
	var out bytes.Buffer
	v.write(&out, content, "", place{}, s, "")
	return out.String(), nil
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

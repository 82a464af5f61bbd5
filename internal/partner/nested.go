package partner

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
)

// maxItems bounds a list. It is as many documented items as fit into maxAnswer;
// empty ones take two bytes there, and hundreds here. It bounds the values of an
// XML answer too.
const maxItems = 50_000

// Object reads a nested object; nil if there is none.
func (o *Object) Object(name string) *Object {
	values := asValues(o.values[name])
	if values == nil {
		return nil
	}
	return o.nest(values, name+".")
}

// List reads a list of objects; nil if there is none. An item that is no object
// fails the call, since its place would be lost; so does a list without end.
func (o *Object) List(name string) []*Object {
	raw := o.values[name]
	if len(raw) == 0 || raw[0] != '[' {
		if len(raw) > 0 && string(raw) != "null" {
			o.fail(name, "a list", string(raw))
		}
		return nil
	}
	items := []*Object{}
	for i, item := range listed(raw) {
		if i == maxItems {
			o.failed(fmt.Errorf("%q has more than %d items", o.within+name, maxItems))
			return nil
		}
		values := asValues(item)
		if values == nil {
			o.fail(fmt.Sprintf("%s[%d]", name, i), "an object", string(item))
			continue
		}
		items = append(items, o.nest(values, fmt.Sprintf("%s[%d].", name, i)))
	}
	return items
}

// listed goes through the items of a list in JSON, one at a time: an answer can
// hold millions. An item is valid until the next one.
func listed(raw json.RawMessage) iter.Seq2[int, json.RawMessage] {
	return func(yield func(int, json.RawMessage) bool) {
		decoder := json.NewDecoder(bytes.NewReader(raw))
		if _, err := decoder.Token(); err != nil { // the bracket
			return
		}
		var item json.RawMessage
		for i := 0; decoder.More(); i++ {
			if decoder.Decode(&item) != nil || !yield(i, item) {
				return
			}
		}
	}
}

// asValues reads a JSON object; nil if it is none.
func asValues(raw json.RawMessage) map[string]json.RawMessage {
	if len(raw) == 0 || raw[0] != '{' {
		return nil
	}
	values := map[string]json.RawMessage{}
	if err := json.Unmarshal(raw, &values); err != nil {
		return nil
	}
	return values
}

// Reject fails the call for what only the caller can see, such as an item that
// is missing from a list. text is a sentence without its capital and full stop.
// The first one counts.
func (o *Object) Reject(text string) {
	if o.rejected == "" {
		o.rejected = o.redact.text(text)
	}
}

// Refuse fails the call with the vendor's verdict on one item of its lists, of
// which code and words are given. The first one counts.
func (o *Object) Refuse(code string, about Problem) {
	if o.refusal == nil {
		o.refusal = &itemRefusal{code, about}
	}
}

type itemRefusal struct {
	code  string
	about Problem
}

// nest makes an object inside o, whose errors are o's.
func (o *Object) nest(values map[string]json.RawMessage, within string) *Object {
	return &Object{values: values, redact: o.redact, within: o.within + within, verdict: o.verdict}
}

// has reports whether there is a value of a kind. Null and a blank text are
// none, an empty list is one.
func (o *Object) has(name string, kind Kind) bool {
	_, isValue := o.scalar(name)
	raw := o.values[name]
	switch {
	case kind == Value || len(raw) == 0:
		return isValue
	case kind == List:
		return raw[0] == '['
	default:
		return raw[0] == '{'
	}
}

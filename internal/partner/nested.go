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
	values, twice := asValues(o.values[name])
	if values == nil {
		return nil
	}
	nested := o.nest(values, name+".")
	nested.rejectTwice(twice)
	return nested
}

// List reads a list of objects; nil if there is none. An item that is no object
// fails the call, since its place would be lost; so does a list without end.
func (o *Object) List(name string) []*Object {
	return o.list(name, o.fail, (*Object).rejectTwice)
}

// LooseList is List for what the call can do without: an item that is no object, or
// gives two values for one name, is left out and named by Unread.
func (o *Object) LooseList(name string) []*Object {
	var items []*Object
	for _, item := range o.list(name, o.skip, func(item *Object, twice string) {
		if twice != "" {
			item.values = nil
			o.skip(item.Name()+"."+twice, "a single value", "two values")
		}
	}) {
		if item.values != nil {
			items = append(items, item)
		}
	}
	return items
}

func (o *Object) list(name string, odd func(name, want, got string), twice func(item *Object, name string)) []*Object {
	raw := o.values[name]
	if len(raw) == 0 || raw[0] != '[' {
		if len(raw) > 0 && string(raw) != "null" {
			odd(name, "a list", string(raw))
		}
		return nil
	}
	items := []*Object{}
	for i, item := range listed(raw) {
		if i == maxItems {
			o.failed(fmt.Errorf("%q has more than %d items", o.within+name, maxItems))
			return nil
		}
		values, double := asValues(item)
		if values == nil {
			odd(fmt.Sprintf("%s[%d]", name, i), "an object", string(item))
			continue
		}
		nested := o.nest(values, fmt.Sprintf("%s[%d].", name, i))
		twice(nested, double)
		items = append(items, nested)
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

// asValues reads a JSON object; nil if it is none. twice names a member that has
// two values, of which the first one is kept.
func asValues(raw json.RawMessage) (values map[string]json.RawMessage, twice string) {
	if len(raw) == 0 || raw[0] != '{' {
		return nil, ""
	}
	decoder := json.NewDecoder(bytes.NewReader(raw))
	if _, err := decoder.Token(); err != nil { // the brace
		return nil, ""
	}
	values = map[string]json.RawMessage{}
	var value json.RawMessage // is overwritten: an answer can hold a million
	for decoder.More() {
		token, err := decoder.Token()
		name, isName := token.(string)
		if err != nil || !isName || decoder.Decode(&value) != nil {
			return nil, ""
		}
		before, known := values[name]
		switch {
		case !known:
			values[name] = bytes.Clone(value)
		case !bytes.Equal(before, value):
			twice = name
		}
	}
	return values, twice
}

// rejectTwice fails the call for a member that has two values: nobody knows which
// one holds.
func (o *Object) rejectTwice(name string) {
	if name != "" {
		o.Reject(fmt.Sprintf("it gives two values for %q", plain(o.within+name, maxCode)))
	}
}

// isScalar reports whether a value is a string, a number or a boolean.
func isScalar(raw json.RawMessage) bool {
	return len(raw) > 0 && raw[0] != '{' && raw[0] != '[' && string(raw) != "null"
}

// isEmpty reports whether a value says nothing: PHP writes a list without
// elements for many a thing that is not there.
func isEmpty(raw json.RawMessage) bool {
	switch string(raw) {
	case "", "null", `""`, "false", "0", "[]", "{}":
		return true
	default:
		return false
	}
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
	raw := o.values[name]
	switch {
	case kind == Value || len(raw) == 0:
		_, isValue := o.scalar(name)
		return isValue
	case kind == List:
		return raw[0] == '['
	default:
		return raw[0] == '{'
	}
}

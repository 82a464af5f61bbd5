package partner

import (
	"encoding/json"
	"fmt"
)

// Object reads a nested object; nil if there is none.
func (o *Object) Object(name string) *Object {
	var values map[string]json.RawMessage
	if err := json.Unmarshal(o.values[name], &values); err != nil || values == nil {
		return nil
	}
	return o.nest(values, name+".")
}

// List reads a list of objects; nil if there is none. An item that is no object
// fails the call, since its place would be lost.
func (o *Object) List(name string) []*Object {
	var raws []json.RawMessage
	if err := json.Unmarshal(o.values[name], &raws); err != nil {
		if raw := o.values[name]; len(raw) > 0 && string(raw) != "null" {
			o.fail(name, "a list", string(raw))
		}
		return nil
	}
	items := make([]*Object, 0, len(raws))
	for i, raw := range raws {
		var values map[string]json.RawMessage
		if err := json.Unmarshal(raw, &values); err != nil || values == nil {
			o.fail(fmt.Sprintf("%s[%d]", name, i), "an object", string(raw))
			continue
		}
		items = append(items, o.nest(values, fmt.Sprintf("%s[%d].", name, i)))
	}
	return items
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
	inner := &Object{values: values, redact: o.redact, within: o.within + within}
	o.inner = append(o.inner, inner)
	return inner
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

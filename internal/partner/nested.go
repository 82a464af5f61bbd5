package partner

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"regexp"
	"slices"
)

// maxItems bounds a list. It is as many documented items as fit into maxAnswer;
// empty ones take two bytes there, and hundreds here. It bounds the values of an
// XML answer too.
const maxItems = 50_000

// Object reads a nested object; nil if there is none.
func (o *Object) Object(name string) *Object {
	o.rejectTwice(name)
	values, twice := asValues(o.values[name])
	if values == nil {
		return nil
	}
	return o.nest(values, twice, name+".")
}

// Objects returns the members that are objects, and the objects in lists, in the order of
// the names. It leaves out a name with two values, and Unread says so.
func (o *Object) Objects() []*Object {
	var objects []*Object
	for _, name := range slices.Sorted(maps.Keys(o.values)) {
		values, twice := asValues(o.values[name])
		isList := len(o.values[name]) > 0 && o.values[name][0] == '['
		switch {
		case values == nil && !isList:
		case isList && !o.isTwice(name):
			for i, item := range listed(o.values[name]) {
				if values, twice := asValues(item); values != nil && i < maxItems {
					objects = append(objects, o.nest(values, twice, fmt.Sprintf("%s[%d].", name, i)))
				}
			}
		case o.isTwice(name):
			o.skip(name, "one object", "two values")
		default:
			objects = append(objects, o.nest(values, twice, name+"."))
		}
	}
	return objects
}

// List reads a list of objects; nil if there is none. An item that is no object fails the
// call, since its place would be lost. A list that is too long fails it too.
func (o *Object) List(name string) []*Object {
	o.rejectTwice(name)
	return o.list(name, o.fail)
}

// LooseList is List for data that the call can do without: it leaves out an item that is no
// object, and Unread names the item.
func (o *Object) LooseList(name string) []*Object {
	if o.isTwice(name) {
		o.skip(name, "one list", "two values")
		return nil
	}
	return o.list(name, o.skip)
}

// LooseMap reads an object whose members are objects with short names, such as dialling
// prefixes; nil if there is none. It leaves out a member that is no object or has another
// name, and Unread says so. PHP writes an empty
// list for an object without members.
func (o *Object) LooseMap(name string) map[string]*Object {
	raw := o.values[name]
	values, twice := asValues(raw)
	switch {
	case o.isTwice(name):
		o.skip(name, "one object", "two values")
		return nil
	case values == nil:
		if !isEmpty(raw) {
			o.skip(name, "an object", string(raw))
		}
		return nil
	}
	inside, members := o.nest(values, twice, name+"."), map[string]*Object{}
	for _, member := range slices.Sorted(maps.Keys(values)) {
		content, twice := asValues(values[member])
		switch {
		case len(members) == maxItems:
		case !memberName.MatchString(member): // can be anything, such as the key
			o.skip(name, "a short name", member)
		case inside.isTwice(member):
			inside.skip(member, "one object", "two values")
		case content == nil:
			inside.skip(member, "an object", string(values[member]))
		default:
			members[member] = inside.nest(content, twice, member+".")
		}
	}
	return members
}

var memberName = regexp.MustCompile(`^[0-9A-Za-z]{1,8}$`)

func (o *Object) list(name string, odd func(name, want, got string)) []*Object {
	raw := o.values[name]
	if len(raw) == 0 || raw[0] != '[' {
		if len(raw) > 0 && !isEmpty(raw) {
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
		values, twice := asValues(item)
		if values == nil {
			odd(fmt.Sprintf("%s[%d]", name, i), "an object", string(item))
			continue
		}
		items = append(items, o.nest(values, twice, fmt.Sprintf("%s[%d].", name, i)))
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

// asValues reads a JSON object; nil if it is none. twice names the members with two values;
// the first value is kept.
func asValues(raw json.RawMessage) (values map[string]json.RawMessage, twice []string) {
	if len(raw) == 0 || raw[0] != '{' {
		return nil, nil
	}
	decoder := json.NewDecoder(bytes.NewReader(raw))
	if _, err := decoder.Token(); err != nil { // the brace
		return nil, nil
	}
	values = map[string]json.RawMessage{}
	var value json.RawMessage // is overwritten: an answer can hold a million
	for decoder.More() {
		token, err := decoder.Token()
		name, isName := token.(string)
		if err != nil || !isName || decoder.Decode(&value) != nil {
			return nil, nil
		}
		before, known := values[name]
		switch {
		case !known:
			values[name] = bytes.Clone(value)
		case len(twice) < maxErrors && !sameValue(before, value):
			twice = append(twice, name)
		}
	}
	return values, twice
}

// sameValue compares values as they are read: 1 is "1".
func sameValue(a, b json.RawMessage) bool {
	return bytes.Equal(a, b) || isScalar(a) && isScalar(b) && bytes.Equal(bytes.Trim(a, `"`), bytes.Trim(b, `"`))
}

// rejectTwice fails the call for a needed member that has two values.
func (o *Object) rejectTwice(name string) {
	if o.isTwice(name) {
		o.Reject(fmt.Sprintf("it gives two values for %q", plain(o.redact.text(o.within+name), maxCode)))
	}
}

// isScalar reports whether a value is a string, a number or a boolean.
func isScalar(raw json.RawMessage) bool {
	return len(raw) > 0 && raw[0] != '{' && raw[0] != '[' && string(raw) != "null"
}

// isEmpty reports whether a value is null, a blank text, or a list or object of only such
// values. PHP writes an empty list for many absent things, and false and 0 as texts too.
func isEmpty(raw json.RawMessage) bool {
	if len(raw) > maxScalar {
		return false
	}
	return saysNothing.MatchString(string(raw))
}

var saysNothing = regexp.MustCompile(`^(?:[\s\[\]{},]|null|false|"\s*(?:0|false|null)?\s*"|0)*$`)

// Reject fails the call for what only the caller can see, such as an item missing from a
// list. text is a sentence without its capital and full stop. The first rejection counts.
func (o *Object) Reject(text string) {
	if o.rejected == "" {
		o.rejected = o.redact.text(text)
	}
}

// RejectWords fails a call whose documented success has no message: a gateway that only queued
// the call was seen to answer with one.
func (o *Object) RejectWords() {
	if words := o.Text("message"); words != nil {
		o.Reject(fmt.Sprintf("it reports success, but also says %q", *words))
	}
}

// RejectWithout fails the call for an answer that lacks the data of an operation for which it is
// optional, and has nothing that stands in for it.
func (o *Object) RejectWithout(op *Operation) { o.Reject(op.without()) }

// Refuse fails the call with the vendor's verdict on one item, given as code and words. The
// first refusal counts.
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
func (o *Object) nest(values map[string]json.RawMessage, twice []string, within string) *Object {
	return &Object{values: values, twice: twice, redact: o.redact, within: o.within + within, verdict: o.verdict}
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

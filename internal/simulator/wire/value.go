package wire

import (
	"fmt"
	"strconv"
)

// value is a node of an answer. One tree is rendered as JSON or as the vendor's
// positional XML, so a route describes its answer once.
type value interface {
	isValue()
}

// Object is a group of fields in the documented order: named in JSON, positional
// in XML.
type Object []Field

// Field is a named value of an answer.
type Field struct {
	name  string
	value value
}

type (
	// elements is an object whose fields keep their names in XML.
	elements []Field
	// list is an array.
	list []value
	// text is a string: CDATA in XML.
	text string
	// plain is a string that stands in XML without CDATA, as error texts do.
	plain string
	// boolean is true or false.
	boolean bool
	// integer is a whole number.
	integer int64
	// decimal is a number written exactly as it stands.
	decimal string
	// null is no value.
	null struct{}
)

func (Object) isValue()   {}
func (elements) isValue() {}
func (list) isValue()     {}
func (text) isValue()     {}
func (plain) isValue()    {}
func (boolean) isValue()  {}
func (integer) isValue()  {}
func (decimal) isValue()  {}
func (null) isValue()     {}

// Text is a string: CDATA in XML.
func Text(name, content string) Field { return Field{name, text(content)} }

// Plain is a string that stands in XML without CDATA, as error texts do.
func Plain(name, content string) Field { return Field{name, plain(content)} }

// Boolean is true or false.
func Boolean(name string, content bool) Field { return Field{name, boolean(content)} }

// Integer is a whole number.
func Integer[N int | int64](name string, content N) Field {
	return Field{name, integer(content)}
}

// Decimal is a number written exactly as it stands.
func Decimal(name, content string) Field { return Field{name, decimal(content)} }

// Null is no value.
func Null(name string) Field { return Field{name, null{}} }

// Nested is an object within an answer.
func Nested(name string, fields ...Field) Field { return Field{name, Object(fields)} }

// Elements is an object whose fields keep their names in XML.
func Elements(name string, fields ...Field) Field { return Field{name, elements(fields)} }

// List is an array of objects.
func List(name string, items []Object) Field {
	values := make(list, 0, len(items))
	for _, item := range items {
		values = append(values, item)
	}
	return Field{name, values}
}

// Success opens the answer to a call that went well.
func Success(fields ...Field) Object {
	return append(Object{Boolean("success", true), Integer("code", 200)}, fields...)
}

// Words returns the values of a field wherever it stands in an answer.
func (o Object) Words(name string) []string {
	return wordsAt(o, name)
}

func wordsAt(v value, name string) []string {
	var found []string
	switch v := v.(type) {
	case Object:
		for _, f := range v {
			switch content := f.value.(type) {
			case Object, list:
				found = append(found, wordsAt(content, name)...)
			case text, plain, integer:
				if f.name == name {
					found = append(found, fmt.Sprint(content))
				}
			}
		}
	case list:
		for _, item := range v {
			found = append(found, wordsAt(item, name)...)
		}
	}
	return found
}

// retype applies the forms of type: numbers or flags as strings.
func (f Forms) retype(name string, v value) value {
	switch v := v.(type) {
	case Object:
		return Object(f.retypeFields(v))
	case elements:
		return elements(f.retypeFields(v))
	case list:
		out := make(list, 0, len(v))
		for _, item := range v {
			out = append(out, f.retype("", item))
		}
		return out
	case integer:
		if f.NumbersAsStrings {
			return text(strconv.FormatInt(int64(v), 10))
		}
	case decimal:
		if f.NumbersAsStrings {
			return text(v)
		}
	case boolean:
		if f.FlagsAsStrings && name != "success" {
			if v {
				return text("1")
			}
			return text("0")
		}
	}
	return v
}

func (f Forms) retypeFields(fields []Field) []Field {
	out := make([]Field, 0, len(fields))
	for _, field := range fields {
		out = append(out, Field{field.name, f.retype(field.name, field.value)})
	}
	return out
}

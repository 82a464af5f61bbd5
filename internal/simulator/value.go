package simulator

import "strconv"

// value is a node of an answer. One tree is rendered as JSON or as the vendor's
// positional XML, so an endpoint describes its answer once.
type value interface {
	isValue()
}

type (
	// object is a group of fields in the documented order: named in JSON,
	// positional in XML.
	object []field
	// elements is an object whose fields keep their names in XML.
	elements []field
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
)

type field struct {
	name  string
	value value
}

func (object) isValue()   {}
func (elements) isValue() {}
func (list) isValue()     {}
func (text) isValue()     {}
func (plain) isValue()    {}
func (boolean) isValue()  {}
func (integer) isValue()  {}
func (decimal) isValue()  {}

// success opens the answer to a call that went well.
func success(fields ...field) object {
	return append(object{{"success", boolean(true)}, {"code", integer(200)}}, fields...)
}

// retype applies the variants of type: numbers or flags as strings.
func (v Variant) retype(name string, val value) value {
	switch val := val.(type) {
	case object:
		return object(v.retypeFields(val))
	case elements:
		return elements(v.retypeFields(val))
	case list:
		out := make(list, 0, len(val))
		for _, item := range val {
			out = append(out, v.retype("", item))
		}
		return out
	case integer:
		if v.NumbersAsStrings {
			return text(strconv.FormatInt(int64(val), 10))
		}
	case decimal:
		if v.NumbersAsStrings {
			return text(val)
		}
	case boolean:
		if v.FlagsAsStrings && name != "success" {
			if val {
				return text("1")
			}
			return text("0")
		}
	}
	return val
}

func (v Variant) retypeFields(fields []field) []field {
	out := make([]field, 0, len(fields))
	for _, f := range fields {
		out = append(out, field{f.name, v.retype(f.name, f.value)})
	}
	return out
}

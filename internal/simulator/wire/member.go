package wire

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// checkList notes what departs from the documentation in a list of objects.
func (c *Call) checkList(known []Parameter, place string, content any) {
	items, isList := content.([]any)
	if !isList {
		c.Note("parameter %q is not a list", place)
		return
	}
	for i, item := range items {
		c.checkObject(known, fmt.Sprintf("%s[%d]", place, i), item)
	}
}

// checkObject notes what departs from the documentation in an object.
func (c *Call) checkObject(known []Parameter, place string, content any) {
	object, isObject := content.(map[string]any)
	if !isObject {
		c.Note("parameter %q is not an object", place)
		return
	}
	for _, name := range slices.Sorted(maps.Keys(object)) {
		c.checkMember(known, place, name, object[name])
	}
}

// checkEach notes what departs from the documentation in an object with members of any name.
func (c *Call) checkEach(member Parameter, place string, content any) {
	var named []Parameter
	if object, isObject := content.(map[string]any); isObject {
		for name := range object {
			named = append(named, Parameter{Name: name, Number: member.Number, Check: member.Check})
		}
	}
	c.checkObject(named, place, content)
}

func (c *Call) checkMember(known []Parameter, place, name string, content any) {
	i := slices.IndexFunc(known, func(p Parameter) bool { return p.Name == name })
	place += "." + name
	if i < 0 {
		c.Note("unknown parameter %q", place)
		return
	}
	_, isNumber := content.(json.Number)
	_, isText := content.(string)
	switch {
	case known[i].isStructure():
		c.checkStructure(known[i], place, content)
	case known[i].Number && !isNumber:
		c.Note("parameter %q is not a number", place)
	case !known[i].Number && !isText:
		c.Note("parameter %q is not text", place)
	default:
		c.checkText(known[i], place, MemberText(content))
	}
}

// MemberText is a member as text, empty when it has none: the vendor takes
// numbers as number or as string.
func MemberText(content any) string {
	switch content := content.(type) {
	case string:
		return content
	case json.Number:
		return content.String()
	default:
		return ""
	}
}

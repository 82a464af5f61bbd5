package simulator

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// checkList notes what departs from the documentation in a list of objects.
func (c *call) checkList(p parameter, content any) {
	items, isList := content.([]any)
	if !isList {
		c.note("parameter %q is not a list", p.name)
		return
	}
	for i, item := range items {
		place := fmt.Sprintf("%s[%d]", p.name, i)
		object, isObject := item.(map[string]any)
		if !isObject {
			c.note("parameter %q is not an object", place)
			continue
		}
		for _, name := range slices.Sorted(maps.Keys(object)) {
			c.checkMember(p.members, place, name, object[name])
		}
	}
}

func (c *call) checkMember(known []parameter, place, name string, content any) {
	i := slices.IndexFunc(known, func(p parameter) bool { return p.name == name })
	place += "." + name
	if i < 0 {
		c.note("unknown parameter %q", place)
		return
	}
	_, isNumber := content.(json.Number)
	_, isText := content.(string)
	switch {
	case known[i].number && !isNumber:
		c.note("parameter %q is not a number", place)
	case !known[i].number && !isText:
		c.note("parameter %q is not text", place)
	default:
		c.checkText(known[i], place, memberText(content))
	}
}

// memberText is a member as text, empty when it has none: the vendor takes
// numbers as number or as string.
func memberText(content any) string {
	switch content := content.(type) {
	case string:
		return content
	case json.Number:
		return content.String()
	default:
		return ""
	}
}

package wire

import (
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Parameter is one documented parameter of a route.
type Parameter struct {
	Name string
	// Check says what is wrong with a value, or nothing. Nil takes any value.
	Check func(value string) string
	// Members makes the parameter a list of objects with these members.
	Members []Parameter
	// Fields makes the parameter one object with these members.
	Fields []Parameter
	// Structure makes the parameter a list or an object of a form of its own, or text too
	// where there is a Check. It says what is wrong with one, or nothing.
	Structure func(content any) string
	// Each makes the parameter one object with members of any name, each like this one.
	Each *Parameter
	// Number says that a member is documented as a JSON number. The vendor takes
	// a parameter that is no member as number or as text.
	Number bool
}

// The parameters that most routes have.
var (
	KeyParameter    = Parameter{Name: "apiKey"}
	FormatParameter = Parameter{Name: "_format", Check: OneOf(formatJSON, formatXML)}
)

// check notes parameters that the route does not document and values that
// depart from their documented form.
func (c *Call) check() {
	known := map[string]Parameter{}
	for _, p := range c.route.Parameters {
		known[p.Name] = p
	}
	for _, name := range slices.Sorted(maps.Keys(c.values)) {
		switch p, documented := known[name]; {
		case !documented:
			c.Note("unknown parameter %q", name)
		case p.Members != nil:
			c.Note("parameter %q is not a list", name)
		case p.Fields != nil, p.Each != nil:
			c.Note("parameter %q is not an object", name)
		case p.Structure != nil && p.Check == nil:
			c.Note("parameter %q is neither a list nor an object", name)
		default:
			c.checkText(p, name, c.values[name])
		}
	}
	for _, name := range slices.Sorted(maps.Keys(c.structures)) {
		p, documented := known[name]
		if !documented {
			c.Note("unknown parameter %q", name)
			continue
		}
		c.checkStructure(p, name, c.structures[name])
	}
	if c.route.Check != nil {
		c.route.Check(c)
	}
}

// isStructure is true for what is a list or an object, and never text.
func (p Parameter) isStructure() bool {
	return p.Members != nil || p.Fields != nil || p.Each != nil || p.Structure != nil && p.Check == nil
}

// checkStructure notes what departs from the documentation in a list or an object.
func (c *Call) checkStructure(p Parameter, place string, content any) {
	switch {
	case p.Members != nil:
		c.checkList(p.Members, place, content)
	case p.Fields != nil:
		c.checkObject(p.Fields, place, content)
	case p.Structure != nil:
		if complaint := p.Structure(content); complaint != "" {
			c.Note("parameter %q %s", place, complaint)
		}
	case p.Each != nil:
		c.checkEach(*p.Each, place, content)
	default:
		c.Note("parameter %q is neither text, number nor flag", place)
	}
}

// checkText leaves an empty value to the vendor, which refuses it where the
// parameter is required.
func (c *Call) checkText(p Parameter, name, value string) {
	if value == "" || p.Check == nil {
		return
	}
	if complaint := p.Check(value); complaint != "" {
		c.Note("parameter %q: %q "+complaint, name, value)
	}
}

// OneOf takes the given values.
func OneOf(values ...string) func(string) string {
	return func(v string) string {
		if slices.Contains(values, v) {
			return ""
		}
		return "is not one of " + strings.Join(values, ", ")
	}
}

// IsFlag takes 0 and 1.
var IsFlag = OneOf("0", "1")

// IsWholeNumber takes numbers from 0.
func IsWholeNumber(v string) string {
	if _, err := strconv.ParseUint(v, 10, 63); err != nil {
		return "is not a whole number"
	}
	return ""
}

// IsPositiveNumber takes numbers from 1.
func IsPositiveNumber(v string) string {
	if n, err := strconv.ParseUint(v, 10, 63); err != nil || n == 0 {
		return "is not a number from 1"
	}
	return ""
}

// IsWebURL takes a web address.
func IsWebURL(v string) string {
	u, err := url.Parse(v)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return "is not a web address"
	}
	return ""
}

// ScheduledDateLayout is how a request writes the date of a deferred send.
const ScheduledDateLayout = "02/01/2006"

// IsScheduledDate takes the date of a deferred send.
func IsScheduledDate(v string) string {
	if _, err := time.Parse(ScheduledDateLayout, v); err != nil {
		return "is not dd/MM/yyyy"
	}
	return ""
}

// IsHour takes the hour of a deferred send.
func IsHour(v string) string {
	if n, err := strconv.Atoi(v); err != nil || n < 0 || n > 24 {
		return "is not an hour from 0 to 24"
	}
	return ""
}

// IsMinute takes the minute of a deferred send.
func IsMinute(v string) string {
	if n, err := strconv.Atoi(v); err != nil || n < 0 || n > 55 || n%5 != 0 {
		return "is not a minute from 0 to 55 in steps of 5"
	}
	return ""
}

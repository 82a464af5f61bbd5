package simulator

import (
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// parameter is one documented parameter of an endpoint.
type parameter struct {
	name string
	// check says what is wrong with a value, or nothing. Nil takes any value.
	check func(value string) string
	// members makes the parameter a list of objects with these members.
	members []parameter
	// number says that a member is documented as a JSON number. The vendor takes
	// a parameter that is no member as number or as text.
	number bool
}

// The parameters that most endpoints have.
var (
	apiKeyParameter = parameter{name: "apiKey"}
	formatParameter = parameter{name: "_format", check: oneOf(formatJSON, formatXML)}
)

// check notes parameters that the endpoint does not document and values that
// depart from their documented form.
func (c *call) check() {
	known := map[string]parameter{}
	for _, p := range c.endpoint.parameters {
		known[p.name] = p
	}
	for _, name := range slices.Sorted(maps.Keys(c.values)) {
		switch p, documented := known[name]; {
		case !documented:
			c.note("unknown parameter %q", name)
		case p.members != nil:
			c.note("parameter %q is not a list", name)
		default:
			c.checkText(p, name, c.values[name])
		}
	}
	for _, name := range slices.Sorted(maps.Keys(c.structures)) {
		switch p, documented := known[name]; {
		case !documented:
			c.note("unknown parameter %q", name)
		case p.members != nil:
			c.checkList(p, c.structures[name])
		default:
			c.note("parameter %q is neither text, number nor flag", name)
		}
	}
	if c.endpoint.check != nil {
		c.endpoint.check(c)
	}
}

// checkText leaves an empty value to the vendor, which refuses it where the
// parameter is required.
func (c *call) checkText(p parameter, name, value string) {
	if value == "" || p.check == nil {
		return
	}
	if complaint := p.check(value); complaint != "" {
		c.note("parameter %q: %q "+complaint, name, value)
	}
}

func oneOf(values ...string) func(string) string {
	return func(v string) string {
		if slices.Contains(values, v) {
			return ""
		}
		return "is not one of " + strings.Join(values, ", ")
	}
}

var isFlag = oneOf("0", "1")

func isWholeNumber(v string) string {
	if _, err := strconv.ParseUint(v, 10, 63); err != nil {
		return "is not a whole number"
	}
	return ""
}

func isPositiveNumber(v string) string {
	if n, err := strconv.ParseUint(v, 10, 63); err != nil || n == 0 {
		return "is not a number from 1"
	}
	return ""
}

func isPhoneNumber(v string) string {
	if isDocumentedNumber(v) {
		return ""
	}
	return "is neither a national nor an international number"
}

func isInternationalNumber(v string) string {
	if internationalNumber.MatchString(v) {
		return ""
	}
	return "is not an international number"
}

func isPhoneNumberList(v string) string {
	for number := range strings.SplitSeq(v, ",") {
		if complaint := isPhoneNumber(number); complaint != "" {
			return "holds a part that " + complaint
		}
	}
	return ""
}

func isWebURL(v string) string {
	u, err := url.Parse(v)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return "is not a web address"
	}
	return ""
}

func isSender(v string) string {
	if n := utf8.RuneCountInString(v); n < 3 || n > 11 {
		return "does not have 3 to 11 characters"
	}
	if hasSpecialCharacters(v) {
		return "has special characters"
	}
	if strings.Trim(v, " ") != v {
		return "begins or ends with a blank"
	}
	return ""
}

// hasSpecialCharacters is true for what is not a letter or digit without accent.
// A blank is none: the documentation says that some phones do not show it.
func hasSpecialCharacters(sender string) bool {
	return strings.ContainsFunc(sender, func(r rune) bool {
		return r != ' ' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
	})
}

func isTag(v string) string {
	if utf8.RuneCountInString(v) > 20 || strings.ContainsAny(v, " \t\n") || v != strings.ToLower(v) {
		return "is not a tag: at most 20 characters, no spaces, lower case"
	}
	return ""
}

const scheduledDateLayout = "02/01/2006"

func isScheduledDate(v string) string {
	if _, err := time.Parse(scheduledDateLayout, v); err != nil {
		return "is not dd/MM/yyyy"
	}
	return ""
}

func isHour(v string) string {
	if n, err := strconv.Atoi(v); err != nil || n < 0 || n > 24 {
		return "is not an hour from 0 to 24"
	}
	return ""
}

func isMinute(v string) string {
	if n, err := strconv.Atoi(v); err != nil || n < 0 || n > 55 || n%5 != 0 {
		return "is not a minute from 0 to 55 in steps of 5"
	}
	return ""
}

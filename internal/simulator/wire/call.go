package wire

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// The values of the parameter _format.
const (
	formatJSON = "json"
	formatXML  = "xml"
)

// Call is a request to a route with its parameters read.
type Call struct {
	route  *Route
	values map[string]string
	// structures are the lists, objects and nulls of a body.
	structures map[string]any
	malformed  bool
	// notes are the departures from the documentation seen on reading.
	notes []note
}

// read takes the parameters from where the vendor documents them: the query of
// a GET, the body of the others, the path where it has a part in braces.
func read(r *Request, route *Route, inPath map[string]string, f Forms) *Call {
	c := &Call{route: route, values: map[string]string{}, structures: map[string]any{}}
	switch {
	case route.InQuery && r.Method != http.MethodGet:
		c.readQuery(r.Query)
	case r.Method == http.MethodGet:
		c.readQuery(r.Query)
		if r.malformedQuery {
			c.Note("the query is malformed")
		}
		if len(r.Body) > 0 {
			c.Note("a GET has a body")
		}
	case f.FormBodies && isForm(r):
		c.readForm(r.Body)
		c.checkBody(r)
	default:
		c.readBody(r.Body)
		c.checkBody(r)
	}
	maps.Copy(c.values, inPath)
	c.check()
	return c
}

// checkBody notes what departs from the documentation around a body. The answer does
// not depend on the content type: official samples omit the header. A DELETE whose
// parameters are all in its path has no body.
func (c *Call) checkBody(r *Request) {
	if len(r.Query) > 0 {
		c.Note("a %s has parameters in the query", r.Method)
	}
	if r.Method == http.MethodDelete && len(r.Body) == 0 {
		return
	}
	if mediaType(r.Header) != "application/json" {
		c.Note("the content type of a body is not application/json")
	}
}

func mediaType(h http.Header) string {
	name, _, _ := strings.Cut(h.Get("Content-Type"), ";")
	return strings.ToLower(strings.TrimSpace(name))
}

func (c *Call) readQuery(query url.Values) {
	for _, name := range slices.Sorted(maps.Keys(query)) {
		given := query[name]
		if len(given) > 1 {
			c.Note("parameter %q is repeated", name)
		}
		c.values[name] = given[len(given)-1]
	}
}

// readBody reads a JSON object whatever the content type says. An empty body is
// an object without members; what the vendor makes of it is not known.
func (c *Call) readBody(body []byte) {
	if len(bytes.TrimSpace(body)) == 0 {
		return
	}
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber()
	if opening, err := d.Token(); err != nil || opening != json.Delim('{') {
		c.malformed = true
		return
	}
	for d.More() {
		if err := c.readMember(d); err != nil {
			c.malformed = true
			return
		}
	}
	if _, err := d.Token(); err != nil {
		c.malformed = true
		return
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		c.malformed = true
	}
}

// readMember keeps scalars as text: the vendor takes flags and numbers as
// number or as string.
func (c *Call) readMember(d *json.Decoder) error {
	token, err := d.Token()
	if err != nil {
		return err
	}
	name, _ := token.(string)
	var content any
	if err := d.Decode(&content); err != nil {
		return err
	}
	_, scalar := c.values[name]
	_, structure := c.structures[name]
	if scalar || structure {
		c.Note("parameter %q is repeated", name)
		delete(c.values, name)
		delete(c.structures, name)
	}
	switch content := content.(type) {
	case string:
		c.values[name] = content
	case json.Number:
		c.values[name] = content.String()
	case bool:
		c.values[name] = strconv.FormatBool(content)
	default:
		c.structures[name] = content
	}
	return nil
}

// Text returns a parameter as text, empty when it was not given.
func (c *Call) Text(name string) string {
	return c.values[name]
}

// Flag says whether a parameter is 1.
func (c *Call) Flag(name string) bool {
	return c.values[name] == "1"
}

// Structure returns a parameter that is a list, an object or null, and nil when it was
// not given as one.
func (c *Call) Structure(name string) any {
	return c.structures[name]
}

// Members returns the values of a parameter, or of a member of the lists.
func (c *Call) Members(name string) []string {
	var values []string
	if value := c.Text(name); value != "" {
		values = append(values, value)
	}
	for _, list := range slices.Sorted(maps.Keys(c.structures)) {
		items, _ := c.structures[list].([]any)
		for _, item := range items {
			members, _ := item.(map[string]any)
			if value := MemberText(members[name]); value != "" {
				values = append(values, value)
			}
		}
	}
	return values
}

// Documented is the call without the parameters that its route does not have.
func (c *Call) Documented() *Call {
	only := *c
	only.values = map[string]string{}
	for _, p := range c.route.Parameters {
		if value, given := c.values[p.Name]; given {
			only.values[p.Name] = value
		}
	}
	return &only
}

func (c *Call) format() string {
	if c.values["_format"] == formatXML {
		return formatXML
	}
	return formatJSON
}

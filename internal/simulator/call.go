package simulator

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

// call is a request to an endpoint with its parameters read.
type call struct {
	endpoint *endpoint
	values   map[string]string
	// structures are the lists, objects and nulls of a body.
	structures map[string]any
	malformed  bool
	// notes are the departures from the documentation seen on reading.
	notes []note
}

// read takes the parameters from where the vendor documents them: the query of
// a GET, the body of the others, the path where it has a part in braces.
func read(r *Request, e *endpoint, inPath map[string]string, v Variant) *call {
	c := &call{endpoint: e, values: map[string]string{}, structures: map[string]any{}}
	if r.Method == http.MethodGet {
		c.readQuery(r.Query)
		if r.malformedQuery {
			c.note("the query is malformed")
		}
		if len(r.Body) > 0 {
			c.note("a GET has a body")
		}
	} else {
		if v.FormBodies && isForm(r) {
			c.readForm(r.Body)
		} else {
			c.readBody(r.Body)
		}
		if len(r.Query) > 0 {
			c.note("a %s has parameters in the query", r.Method)
		}
		// The answer does not depend on it: official samples omit the header.
		if mediaType(r.Header) != "application/json" {
			c.note("the content type of a body is not application/json")
		}
	}
	maps.Copy(c.values, inPath)
	c.check()
	return c
}

func mediaType(h http.Header) string {
	name, _, _ := strings.Cut(h.Get("Content-Type"), ";")
	return strings.ToLower(strings.TrimSpace(name))
}

func (c *call) readQuery(query url.Values) {
	for _, name := range slices.Sorted(maps.Keys(query)) {
		given := query[name]
		if len(given) > 1 {
			c.note("parameter %q is repeated", name)
		}
		c.values[name] = given[len(given)-1]
	}
}

// readBody reads a JSON object whatever the content type says. An empty body is
// an object without members; what the vendor makes of it is not known.
func (c *call) readBody(body []byte) {
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
func (c *call) readMember(d *json.Decoder) error {
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
		c.note("parameter %q is repeated", name)
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

func (c *call) text(name string) string {
	return c.values[name]
}

func (c *call) flag(name string) bool {
	return c.values[name] == "1"
}

// documented is the call without the parameters that its endpoint does not have.
func (c *call) documented() *call {
	only := *c
	only.values = map[string]string{}
	for _, p := range c.endpoint.parameters {
		if value, given := c.values[p.name]; given {
			only.values[p.name] = value
		}
	}
	return &only
}

func (c *call) format() string {
	if c.values["_format"] == formatXML {
		return formatXML
	}
	return formatJSON
}

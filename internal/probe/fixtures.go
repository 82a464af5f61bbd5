package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// fixture is an answer as a file, for the tests of the provider's decoders. Its values are
// of the same form as those that the servers gave, and none of them is true.
type fixture struct {
	// Source is "vendor", or "simulator" for a server on this machine.
	Source    string `json:"source"`
	Product   string `json:"product"`
	Question  string `json:"question"`
	Operation string `json:"operation"`
	// Note tells what is special about the request, such as a wrong key.
	Note       string            `json:"note,omitempty"`
	Parameters json.RawMessage   `json:"parameters,omitempty"`
	Status     int               `json:"status"`
	Headers    map[string]string `json:"headers,omitempty"`
	// Body is a JSON body, and Text any other.
	Body json.RawMessage `json:"body,omitempty"`
	Text string          `json:"text,omitempty"`
}

// interesting are the headers that tell how a client must behave.
func interesting(a *answer) map[string]string {
	headers := map[string]string{}
	for name, values := range a.header {
		lower := strings.ToLower(name)
		limits := strings.HasPrefix(lower, "x-ratelimit-") || strings.HasPrefix(lower, "ratelimit-")
		if limits || slices.Contains([]string{"Content-Type", "Retry-After", "Allow"}, name) {
			headers[name] = strings.Join(values, ", ")
		}
	}
	return headers
}

// params are the parameters of a request with placeholders.
func (v *veil) params(params map[string]any, s style) string {
	text, err := json.Marshal(params)
	if err == nil {
		if veiled, failed := v.json(text, s); failed == nil {
			return veiled
		}
	}
	return "{}"
}

func (p *probe) writeFixtures() error {
	if p.settings.fixtures == "" {
		return nil
	}
	if err := os.MkdirAll(p.settings.fixtures, 0o750); err != nil { //nolint:gosec // The user names the folder.
		return err
	}
	n := 0
	for _, a := range p.asked {
		for _, e := range a.exchanges {
			if !e.answer.arrived() {
				continue
			}
			n++
			name := fmt.Sprintf("%03d-%s.json", n, slug(a.question.product.Name+" "+e.call.operation()))
			text, err := json.MarshalIndent(p.fixture(a, e), "", "  ")
			if err != nil {
				return err
			}
			if err := os.WriteFile(filepath.Join(p.settings.fixtures, name), append(text, '\n'), 0o600); err != nil { //nolint:gosec // Likewise.
				return err
			}
		}
	}
	return nil
}

var notInNames = regexp.MustCompile(`[^a-z0-9]+`)

func slug(text string) string {
	return strings.Trim(notInNames.ReplaceAllString(strings.ToLower(text), "-"), "-")
}

func (p *probe) fixture(a *asked, e exchange) fixture {
	f := fixture{
		Source: "vendor", Product: a.question.product.Name, Question: a.question.numbers,
		Operation: e.call.operation(), Note: e.call.special(), Status: e.answer.status, Headers: map[string]string{},
	}
	if p.clients[f.Product].isSimulator() {
		f.Source = "simulator"
	}
	if len(e.call.params) > 0 {
		f.Parameters = json.RawMessage(p.veil.params(e.call.params, standIn))
	}
	for name, value := range interesting(e.answer) {
		f.Headers[name] = p.veil.header(value, standIn)
	}
	body := p.veil.answer(e.answer, standIn)
	if json.Valid([]byte(body)) {
		f.Body = json.RawMessage(body)
	} else {
		f.Text = body
	}
	return f
}

// special is what a request has that the provider's have not; empty for nothing.
func (c call) special() string {
	switch {
	case c.noKey:
		return "no key"
	case c.otherKey != "":
		return "wrong key"
	case c.cut:
		return "JSON cut off"
	case c.form:
		return "form-encoded"
	case c.params["_format"] == "xml" && c.method == http.MethodGet:
		return "XML"
	default:
		return ""
	}
}

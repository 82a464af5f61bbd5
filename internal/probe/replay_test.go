package main

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// replay answers every request with a fixture.
type replay struct{ fixture }

func (r replay) RoundTrip(request *http.Request) (*http.Response, error) {
	header := http.Header{}
	for name, value := range r.Headers {
		header.Set(name, value)
	}
	body := string(r.Body)
	if r.Body == nil {
		body = r.Text
	}
	return &http.Response{
		StatusCode: r.Status, Header: header, Body: io.NopCloser(strings.NewReader(body)), Request: request,
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, ContentLength: int64(len(body)),
	}, nil
}

// asked are the parameters of the request.
func (r replay) asked(name string) string {
	var all map[string]any
	d := json.NewDecoder(strings.NewReader(string(r.Parameters)))
	d.UseNumber()
	if d.Decode(&all) != nil {
		return ""
	}
	if name == "phoneNumber" && all["contact"] != nil {
		contact, _ := all["contact"].(map[string]any)
		return textOf(contact[name])
	}
	return textOf(all[name])
}

// items are the objects of a list in the request.
func (r replay) items(name string) []map[string]any {
	var all map[string][]map[string]any
	var raw map[string]json.RawMessage
	if json.Unmarshal(r.Parameters, &raw) != nil {
		return nil
	}
	all = map[string][]map[string]any{}
	d := json.NewDecoder(strings.NewReader(string(raw[name])))
	d.UseNumber()
	var list []map[string]any
	if d.Decode(&list) != nil {
		return nil
	}
	all[name] = list
	return all[name]
}

// notMade are the requests that the provider does not make, with the reason.
func (r replay) notMade() bool {
	switch r.Product + " " + r.Operation {
	case "Voice Partner GET /me", "SMS Partner GET /multi-status", "SMS Partner POST /contact/list", "SMS Partner POST /contact/multiple/add",
		"SMS Partner DELETE /group/delete", "SMS Partner POST /groupe/delete", "SMS Partner DELETE /groupe/delete":
		return true
	}
	// A read of the provider begins with the first page.
	return r.Note == "XML" || r.asked("page") == "2"
}

// judge says what is wrong with what a decoder made of a fixture: a success must be read, and
// a refusal must be an error with the vendor's own code.
func (r replay) judge(err error) string {
	var body struct {
		Success *bool           `json:"success"`
		Code    json.RawMessage `json:"code"`
		Groups  json.RawMessage `json:"groups"`
	}
	isJSON := r.Body != nil && json.Unmarshal(r.Body, &body) == nil
	refused := r.Status/100 != 2 || !isJSON || body.Success != nil && !*body.Success && body.Groups == nil
	failed, isPartners := errors.AsType[*partner.Error](err)
	code := strings.Trim(string(body.Code), `"`)
	switch {
	case err == nil && refused && code != "404":
		return "a refusal is taken for a success"
	case err == nil:
		return ""
	case !refused:
		return err.Error()
	case !isPartners:
		return "the error is no *partner.Error: " + err.Error()
	case isJSON && code != "" && failed.Code != code:
		return "the error has the code " + failed.Code + ", not " + code
	default:
		return ""
	}
}

package partner

import (
	"io"
	"net/http"
	"testing"
)

// TestRequest_InPath puts the key and other parameters into the path, and what is left
// into the query, the body or neither.
func TestRequest_InPath(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		method, path, key string
		params            Params
		line, body        string
	}{
		"GET":             {"GET", "/me/{apiKey}", "Ab-1", nil, "GET /v1/me/Ab-1", ""},
		"GET, a query":    {"GET", "/me/{apiKey}", "Ab-1", Params{"_format": JSON}, "GET /v1/me/Ab-1?_format=json", ""},
		"DELETE":          {"DELETE", "/campaign/cancel/{apiKey}/{campaignId}", "Ab-1", Params{"campaignId": 7}, "DELETE /v1/campaign/cancel/Ab-1/7", ""},
		"DELETE, a body":  {"DELETE", "/group/delete", "Ab-1", Params{"groupId": "G"}, "DELETE /v1/group/delete", `{"apiKey":"Ab-1","groupId":"G"}`},
		"POST":            {"POST", "/tts/send", "Ab-1", Params{"text": ""}, "POST /v1/tts/send", `{"apiKey":"Ab-1","text":""}`},
		"what is escaped": {"GET", "/me/{apiKey}", "a/b?c#d%e", nil, "GET /v1/me/a%2Fb%3Fc%23d%25e", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, failed := New(Config{BaseURL: "https://voice.example/v1", APIKey: test.key}).
				draft(t.Context(), &Operation{Method: test.method, Path: test.path}, test.params)
			if failed != nil {
				t.Fatal(failed)
			}
			from, err := d.body.reader()
			if err != nil {
				t.Fatal(err)
			}
			req, err := d.request(t.Context(), from)
			if err != nil {
				t.Fatal(err)
			}
			body := []byte{}
			if from != nil {
				body, err = io.ReadAll(req.Body)
			}
			if err != nil || req.ContentLength != int64(len(body)) {
				t.Errorf("a body of %d bytes is announced as %d, %v", len(body), req.ContentLength, err)
			}
			expect(t, "request", req.Method+" "+req.URL.RequestURI(), test.line)
			expect(t, "body", string(body), test.body)
			want := "application/json"
			if test.body == "" {
				want = ""
			}
			expect(t, "content type", req.Header.Get("Content-Type"), want)
		})
	}
}

// TestRequest_NotInPath refuses, before anything is sent, what would lead to another path.
func TestRequest_NotInPath(t *testing.T) {
	t.Parallel()
	for _, value := range []any{"", ".", "..", nil} {
		bubble(t, nil, nil, func(t *testing.T, w *world) {
			params := Params{"campaignId": value}
			if value == nil {
				delete(params, "campaignId")
			}
			op := Operation{Name: "campaign/cancel", Method: http.MethodDelete, Path: "/campaign/cancel/{apiKey}/{campaignId}", Class: Write}
			_, failed := w.client.call(t.Context(), &op, params)
			if failed == nil {
				t.Fatal("no error")
			}
			expect(t, "reason", failed.Reason, ReasonUnsendable)
			expectContains(t, "error", failed.Error(), "campaignId can't be part of a path")
			expect(t, "sent", failed.Sent, false)
			expect(t, "requests", len(w.Requests()), 0)
		})
	}
}

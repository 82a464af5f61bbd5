package wire

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"strings"
	"testing"
)

// voiceKey has the form of a key that stands in a path.
const voiceKey = "aB3d-Ef5h-Jk7m"

func pathKeyed(o Options) *API {
	o.APIKey = voiceKey
	parameters := []Parameter{KeyParameter, {Name: "id", Check: IsWholeNumber}}
	return New(product(
		Route{Method: http.MethodGet, Path: "/thing/{apiKey}/{id}", Parameters: parameters},
		Route{Method: http.MethodDelete, Path: "/thing/{apiKey}/{id}", Parameters: parameters},
	), o)
}

func TestRoute_KeyInPath(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	a := pathKeyed(Options{Log: slog.New(slog.NewTextHandler(&log, nil))})
	for _, test := range []struct{ method, path, want string }{
		{http.MethodGet, "/thing/" + voiceKey + "/7", `"success": true`},
		{http.MethodDelete, "/thing/" + voiceKey + "/7", `"success": true`},
		{http.MethodGet, "/thing/Wr0n-Gke7/7", `"code": 10,`},
		{http.MethodGet, "/thing/" + voiceKey + "/x", `"success": true`},
		{http.MethodPost, "/thing/" + voiceKey + "/7", "405"},
		{http.MethodGet, "/thing//7", "404"},
	} {
		if _, body := ask(t, a, test.method, test.path, ""); !strings.Contains(body, test.want) {
			t.Errorf("%s %s is answered with %s", test.method, test.path, body)
		}
	}
	expect(t, "violations", strings.Join(a.Violations(), "\n"), strings.Join([]string{
		`GET /v1/thing/***/x: parameter "id": "x" is not a whole number`,
		`POST /v1/thing/***/7: the method is not GET or DELETE`,
		`GET /v1/thing//7: unknown path`,
	}, "\n"))
	for _, key := range []string{voiceKey, "Wr0n-Gke7"} {
		if strings.Contains(log.String(), key) {
			t.Errorf("the key %s stands in the log:\n%s", key, log.String())
		}
	}
}

func TestRequests_Patterns(t *testing.T) {
	t.Parallel()
	a := pathKeyed(Options{})
	for _, method := range []string{http.MethodGet, http.MethodGet, http.MethodDelete} {
		ask(t, a, method, "/thing/"+voiceKey+"/7", "")
	}
	ask(t, a, http.MethodGet, "/thing/"+voiceKey+"/8", "")
	over, cancel := context.WithCancel(t.Context())
	cancel() // What has arrived is not awaited.
	for pattern, want := range map[string]int{
		"/thing/{apiKey}/{id}":             4,
		"thing/{apiKey}/{id}":              4,
		"/v1/thing/{apiKey}/{id}":          4,
		"/thing/{apiKey}/7":                3,
		"GET /thing/{apiKey}/7":            2,
		"DELETE /v1/thing/{apiKey}/{id}":   1,
		"/thing/" + voiceKey + "/8":        1,
		"POST /thing/{apiKey}/{id}":        0,
		"/thing/{apiKey}":                  0,
		"/thing/{apiKey}/{id}/{more}":      0,
		"DELETE /thing/{apiKey}/{id}/more": 0,
	} {
		expect(t, pattern, len(a.Requests(pattern)), want)
		if err := a.Await(over, want, pattern); err != nil {
			t.Errorf("%s: %v", pattern, err)
		}
	}
	expect(t, "two patterns", len(a.Requests("DELETE /thing/{apiKey}/{id}", "/thing/{apiKey}/8")), 2)
}

func TestScript_Patterns(t *testing.T) {
	t.Parallel()
	a := pathKeyed(Options{})
	a.Script("/thing/{apiKey}/{id}", Step{Status: 500, Repeat: true})
	a.Script("DELETE /thing/{apiKey}/{id}", Step{Status: 502}, Step{Status: 503})
	expectStatus := func(method string, want int) {
		t.Helper()
		status, _ := ask(t, a, method, "/thing/"+voiceKey+"/7", "")
		expect(t, method, status, want)
	}
	expectStatus(http.MethodGet, 500)
	expectStatus(http.MethodDelete, 502)
	expectStatus(http.MethodDelete, 503)
	expectStatus(http.MethodDelete, 500)
	a.Script("/thing/{apiKey}/{id}")
	expectStatus(http.MethodDelete, 200)
	expectStatus(http.MethodGet, 200)
}

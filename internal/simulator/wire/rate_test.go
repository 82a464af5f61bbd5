package wire

import (
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestRate(t *testing.T) {
	t.Parallel()
	c := newClock()
	parameters := []Parameter{KeyParameter}
	a := New(product(
		Route{Method: http.MethodGet, Path: "/limited/{apiKey}", Parameters: parameters, Rate: &Rate{Requests: 2, Period: time.Minute}},
		Route{Method: http.MethodGet, Path: "/free/{apiKey}", Parameters: parameters},
	), Options{Now: c.Now})
	read := func(want int) {
		t.Helper()
		status, body := get(t, a, "/limited/"+DefaultAPIKey)
		expect(t, "status at "+c.Now().Format(time.TimeOnly), status, want)
		if want == http.StatusTooManyRequests {
			expect(t, "body", body, "")
		} else {
			expect(t, "success", strings.Contains(body, `"success": true`), true)
		}
	}
	read(200)
	c.advance(30 * time.Second)
	read(200)
	read(429)
	c.advance(30*time.Second - time.Nanosecond)
	read(429)
	c.advance(time.Nanosecond)
	read(200)
	read(429)

	for range 100 {
		status, _ := get(t, a, "/free/"+DefaultAPIKey)
		expect(t, "an endpoint without a documented rate", status, http.StatusOK)
	}
	expect(t, "violations", len(a.Violations()), 0)
}

// A product that counts all its calls together, and refuses in its own envelope.
func TestRate_Shared(t *testing.T) {
	t.Parallel()
	all := &Rate{Requests: 2, Period: time.Minute, Refusal: Refusal(429, "Trop", "Too many")}
	routes := []Route{
		{Method: http.MethodGet, Path: "/one/{apiKey}", Rate: all},
		{Method: http.MethodGet, Path: "/two/{apiKey}", Rate: all},
	}
	c := newClock()
	a := New(product(routes...), Options{Now: c.Now})
	free := New(product(routes...), Options{Now: c.Now, NoRateLimits: true})
	for _, path := range []string{"/one/", "/two/"} {
		for _, api := range []*API{a, free} {
			if _, body := get(t, api, path+DefaultAPIKey); !strings.Contains(body, `"code": 200`) {
				t.Errorf("a call within the limit is answered with %s", body)
			}
		}
	}
	status, body := get(t, a, "/one/"+DefaultAPIKey)
	expect(t, "status", status, http.StatusOK)
	if !strings.Contains(body, `"code": 429,`) || !strings.Contains(body, `"message": "Trop"`) {
		t.Errorf("a call too many is answered with %s", body)
	}
	if _, body := get(t, free, "/one/"+DefaultAPIKey); !strings.Contains(body, `"code": 200`) {
		t.Errorf("without limits, a call is answered with %s", body)
	}
}

// The headers of a limit, where it has them: in a success, in a refusal and beyond the limit.
func TestRate_Headers(t *testing.T) {
	t.Parallel()
	c := newClock()
	parameters := []Parameter{KeyParameter}
	a := New(product(
		Route{Method: http.MethodGet, Path: "/told/{apiKey}", Parameters: parameters, Rate: &Rate{Requests: 2, Period: time.Minute, Headers: true}},
		Route{Method: http.MethodGet, Path: "/untold/{apiKey}", Parameters: parameters, Rate: &Rate{Requests: 2, Period: time.Minute}},
	), Options{Now: c.Now})
	headers := func(path string) string {
		w := httptest.NewRecorder()
		a.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, BasePath+path, nil))
		var told []string
		for _, name := range []string{"Limit", "Remaining", "Reset"} {
			told = append(told, w.Header().Get("X-RateLimit-"+name))
		}
		return strconv.Itoa(w.Code) + " " + strings.Join(told, " ")
	}
	reset := strconv.FormatInt(c.Now().Add(time.Minute).Unix(), 10)
	expect(t, "success", headers("/told/"+DefaultAPIKey), "200 2 1 "+reset)
	c.advance(10 * time.Second)
	expect(t, "refusal", headers("/told/wrong"), "200 2 0 "+reset)
	expect(t, "beyond the limit", headers("/told/"+DefaultAPIKey), "429 2 0 "+reset)
	expect(t, "no headers", headers("/untold/"+DefaultAPIKey), "200   ")
}

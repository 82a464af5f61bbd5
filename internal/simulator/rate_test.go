package simulator

import (
	"net/http"
	"testing"
	"time"
)

func TestRate(t *testing.T) {
	t.Parallel()
	c := newClock()
	s := New(Options{Now: c.Now})
	limited := endpoint{
		method: http.MethodGet, path: "/limited/{apiKey}", parameters: []parameter{apiKeyParameter},
		rate:   rate{requests: 2, period: time.Minute},
		handle: func(*Simulator, *call) (object, *failure) { return success(), nil },
	}
	s.table = append(s.table, limited)
	read := func(want int) {
		t.Helper()
		status, body := get(t, s, BasePath+"/limited/"+DefaultAPIKey, nil)
		expect(t, "status at "+c.Now().Format(time.TimeOnly), status, want)
		if want == http.StatusTooManyRequests {
			expect(t, "body", body, "")
		} else {
			expect(t, "success", fields(t, body)["success"], true)
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
		status, _ := get(t, s, messageStatusPath, statusQuery())
		expect(t, "an endpoint without a documented rate", status, http.StatusOK)
	}
	expectNoViolations(t, s)
}

package wire

import (
	"context"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"time"
)

// maxBody bounds what is read of a request: three attachments of 5 MB fit, which base64
// makes a third longer. maxKept bounds what is recorded of it: 500 numbers with a long text
// each fit.
const (
	maxBody = 32 << 20
	maxKept = 1 << 20
)

// Request is a request as it arrived, key included.
type Request struct {
	Time   time.Time
	Method string
	Path   string
	Query  url.Values
	// Body is cut off where it is longer than a mebibyte. Length is that of all of it.
	Body       []byte
	Length     int
	Header     http.Header
	RemoteAddr string

	malformedQuery bool
}

// receive reads a request to its end: a server notices a client that goes away
// only after that.
func (a *API) receive(w http.ResponseWriter, r *http.Request) (Request, error) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		return Request{}, err
	}
	query, malformed := url.ParseQuery(r.URL.RawQuery)
	return Request{
		Time:           a.Now(),
		Method:         r.Method,
		Path:           r.URL.EscapedPath(),
		Query:          query,
		Body:           body,
		Length:         len(body),
		Header:         r.Header.Clone(),
		RemoteAddr:     r.RemoteAddr,
		malformedQuery: malformed != nil,
	}, nil
}

// arrived records a request, and takes the step that is scripted for it.
func (a *API) arrived(r Request) (step Step, scripted bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	kept := r
	if len(r.Body) > maxKept {
		kept.Body = slices.Clone(r.Body[:maxKept])
	}
	a.requests = append(a.requests, kept)
	if a.arrival != nil {
		close(a.arrival)
		a.arrival = nil
	}
	return a.nextStep(&r)
}

// Requests returns what arrived so far, in order: what matches one of the patterns,
// or everything without any. A pattern is a path with or without [BasePath], in which
// {name} stands for any part, and may have a method in front: "DELETE /group/delete".
// Scripted requests are among them.
func (a *API) Requests(patterns ...string) []Request {
	a.mu.Lock()
	defer a.mu.Unlock()
	var found []Request
	for _, request := range a.requests {
		if len(patterns) > 0 && !slices.ContainsFunc(patterns, func(p string) bool {
			return readPattern(p).matches(&request)
		}) {
			continue
		}
		request.Query = maps.Clone(request.Query)
		request.Body = slices.Clone(request.Body)
		request.Header = request.Header.Clone()
		found = append(found, request)
	}
	return found
}

// Await returns once n requests have arrived that match one of the patterns, as
// counted by [API.Requests], or with the error of the context.
func (a *API) Await(ctx context.Context, n int, patterns ...string) error {
	for {
		next := a.nextArrival()
		if len(a.Requests(patterns...)) >= n {
			return nil
		}
		select {
		case <-next:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// nextArrival returns a channel that the next arrival closes.
func (a *API) nextArrival() <-chan struct{} {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.arrival == nil {
		a.arrival = make(chan struct{})
	}
	return a.arrival
}

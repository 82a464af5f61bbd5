package simulator

import (
	"context"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"time"
)

// maxBody bounds what is read of a request: 500 numbers and a long text fit
// many times over.
const maxBody = 4 << 20

// Request is a request as it arrived, key included.
type Request struct {
	Time       time.Time
	Method     string
	Path       string
	Query      url.Values
	Body       []byte
	Header     http.Header
	RemoteAddr string

	malformedQuery bool
}

// receive reads a request to its end: a server notices a client that goes away
// only after that.
func (s *Simulator) receive(w http.ResponseWriter, r *http.Request) (Request, error) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		return Request{}, err
	}
	query, malformed := url.ParseQuery(r.URL.RawQuery)
	return Request{
		Time:           s.now(),
		Method:         r.Method,
		Path:           r.URL.Path,
		Query:          query,
		Body:           body,
		Header:         r.Header.Clone(),
		RemoteAddr:     r.RemoteAddr,
		malformedQuery: malformed != nil,
	}, nil
}

// requests is the record of what arrived.
type requests struct {
	mu      sync.Mutex
	list    []Request
	arrival chan struct{}
}

func (r *requests) add(request Request) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.list = append(r.list, request)
	if r.arrival != nil {
		close(r.arrival)
		r.arrival = nil
	}
}

// next returns a channel that the next arrival closes.
func (r *requests) next() <-chan struct{} {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.arrival == nil {
		r.arrival = make(chan struct{})
	}
	return r.arrival
}

func (r *requests) to(paths []string) []Request {
	r.mu.Lock()
	defer r.mu.Unlock()
	var found []Request
	for _, request := range r.list {
		if len(paths) > 0 && !slices.ContainsFunc(paths, func(path string) bool {
			return endpointPath(path) == endpointPath(request.Path)
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

// Requests returns what arrived so far, in order: at the given paths, with or
// without [BasePath], or at all of them. Scripted requests are among them.
func (s *Simulator) Requests(path ...string) []Request {
	return s.requests.to(path)
}

// Await returns once n requests have arrived at the given paths, as counted by
// [Simulator.Requests], or with the error of the context.
func (s *Simulator) Await(ctx context.Context, n int, path ...string) error {
	for {
		next := s.requests.next()
		if len(s.requests.to(path)) >= n {
			return nil
		}
		select {
		case <-next:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

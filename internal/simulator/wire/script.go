package wire

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Drop is how a scripted step breaks the connection.
type Drop int

// The ways in which a connection breaks.
const (
	// DropNever keeps the connection.
	DropNever Drop = iota
	// DropBefore closes the connection without an answer. Go's HTTP client
	// repeats a GET by itself when that happens on a connection it has used
	// before, so a count of requests can be one higher than expected.
	DropBefore
	// DropDuring announces more bytes than it sends, then closes.
	DropDuring
)

// Step is the answer to one request instead of the product's own.
type Step struct {
	// Status is the HTTP status, 200 when zero.
	Status int
	// Header is added to the answer. Without a content type, a body that looks
	// like JSON is sent as application/json.
	Header http.Header
	// Body is sent as it stands.
	Body string
	// Delay passes before the answer.
	Delay time.Duration
	// Drop breaks the connection before or during the answer.
	Drop Drop
	// Hang never answers: it ends when the client goes away.
	Hang bool
	// Process runs the call first, so that a send is queued or a status moves
	// on. Without Status, Header, Body, Drop and Hang, its answer is sent after
	// the delay.
	Process bool
	// Repeat keeps this step for all further requests.
	Repeat bool
}

// DegradedStep answers as the gateway did in July 2026, with a success that
// carries no data, whether the call is carried out behind it or not.
func DegradedStep(carriedOut bool) Step {
	return Step{Body: jsonDocument(degraded(), false), Process: carriedOut}
}

// script is the steps to come for the requests that match a pattern.
type script struct {
	pattern pattern
	steps   []Step
}

// Script makes the next requests that match a pattern, as in [API.Requests], be
// answered by the steps in order; then the product answers again. It replaces what was
// left of an earlier script for the same pattern, so no steps end it. Of two patterns
// that match, the one that was scripted last counts.
func (a *API) Script(pattern string, steps ...Step) {
	a.mu.Lock()
	defer a.mu.Unlock()
	p := readPattern(pattern)
	a.scripts = slices.DeleteFunc(a.scripts, func(s script) bool { return s.pattern == p })
	a.scripts = append(a.scripts, script{p, slices.Clone(steps)})
}

// nextStep takes the step for a request.
func (a *API) nextStep(r *Request) (step Step, scripted bool) {
	for i := len(a.scripts) - 1; i >= 0; i-- {
		s := &a.scripts[i]
		if len(s.steps) == 0 || !s.pattern.matches(r) {
			continue
		}
		step = s.steps[0]
		if !step.Repeat {
			s.steps = s.steps[1:]
		}
		return step, true
	}
	return Step{}, false
}

func (st Step) passesAnswer() bool {
	return st.Process && st.Status == 0 && len(st.Header) == 0 && st.Body == "" && st.Drop == DropNever
}

func (st Step) answer() answer {
	header := st.Header.Clone()
	if header == nil {
		header = http.Header{}
	}
	if header.Get("Content-Type") == "" && (strings.HasPrefix(st.Body, "{") || strings.HasPrefix(st.Body, "[")) {
		header.Set("Content-Type", "application/json")
	}
	if st.Drop == DropDuring {
		header.Set("Content-Length", strconv.Itoa(len(st.Body)+1024))
	}
	status := st.Status
	if status == 0 {
		status = http.StatusOK
	}
	return answer{status: status, header: header, body: st.Body}
}

// send writes the product's own answer or the step's, or breaks the
// connection as the step says.
func (x *exchange) send(ctx context.Context, w http.ResponseWriter, own answer) answer {
	switch {
	case x.step.Hang:
		<-ctx.Done()
		panic(http.ErrAbortHandler)
	case x.step.Drop == DropBefore:
		panic(http.ErrAbortHandler)
	case x.scripted && !x.step.passesAnswer():
		own = x.step.answer()
	}
	own.write(w)
	if x.step.Drop == DropDuring {
		_ = http.NewResponseController(w).Flush()
		panic(http.ErrAbortHandler)
	}
	return own
}

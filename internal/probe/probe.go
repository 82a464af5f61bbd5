package main

import (
	"context"
	"crypto/rand"
	"net/http"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

// Values that no account has. The calls that get them must find nothing.
const (
	unknownID    = "1"
	unknownText  = "probe-unknown"
	unknownToken = "00000000000000000000000000000000"
	wrongKey     = "0000000000000000000000000000000000000000"
)

// probe is one run.
type probe struct {
	settings settings
	console  console
	clients  map[string]*client
	journal  journal
	veil     *veil
	asked    []*asked
	// usable are the products whose credits could be read. Nothing is made on another.
	usable map[string]bool
	// suffix makes the names of this run unlike all others.
	suffix string
	made
}

// made is what later questions need of earlier ones.
type made struct {
	groupID, groupName string
	group              *entry
	batched            *addition
	contacts           contactLog
	sandboxID          string
	// credits are the numbers of each product's /me before the first send, and stopped tells
	// why no more is sent.
	credits map[string]map[string]float64
	stopped map[string]string
}

func newProbe(s settings, c console) (*probe, error) {
	p := &probe{
		settings: s, console: c, clients: map[string]*client{}, usable: map[string]bool{}, veil: newVeil(),
		suffix: strings.ToLower(rand.Text()[:8]),
		made:   made{contacts: newContactLog(), credits: map[string]map[string]float64{}, stopped: map[string]string{}},
	}
	lane := &pace{clock: c.clock, distance: s.pace}
	for _, each := range product.All() {
		made, err := newClient(each, c, newGuard(s), lane)
		if err != nil {
			return nil, err
		}
		if made != nil {
			p.clients[each.Name] = made
			p.veil.learnKey(made.key)
		}
	}
	p.veil.learn(s)
	return p, nil
}

// close ends the connections.
func (p *probe) close() {
	for _, c := range p.clients {
		c.http.CloseIdleConnections()
	}
}

// askAll asks one question after the other, until the context ends.
func (p *probe) askAll(ctx context.Context) {
	for _, q := range questions {
		a := &asked{ctx: ctx, probe: p, question: q}
		p.asked = append(p.asked, a)
		if a.skipped = p.reasonAgainst(q); a.skipped == "" && ctx.Err() != nil {
			a.skipped = "the run was interrupted"
		}
		if a.skipped == "" {
			p.console.say("%s: %s", q.product.Name, q.title)
			a.ask()
		}
	}
}

// reasonAgainst says why a question is not asked, empty if it is.
func (p *probe) reasonAgainst(q *question) string {
	if p.clients[q.product.Name] == nil {
		return q.product.KeyVariable + " is not set"
	}
	if missing := q.missing(p.settings); missing != "" {
		return "it needs " + missing
	}
	if q.writes && !p.usable[q.product.Name] {
		return "the credits could not be read, so nothing is made on this account"
	}
	if why := p.stopped[q.product.Name]; q.sends && why != "" {
		return why
	}
	return ""
}

// do makes a call that belongs to no question, such as an undoing.
func (p *probe) do(ctx context.Context, which product.Product, c call) *answer {
	got := p.clients[which.Name].do(ctx, c)
	if got.arrived() {
		p.veil.learnAnswer(got)
	}
	return got
}

// get and post are calls of SMS Partner that belong to no question.
func (p *probe) get(ctx context.Context, path string, params map[string]any) *answer {
	return p.do(ctx, product.SMS, call{method: http.MethodGet, path: path, params: params})
}

func (p *probe) post(ctx context.Context, path string, params map[string]any) *answer {
	return p.do(ctx, product.SMS, call{method: http.MethodPost, path: path, params: params})
}

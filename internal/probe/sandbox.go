package main

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// errStopped is for sends after one that cost something.
var errStopped = errors.New("not sent: the sandbox was not honoured")

// send makes a send, and compares the credits after the first of each question. Where any of
// them fell, or cannot be read, nothing more of the product is sent.
func (a *asked) send(path string, params map[string]any) *answer {
	p, name := a.probe, a.question.product.Name
	if p.stopped[name] != "" {
		return &answer{err: errStopped, unsent: true}
	}
	got := a.post(path, params)
	if !a.weighed && !got.refused() && !got.unsent {
		a.weighed = true
		a.weigh(got)
	}
	return got
}

func (a *asked) weigh(sent *answer) {
	p, name := a.probe, a.question.product.Name
	me := a.get("/me", nil)
	now := creditsOf(me)
	var fell []string
	for what, before := range p.credits[name] {
		if after, there := now[what]; there && after < before {
			fell = append(fell, what)
		}
	}
	slices.Sort(fell)
	switch {
	case len(fell) > 0:
		p.stopped[name] = "the sandbox was not honoured; cancel scheduled ones in the dashboard"
		a.note(true, fmt.Sprintf("The sandbox was not honoured: %s fell after a send. The probe sends no more with this product; cancel scheduled ones in the dashboard. "+
			"Another use of the account in these seconds can be the cause, too", strings.Join(fell, ", ")))
		a.cancel(sent)
	case len(now) == 0 || len(p.credits[name]) == 0:
		p.stopped[name] = "the credits could not be compared after a sandbox send"
		a.note(true, "The credits could not be compared after a sandbox send, so the probe sends no more with this product")
	}
}

// cancel tries to call a message back. What is scheduled is in the journal, too.
func (a *asked) cancel(sent *answer) {
	for _, name := range []string{"message_id", "messageId"} {
		if id := sent.text(name); id != "" {
			a.do(call{method: http.MethodGet, path: "/message-cancel", params: map[string]any{"messageId": id}})
		}
	}
}

// creditsOf are the numbers of what an account has left.
func creditsOf(me *answer) map[string]float64 {
	credits := map[string]float64{}
	for name, value := range me.object("credits") {
		if number, err := strconv.ParseFloat(strings.TrimSpace(textOf(value)), 64); err == nil {
			credits[name] = number
		}
	}
	return credits
}

package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"
)

const (
	// undoTime bounds how long all of the undoing may take.
	undoTime = 10 * time.Minute
	// tries is how often the probe reads a list that may lag, and undoes one thing.
	tries = 5
	// undoPause is by how much longer the pause before each next try gets.
	undoPause = 3 * time.Second
)

// journal lists what the probe has made or may have made. An entry is written before the
// request: an answer can get lost on the way.
type journal struct{ entries []*entry }

// entry is one thing that the probe makes.
type entry struct {
	// what names it, and byHand tells how to undo it without the probe.
	what, byHand string
	// undo takes it away and makes sure that it is gone, in one pass; an error asks for the
	// next. It may run for a thing that was never made.
	undo func(ctx context.Context) error
	// settled is true once nothing is left to undo.
	settled bool
	failure error
}

func (j *journal) intend(what, byHand string, undo func(ctx context.Context) error) *entry {
	e := &entry{what: what, byHand: byHand, undo: undo}
	j.entries = append(j.entries, e)
	return e
}

// check settles an entry for a thing that was certainly never made: the servers refused it,
// or the request never left.
func (e *entry) check(got *answer) { e.settled = e.settled || got.refused() || got.unsent }

// left are the entries that could not be undone.
func (j *journal) left() []*entry {
	var left []*entry
	for _, e := range j.entries {
		if !e.settled {
			left = append(left, e)
		}
	}
	return left
}

// undoAll undoes what is left, the last thing first. It has a context of its own: the one
// of the questions may have ended.
func (p *probe) undoAll(ctx context.Context) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), undoTime)
	defer cancel()
	for _, e := range slices.Backward(p.journal.entries) {
		if !e.settled {
			p.console.say("undo: %s", p.veil.words(e.what))
			p.settle(ctx, e)
		}
	}
}

// settle undoes one entry. Servers that are down, busy or late get more and more time. As
// part of a question, it leaves a failure for the end.
func (p *probe) settle(ctx context.Context, e *entry) {
	if e == nil {
		return
	}
	_, _ = p.eventually(ctx, func() bool {
		if !e.settled {
			e.failure = e.pass(ctx)
			e.settled = e.failure == nil
		}
		return e.settled
	})
}

// pass undoes once. A mistake in the probe must not keep the other entries.
func (e *entry) pass(ctx context.Context) (err error) {
	defer func() {
		if failed := recover(); failed != nil {
			err = fmt.Errorf("the undoing failed: %v", failed)
		}
	}()
	return e.undo(ctx)
}

// eventually asks until the condition holds, since the vendor's lists may lag. It returns
// how often it asked, and whether the condition held in the end.
func (p *probe) eventually(ctx context.Context, holds func() bool) (asked int, held bool) {
	for asked = 1; ; asked++ {
		if holds() {
			return asked, true
		}
		if asked == tries || p.console.clock.sleep(ctx, time.Duration(asked)*undoPause) != nil {
			return asked, false
		}
	}
}

// unexpected is an answer that an undoing cannot go on with.
func unexpected(what string, a *answer) error {
	switch {
	case a.err != nil:
		return fmt.Errorf("%s: %w", what, a.err)
	case a.code() != "":
		return fmt.Errorf("%s: HTTP %d, code %s", what, a.status, a.code())
	default:
		return fmt.Errorf("%s: HTTP %d", what, a.status)
	}
}

var errStillThere = errors.New("it is still listed after it was deleted")

// errUnconfirmed is for what no list ever showed, though the servers did not refuse it: they
// may be late.
var errUnconfirmed = errors.New("whether it is there could not be confirmed: no list showed it, and the servers did not refuse it")

// errNoID is for a message whose answer got lost, or has no id: no call finds it.
var errNoID = errors.New("the message has no id that is known")

package main

import (
	"errors"
	"log/slog"
	"slices"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
)

// Who reads the table sees each step that did not end as it should.
func TestTable(t *testing.T) {
	t.Parallel()
	send := act{step: "apply, send", sends: 1}
	refuse := act{step: "apply, not delivered", fails: true}
	printed := plain(table([]row{
		{send.step, send.expected(), got(engine.Result{}, requests{send: 1}), nil},
		{refuse.step, refuse.expected(), got(engine.Result{}, requests{}), errors.New("ended with exit code 0")},
	}))
	var lines []string
	for line := range strings.Lines(printed) {
		lines = append(lines, strings.Join(strings.Fields(line), " "))
	}
	want := []string{
		"STEP EXPECTED GOT",
		"apply, send succeeds, 1 sent succeeds, 1 sent as expected",
		"apply, not delivered fails succeeds NOT as expected",
	}
	if !slices.Equal(lines, want) {
		t.Errorf("got %q, want %q", lines, want)
	}
}

// A request that is repeated, as in a wait, is one line.
func TestJournal(t *testing.T) {
	t.Parallel()
	j := &journal{}
	log := slog.New(j)
	read := func(statut string) {
		log.Info("request", "method", "GET", "path", "/v1/message-status", "status", 200, "code", 200,
			"message", "1112", "statut", statut, "scripted", false, "violations", 0, "took", "1ms")
	}
	for _, statut := range []string{"Waiting", "Waiting", "Delivered"} {
		read(statut)
	}
	want := []string{
		"GET /v1/message-status, message 1112, statut Waiting: HTTP 200, code 200, 2 times",
		"GET /v1/message-status, message 1112, statut Delivered: HTTP 200, code 200",
	}
	if got := j.take(); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := j.take(); len(got) > 0 {
		t.Errorf("a second time: %q", got)
	}
}

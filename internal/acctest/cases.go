package acctest

import (
	"strings"
	"testing"
)

// Case is a configuration and what an engine says about it.
type Case struct {
	*Account // nil where none is needed

	Config string
	Want   []string
	// Requests is how many are made.
	Requests int
}

// Cases are tests that an engine runs at once, by name.
type Cases map[string]Case

// Fail runs a command, which must say of each case one error, as [WantError]
// compares it. If some fail while they are planned, no other is applied.
func (c Cases) Fail(t *testing.T, command string) { t.Helper(); c.run(t, command, false, WantError) }

// Succeed runs a command, which must succeed and say of each case what it wants,
// as [WantText] compares it: warnings, of which there are no others, then outputs.
func (c Cases) Succeed(t *testing.T, command string) { t.Helper(); c.run(t, command, true, wantTold) }

func wantTold(t *testing.T, printed string, want ...string) {
	t.Helper()
	WantText(t, printed, want...)
	warnings := 0
	for _, phrase := range want {
		warnings += strings.Count(phrase, "Warning: ")
	}
	if got := strings.Count(printed, "\nWarning: "); got != warnings {
		t.Errorf("%d warnings, want %d:\n%s", got, warnings, printed)
	}
}

func (c Cases) run(t *testing.T, command string, ok bool, compare func(*testing.T, string, ...string)) {
	t.Helper()
	g := NewGroup(t)
	for name, one := range c {
		g.Set(t, name, one.Config)
	}
	if got := g.Run(t, command); got != ok {
		t.Errorf("%s succeeded: %t", command, got)
	}
	for name, one := range c {
		t.Run(name, func(t *testing.T) {
			compare(t, g.Said(name), one.Want...)
			if one.Account != nil {
				one.WantRequests(t, one.Requests)
			}
		})
	}
}

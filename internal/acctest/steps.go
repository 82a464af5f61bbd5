package acctest

import (
	"regexp"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
)

// Step is a configuration to apply.
type Step struct {
	// Before, if set, is called first.
	Before func()
	Config string
	// Plan are checks of the plan before it is applied, State of the state after.
	Plan  []plancheck.PlanCheck
	State []statecheck.StateCheck
	// Error, if set, is what the engine prints, for it can't plan or apply the step. An
	// engine that can't plan one test applies none, so others must have no such step.
	Error *regexp.Regexp
	// Import, if set, is done in place of an apply.
	Import *Import
	// Refresh has the state refreshed in place of an apply.
	Refresh bool
}

// Test is applied in steps, each of which leaves nothing to do for a plan, and
// destroyed.
type Test struct {
	Steps []Step
	// After, if set, asserts what it did.
	After func(*testing.T)
}

// Tests are tests that an engine runs at once, by name. One with fewer steps than
// another stays at its last.
type Tests map[string]Test

// Run runs all of them.
func (tests Tests) Run(t *testing.T) {
	t.Helper()
	g := NewGroup(t)
	count := 0
	for _, test := range tests {
		count = max(count, len(test.Steps))
	}
	drifted := false
	for i := range count {
		if tests.prepare(t, g, i) {
			tests.apply(t, g, i)
			drifted = tests.settled(t, g, i)
		}
	}
	if drifted {
		g.Must(t, "apply", "-refresh-only")
	}
	if g.manages(t) {
		g.Must(t, "destroy")
	}
	for name, test := range tests {
		if test.After != nil {
			t.Run(name, test.After)
		}
	}
}

// prepare writes the step of each with this index, or does what the step has in place of
// an apply. It reports whether there is something to apply.
func (tests Tests) prepare(t *testing.T, g *Group, i int) (applies bool) {
	t.Helper()
	for name, test := range tests {
		if i >= len(test.Steps) {
			continue
		}
		step := test.Steps[i]
		if step.Before != nil {
			step.Before()
		}
		switch {
		case step.Import != nil:
			g.importsAsApplied(t, name, *step.Import, step.Error)
		case step.Refresh:
			g.Must(t, "apply", "-refresh-only")
			tests.settled(t, g, i)
		case step.Error != nil:
			g.Set(t, name, step.Config)
			g.refuses(t, step.Error)
		default:
			g.Set(t, name, step.Config)
			applies = true
		}
	}
	return applies
}

// refuses applies what the engine must refuse.
func (g *Group) refuses(t *testing.T, want *regexp.Regexp) {
	t.Helper()
	if g.Run(t, "apply") {
		t.Error("apply succeeded")
	}
	var printed strings.Builder
	for name := range g.modules {
		printed.WriteString(g.Said(name))
	}
	if !want.MatchString(printed.String()) {
		t.Errorf("%q is not in:\n%s", want, printed.String())
	}
}

// apply applies the step of each with this index. Without checks of the plan, one run of
// the engine plans and applies.
func (tests Tests) apply(t *testing.T, g *Group, i int) {
	t.Helper()
	planned := map[string][]plancheck.PlanCheck{}
	for name, test := range tests {
		if i < len(test.Steps) && len(test.Steps[i].Plan) > 0 {
			planned[name] = test.Steps[i].Plan
		}
	}
	if len(planned) == 0 {
		g.Must(t, "apply")
	} else {
		g.Must(t, "plan")
		g.Planned(t, planned)
		g.Must(t, "apply", planFile)
	}
	for name, test := range tests {
		if i < len(test.Steps) && test.Steps[i].State != nil {
			t.Run(name, func(t *testing.T) { g.Holds(t, name, test.Steps[i].State...) })
		}
	}
}

// settled asserts that the step with this index leaves nothing to do, whether a plan reads
// the resources again or not, and reports whether they drifted. If they are what the state
// says, a plan that does not read them would be the same, so none is made.
func (tests Tests) settled(t *testing.T, g *Group, i int) (drifted bool) {
	t.Helper()
	idle := func(refresh string) {
		g.Must(t, "plan", refresh)
		for name := range tests {
			if g.Changes(name) {
				t.Errorf("%s: after step %d there is something to do for a plan with %s", name, i+1, refresh)
			}
		}
	}
	idle("-refresh=true")
	drifted = g.last.drifted
	if drifted {
		idle("-refresh=false")
	}
	return drifted
}

package acctest

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
)

// Step is a configuration to apply.
type Step struct {
	Config string
	// Plan are checks of the plan before it is applied, State of the state after.
	Plan  []plancheck.PlanCheck
	State []statecheck.StateCheck
}

// Test is applied in steps, each of which leaves nothing to do for a plan, and
// destroyed.
type Test struct {
	Steps []Step
	// After, if set, asserts what it did.
	After func(*testing.T)
}

// Tests are tests that an engine runs at once, by name. All have as many steps.
type Tests map[string]Test

// Run is [Run] of all of them.
func (tests Tests) Run(t *testing.T) {
	t.Helper()
	g := NewGroup(t)
	for i := range tests.steps(t) {
		tests.apply(t, g, i)
		for _, refresh := range []string{"-refresh=false", "-refresh=true"} {
			g.must(t, "plan", refresh)
			for name := range tests {
				if g.Changes(name) {
					t.Errorf("%s: after step %d there is something to do for a plan with %s", name, i+1, refresh)
				}
			}
		}
	}
	g.must(t, "destroy")
	for name, test := range tests {
		if test.After != nil {
			t.Run(name, test.After)
		}
	}
}

// steps is how many each has.
func (tests Tests) steps(t *testing.T) int {
	t.Helper()
	count := -1
	for name, test := range tests {
		if count >= 0 && len(test.Steps) != count {
			t.Fatalf("%s has %d steps, and another test %d", name, len(test.Steps), count)
		}
		count = len(test.Steps)
	}
	return count
}

// apply applies the step of each with this index.
func (tests Tests) apply(t *testing.T, g *Group, i int) {
	t.Helper()
	planned := map[string][]plancheck.PlanCheck{}
	for name, test := range tests {
		g.Set(t, name, test.Steps[i].Config)
		if test.Steps[i].Plan != nil {
			planned[name] = test.Steps[i].Plan
		}
	}
	g.must(t, "plan")
	if len(planned) > 0 {
		g.Planned(t, planned)
	}
	g.must(t, "apply", planFile)
	for name, test := range tests {
		t.Run(name, func(t *testing.T) { g.Holds(t, name, test.Steps[i].State...) })
	}
}

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

// Tests are tests that an engine runs at once, by name. One with fewer steps than
// another stays at its last.
type Tests map[string]Test

// Run runs all of them as [Run] does.
func (tests Tests) Run(t *testing.T) {
	t.Helper()
	g := NewGroup(t)
	count := 0
	for _, test := range tests {
		count = max(count, len(test.Steps))
	}
	for i := range count {
		tests.apply(t, g, i)
		for _, refresh := range []string{"-refresh=false", "-refresh=true"} {
			g.Must(t, "plan", refresh)
			for name := range tests {
				if g.Changes(name) {
					t.Errorf("%s: after step %d there is something to do for a plan with %s", name, i+1, refresh)
				}
			}
		}
	}
	g.Must(t, "apply", "-refresh-only")
	g.Must(t, "destroy")
	for name, test := range tests {
		if test.After != nil {
			t.Run(name, test.After)
		}
	}
}

// apply applies the step of each with this index.
func (tests Tests) apply(t *testing.T, g *Group, i int) {
	t.Helper()
	planned := map[string][]plancheck.PlanCheck{}
	for name, test := range tests {
		if i < len(test.Steps) {
			g.Set(t, name, test.Steps[i].Config)
			planned[name] = test.Steps[i].Plan
		}
	}
	g.Must(t, "plan")
	g.Planned(t, planned)
	g.Must(t, "apply", planFile)
	for name, test := range tests {
		if i < len(test.Steps) && test.Steps[i].State != nil {
			t.Run(name, func(t *testing.T) { g.Holds(t, name, test.Steps[i].State...) })
		}
	}
}

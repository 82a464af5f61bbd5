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

// RunEach is [Run] of many tests at once, each of as many steps as the others.
func RunEach(t *testing.T, tests map[string][]Step) {
	t.Helper()
	g := NewGroup(t)
	for i := 0; ; i++ {
		planned := map[string][]plancheck.PlanCheck{}
		for name, steps := range tests {
			if i == len(steps) {
				g.must(t, "destroy")
				return
			}
			g.Set(t, name, steps[i].Config)
			if steps[i].Plan != nil {
				planned[name] = steps[i].Plan
			}
		}
		g.must(t, "plan")
		if len(planned) > 0 {
			g.Planned(t, planned)
		}
		g.must(t, "apply", planFile)
		for name, steps := range tests {
			t.Run(name, func(t *testing.T) { g.Holds(t, name, steps[i].State...) })
		}
		for _, refresh := range []string{"-refresh=false", "-refresh=true"} {
			g.must(t, "plan", refresh)
			for name := range tests {
				if g.Changes(name) {
					t.Errorf("%s: after step %d there is something to do for a plan with %s", name, i+1, refresh)
				}
			}
		}
	}
}

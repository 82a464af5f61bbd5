package once

import (
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
)

// Changed returns what makes a plan a new write: the triggers, and each argument with another
// value than in the state, unless same says that the two mean the same. same is not asked
// about an argument that is unknown in part, which may turn out to be another one.
func Changed(arguments []attribute.Argument, plan, state attribute.Values, same func(attribute.Argument) bool) path.Paths {
	var paths path.Paths
	if !SameTriggers(plan.Triggers(), state.Triggers()) {
		paths.Append(path.Root("triggers"))
	}
	for _, a := range arguments {
		if state[a.Name].Equal(plan[a.Name]) || plan.Known(a) && same(a) {
			continue
		}
		paths.Append(path.Root(a.Name))
	}
	return paths
}

package acctest

import (
	"reflect"
	"regexp"
	"slices"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-testing/helper/resource"

	"github.com/smspartner/terraform-provider-smspartner/internal/provider"
)

// Run applies the steps of a test through the engine. terraform-plugin-testing starts it
// ten times for a step; [Tests] start it two to four times for the same assertions, and
// are used unless a step does what [Step] can't, such as a query.
func Run(t *testing.T, steps ...resource.TestStep) {
	t.Helper()
	if !slices.ContainsFunc(steps, isElaborate) {
		Tests{"test": {Steps: Plain(steps...)}}.Run(t)
		return
	}
	Engine(t)
	resource.UnitTest(t, resource.TestCase{
		Steps: steps,
		ProtoV6ProviderFactories: map[string]func() (tfprotov6.ProviderServer, error){
			"smspartner": func() (tfprotov6.ProviderServer, error) { return provider.NewServer("test"), nil },
		},
	})
}

var importBlock = regexp.MustCompile(`(?m)^import \{`)

// Plain are steps as [Test] has them.
func Plain(steps ...resource.TestStep) []Step {
	var plain []Step
	for _, s := range steps {
		step := Step{
			Before: s.PreConfig, Config: s.Config, Plan: s.ConfigPlanChecks.PreApply, State: s.ConfigStateChecks, Error: s.ExpectError, Refresh: s.RefreshState,
		}
		if s.ImportState {
			step.Import = &Import{Address: s.ResourceName, ID: s.ImportStateId, Verify: s.ImportStateVerify, Ignore: s.ImportStateVerifyIgnore}
		}
		plain = append(plain, step)
	}
	return plain
}

// isElaborate reports whether a step has more than [Step] has. Engines take import blocks in
// the root module only, and a member of a [Group] is another one.
func isElaborate(s resource.TestStep) bool {
	if importBlock.MatchString(s.Config) {
		return true
	}
	if s.ImportState && s.Config == "" {
		// The identifier finds the resource among others, and there is one at an address.
		s.ImportState, s.ResourceName, s.ImportStateId, s.ImportStateVerifyIdentifierAttribute = false, "", "", ""
		s.ImportStateVerify, s.ImportStateVerifyIgnore = false, nil
	}
	s.PreConfig, s.Config, s.ConfigPlanChecks.PreApply, s.ConfigStateChecks, s.ExpectError, s.RefreshState = nil, "", nil, nil, nil, false
	return !reflect.ValueOf(s).IsZero()
}

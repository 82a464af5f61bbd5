package acctest_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

const groupAddress = "smspartner_contact_group.test"

func groupConfig(a *acctest.Account, name string) string {
	return a.Provider() + fmt.Sprintf("resource \"smspartner_contact_group\" \"test\" {\n  name = %q\n}\n", name)
}

// failing are steps whose test has to fail, by what it has to say.
var failing = map[string]func(a *acctest.Account) []acctest.Step{
	"apply succeeded": func(a *acctest.Account) []acctest.Step {
		return []acctest.Step{{Config: groupConfig(a, "Clients"), Error: regexp.MustCompile("")}}
	},
	`"no such words" is not in:`: func(a *acctest.Account) []acctest.Step {
		return []acctest.Step{{Config: groupConfig(a, ""), Error: regexp.MustCompile("no such words")}}
	},
	"apply [] failed:": func(a *acctest.Account) []acctest.Step {
		return []acctest.Step{{Config: groupConfig(a, "")}}
	},
	"expected Destroy, got action(s): [create]": func(a *acctest.Account) []acctest.Step {
		return []acctest.Step{{Config: groupConfig(a, "Clients"), Plan: []plancheck.PlanCheck{
			plancheck.ExpectResourceAction(groupAddress, plancheck.ResourceActionDestroy),
		}}}
	},
	"expected value Others": func(a *acctest.Account) []acctest.Step {
		return []acctest.Step{{Config: groupConfig(a, "Clients"), State: []statecheck.StateCheck{
			statecheck.ExpectKnownValue(groupAddress, tfjsonpath.New("name"), knownvalue.StringExact("Others")),
		}}}
	},
	"the vendor has no such group": func(a *acctest.Account) []acctest.Step {
		then := acctest.Then(func() error { return errors.New("the vendor has no such group") })
		return []acctest.Step{{Config: groupConfig(a, "Clients"), State: []statecheck.StateCheck{then}}}
	},
	"after step 1 there is something to do": func(a *acctest.Account) []acctest.Step {
		gone := acctest.Then(func() error { a.RemoveGroup("G101"); return nil })
		return []acctest.Step{{Config: groupConfig(a, "Clients"), State: []statecheck.StateCheck{gone}}}
	},
	"after step 2 there is something to do": func(a *acctest.Account) []acctest.Step {
		return []acctest.Step{{Config: groupConfig(a, "Clients")}, {Before: func() { a.RemoveGroup("G101") }, Refresh: true}}
	},
	`name: imported "\"Others\"", applied "\"Clients\""`: func(a *acctest.Account) []acctest.Step {
		return importing(a, func() { a.RemoveGroup("G101"); a.AddGroup(sms.Group{ID: "G101", Name: "Others"}) },
			acctest.Import{Address: groupAddress, Verify: true, Ignore: []string{"nam", "created_at"}}, nil)
	},
	"import failed:": func(a *acctest.Account) []acctest.Step {
		return importing(a, nil, acctest.Import{Address: groupAddress, ID: "G999"}, nil)
	},
	"import ended with 0": func(a *acctest.Account) []acctest.Step {
		return importing(a, nil, acctest.Import{Address: groupAddress}, regexp.MustCompile(""))
	},
	`has to fail with "other words"`: func(a *acctest.Account) []acctest.Step {
		return importing(a, nil, acctest.Import{Address: groupAddress, ID: "G999"}, regexp.MustCompile("other words"))
	},
	"the state has no smspartner_contact_group.nobody": func(a *acctest.Account) []acctest.Step {
		return importing(a, nil, acctest.Import{Address: "smspartner_contact_group.nobody"}, nil)
	},
}

func importing(a *acctest.Account, before func(), i acctest.Import, refusal *regexp.Regexp) []acctest.Step {
	return []acctest.Step{{Config: groupConfig(a, "Clients")}, {Before: before, Import: &i, Error: refusal}}
}

// Tests fail where they should, and say why. The failing ones run in a process of their own.
func TestTests_Fail(t *testing.T) {
	t.Parallel()
	const inside = "ACCTEST_FAILING"
	if os.Getenv(inside) != "" {
		for says, steps := range failing {
			t.Run(name(says), func(t *testing.T) {
				t.Parallel()
				acctest.Tests{"test": {Steps: steps(acctest.NewAccount(t, simulator.Options{}))}}.Run(t)
			})
		}
		return
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestTests_Fail$") //nolint:gosec // this very test
	cmd.Env = append(os.Environ(), inside+"=yes")
	printed, err := cmd.CombinedOutput()
	if _, failed := errors.AsType[*exec.ExitError](err); !failed {
		t.Fatalf("the tests end with %v, and have to fail:\n%s", err, printed)
	}
	said := string(printed)
	if strings.Contains(said, "no such file") {
		t.Error("a test that applies nothing misses its state")
	}
	for says := range failing {
		_, own, failed := strings.Cut(said, "\n    --- FAIL: TestTests_Fail/"+name(says)+" ")
		own, _, _ = strings.Cut(own, "\n    --- FAIL: ")
		if !failed || !strings.Contains(own, says) {
			t.Errorf("no test fails with %s", says)
		}
	}
	if t.Failed() {
		t.Log(said)
	}
}

// name is that of the test that has to say this.
func name(says string) string {
	return strings.Trim(regexp.MustCompile(`\W+`).ReplaceAllString(says, "_"), "_")
}

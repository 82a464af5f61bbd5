package acctest

import (
	"fmt"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
)

// Feature is something that not every engine has.
type Feature struct {
	name string
	// terraform and openTofu are the first minor versions of 1.x that have it, 0 for
	// none.
	terraform, openTofu int
}

// The features that tests need.
var (
	TestCommand   = Feature{"test command", 6, 6}
	MockProviders = Feature{"mock providers in tests", 7, 8}
	// JUnit: Terraform 1.11 is the first whose reports are no experiment.
	JUnit              = Feature{"JUnit reports of tests", 11, 0}
	Functions          = Feature{"functions of providers", 8, 7}
	EphemeralVariables = Feature{"ephemeral variables", 10, 11}
	EphemeralResources = Feature{"ephemeral resources", 10, 11}
	WriteOnly          = Feature{"write-only attributes", 11, 11}
	Identity           = Feature{"resource identity", 12, 12}
	Actions            = Feature{"actions", 14, 0}
	ListResources      = Feature{"list resources", 14, 0}
	// GeneratedMaps: other engines can't write a map of objects whose keys are no names. Of
	// Terraform, 1.5 can't, and 1.11 is the first one that was tried and can.
	GeneratedMaps = Feature{"generated configuration of maps with any keys", 11, 0}
)

// Need skips a test that needs a feature which the engine lacks.
func Need(t *testing.T, f Feature) {
	t.Helper()
	if e := Engine(t); !has(t, e, f) {
		t.Skipf("%s %s has no %s", e.Name, e.Version, f.name)
	}
}

// Has reports whether the engine has a feature, for a test that shows less without.
func Has(t *testing.T, f Feature) bool {
	t.Helper()
	return has(t, Engine(t), f)
}

func has(t *testing.T, e *engine.Engine, f Feature) bool {
	t.Helper()
	var major, minor int
	if _, err := fmt.Sscanf(e.Version, "%d.%d", &major, &minor); err != nil {
		t.Fatalf("the version %q can't be read: %v", e.Version, err)
	}
	first := f.terraform
	if e.IsOpenTofu() {
		first = f.openTofu
	}
	return first > 0 && (major > 1 || minor >= first)
}

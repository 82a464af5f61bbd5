package acctest

import (
	"fmt"
	"testing"
)

// NeedActions skips a test where the engine knows no actions, which Terraform has
// had since 1.14 and OpenTofu has not.
func NeedActions(t *testing.T) {
	t.Helper()
	e := Engine(t)
	var major, minor int
	if _, err := fmt.Sscanf(e.Version, "%d.%d", &major, &minor); err != nil {
		t.Fatalf("the version %q can't be read: %v", e.Version, err)
	}
	if e.IsOpenTofu() || major == 1 && minor < 14 {
		t.Skipf("%s %s knows no actions", e.Name, e.Version)
	}
}

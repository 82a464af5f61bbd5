package acctest

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
)

// Installable has `init` install the provider in a workspace, as from a registry.
func Installable(t *testing.T, w *engine.Workspace) {
	t.Helper()
	executable, err := buildProvider()
	if err != nil {
		t.Fatal(err)
	}
	// Beside the executable, which the mirror links to: a link can't lead to another disk.
	dir, err := os.MkdirTemp(filepath.Dir(executable), "mirror") //nolint:usetesting // see above
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	if w.CLIConfig, err = w.Engine.Mirror(dir, executable); err != nil {
		t.Fatal(err)
	}
}

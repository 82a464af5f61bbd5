package engine_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
)

// Whoever tried an example before starts the demo and the tests as in a fresh clone.
func TestCopyExample_WithoutLeftovers(t *testing.T) {
	t.Parallel()
	from, to := t.TempDir(), filepath.Join(t.TempDir(), "copy")
	for _, path := range []string{
		"main.tf", "tests/one.tftest.hcl", "deliver.sh",
		".terraform/modules/modules.json", ".terraform.lock.hcl", "terraform.tfstate", "terraform.tfstate.backup",
		"message_id", "plan.tfplan", "plan.json", "junit.xml",
	} {
		path = filepath.Join(from, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(path), 0o700); err != nil { //nolint:gosec // a script is run
			t.Fatal(err)
		}
	}
	if err := engine.CopyExample(to, from); err != nil {
		t.Fatal(err)
	}
	var got []string
	err := fs.WalkDir(os.DirFS(to), ".", func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			got = append(got, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"deliver.sh", "main.tf", "tests/one.tftest.hcl"}; !slices.Equal(got, want) {
		t.Errorf("copied %q, want %q", got, want)
	}
	content, err := os.ReadFile(filepath.Join(to, "deliver.sh")) //nolint:gosec // a folder of the test
	if err != nil || string(content) != filepath.Join(from, "deliver.sh") {
		t.Errorf("copied %q: %v", content, err)
	}
	if info, err := os.Stat(filepath.Join(to, "deliver.sh")); err != nil || (runtime.GOOS != "windows" && info.Mode().Perm()&0o100 == 0) {
		t.Errorf("the script can't be run: %v, %v", info, err)
	}
}

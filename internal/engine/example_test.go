package engine_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
)

// An example that somebody has tried in its folder is copied as if nobody had.
func TestCopyExample(t *testing.T) {
	t.Parallel()
	from, to := t.TempDir(), filepath.Join(t.TempDir(), "copy")
	kept := []string{"deliver.sh", "main.tf", filepath.Join("tests", "delivery.tftest.hcl")}
	for _, name := range append([]string{
		filepath.Join(".terraform", "modules", "modules.json"), ".terraform.lock.hcl", "terraform.tfstate", "terraform.tfstate.backup",
		"terraform.tfvars", "plan.tfplan", "plan.json", "junit.xml", "message_id",
	}, kept...) {
		file := filepath.Join(from, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(name), 0o700); err != nil { //nolint:gosec // a script is executable
			t.Fatal(err)
		}
	}
	if err := engine.CopyExample(to, from); err != nil {
		t.Fatal(err)
	}
	var got []string
	err := filepath.WalkDir(to, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(to, file)
		got = append(got, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(got, kept) {
		t.Errorf("the copy has %q, want %q", got, kept)
	}
	script, err := os.Stat(filepath.Join(to, "deliver.sh"))
	if err != nil {
		t.Fatal(err)
	}
	if script.Mode().Perm()&0o100 == 0 {
		t.Errorf("deliver.sh has the mode %s, and can't be run", script.Mode())
	}
}

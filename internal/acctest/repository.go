package acctest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// CopyRepository copies to a folder the files of this repository that a commit of all
// changes would have.
func CopyRepository(t *testing.T, to string) {
	t.Helper()
	root := Root(t)
	list := exec.CommandContext(t.Context(), "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	list.Dir = root
	listed, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	for path := range strings.SplitSeq(strings.TrimSuffix(string(listed), "\x00"), "\x00") {
		info, err := os.Stat(filepath.Join(root, path))
		if err != nil {
			continue // deleted, and the deletion is not committed
		}
		content, err := os.ReadFile(filepath.Join(root, path)) //nolint:gosec // a file of this repository
		if err != nil {
			t.Fatal(err)
		}
		target := filepath.Join(to, path)
		if err := os.MkdirAll(filepath.Dir(target), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(target, content, info.Mode().Perm()); err != nil { //nolint:gosec // a folder of the test
			t.Fatal(err)
		}
	}
}

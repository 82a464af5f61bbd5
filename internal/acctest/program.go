package acctest

import (
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
)

// Program finds a program on the PATH. In place of a missing jq it builds gojq.
func Program(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil && name == "jq" {
		path, err = gojq()
	}
	if err != nil {
		t.Fatalf("the script needs %s: %v", name, err)
	}
	return path
}

var gojq = sync.OnceValues(func() (string, error) {
	root, err := engine.Root(context.Background())
	if err != nil {
		return "", err
	}
	path := filepath.Join(root, "bin", "jq")
	build := exec.CommandContext(context.Background(), "go", "build", "-o", path, "github.com/itchyny/gojq/cmd/gojq") //nolint:gosec // path is ours
	build.Dir = filepath.Join(root, "internal", "tools", "gojq")
	if printed, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build gojq: %w\n%s", err, printed)
	}
	return path, nil
})

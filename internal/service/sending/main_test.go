package sending_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/provider"
)

// The executable of the tests is the provider too, when an engine starts it: the
// same as at a user's.
func TestMain(m *testing.M) {
	if os.Getenv("TF_PLUGIN_MAGIC_COOKIE") == "" { // what engines set
		code := m.Run()
		_ = os.RemoveAll(providerFolder)
		os.Exit(code)
	}
	err := framework.SilenceUnreadLogs()
	if err == nil {
		err = provider.Serve(context.Background(), "test", false)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

var (
	providerFolder string
	providerOnce   sync.Once
)

// workspace is [acctest.Account.Workspace] with this provider.
func workspace(t *testing.T, a *acctest.Account, config string) *engine.Workspace {
	t.Helper()
	providerOnce.Do(func() {
		self, err := os.Executable()
		if err != nil {
			t.Fatal(err)
		}
		if providerFolder, err = os.MkdirTemp("", "provider"); err != nil { //nolint:usetesting // it serves all tests
			t.Fatal(err)
		}
		if err := os.Symlink(self, filepath.Join(providerFolder, "terraform-provider-smspartner")); err != nil {
			t.Fatal(err)
		}
	})
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(acctest.RequiredProviders+config), 0o600); err != nil {
		t.Fatal(err)
	}
	cli, err := engine.DevOverrides(t.TempDir(), filepath.Join(providerFolder, "terraform-provider-smspartner"))
	if err != nil {
		t.Fatal(err)
	}
	return &engine.Workspace{
		Engine: acctest.Engine(t), Dir: dir, CLIConfig: cli,
		Env: []string{
			"SMSPARTNER_API_KEY=" + a.Key, "SMSPARTNER_BASE_URL=" + a.BaseURL,
			"GORACE=atexit_sleep_ms=0", // the race detector's pause of 1s at the end of each process
		},
	}
}

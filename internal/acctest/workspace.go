package acctest

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
)

// RequiredProviders is what a configuration in a workspace starts with.
const RequiredProviders = `terraform {
  required_providers {
    smspartner = { source = "smspartner/smspartner" }
  }
}
`

// Workspace returns a folder that holds config, in which the engine runs the
// provider as an executable of its own, as at a user's. The account's key and
// addresses are in the environment.
func (a *Account) Workspace(t *testing.T, config string) *engine.Workspace {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "main.tf"), config)
	return a.WorkspaceIn(t, dir)
}

// emptyWorkspace is a folder in which the engine has no provider but those that it
// attaches to.
func emptyWorkspace(t *testing.T) *engine.Workspace {
	t.Helper()
	dir := t.TempDir()
	settings := filepath.Join(dir, "empty.tfrc")
	write(t, settings, "")
	return &engine.Workspace{Engine: Engine(t), Dir: dir, CLIConfig: settings}
}

// write writes a file, and the folder that it is in.
func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// WorkspaceIn is [Account.Workspace] for a configuration that is in dir.
func (a *Account) WorkspaceIn(t *testing.T, dir string) *engine.Workspace {
	t.Helper()
	executable, err := buildProvider()
	if err != nil {
		t.Fatal(err)
	}
	config, err := engine.DevOverrides(t.TempDir(), executable)
	if err != nil {
		t.Fatal(err)
	}
	return &engine.Workspace{
		Engine: Engine(t), Dir: dir, CLIConfig: config,
		Env: []string{
			"SMSPARTNER_API_KEY=" + a.Key, "SMSPARTNER_BASE_URL=" + a.BaseURL,
			"VOICEPARTNER_BASE_URL=" + a.VoiceURL, "MAILPARTNER_BASE_URL=" + a.MailURL,
		},
	}
}

// buildProvider builds the provider once for each package's tests, and moves it
// into place in one step, since several packages do so at once. Go does not link again
// over an executable that is what it would make, so it gets a copy of the last one.
var buildProvider = sync.OnceValues(func() (string, error) {
	ctx := context.Background()
	root, err := engine.Root(ctx)
	if err != nil {
		return "", err
	}
	dir := filepath.Join(root, "bin", "test")
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return "", err
	}
	scratch, err := os.MkdirTemp(dir, "build")
	if err != nil {
		return "", err
	}
	defer func() { _ = os.RemoveAll(scratch) }()
	executable := filepath.Join(dir, engine.ProviderFile())
	last, err := os.ReadFile(executable) //nolint:gosec // of this module
	switch {
	case err == nil:
		err = os.WriteFile(filepath.Join(scratch, engine.ProviderFile()), last, 0o700) //nolint:gosec // it is run
	case errors.Is(err, fs.ErrNotExist):
		err = nil
	}
	if err != nil {
		return "", err
	}
	built, err := engine.BuildProvider(ctx, root, scratch)
	if err != nil {
		return "", err
	}
	return executable, os.Rename(built, executable)
})

package engine

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

const (
	providerName = "terraform-provider-smspartner"
	// mirrorVersion is the version under which a development build is offered
	// in a mirror.
	mirrorVersion = "0.1.0"
)

// Root returns the folder of the module that the caller runs in.
func Root(ctx context.Context) (string, error) {
	out, err := exec.CommandContext(ctx, "go", "env", "GOMOD").Output()
	if err != nil {
		return "", fmt.Errorf("find the module: %w", err)
	}
	path := strings.TrimSpace(string(out))
	if path == "" || path == os.DevNull {
		return "", errors.New("run this inside the module's folder")
	}
	return filepath.Dir(path), nil
}

// ProviderFile is the name of the provider's executable.
func ProviderFile() string {
	if runtime.GOOS == "windows" {
		return providerName + ".exe"
	}
	return providerName
}

// BuildProvider builds the provider into dir, and returns the path of the
// executable.
func BuildProvider(ctx context.Context, root, dir string) (string, error) {
	path := filepath.Join(dir, ProviderFile())
	build := exec.CommandContext(ctx, "go", "build", "-trimpath", "-ldflags=-s -w", "-o", path, ".") //nolint:gosec // path is ours
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build the provider: %w\n%s", err, out)
	}
	return path, nil
}

// DevOverrides writes an engine's CLI configuration into dir that takes the
// provider from the folder of executable, without init.
func DevOverrides(dir, executable string) (configFile string, err error) {
	return writeCLIConfig(dir, fmt.Sprintf("provider_installation {\n  dev_overrides {\n    \"smspartner/smspartner\" = %q\n  }\n  direct {}\n}\n",
		filepath.ToSlash(filepath.Dir(executable))))
}

// Mirror copies executable into a mirror below dir, the way a registry would
// offer it, and writes a CLI configuration from which `init` installs it.
func (e *Engine) Mirror(dir, executable string) (configFile string, err error) {
	mirror := filepath.Join(dir, "mirror")
	target := filepath.Join(mirror, e.Registry(), "smspartner", "smspartner", mirrorVersion, runtime.GOOS+"_"+runtime.GOARCH)
	if err := os.MkdirAll(target, 0o750); err != nil {
		return "", err
	}
	if err := os.Link(executable, filepath.Join(target, filepath.Base(executable))); err != nil {
		return "", fmt.Errorf("put the provider into a mirror: %w", err)
	}
	return writeCLIConfig(dir, fmt.Sprintf("provider_installation {\n  filesystem_mirror {\n    path = %q\n  }\n}\n", filepath.ToSlash(mirror)))
}

func writeCLIConfig(dir, text string) (string, error) {
	path := filepath.Join(dir, "cli.tfrc")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		return "", err
	}
	return path, nil
}

// Package engine finds a Terraform or OpenTofu executable and runs it, for the
// tests, the demo and the benchmark.
package engine

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

// PathVariable names the executable to use. It is also what
// terraform-plugin-testing reads.
const PathVariable = "TF_ACC_TERRAFORM_PATH"

// Engine is a Terraform or OpenTofu executable.
type Engine struct {
	Path string
	// Name is "Terraform" or "OpenTofu".
	Name    string
	Version string
}

// IsOpenTofu reports whether the engine is OpenTofu.
func (e *Engine) IsOpenTofu() bool { return e.Name == openTofu }

// Registry is the host of a provider's source that names none.
func (e *Engine) Registry() string {
	if e.IsOpenTofu() {
		return "registry.opentofu.org"
	}
	return "registry.terraform.io"
}

const (
	terraform = "Terraform"
	openTofu  = "OpenTofu"
)

// Find returns the engine that PathVariable names, else the terraform, else the
// tofu on the PATH, else the tofu that `make` has built below root.
func Find(ctx context.Context, root string) (*Engine, error) {
	chosen := os.Getenv(PathVariable)
	candidates := []string{"terraform", "tofu", filepath.Join(root, "bin", "tofu")}
	if chosen != "" {
		candidates = []string{chosen}
	}
	for _, candidate := range candidates {
		path, err := exec.LookPath(candidate)
		switch {
		case err != nil && chosen != "":
			// Another engine would prove nothing about this one.
			return nil, fmt.Errorf("%s: %w", PathVariable, err)
		case err != nil:
			continue
		}
		if path, err = filepath.Abs(path); err != nil {
			return nil, err
		}
		return inspect(ctx, path)
	}
	return nil, errors.New("no engine: install terraform or tofu, or run `make bin/tofu` to build OpenTofu")
}

func inspect(ctx context.Context, path string) (*Engine, error) {
	version := exec.CommandContext(ctx, path, "version", "-json") //nolint:gosec // the engine that the developer chose
	version.Env = environment(os.Environ())
	out, err := version.Output()
	if err != nil {
		return nil, fmt.Errorf("ask %s for its version: %w", path, err)
	}
	var answer struct {
		Version string `json:"terraform_version"`
	}
	if err := json.Unmarshal(out, &answer); err != nil {
		return nil, fmt.Errorf("read the version of %s: %w", path, err)
	}
	// Both answer in the same JSON; only the text has the name.
	text := exec.CommandContext(ctx, path, "version") //nolint:gosec // as above
	text.Env = version.Env
	if out, err = text.Output(); err != nil {
		return nil, fmt.Errorf("ask %s for its name: %w", path, err)
	}
	e := &Engine{Path: path, Name: terraform, Version: answer.Version}
	if strings.HasPrefix(string(out), openTofu) {
		e.Name = openTofu
	}
	return e, nil
}

// environment is what a run inherits: everything but what would make it depend
// on the machine's own Terraform and provider settings.
func environment(inherited []string) []string {
	var kept []string
	for _, entry := range inherited {
		if strings.HasPrefix(entry, "TF_") || IsProviderVariable(entry) {
			continue
		}
		kept = append(kept, entry)
	}
	return append(kept, "CHECKPOINT_DISABLE=1", "TF_IN_AUTOMATION=1", "TF_INPUT=0")
}

// IsProviderVariable reports whether an environment variable is one of the provider's
// own: each begins with the name of a product.
func IsProviderVariable(name string) bool {
	return slices.ContainsFunc(product.All(), func(of product.Product) bool {
		prefix, _, _ := strings.Cut(of.KeyVariable, "_")
		return strings.HasPrefix(name, prefix+"_")
	})
}

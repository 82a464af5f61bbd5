package engine_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// caller uses the provider in a module only, as examples/pipelines does.
const caller = `module "lookup" {
  source = "./lookup"
}
`

const called = `terraform {
  required_providers {
    smspartner = {
      source  = "smspartner/smspartner"
      version = "~> 0.1"
    }
  }
}

data "smspartner_number_lookup" "phone" {
  phone_numbers = ["+33600000001"]
}
`

// What `make` writes has `init` install the provider, for a module too. A later build is used
// without another `init`: the lock file still fits.
func TestMake_Mirror(t *testing.T) {
	t.Parallel()
	clone := filepath.Join(t.TempDir(), "the provider") // a blank, as in the paths of some
	acctest.CopyRepository(t, clone)
	made := exec.CommandContext(t.Context(), "make", "--no-print-directory", "build")
	made.Dir = clone
	if printed, err := made.CombinedOutput(); err != nil {
		t.Fatalf("make: %v\n%s", err, printed)
	}

	a := acctest.NewAccount(t, simulator.Options{})
	w := a.Workspace(t, caller)
	writeFile(t, filepath.Join(w.Dir, "lookup", "main.tf"), called, 0o600)
	w.CLIConfig = filepath.Join(clone, "bin", "mirror.tfrc")
	acctest.WantText(t, acctest.Succeed(t, w, "init", "-no-color"), "Installing smspartner/smspartner v0.1.")
	acctest.Succeed(t, w, "plan", "-no-color")
	a.WantRequests(t, 1)

	built := filepath.Join(clone, "bin", "terraform-provider-smspartner")
	if err := os.Rename(built, built+"-before"); err != nil {
		t.Fatal(err)
	}
	started := filepath.Join(clone, "started")
	writeFile(t, built, fmt.Sprintf("#!/bin/sh\n: >%q\nexec %q \"$@\"\n", started, built+"-before"), 0o700)
	acctest.Succeed(t, w, "plan", "-no-color")
	a.WantRequests(t, 2)
	if _, err := os.Stat(started); errors.Is(err, fs.ErrNotExist) {
		t.Error("the engine did not start the later build")
	}
	acctest.WantText(t, acctest.Succeed(t, w, "init", "-no-color"), "Using previously-installed smspartner/smspartner v0.1.")
}

func writeFile(t *testing.T, path, text string, mode fs.FileMode) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
}

package acctest_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// exampleAccount knows the messages that the examples name, beside the vendor's
// documented one.
func exampleAccount(t *testing.T) *acctest.Account {
	t.Helper()
	account := acctest.NewAccount(t, simulator.Options{})
	account.AddMessage(simulator.Message{ID: "1234", Tag: "release42", Recipients: []simulator.Recipient{
		{Number: "+33600000001"},
		{Number: "+33600000002"},
		{Number: "+33600000090", Statuses: []string{"Not delivered"}},
	}})
	return account
}

// tomorrow is a moment that can be scheduled, whenever the tests run.
func tomorrow() string {
	const day = 24 * time.Hour
	return time.Now().UTC().Truncate(day).Add(day + day/2).Format(time.RFC3339)
}

// Each snippet of the documentation is applied as a user would: beside the
// provider block of examples/provider.
func TestExamples_Snippets(t *testing.T) {
	t.Parallel()
	examples := filepath.Join(acctest.Root(t), "examples")
	snippets, err := filepath.Glob(filepath.Join(examples, "*s", "*", "*.tf"))
	if err != nil {
		t.Fatal(err)
	}
	if len(snippets) == 0 {
		t.Fatal("no example was found")
	}
	providerBlock := filepath.Join(examples, "provider", "provider.tf")
	for _, snippet := range append(snippets, providerBlock) {
		name, err := filepath.Rel(examples, snippet)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if strings.HasPrefix(name, "actions") {
				acctest.NeedActions(t)
			}
			dir := t.TempDir()
			for _, file := range []string{providerBlock, snippet} {
				content, err := os.ReadFile(file) //nolint:gosec // a file of this repository
				if err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(filepath.Join(dir, filepath.Base(file)), content, 0o600); err != nil { //nolint:gosec // below a test's folder
					t.Fatal(err)
				}
			}
			w := exampleAccount(t).WorkspaceIn(t, dir)
			w.Env = append(w.Env, "TF_VAR_send_at="+tomorrow())
			acctest.Succeed(t, w, "fmt", "-check", "-diff")
			acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color")
			acctest.Succeed(t, w, "destroy", "-auto-approve", "-no-color")
		})
	}
}

// The examples that are modules of their own are applied, and their tests run.
func TestExamples_Modules(t *testing.T) {
	t.Parallel()
	examples := filepath.Join(acctest.Root(t), "examples")
	tests, err := filepath.Glob(filepath.Join(examples, "*", "tests"))
	if err != nil {
		t.Fatal(err)
	}
	if len(tests) == 0 {
		t.Fatal("no example with tests was found")
	}
	for _, folder := range tests {
		module := filepath.Dir(folder)
		t.Run(filepath.Base(module), func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			if err := os.CopyFS(dir, os.DirFS(module)); err != nil {
				t.Fatal(err)
			}
			w := exampleAccount(t).WorkspaceIn(t, dir)
			w.Env = append(w.Env, "TF_VAR_message_id=1234", "TF_VAR_phone_number=+33600000001", "TF_VAR_release=42")
			acctest.Succeed(t, w, "fmt", "-check", "-diff", "-recursive")
			acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color")
			acctest.Succeed(t, w, "test", "-no-color")
		})
	}
}

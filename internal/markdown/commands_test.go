package markdown_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
	"github.com/smspartner/terraform-provider-smspartner/internal/markdown"
)

// command is what becomes of one shell block of a page.
type command struct {
	// begins is how the block begins, so that a block that moves or goes is noticed.
	begins string
	// in is the folder of the repository in which the block runs; empty for where the
	// block before ended.
	in string
	// fails says that the block ends with an error, as its page says.
	fails bool
	// shows is what the block prints.
	shows string
	// not says why no test can run the block.
	not string
}

// reasons why a block is not run.
const (
	realServers = "reaches the vendor's servers"
	published   = "needs a published release"
	maintainers = "publishes, or makes the keys for it"
	interactive = "needs a debugger"
	itself      = "runs the tests"
)

// walks are the shell blocks of each page, in their order. Blocks of one page share a shell,
// so that variables and folders carry over, as they do for a reader.
var walks = map[string][]command{
	"README.md": {
		{begins: "git clone", in: "../reader"},
		{begins: "go run ./internal/simulator/cmd"},
		{begins: "export SMSPARTNER_API_KEY=0123", shows: `"message_id": 1112`},
		{begins: "export TF_CLI_CONFIG_FILE", shows: `statut = "Delivered"`},
		{begins: "terraform apply", fails: true, shows: "The alert did not reach the phone: 0 of 1 delivered, 1 not delivered:"},
		{begins: "cd ../pipelines", shows: `tests="3" failures="0" errors="0"`},
		{begins: "export PHONE_NUMBERS", fails: true, shows: "error: 0 of 1 delivered, 1 not delivered: +33600000090"},
		{begins: "make", in: "../reader/terraform-provider-smspartner"},
		{begins: "unset TF_CLI_CONFIG_FILE", not: realServers},
		{begins: "curl -s https://registry.terraform.io", not: published},
		{begins: "gh attestation", not: published},
	},
	"CONTRIBUTING.md": {
		{begins: "go test ./internal/service/contacts/", not: itself},
		{begins: "TF_ACC_TERRAFORM_PATH=", not: itself},
		{begins: "dlv debug", not: interactive},
		{begins: "export TF_REATTACH_PROVIDERS", not: interactive},
		{begins: "export SMSPARTNER_API_KEY=...", not: realServers},
	},
	"RELEASE.md": {
		{begins: "gpg --quick-generate-key", not: maintainers},
		{begins: "git switch main", not: maintainers},
		{begins: "unset TF_CLI_CONFIG_FILE", not: published},
	},
	"docs/index.md": {
		{begins: "export SMSPARTNER_API_KEY=..."},
	},
	"docs/guides/assert-delivery.md": {
		{begins: "export SMSPARTNER_API_KEY=...", in: "examples/assert-delivery", shows: `statut = "Delivered"`},
		{begins: "terraform test -filter=tests/delivery", shows: "1 passed, 0 failed"},
	},
	"docs/guides/get-started.md": {
		{begins: "git clone", in: "../reader"},
		{begins: "go run ./internal/simulator/cmd"},
		{begins: "export SMSPARTNER_API_KEY=0123", shows: `"message_id": 1112`},
		{begins: "export TF_CLI_CONFIG_FILE", shows: `statut = "Delivered"`},
		{begins: "terraform apply", fails: true, shows: "The alert did not reach the phone: 0 of 1 delivered, 1 not delivered:"},
		{begins: "export SMSPARTNER_API_KEY=...", not: realServers},
		{begins: "curl", not: realServers},
		{begins: "export MESSAGE_ID", not: realServers},
	},
	"docs/guides/in-ci.md": {
		{begins: "go run ./internal/simulator/cmd", in: "."},
		{begins: "make", shows: `tests="4" failures="0" errors="0" skipped="0"`},
		{begins: "export PHONE_NUMBERS", shows: `exit code 1
fail terraform_data.next The notice did not arrive: 1 of 2 delivered, 1 not delivered: +33600000090.`},
	},
	"docs/guides/mail.md": {
		{begins: "export MAILPARTNER_API_KEY=...", in: "examples/deployment-report", shows: "2 added"},
		{begins: "export SMSPARTNER_API_KEY=...", in: "examples/sms-then-mail", shows: "0 added"},
		{begins: "export TF_VAR_incident", in: "examples/send-then-mail", shows: "1 of 1 delivered"},
	},
	"docs/guides/spoken-alert.md": {
		{begins: "export SMSPARTNER_API_KEY=...", in: "examples/spoken-alert", shows: "0 added"},
		{begins: "export TF_VAR_incident", in: "examples/send-then-call", shows: "0 added"},
	},
	"docs/guides/try-it-offline.md": {
		{begins: "make demo", shows: "destroy, cancel"},
		{begins: "make"},
		{begins: "export SMSPARTNER_API_KEY=0123", shows: `"message_id": 1112`},
		{begins: "export TF_CLI_CONFIG_FILE", shows: `statut = "Delivered"`},
		{begins: "export VOICEPARTNER_BASE_URL", shows: "1 added"},
		{begins: "export MAILPARTNER_BASE_URL", shows: "1 added"},
	},
	"docs/guides/verification-results.md": {
		{begins: "go run ./examples/verification-receiver", not: "runs until it is stopped: see TestReceiver of the verification service"},
		{begins: "go run ./internal/simulator/cmd"},
		{begins: "curl -s", shows: `"success": true`},
	},
}

// Whoever copies the commands of a page, one block after the other, gets what the page says.
func TestPages_Commands(t *testing.T) {
	t.Parallel()
	w := &engine.Workspace{Engine: acctest.Engine(t)}
	acctest.Installable(t, w)
	walked := map[string]bool{}
	for _, page := range pages(t) {
		var blocks []markdown.Block
		for _, block := range markdown.Blocks(page.text) {
			if block.Language == "shell" {
				blocks = append(blocks, block)
			}
		}
		if len(blocks) == 0 || page.isFrench() {
			continue
		}
		walked[page.path] = true
		t.Run(page.path, func(t *testing.T) {
			t.Parallel()
			steps := walks[page.path]
			if len(blocks) != len(steps) {
				t.Fatalf("%d shell blocks, and %d are listed", len(blocks), len(steps))
			}
			walk(t, w, blocks, steps)
		})
	}
	for path := range walks {
		if !walked[path] {
			t.Errorf("%s has no shell blocks, and some are listed", path)
		}
	}
}

// isFrench reports whether the page is the twin of an English one, whose blocks it has, as
// the tests of internal/pages/twins prove.
func (p page) isFrench() bool {
	return p.path == "README.fr.md" || bytes.Contains(p.text, []byte("\nsubcategory: \"Français\"\n"))
}

// walk runs the blocks of a page.
func walk(t *testing.T, w *engine.Workspace, blocks []markdown.Block, steps []command) {
	t.Helper()
	var script strings.Builder
	for i, step := range steps {
		if !strings.HasPrefix(blocks[i].Text, step.begins) {
			t.Fatalf("block %d, of line %d, does not begin with %q:\n%s", i+1, blocks[i].Line, step.begins, blocks[i].Text)
		}
		if step.not != "" {
			continue
		}
		fmt.Fprintf(&script, "block %d\n", i)
		if step.in != "" {
			fmt.Fprintf(&script, "enter %s\n", step.in)
		}
		if step.fails {
			fmt.Fprintf(&script, "if ! (\n%s); then echo 'failed, as it should'; else exit 1; fi\n", blocks[i].Text)
			continue
		}
		script.WriteString(blocks[i].Text)
	}
	if script.Len() == 0 {
		return
	}
	printed := run(t, w, script.String())
	for i, step := range steps {
		if text, ran := printed[i]; ran != (step.not == "") || !strings.Contains(text, step.shows) {
			t.Errorf("block %d, of line %d, ran: %v. It does not print %q:\n%s", i+1, blocks[i].Line, ran, step.shows, text)
		}
	}
}

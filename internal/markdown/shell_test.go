package markdown_test

import (
	"bytes"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// preamble comes before the blocks of a page. A simulator that a block starts runs in the
// background, as in a terminal of its own, and has printed its addresses when the next
// block runs.
const preamble = `set -euo pipefail
block() { printf '\n@@ %s\n' "$1"; }
enter() { cd "$repository/$1"; }
simulator=
serve() {
  mkfifo "$repository/addresses"
  set -m
  "$@" >"$repository/addresses" &
  simulator=$!
  set +m
  exec 3<"$repository/addresses"
  while read -r line <&3; do
    case $line in MAILPARTNER_BASE_URL=*) break ;; esac
  done
}
trap '[ -z "$simulator" ] || kill -- "-$simulator"' EXIT
cd "$repository"
`

// cloning stands in for git: it copies the sources of the test.
const cloning = `#!/bin/sh
cp -R "$repository" "$(basename "$2")"
`

// serving is the command that starts the simulator.
var serving = regexp.MustCompile(`(?m)^go run ./internal/simulator/cmd`)

// port is that of an address on a page.
var port = regexp.MustCompile(`127\.0\.0\.1:(80\d\d)`)

// run runs blocks of shell commands in a copy of this repository, against a simulator, with
// the engine of a workspace. It returns what each printed.
func run(t *testing.T, w *engine.Workspace, script string) map[int]string {
	t.Helper()
	dir := t.TempDir()
	repository := filepath.Join(dir, "repository")
	acctest.CopyRepository(t, repository)
	programs := filepath.Join(dir, "bin")
	for _, folder := range []string{programs, filepath.Join(dir, "reader")} {
		if err := os.Mkdir(folder, 0o750); err != nil {
			t.Fatal(err)
		}
	}
	for name, path := range map[string]string{"terraform": w.Engine.Path, "jq": acctest.Program(t, "jq")} {
		if err := os.Symlink(path, filepath.Join(programs, name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(programs, "git"), []byte(cloning), 0o700); err != nil { //nolint:gosec // a program
		t.Fatal(err)
	}
	script = serving.ReplaceAllString(freePorts(t, script), "serve go run ./internal/simulator/cmd")
	script = strings.ReplaceAll(script, "=...", "="+simulator.DefaultAPIKey)

	cmd := exec.CommandContext(t.Context(), "bash", "-c", preamble+script) //nolint:gosec // the commands of a page
	cmd.Env = environment(t, "PATH="+programs+string(filepath.ListSeparator)+os.Getenv("PATH"), "repository="+repository,
		"TF_CLI_CONFIG_FILE="+w.CLIConfig)
	cmd.Stdin = approval{}
	var printed bytes.Buffer
	cmd.Stdout, cmd.Stderr = &printed, &printed
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v:\n%s", err, printed.String())
	}
	blocks := map[int]string{}
	for _, part := range strings.Split(printed.String(), "\n@@ ")[1:] {
		number, rest, _ := strings.Cut(part, "\n")
		var i int
		if _, err := fmt.Sscan(number, &i); err != nil {
			t.Fatalf("%q: %v", number, err)
		}
		blocks[i] = rest
	}
	return blocks
}

// environment is that of this process without what is meant for providers and engines,
// with the addresses of a simulator that knows the messages of the pages, and with more.
func environment(t *testing.T, more ...string) []string {
	t.Helper()
	var env []string
	for _, variable := range os.Environ() {
		if name, _, _ := strings.Cut(variable, "="); !engine.IsProviderVariable(name) && !strings.HasPrefix(name, "TF_") {
			env = append(env, variable)
		}
	}
	s, server := simulator.StartAll(t, simulator.Options{APIKey: simulator.DefaultAPIKey})
	s.AddMessage(simulator.Message{ID: "1234", Recipients: []simulator.Recipient{{Number: "+33600000001"}}})
	return append(append(env, "CHECKPOINT_DISABLE=1", "SMSPARTNER_BASE_URL="+server.URL,
		"VOICEPARTNER_BASE_URL="+server.VoiceURL, "MAILPARTNER_BASE_URL="+server.MailURL), more...)
}

// freePorts puts free ports in the place of those on a page.
func freePorts(t *testing.T, script string) string {
	t.Helper()
	free := map[string]string{}
	return port.ReplaceAllStringFunc(script, func(address string) string {
		if free[address] == "" {
			listener, err := net.Listen("tcp", "127.0.0.1:0") //nolint:noctx // closed at once
			if err != nil {
				t.Fatal(err)
			}
			free[address] = listener.Addr().String()
			if err := listener.Close(); err != nil {
				t.Fatal(err)
			}
		}
		return free[address]
	})
}

// approval answers yes, as often as an engine asks.
type approval struct{}

func (approval) Read(p []byte) (int, error) {
	const yes = "yes\n"
	n := 0
	for n+len(yes) <= len(p) {
		n += copy(p[n:], yes)
	}
	return n, nil
}

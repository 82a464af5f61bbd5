package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// asProgram has the test's own binary run the probe.
const asProgram = "PROBE_RUN_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	os.Exit(m.Run())
}

// program is the probe as a process of its own.
func (a *account) program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	c := exec.CommandContext(t.Context(), os.Args[0], append([]string{"-pace", "1ms"}, args...)...) //nolint:gosec // The test's own binary.
	c.Env = append(os.Environ(), asProgram+"=1")
	for name, value := range a.variables() {
		c.Env = append(c.Env, name+"="+value)
	}
	return c
}

// TestHangUp closes the terminal, and all that reads the probe's output, at a request.
func TestHangUp(t *testing.T) {
	t.Parallel()
	a := newAccount(t, simulator.Options{})
	reached, hungUp := make(chan struct{}), make(chan struct{})
	var once sync.Once
	a.behind(t, func(api http.Handler) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			api.ServeHTTP(w, r)
			if strings.HasSuffix(r.URL.Path, "/contact/add") {
				once.Do(func() { close(reached); <-hungUp })
			}
		}
	})
	c := a.program(t, everything...)
	var outputs []io.Closer
	for _, pipe := range []func() (io.ReadCloser, error){c.StdoutPipe, c.StderrPipe} {
		output, err := pipe()
		if err != nil {
			t.Fatal(err)
		}
		outputs = append(outputs, output)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	select {
	case <-reached:
	case err := <-ended:
		t.Fatalf("the program ends before its first contact, with %v", err)
	}
	for _, each := range outputs {
		_ = each.Close()
	}
	_ = c.Process.Signal(syscall.SIGHUP)
	close(hungUp)
	if err := <-ended; c.ProcessState.ExitCode() != exitInterrupted {
		t.Errorf("the program ends with %v", err)
	}
	a.expectClean(t)
}

// TestQuestionFails has a question with a mistake: the others are asked, and all is undone.
func TestQuestionFails(t *testing.T) {
	t.Parallel()
	a := newAccount(t, simulator.Options{})
	var stderr bytes.Buffer
	s, err := parse(everything, &stderr)
	if err != nil {
		t.Fatal(err)
	}
	p, err := newProbe(s, console{
		variable: func(name string) string { return a.variables()[name] }, stdout: io.Discard, stderr: &stderr, clock: a.clock,
	})
	if err != nil {
		t.Fatal(err)
	}
	defer p.close()
	p.usable["SMS Partner"] = true
	for _, q := range groupQuestions {
		(&asked{ctx: t.Context(), probe: p, question: q}).ask()
	}
	failing := &asked{ctx: t.Context(), probe: p, question: &question{ask: func(*asked) { panic("a mistake with " + ownNumber) }}}
	failing.ask()
	p.journal.intend("what fails", "nothing", func(context.Context) error { panic("another") })
	p.undoAll(t.Context())
	a.expectClean(t)
	failed := slices.ContainsFunc(failing.findings, func(f finding) bool { return strings.Contains(f.text, "The question failed") })
	if left := p.journal.left(); !failed || len(left) != 1 || left[0].what != "what fails" {
		t.Errorf("findings %v, and %d entries are left", failing.findings, len(left))
	}
}

// TestGroupWithoutNumber is the run without a number, where the servers list
// contacts in the new group.
func TestGroupWithoutNumber(t *testing.T) {
	t.Parallel()
	a := newAccount(t, simulator.Options{})
	a.behind(t, func(api http.Handler) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if strings.HasSuffix(r.URL.Path, "/contact/list") {
				answerJSON(w, `{"success":true,"code":200,"total":1,"datas":[{"contactId":"mine","phoneNumber":"+33611111111"}]}`)
				return
			}
			api.ServeHTTP(w, r)
		}
	})
	o := a.run(t.Context(), t, "-yes")
	if o.code != exitDone || strings.Contains(o.report, "The question failed") {
		t.Errorf("exit code %d:\n%s", o.code, o.report)
	}
	a.expectClean(t)
}

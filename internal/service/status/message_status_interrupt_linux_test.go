package status_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// Ctrl-C during a wait of minutes ends the run within a moment, wherever the
// wait is, and leaves no process behind.
func TestMessageStatus_Interrupt(t *testing.T) {
	t.Parallel()
	const moment = 10 * time.Second // of a machine that is busy; it takes a fraction of a second
	for name, script := range map[string][]simulator.Step{
		"between reads": nil,
		"during a read": {{Hang: true}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := newSent(t, "Waiting")
			a.Script("message-status", script...)
			w := a.Workspace(t, acctest.RequiredProviders+sent(`wait = { interval = "10s", timeout = "20s" }`))
			engine := w.Command(t.Context(), "plan", "-no-color")
			var printed bytes.Buffer
			engine.Stdout, engine.Stderr = &printed, &printed
			// As a shell does, so that a signal reaches the provider too.
			engine.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
			if err := engine.Start(); err != nil {
				t.Fatal(err)
			}
			group := engine.Process.Pid
			t.Cleanup(func() { _ = syscall.Kill(-group, syscall.SIGKILL) })

			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			if err := a.Await(ctx, 1); err != nil {
				t.Fatalf("no request came: %v", err)
			}
			if running := processes(t, group); !slices.Contains(running, "terraform-provi") {
				t.Fatalf("there is no provider in %q", running)
			}

			began := time.Now()
			if err := syscall.Kill(-group, syscall.SIGINT); err != nil {
				t.Fatal(err)
			}
			err := engine.Wait()
			took := time.Since(began)
			t.Logf("ended after %s: %v", took, err)
			if err == nil || took > moment {
				t.Errorf("ended after %s with %v", took, err)
			}
			acctest.WantError(t, printed.String(), "Interrupt received", unableToRead, withTest, "The wait was interrupted.")
			if left := processes(t, group); len(left) > 0 {
				t.Errorf("still running: %q", left)
			}
			a.WantRequests(t, 1)
		})
	}
}

// processes names those of a process group that have not ended, in the 15 bytes
// that Linux keeps of a name.
func processes(t *testing.T, group int) []string {
	t.Helper()
	stats, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil || len(stats) == 0 {
		t.Fatalf("no process is listed: %v", err)
	}
	var names []string
	for _, path := range stats {
		stat, err := os.ReadFile(path)
		if err != nil {
			continue // it ended meanwhile
		}
		// pid (name) state parent group ...
		before, after, _ := strings.Cut(string(stat), ") ")
		fields := strings.Fields(after)
		if fields[2] == strconv.Itoa(group) && fields[0] != "Z" {
			names = append(names, before[strings.Index(before, "(")+1:])
		}
	}
	return names
}

package status_test

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// Ctrl-C during a wait of minutes ends the run within a moment, whatever the
// engine and the wait are doing, and leaves no process behind.
func TestMessageStatus_Interrupt(t *testing.T) {
	t.Parallel()
	const moment = 10 * time.Second // on a machine that is busy; it takes a fraction of a second
	const waiting = `wait = { interval = "1m" }`
	deferred := acctest.Later("300") + `
data "smspartner_message_status" "test" {
  message_id   = terraform_data.later.output
  phone_number = "0600000001"
  ` + waiting + `
}
`
	for name, test := range map[string]struct {
		command []string
		config  string
		script  []simulator.Step
	}{
		"plan":                 {[]string{"plan"}, sent(waiting), nil},
		"plan, during a read":  {[]string{"plan"}, sent(waiting), []simulator.Step{{Hang: true}}},
		"apply while it plans": {[]string{"apply", "-auto-approve"}, sent(waiting), nil},
		"apply":                {[]string{"apply", "-auto-approve"}, deferred, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := newSent(t, "Waiting")
			a.Script("message-status", test.script...)
			w := a.Workspace(t, acctest.RequiredProviders+test.config)
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			run := w.Command(ctx, append(test.command, "-no-color")...)
			var printed bytes.Buffer
			run.Stdout, run.Stderr = &printed, &printed
			if err := run.Start(); err != nil {
				t.Fatal(err)
			}
			if err := a.Await(ctx, 1); err != nil {
				t.Fatalf("no request came: %v", err)
			}
			if running := processes(t, run.Process.Pid); !slices.Contains(running, "terraform-provi") {
				t.Errorf("there is no provider in %q", running)
			}

			began := time.Now()
			if err := engine.Interrupt(run); err != nil {
				t.Fatal(err)
			}
			err := run.Wait()
			took := time.Since(began)
			t.Logf("ended after %s", took)
			if err == nil || took > moment {
				t.Errorf("ended after %s with %v", took, err)
			}
			acctest.WantError(t, printed.String(), unableToRead, withTest, "The wait was interrupted.")
			if left := processes(t, run.Process.Pid); len(left) > 0 {
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
	proc := os.DirFS("/proc")
	stats, err := fs.Glob(proc, "[0-9]*/stat")
	if err != nil || len(stats) == 0 {
		t.Fatalf("no process is listed: %v", err)
	}
	var names []string
	for _, path := range stats {
		stat, err := fs.ReadFile(proc, path)
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

//go:build unix

package acctest_test

import (
	"context"
	"syscall"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// The signal that ends a job reaches the engine, also where only the script gets it: the wait ends,
// and the report says so.
func TestPipelines_Signal(t *testing.T) {
	t.Parallel()
	for name, signal := range map[string]syscall.Signal{"SIGINT": syscall.SIGINT, "SIGTERM": syscall.SIGTERM} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			j := newJob(t, "+33600000091", "TF_VAR_timeout=1h")
			j.run(t, "send", 0)
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			check, printed := j.script(ctx, "check")
			if err := check.Start(); err != nil {
				t.Fatal(err)
			}
			if err := j.account.Await(ctx, 1, "multi-status"); err != nil {
				t.Fatal(err)
			}
			if err := check.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			_ = check.Wait() // of the exit code, see below
			if ctx.Err() != nil {
				t.Fatal("the signal did not end the wait")
			}
			if code := check.ProcessState.ExitCode(); code != 2 {
				t.Errorf("ended with %d, want 2", code)
			}
			acctest.WantText(t, printed.String(), "The wait was interrupted.", "error: The plan has no verdict")
			j.wantReport(t, map[string]string{"plan": "error: The plan has no verdict: read what the engine says above."})
		})
	}
}

// A send that a signal cuts off may have left: the report says so, and no send follows.
func TestPipelines_SendSignal(t *testing.T) {
	t.Parallel()
	for name, signal := range map[string]syscall.Signal{"SIGINT": syscall.SIGINT, "SIGTERM": syscall.SIGTERM} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			j := newJob(t, "+33600000001")
			j.account.Script("send", simulator.Step{Process: true, Hang: true})
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			send, printed := j.script(ctx, "send")
			if err := send.Start(); err != nil {
				t.Fatal(err)
			}
			if err := j.account.Await(ctx, 1, "send"); err != nil {
				t.Fatal(err)
			}
			if err := send.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			defer time.AfterFunc(20*time.Second, cancel).Stop() // less than curl waits
			_ = send.Wait()                                     // of the exit code, see below
			if ctx.Err() != nil {
				t.Fatal("the signal did not end the send")
			}
			if code := send.ProcessState.ExitCode(); code != 2 {
				t.Errorf("ended with %d, want 2", code)
			}
			const says = "The send was interrupted: it may have left. Look in the dashboard before you send again."
			acctest.WantText(t, printed.String(), "error: "+says)
			j.wantNoKey(t, printed.String())
			j.wantReport(t, map[string]string{"send": "error: " + says})
			acctest.WantText(t, j.run(t, "send", 2), "error: Nobody knows whether the last send left.")
			j.account.WantRequests(t, 1)
		})
	}
}

package verification_test

import (
	"bufio"
	"context"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// receiver is the example that prints results, as a program that runs.
type receiver struct {
	// argument is the argument notify_url with its address.
	argument string
	lines    *bufio.Scanner
}

func startReceiver(t *testing.T) receiver {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	program := filepath.Join(t.TempDir(), "verification-receiver.exe")
	build := exec.CommandContext(ctx, "go", "build", "-o", program, "./examples/verification-receiver") //nolint:gosec // a folder of the test's own
	build.Dir = acctest.Root(t)
	// Without this, `go test` would take the result of a run before a change of the example.
	if _, err := os.Stat(filepath.Join(build.Dir, "examples", "verification-receiver", "main.go")); err != nil {
		t.Fatal(err)
	}
	if output, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	running := exec.CommandContext(ctx, program, "127.0.0.1:0", "s3cr3t&") //nolint:gosec // built above
	stdout, err := running.StdoutPipe()
	if err == nil {
		err = running.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cancel()
		_ = running.Wait()
	})
	r := receiver{lines: bufio.NewScanner(stdout)}
	r.argument = r.next(t)
	return r
}

// next returns the next line that the receiver prints.
func (r receiver) next(t *testing.T) string {
	t.Helper()
	if !r.lines.Scan() {
		t.Fatalf("the receiver has ended: %v", r.lines.Err())
	}
	return r.lines.Text()
}

// The receiver of the guide prints what comes of a verification, in either encoding, and
// nothing that comes without the token.
func TestReceiver(t *testing.T) {
	t.Parallel()
	r := startReceiver(t)
	cases, accounts := acctest.Cases{}, map[string]*acctest.Account{}
	for name, test := range map[string]struct {
		forms            sms.HLRForms
		first, notifyURL string
	}{
		"JSON":          {sms.HLRForms{}, "+33600000101", r.argument},
		"form":          {sms.HLRForms{HLRFormNotification: true, HLRErrorGroups: true}, "+33600000201", r.argument},
		"without token": {sms.HLRForms{}, "+33600000301", strings.Replace(r.argument, "s3cr3t", "guess", 1)},
	} {
		a := acctest.NewAccount(t, simulator.Options{Variant: simulator.Variant{HLRForms: test.forms}})
		all := numbers(test.first, strings.TrimSuffix(test.first, "01")+"90", strings.TrimSuffix(test.first, "01")+"93")
		cases[name] = acctest.Case{Account: a, Config: a.Provider() + verification(all, test.notifyURL), Requests: 1}
		accounts[name] = a
	}
	cases.Succeed(t, "apply")
	for name, a := range accounts {
		if err := a.AwaitWebhookCalls(t.Context(), 2); err != nil { // none of the number that ends in 93
			t.Fatal(err)
		}
		want := http.StatusOK
		if name == "without token" {
			want = http.StatusNotFound
		}
		for _, call := range a.WebhookCalls() {
			if call.Status != want || call.Err != nil {
				t.Errorf("%s: the receiver answered %d, %v", name, call.Status, call.Err)
			}
		}
	}
	got := []string{r.next(t), r.next(t), r.next(t), r.next(t)}
	slices.Sort(got)
	want := "+33600000101 NO_ERROR, +33600000190 EC_ABSENT_SUBSCRIBER, +33600000201 NO_ERROR, +33600000290 EC_ABSENT_SUBSCRIBER"
	if printed := strings.Join(got, ", "); printed != want {
		t.Errorf("it printed %s, want %s", printed, want)
	}
}

//go:build unix

package rental_test

import (
	"bytes"
	"context"
	"path/filepath"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// interrupted runs an apply that is interrupted, with its provider, when a request to a path
// has come. It returns what was printed.
func interrupted(t *testing.T, a *acctest.Account, path, config string) string {
	t.Helper()
	// The provider runs in a process of its own, as at a user's: an interrupt reaches it too.
	w := a.Workspace(t, acctest.RequiredProviders+a.Provider(`request_timeout = "5s"`)+config)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	run := w.Command(ctx, "apply", "-auto-approve", "-no-color")
	var printed bytes.Buffer
	run.Stdout, run.Stderr = &printed, &printed
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	reached := a.Await(ctx, 1, path)
	if err := engine.Interrupt(run); err != nil {
		t.Fatal(err)
	}
	t.Logf("ended with %v", run.Wait())
	if reached != nil {
		t.Fatalf("it was not reached: %v\n%s", reached, printed.String())
	}
	acctest.WantText(t, printed.String(), "Interrupt received.")
	return printed.String()
}

// Ctrl-C during a rental lets its answer come. Where that is lost, the error says so.
func TestContactRental_Interrupted(t *testing.T) {
	t.Parallel()
	answered := rents(t, sms.RentalForms{}, simulator.Step{Process: true, Delay: 2 * time.Second})
	acctest.WantText(t, interrupted(t, answered, "location/optin", renting()), contactRental+": Creation complete")
	wantOps(t, answered, 1, "rent")
	hung := rents(t, sms.RentalForms{}, simulator.Step{Process: true, Hang: true})
	acctest.WantText(t, interrupted(t, hung, "location/optin", renting()), lost("")[:2]...)
	wantOps(t, hung, 1, "rent")
}

// Ctrl-C during a download lets the file come to its end.
func TestDownloadRental_Interrupted(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	folder := t.TempDir()
	a := withRental(t, sms.RentalForms{}, simulator.Step{Process: true, Delay: 2 * time.Second})
	interrupted(t, a, "location/file/download", downloading(filepath.Join(folder, "numbers")))
	wantLeft(t, folder, map[string]string{"numbers": numbersFile})
	a.WantRequests(t, 1)
}

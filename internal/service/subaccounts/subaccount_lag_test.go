package subaccounts

import (
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/subaccount"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

func euros(amount int64) *big.Float { return new(big.Float).SetInt64(amount) }

// told is all that diagnostics say.
func told(diags diag.Diagnostics) string {
	var text strings.Builder
	for _, d := range diags {
		text.WriteString(d.Severity().String() + ": " + d.Summary() + "\n" + d.Detail() + "\n")
	}
	return text.String()
}

func wantTold(t *testing.T, got string, want ...string) {
	t.Helper()
	for _, text := range want {
		if !strings.Contains(got, text) {
			t.Errorf("%q is not in %q", text, got)
		}
	}
	if len(want) == 0 && got != "" {
		t.Errorf("it says %q", got)
	}
}

var lost = simulator.Step{Drop: simulator.DropBefore}

// A creation that the list does not settle is an error that says what to look for.
func TestCreate_Unknown(t *testing.T) {
	t.Parallel()
	onBoth(t, createUnknown)
}

func createUnknown(t *testing.T, k kind) {
	t.Helper()
	domain := strings.TrimPrefix(k.generated, "<digits>")
	const unknown = "Error: Unable to tell whether the sub-account was created\nThe creation got no clear answer, so it may have been carried out or not. "
	carriedOut := simulator.Step{Process: true, Drop: simulator.DropDuring}
	for name, test := range map[string]struct {
		creation subaccount.Creation
		forms    simulated.SubaccountForms
		create   simulator.Step
		list     []simulator.Step
		want     []string
	}{
		"not carried out": {
			creation: subaccount.Creation{Type: subaccount.Simple, Email: "new@example.com"}, create: lost,
			want: []string{
				unknown + k.product.Name + " was asked for 10s and does not list a sub-account new@example.com.\n\n", "the connection broke",
				"Look for a sub-account new@example.com in the dashboard, or with the data source " + k.subaccounts + ", and import it if it is there, before you apply again: applying again creates another one.",
			},
		},
		"made address, not carried out": {
			creation: subaccount.Creation{Type: subaccount.Simple}, create: lost,
			want: []string{unknown + k.product.Name + " was asked for 10s and does not list a new simple sub-account."},
		},
		"made address, another one too": {
			creation: subaccount.Creation{Type: subaccount.Simple}, create: carriedOut, list: []simulator.Step{{Body: `{"success": true, "data": []}`}},
			want: []string{
				unknown + k.product.Name + " lists 2 new sub-accounts, so that it can't be told which one this is: old@example.com, 7000002" + domain + ".",
				"Look for a new simple sub-account in the dashboard",
			},
		},
		"listed late": {
			creation: subaccount.Creation{Type: subaccount.Simple}, create: carriedOut, forms: simulated.SubaccountForms{SubaccountListDelay: 9 * time.Second},
			want: []string{"Warning: Unconfirmed creation of sub-account\n", k.product.Name + " lists a new sub-account, 7000002" + domain + "."},
		},
		"a list that can't be read": {
			creation: subaccount.Creation{Type: subaccount.Simple}, create: carriedOut, list: []simulator.Step{{Process: true}, {Body: "<html>", Repeat: true}},
			want: []string{unknown + "The search for it failed too: "},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, forms(test.forms), func(t *testing.T, world *bubble.World) {
				w := k.in(world)
				w.AddSubaccount(simulated.Subaccount{Email: "old@example.com"})
				w.Script("subaccount/create", test.create)
				w.Script("subaccount/list", test.list...)
				_, diags := k.create(t.Context(), w.client(3), test.creation)
				wantTold(t, told(diags), test.want...)
				if n := len(w.Requests("subaccount/create")); n != 1 {
					t.Errorf("%d requests create it, want 1", n)
				}
			})
		})
	}
}

// Two creations of one run whose answers are lost are told apart, though the vendor makes
// the addresses.
func TestCreate_InTurn(t *testing.T) {
	t.Parallel()
	onBoth(t, createInTurn)
}

func createInTurn(t *testing.T, k kind) {
	t.Helper()
	bubble.Run(t, simulator.Options{}, func(t *testing.T, world *bubble.World) {
		w := k.in(world)
		w.Script("subaccount/create", simulator.Step{Process: true, Drop: simulator.DropDuring, Repeat: true})
		client := w.client(0)
		tokens := make(chan string)
		for range 3 {
			go func() {
				c, diags := k.create(t.Context(), client, subaccount.Creation{Type: subaccount.Simple})
				if diags.HasError() {
					t.Error(told(diags))
				}
				tokens <- c.Token
			}()
		}
		made := map[string]bool{<-tokens: true, <-tokens: true, <-tokens: true}
		if len(made) != 3 || made[""] || len(w.Subaccounts()) != 3 {
			t.Errorf("made %v of %v", made, w.Subaccounts())
		}
	})
}

// The list may lag behind a creation. A sub-account that it does not have in time is kept.
func TestCreate_ListedLate(t *testing.T) {
	t.Parallel()
	onBoth(t, createListedLate)
}

func createListedLate(t *testing.T, k kind) {
	t.Helper()
	for lag, late := range map[time.Duration]bool{0: false, 9 * time.Second: false, time.Minute: true} {
		bubble.Run(t, forms(simulated.SubaccountForms{SubaccountListDelay: lag}), func(t *testing.T, w *bubble.World) {
			c, diags := k.create(t.Context(), k.in(w).client(0), subaccount.Creation{Type: subaccount.Simple, Email: "a@example.com"})
			if c.Token == "" || c.listed == late || (c.ID == nil) != late || diags.HasError() || len(diags) > 0 != late {
				t.Errorf("after a lag of %s: got %+v and %s", lag, c, told(diags))
			}
			if w.Elapsed() > wait.ListedTimeout+time.Second {
				t.Errorf("it took %s", w.Elapsed())
			}
		})
	}
}

// A deletion that the list does not settle is an error after which another one does the
// rest.
func TestRemove_Unknown(t *testing.T) {
	t.Parallel()
	const unknown = "Error: Unable to tell whether the sub-account was deleted\nThe deletion of a@example.com got no clear answer, so it may have been carried out or not. "
	for name, test := range map[string]struct {
		forms  simulated.SubaccountForms
		remove simulator.Step
		list   simulator.Step
		want   []string
	}{
		"carried out": {remove: simulator.Step{Process: true, Status: 502}, list: simulator.Step{Process: true}},
		"carried out, listed for a moment": {
			forms: simulated.SubaccountForms{SubaccountDeletionDelay: 9 * time.Second}, remove: simulator.Step{Process: true, Status: 502}, list: simulator.Step{Process: true},
		},
		"carried out, listed for long": {
			forms: simulated.SubaccountForms{SubaccountDeletionDelay: time.Hour}, remove: simulator.Step{Process: true, Status: 502}, list: simulator.Step{Process: true},
			want: []string{unknown + "SMS Partner still lists it after 10s, as it may for a time after a deletion too.\n\n", "HTTP 502", "Apply again: that a sub-account is gone already is no error."},
		},
		"queued, carried out":       {remove: simulator.DegradedStep(true), list: simulator.Step{Process: true}},
		"queued, not yet":           {remove: simulator.DegradedStep(false), list: simulator.Step{Process: true}, want: []string{unknown + "SMS Partner still lists it after 10s", `it reports success, but also says "Request queued for processing"`}},
		"not carried out":           {remove: lost, list: simulator.Step{Process: true}, want: []string{unknown + "SMS Partner still lists it after 10s"}},
		"a list that can't be read": {remove: lost, list: simulator.Step{Body: "<html>", Repeat: true}, want: []string{unknown + "The list of sub-accounts can't be read either: "}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, forms(test.forms), func(t *testing.T, w *bubble.World) {
				added := w.AddSubaccount(simulated.Subaccount{Email: "a@example.com"})
				w.Script("subaccount/remove", test.remove)
				w.Script("subaccount/list", test.list)
				client := sms.New(w.Config(3)).Subaccounts()
				wantTold(t, told(ofSMS.remove(t.Context(), client, added.Token, added.Email)), test.want...)
				if n := len(w.Requests("subaccount/remove")); n != 1 {
					t.Errorf("%d requests delete it, want 1", n)
				}
				wantTold(t, told(ofSMS.remove(t.Context(), client, added.Token, added.Email)))
				if len(w.Subaccounts()) > 0 {
					t.Error("it is there")
				}
			})
		})
	}
}

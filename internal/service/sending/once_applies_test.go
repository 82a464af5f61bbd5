package sending_test

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// What was sent is sent: a refresh, a second apply and a plan send nothing.
func TestOnce_Again(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	w := workspace(t, a, plain())
	want{1, 1, "accepted", nil}.check(t, a, w, apply(t, w))
	acctest.Succeed(t, w, "apply", "-refresh-only", "-auto-approve", "-no-color")
	want{1, 1, "accepted", []string{"0 added, 0 changed, 0 destroyed"}}.check(t, a, w, apply(t, w))
	wantPlan(t, w, false)
	a.WantRequests(t, 1)
}

// A send that nobody knows the outcome of is made again only by another apply,
// under a tag of its own.
func TestOnce_AgainAfterUnknown(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	w := workspace(t, a, plain())
	a.Script("send", simulator.Step{Drop: simulator.DropBefore})
	want{1, 0, "", lost("the connection broke")}.check(t, a, w, apply(t, w))
	want{2, 1, "accepted", nil}.check(t, a, w, apply(t, w))
	if first, second := tagOf(t, a, 0), tagOf(t, a, 1); first == second {
		t.Errorf("both sends have the tag %q", first)
	}
}

// Without its state the engine knows of no send, and proposes one: the plan is
// where a person can stop it.
func TestOnce_StateLost(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	w := workspace(t, a, plain())
	want{1, 1, "accepted", nil}.check(t, a, w, apply(t, w))
	if err := os.Remove(filepath.Join(w.Dir, "terraform.tfstate")); err != nil {
		t.Fatal(err)
	}
	wantPlan(t, w, true)
	wantSends(t, a, 1, 1)
}

// A saved plan that was applied is refused, since it changed the state.
func TestOnce_SavedPlanTwice(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	w := workspace(t, a, plain())
	acctest.Succeed(t, w, "plan", "-out=saved", "-no-color")
	wantSends(t, a, 0, 0)
	acctest.Succeed(t, w, "apply", "-no-color", "saved")
	acctest.Refuse(t, w, []string{"apply", "-no-color", "saved"}, "Error: Saved plan is stale")
	want{1, 1, "accepted", nil}.check(t, a, w, "")
}

// Where a send got no clear answer, the saved plan left the state as it was, so the
// engine takes it again: that is one more apply, which sends once more under a tag
// of its own. The state must hold something before, since an apply writes the first
// state whatever it did.
func TestOnce_SavedPlanTwiceAfterUnknown(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	w := workspace(t, a, plain("count = var.send ? 1 : 0")+later(`"here before"`)+"variable \"send\" {\n  default = true\n}\n")
	acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color", "-var=send=false")
	acctest.Succeed(t, w, "plan", "-out=saved", "-no-color")
	a.Script("send", simulator.Step{Drop: simulator.DropBefore})
	acctest.Refuse(t, w, []string{"apply", "-no-color", "saved"}, unknown[0])
	wantSends(t, a, 1, 0)
	acctest.Succeed(t, w, "apply", "-no-color", "saved")
	wantSends(t, a, 2, 1)
	if first, second := tagOf(t, a, 0), tagOf(t, a, 1); first == second {
		t.Errorf("both sends have the tag %q", first)
	}
	acctest.Refuse(t, w, []string{"apply", "-no-color", "saved"}, "Error: Saved plan is stale")
	wantSends(t, a, 2, 1)
}

// Two workspaces at once are two sends, each with an id and a tag of its own.
func TestOnce_TwoWorkspaces(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	late := simulator.Step{Process: true, Delay: time.Second}
	a.Script("send", late, late)
	workspaces := []*engine.Workspace{workspace(t, a, plain()), workspace(t, a, plain())}
	var runs sync.WaitGroup
	results := make([]engine.Result, len(workspaces))
	for i, w := range workspaces {
		runs.Go(func() { results[i], _ = w.Run(t.Context(), "apply", "-auto-approve", "-no-color") })
	}
	runs.Wait()
	wantSends(t, a, 2, 2)
	var kept []instance
	for i, w := range workspaces {
		acctest.WantText(t, results[i].Output, "Apply complete! Resources: 1 added")
		kept = append(kept, state(t, w)[smsAddress])
	}
	for _, name := range []string{"message_id", "tag"} {
		if one, other := kept[0].text(name), kept[1].text(name); one == other || one == "" {
			t.Errorf("%s is %q and %q", name, one, other)
		}
	}
}

// In one workspace the engine's lock on the state refuses the second apply.
func TestOnce_SameWorkspace(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	gate := newGate(t, a)
	w := workspace(t, a, plain())
	var run sync.WaitGroup
	var first engine.Result
	run.Go(func() { first, _ = w.Run(t.Context(), "apply", "-auto-approve", "-no-color") })
	gate.await(t)
	acctest.Refuse(t, w, []string{"apply", "-auto-approve", "-no-color"}, "Error acquiring the state lock")
	gate.open()
	run.Wait()
	want{1, 1, "accepted", []string{"Apply complete! Resources: 1 added"}}.check(t, a, w, first.Output)
}

// A tag that the configuration names may be that of other messages too: those
// prove nothing.
func TestOnce_OwnTag(t *testing.T) {
	t.Parallel()
	const old, number, other = 2 * time.Hour, "0600000001", "0600000002"
	g, wanted, accounts := acctest.NewGroup(t), map[string]want{}, map[string]*acctest.Account{}
	for name, test := range map[string]struct {
		tag string
		// before are the messages with the tag from before the send.
		to   string
		ago  time.Duration
		step simulator.Step
		want want
	}{
		"old message, not sent":           {"release42", number, old, simulator.Step{Drop: simulator.DropBefore}, want{1, 0, "", []string{unknown[0], `knows no message with its tag "release42"`}}},
		"old message, sent":               {"release42", number, old, simulator.Step{Drop: simulator.DropBefore, Process: true}, want{1, 1, "unconfirmed", []string{unconfirmed[0], `knows a message with its tag "release42"`}}},
		"new one to another, not sent":    {"release42", other, 0, simulator.Step{Drop: simulator.DropBefore}, want{1, 0, "", []string{unknown[0], `tag "release42"`}}},
		"tag that another send was given": {"tfabcdefghij234567", number, old, simulator.Step{Drop: simulator.DropBefore}, want{1, 0, "", []string{unknown[0], `tag "tfabcdefghij234567"`}}},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		a.AddMessage(simulator.Message{Tag: test.tag, Recipients: []simulator.Recipient{{Number: test.to, Date: time.Now().Add(-test.ago)}}})
		a.Script("send", test.step)
		g.Set(t, name, a.Provider()+plain(`tag = "`+test.tag+`"`))
		accounts[name], wanted[name] = a, test.want
	}
	g.Run(t, "apply")
	checkMembers(t, g, accounts, wanted)
}

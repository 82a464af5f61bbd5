package sending_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/plancheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

const smsAddress = "smspartner_sms.test"

// plain is a send of one SMS, with more arguments as HCL lines.
func plain(more ...string) string {
	return `
resource "smspartner_sms" "test" {
  phone_numbers = ["0600000001"]
  message       = "Deployed."
  ` + strings.Join(more, "\n  ") + `
}
`
}

// workspace is [acctest.Attached] for an account, with more arguments of the
// provider as HCL lines.
func workspace(t *testing.T, a *acctest.Account, config string, more ...string) *engine.Workspace {
	t.Helper()
	return acctest.Attached(t, a.Provider(more...)+config)
}

// instance is a resource in a state, with the attributes that have a value.
type instance map[string]any

func (i instance) text(name string) string {
	text, _ := i[name].(string)
	return text
}

// state reads the resources of a workspace's state by address.
func state(t *testing.T, w *engine.Workspace) map[string]instance {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(w.Dir, "terraform.tfstate")) //nolint:gosec // in a folder of the test's own
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Resources []struct {
			Type, Name string
			Instances  []struct {
				Status     string
				Attributes instance
			}
		}
	}
	if err := json.Unmarshal(content, &file); err != nil {
		t.Fatal(err)
	}
	found := map[string]instance{}
	for _, r := range file.Resources {
		for _, i := range r.Instances {
			if i.Status != "" {
				t.Errorf("%s.%s is %s", r.Type, r.Name, i.Status)
			}
			found[r.Type+"."+r.Name] = i.Attributes
		}
	}
	return found
}

// stateOf is state of a member of a group.
func stateOf(t *testing.T, g *acctest.Group, name string) map[string]instance {
	t.Helper()
	found := map[string]instance{}
	for _, r := range g.State(t)[name].Values.RootModule.Resources {
		if r.Tainted {
			t.Errorf("%s is tainted", r.Address)
		}
		found[r.Address] = r.AttributeValues
	}
	return found
}

// want is what a person can count on after an apply.
type want struct {
	// posts are the requests to send that reached the vendor, sent the messages
	// that it took from them.
	posts, sent int
	// outcome is that of the resource in the state, empty if there is none.
	outcome string
	// text are the words that the person reads.
	text []string
}

func (x want) check(t *testing.T, a *acctest.Account, w *engine.Workspace, printed string) {
	t.Helper()
	x.compare(t, a, state(t, w), printed)
}

// checkMember is check of a member of a group, in its last run.
func (x want) checkMember(t *testing.T, a *acctest.Account, g *acctest.Group, name string) {
	t.Helper()
	if x.text == nil && g.Said(name) != "" {
		t.Errorf("it says %s", g.Said(name))
	}
	x.compare(t, a, stateOf(t, g, name), g.Said(name))
}

func (x want) compare(t *testing.T, a *acctest.Account, resources map[string]instance, printed string) {
	t.Helper()
	acctest.WantText(t, printed, x.text...)
	wantSends(t, a, x.posts, x.sent)
	kept, there := resources[smsAddress]
	if kept.text("outcome") != x.outcome || there != (x.outcome != "") {
		t.Errorf("the state holds %v, want the outcome %q", kept, x.outcome)
	}
	sent := append(a.Sent(), simulator.SentMessage{})[0]
	if !there {
		return
	}
	if x.outcome == "unconfirmed" {
		sent.ID = ""
	}
	if kept.text("message_id") != sent.ID || kept.text("tag") != sent.Tag {
		t.Errorf("the state has message %q with the tag %q, want %q with %q", kept.text("message_id"), kept.text("tag"), sent.ID, sent.Tag)
	}
}

func wantSends(t *testing.T, a *acctest.Account, posts, sent int) {
	t.Helper()
	got := 0
	for _, request := range a.Requests("send", "bulk-send", "vn/send", "sondage/to/send", "rcs/send") {
		if request.Method == http.MethodPost {
			got++
		}
	}
	if got != posts {
		t.Errorf("%d requests to send, want %d", got, posts)
	}
	if got := len(a.Sent()); got != sent {
		t.Errorf("%d messages sent, want %d", got, sent)
	}
}

// apply runs an apply and returns what it printed.
func apply(t *testing.T, w *engine.Workspace) string {
	t.Helper()
	result, err := w.Run(t.Context(), "apply", "-auto-approve", "-no-color")
	if err != nil {
		t.Fatal(err)
	}
	if failed := strings.Contains(result.Output, "\nError: "); failed == result.OK() {
		t.Errorf("ended with %d:\n%s", result.ExitCode, result.Output)
	}
	return result.Output
}

// wantPlan plans: a state with the resource needs nothing, one without it a send.
func wantPlan(t *testing.T, w *engine.Workspace, create bool) {
	t.Helper()
	result, err := w.Run(t.Context(), "plan", "-detailed-exitcode", "-no-color")
	if err != nil {
		t.Fatal(err)
	}
	code, text := 0, "No changes."
	if create {
		code, text = 2, smsAddress+" will be created"
	}
	if result.ExitCode != code {
		t.Errorf("the plan ended with %d, want %d", result.ExitCode, code)
	}
	acctest.WantText(t, result.Output, text)
}

// checkMembers checks an apply of all members, after which what is in the state
// needs nothing and what is not is a send.
func checkMembers(t *testing.T, g *acctest.Group, accounts map[string]*acctest.Account, wanted map[string]want) {
	t.Helper()
	planned := map[string][]plancheck.PlanCheck{}
	g.Each(t, func(t *testing.T, name string) { wanted[name].checkMember(t, accounts[name], g, name) })
	for name, want := range wanted {
		action := plancheck.ResourceActionNoop
		if want.outcome == "" {
			action = plancheck.ResourceActionCreate
		}
		planned[name] = []plancheck.PlanCheck{plancheck.ExpectResourceAction(smsAddress, action)}
		accounts[name].Script("send")
	}
	g.Must(t, "plan")
	g.Planned(t, planned)
	g.Each(t, func(t *testing.T, name string) { wantSends(t, accounts[name], wanted[name].posts, wanted[name].sent) })
}

package contacts

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

func lag(d time.Duration) simulator.Options {
	return simulator.Options{Variant: simulator.Variant{GroupForms: simulated.GroupForms{GroupListDelay: d}}}
}

func add(ctx context.Context, t *testing.T, client *sms.Client) sms.Group {
	t.Helper()
	id, err := client.AddGroup(ctx, "Clients", func(string) bool { return false })
	if err != nil {
		t.Fatal(err)
	}
	return sms.Group{ID: id}
}

// The list may lag behind a creation; a group that it does not have in time is kept, with
// a warning.
func TestListedGroup(t *testing.T) {
	t.Parallel()
	for lags, late := range map[time.Duration]bool{0: false, 9 * time.Second: false, time.Minute: true} {
		bubble.Run(t, lag(lags), func(t *testing.T, w *bubble.World) {
			client := sms.New(w.Config(0))
			created, listed, diags := listedGroup(t.Context(), client, add(t.Context(), t, client))
			if created.ID == "" || listed == late || (created.CreatedAt == nil) != late || len(diags) > 0 != late || diags.HasError() {
				t.Errorf("after a lag of %s: got %+v and %v", lags, created, diags)
			}
			if late && !strings.Contains(diags[0].Detail(), "the next refresh looks again") {
				t.Errorf("the warning is %q", diags[0].Detail())
			}
			if w.Elapsed() > wait.ListedTimeout+time.Second {
				t.Errorf("it took %s", w.Elapsed())
			}
		})
	}
}

func TestTraceGroup(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		made  int // groups of the name, made after the creation began
		lag   time.Duration
		fails bool
		found bool
		saw   string
	}{
		"none":       {saw: "lists no new group of this name"},
		"one":        {made: 1, found: true, saw: "with the id G102"},
		"one, late":  {made: 1, lag: 9 * time.Second, found: true, saw: "with the id G102"},
		"two":        {made: 2, saw: "lists 2 new groups of this name"},
		"unreadable": {made: 1, fails: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, lag(test.lag), func(t *testing.T, w *bubble.World) {
				w.AddGroup(simulated.Group{Name: "Clients"})
				client := sms.New(w.Config(0))
				before, err := client.Groups(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				for range test.made {
					add(t.Context(), t, client)
				}
				if test.fails {
					w.Script("group/list", simulator.Step{Status: http.StatusBadGateway, Repeat: true})
				}
				trace, err := traceGroup(t.Context(), client, "Clients", "", func(id string) bool { _, known := groupByID(before, id); return known })
				if (err != nil) != test.fails || trace.Found != test.found || !strings.Contains(trace.Saw, test.saw) {
					t.Errorf("got %+v and %v", trace, err)
				}
				if test.found && trace.Value.ID != "G102" {
					t.Errorf("it found %+v", trace.Value)
				}
			})
		})
	}
}

// What came of a deletion is what the list says, whatever the answer was.
func TestDeleteGroup(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		lag    time.Duration
		script map[string]simulator.Step
		want   string // of the error; empty for none
	}{
		"deleted":                  {},
		"deleted, listed late":     {lag: 9 * time.Second},
		"deleted, but listed":      {lag: time.Hour, want: "but still lists it after 10s"},
		"lost, carried out":        {script: map[string]simulator.Step{"group/delete": {Process: true, Drop: simulator.DropDuring}}},
		"lost, not carried out":    {script: map[string]simulator.Step{"group/delete": {Drop: simulator.DropBefore}}, want: "the connection broke"},
		"queued by a gateway":      {script: map[string]simulator.Step{"group/delete": simulator.DegradedStep(false)}, want: "but still lists it after 10s"},
		"refused key":              {script: map[string]simulator.Step{"group/delete": {Body: `{"success":false,"code":10,"message":"Non"}`}}, want: "does not accept the API key"},
		"list can't be read":       {script: map[string]simulator.Step{"group/list": {Status: http.StatusBadGateway, Repeat: true}}, want: "the list of groups can't be read"},
		"unknown, though listed":   {script: map[string]simulator.Step{"group/delete": {Status: 404, Body: `{"success":false,"code":404}`}}, want: "lists the group, but answers that it does not know it"},
		"no such call anywhere":    {script: map[string]simulator.Step{"group/delete": {Status: 404, Repeat: true}, "groupe/delete": {Status: 405, Repeat: true}}, want: "HTTP 40"},
		"a 404 of another program": {script: map[string]simulator.Step{"POST /group/delete": {Status: 404, Body: `{"code":404,"message":"Not Found"}`}}, want: "HTTP 40"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, lag(test.lag), func(t *testing.T, w *bubble.World) {
				client := sms.New(w.Config(0))
				group := add(t.Context(), t, client)
				time.Sleep(test.lag)
				for path, step := range test.script {
					w.Script(path, step)
				}
				diags := deleteGroup(t.Context(), client, group.ID)
				told := ""
				for _, d := range diags {
					told += d.Summary() + "\n" + d.Detail()
				}
				if diags.HasError() != (test.want != "") || !strings.Contains(told, test.want) {
					t.Errorf("got %q, want %q", told, test.want)
				}
			})
		})
	}
}

// A creation whose answer is lost for good is an error that says what to look for.
func TestCreateGroup_Unknown(t *testing.T) {
	t.Parallel()
	bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
		w.Script("group/add", simulator.Step{Drop: simulator.DropBefore})
		_, outcome, diags := createGroup(t.Context(), sms.New(w.Config(3)), "Clients")
		if outcome != once.Unknown || len(w.Requests("group/add")) != 1 {
			t.Errorf("got %s after %d requests", outcome, len(w.Requests("group/add")))
		}
		want := []string{"Unable to tell whether the contact group was created", `Look for the group "Clients" in the dashboard`, "applying again creates another one"}
		for _, text := range want {
			if !contains(diags, text) {
				t.Errorf("%q is not in %v", text, diags)
			}
		}
	})
}

func contains(diags diag.Diagnostics, text string) bool {
	for _, d := range diags {
		if strings.Contains(d.Summary()+d.Detail(), text) {
			return true
		}
	}
	return false
}

package contacts

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// people are n contacts with a first name.
func people(n int, firstname string) map[string]detailsModel {
	want := make(map[string]detailsModel, n)
	for i := range n {
		want[fmt.Sprintf("+336%08d", i)] = detailsModel{Firstname: types.StringValue(firstname)}
	}
	return want
}

func always(string) bool { return true }

func withContacts(forms simulated.ContactForms) simulator.Options {
	return simulator.Options{Latency: 50 * time.Millisecond, Variant: simulator.Variant{ContactForms: forms}}
}

// bring reads the group G101 and changes it to what is wanted.
func bring(ctx context.Context, t *testing.T, client *sms.Client, want map[string]detailsModel) *work {
	t.Helper()
	book, err := readAddressBook(ctx, client, "G101", want)
	if err != nil {
		t.Fatal(err)
	}
	return book.change(ctx, want, always)
}

func (w *work) report() string {
	return fmt.Sprintf("%d of %d done, %d refused, %d open, total %d, error %v", len(w.done), w.planned, len(w.refused), len(w.open), w.total(), w.err)
}

// 10,000 contacts are added in 20 requests, at most 8 at once, and read in as many pages as
// the vendor gives.
func TestChange_Batches(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		forms             simulated.ContactForms
		adds, other, read int // requests
	}{
		// The total tells that the last page is the last one.
		"documented":               {simulated.ContactForms{ContactPageSize: 500}, 20, 0, 20},
		"another path":             {simulated.ContactForms{ContactPageSize: 500, ContactMultipleAdd: true, ContactBatchIDs: true}, 1, 20, 20},
		"total of the page":        {simulated.ContactForms{ContactPageSize: 500, ContactTotalOfPage: true}, 20, 0, 21},
		"the last page comes back": {simulated.ContactForms{ContactPageSize: 500, ContactTotalOfPage: true, ContactLastPageRepeats: true}, 20, 0, 21},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, withContacts(test.forms), func(t *testing.T, w *bubble.World) {
				client, want := sms.New(w.Config(0)), people(10_000, "x")
				if got := bring(t.Context(), t, client, want).report(); got != "10000 of 10000 done, 0 refused, 0 open, total 10000, error <nil>" {
					t.Error(got)
				}
				// An empty page, one batch that finds the path, and the others 8 at once.
				if rounds := w.Elapsed() / (50 * time.Millisecond); rounds < 5 || rounds > 6 {
					t.Errorf("it took %d rounds of requests", rounds)
				}
				before := len(w.Requests("contact/list"))
				if got := bring(t.Context(), t, client, want).report(); got != "0 of 0 done, 0 refused, 0 open, total 10000, error <nil>" {
					t.Error(got)
				}
				got := [3]int{len(w.Requests("contact/add")), len(w.Requests("contact/multiple/add")), len(w.Requests("contact/list")) - before}
				if want := [3]int{test.adds, test.other, test.read}; got != want {
					t.Errorf("%v requests add at both paths and read, want %v", got, want)
				}
			})
		})
	}
}

// A batch of four without a clear answer is settled by reading the group. What is left over is done
// by the next change, and nothing twice.
func TestChange_Lost(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		forms simulated.ContactForms
		third simulator.Step // the answer to the third batch
		done  int
		err   string // empty for none
	}{
		"dropped, carried out":     {third: simulator.Step{Process: true, Drop: simulator.DropDuring}, done: 2000},
		"dropped, listed late":     {forms: simulated.ContactForms{ContactListDelay: 5 * time.Second}, third: simulator.Step{Process: true, Drop: simulator.DropDuring}, done: 2000},
		"502, carried out":         {third: simulator.Step{Process: true, Status: http.StatusBadGateway, Body: "<html>"}, done: 2000},
		"a report without rows":    {third: simulator.Step{Process: true, Body: `{"rapport": {"nbline": 500}}`}, done: 2000},
		"rows without a verdict":   {third: simulator.Step{Process: true, Body: `{"results": [{"phoneNumber": "+33600001000"}]}`}, done: 2000},
		"dropped, not carried out": {third: simulator.Step{Drop: simulator.DropBefore}, done: 1500, err: "the connection broke"},
		"queued by a gateway":      {third: simulator.DegradedStep(false), done: 1500, err: `has no "results"`},
		"a 404 of another program": {third: simulator.Step{Status: http.StatusNotFound, Body: "<html>"}, done: -1, err: "HTTP 404"},
		"refused key":              {third: simulator.Step{Body: `{"success": false, "code": 10}`}, done: -1, err: "code 10"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test.forms.ContactPageSize = 500
			bubble.Run(t, withContacts(test.forms), func(t *testing.T, w *bubble.World) {
				client, want := sms.New(w.Config(0)), people(2000, "x")
				w.Script("contact/add", simulator.Step{Process: true}, simulator.Step{Process: true}, test.third)
				first := bring(t.Context(), t, client, want)
				if (first.err != nil) != (test.err != "") || first.err != nil && !strings.Contains(first.err.Error(), test.err) {
					t.Errorf("the error is %v, want %q", first.err, test.err)
				}
				if test.done >= 0 && len(first.done) != test.done {
					t.Error(first.report())
				}
				time.Sleep(test.forms.ContactListDelay)
				if second := bring(t.Context(), t, client, want); second.err != nil || len(second.refused) > 0 {
					t.Error(second.report())
				}
				if got := len(w.Contacts("G101")); got != 2000 {
					t.Errorf("the group has %d contacts", got)
				}
			})
		})
	}
}

// After an interrupt what is under way gets its answer, no further request leaves, and the
// next change does the rest.
func TestChange_Canceled(t *testing.T) {
	t.Parallel()
	bubble.Run(t, withContacts(simulated.ContactForms{ContactPageSize: 500}), func(t *testing.T, w *bubble.World) {
		client, want := sms.New(w.Config(0)), people(10_000, "x")
		ctx, cancel := context.WithTimeout(t.Context(), 130*time.Millisecond) // during the second round of batches
		defer cancel()
		first := bring(ctx, t, client, want)
		if first.err == nil || len(first.done) != 4500 || len(w.Requests("contact/add")) != 9 {
			t.Errorf("%s, after %d requests", first.report(), len(w.Requests("contact/add")))
		}
		if second := bring(t.Context(), t, client, want); second.err != nil || len(w.Contacts("G101")) != 10_000 {
			t.Errorf("%s, and the group has %d contacts", second.report(), len(w.Contacts("G101")))
		}
	})
}

// A number that came into the group meanwhile gets its details. Lost answers to changes and
// deletions are settled, too.
func TestChange_Meanwhile(t *testing.T) {
	t.Parallel()
	lost := simulator.Step{Process: true, Drop: simulator.DropDuring}
	for name, test := range map[string]struct {
		script  map[string]simulator.Step
		report  string
		updates int
	}{
		"all is answered": {nil, "3 of 3 done, 0 refused, 0 open, total 2, error <nil>", 2},
		"update lost":     {map[string]simulator.Step{"contact/update": lost}, "3 of 3 done, 0 refused, 0 open, total 2, error <nil>", 2},
		"delete lost":     {map[string]simulator.Step{"contact/delete": lost}, "3 of 3 done, 0 refused, 0 open, total 2, error <nil>", 2},
		"update queued":   {map[string]simulator.Step{"contact/update": simulator.DegradedStep(false)}, "2 of 3 done, 0 refused, 1 open, total 2", 2},
		"delete queued":   {map[string]simulator.Step{"contact/delete": simulator.DegradedStep(false)}, "2 of 3 done, 0 refused, 1 open, total 3", 2},
		"delete dropped":  {map[string]simulator.Step{"contact/delete": {Drop: simulator.DropBefore}}, "2 of 3 done, 0 refused, 1 open, total 3", 2},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, withContacts(simulated.ContactForms{}), func(t *testing.T, w *bubble.World) {
				client, want := sms.New(w.Config(0)), people(2, "new")
				w.AddContact(simulated.Contact{GroupID: "G101", Number: "+33600000000", Details: map[string]string{"firstname": "old"}})
				w.AddContact(simulated.Contact{GroupID: "G101", Number: "+33600000009"})
				book, err := readAddressBook(t.Context(), client, "G101", want)
				if err != nil {
					t.Fatal(err)
				}
				w.AddContact(simulated.Contact{GroupID: "G101", Number: "+33600000001", Details: map[string]string{"firstname": "old"}})
				for path, step := range test.script {
					w.Script(path, step)
				}
				got := book.change(t.Context(), want, always)
				if !strings.HasPrefix(got.report(), test.report) || len(w.Requests("contact/update")) != test.updates {
					t.Errorf("%s, after %d updates", got.report(), len(w.Requests("contact/update")))
				}
				for _, c := range w.Contacts("G101") {
					if _, wanted := want[c.Number]; wanted && !got.open[c.Number] && c.Details["firstname"] != "new" {
						t.Errorf("%s is still %s", c.Number, c.Details["firstname"])
					}
				}
			})
		})
	}
}

package stops

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

const number = "+33600000003"

func forms(f simulated.StopForms) simulator.Options {
	return simulator.Options{Variant: simulator.Variant{StopForms: f}}
}

func add(ctx context.Context, t *testing.T, client *sms.Client) sms.StopNumber {
	t.Helper()
	id, err := client.AddStop(ctx, number)
	if err != nil {
		t.Fatal(err)
	}
	asked := number
	return sms.StopNumber{ID: id, PhoneNumber: &asked}
}

func told(diags diag.Diagnostics) string {
	var all strings.Builder
	for _, d := range diags {
		all.WriteString(d.Summary() + "\n" + d.Detail() + "\n")
	}
	return all.String()
}

// The list may lag behind an addition; an entry that it does not have in time is kept, with
// a warning.
func TestListedStop(t *testing.T) {
	t.Parallel()
	for lags, late := range map[time.Duration]bool{0: false, 9 * time.Second: false, time.Minute: true} {
		bubble.Run(t, forms(simulated.StopForms{StopListDelay: lags, OtherStopIDs: true}), func(t *testing.T, w *bubble.World) {
			client := sms.New(w.Config(0))
			entry, listed, diags := listedStop(t.Context(), client, add(t.Context(), t, client))
			want := map[bool]string{false: "300", true: "1300"}[late]
			if entry.ID != want || listed == late || (entry.CreatedAt == nil) != late || len(diags) > 0 != late || diags.HasError() {
				t.Errorf("after a lag of %s: got %+v and %v", lags, entry, diags)
			}
			if w.Elapsed() > wait.ListedTimeout+time.Second {
				t.Errorf("it took %s", w.Elapsed())
			}
		})
	}
}

// What came of an addition is what the list says. An entry that was there before is not
// taken for the new one, and the addition is made once.
func TestAddStop(t *testing.T) {
	t.Parallel()
	before := simulator.Step{Body: `{"success": true, "code": 200, "nbData": 0, "data": []}`}
	lost := simulator.Step{Process: true, Drop: simulator.DropDuring}
	for name, test := range map[string]struct {
		lag     time.Duration
		old     bool // on the list before
		list    []simulator.Step
		add     simulator.Step
		outcome once.Outcome
		want    string
	}{
		"accepted":           {add: simulator.Step{Process: true}, outcome: once.Accepted},
		"lost":               {add: lost, outcome: once.Unconfirmed, want: "SMS Partner now lists +33600000003, with the id 300, and did not list it before."},
		"lost, listed late":  {add: lost, lag: 9 * time.Second, outcome: once.Unconfirmed, want: "unless the person answered STOP"},
		"lost, not made":     {add: simulator.Step{Drop: simulator.DropBefore}, outcome: once.Unknown, want: "SMS Partner was asked for 10s and does not list +33600000003."},
		"lost, never listed": {add: lost, lag: time.Hour, outcome: once.Unknown, want: "Look for +33600000003 on the STOP list, with the data source smspartner_stop_numbers, and import it if it is there, before you apply again: applying again adds it if it is not there."},
		"lost, unreadable":   {add: lost, list: []simulator.Step{before, {Status: http.StatusBadGateway, Repeat: true}}, outcome: once.Unknown, want: "The search for it failed too"},
		"refused":            {old: true, list: []simulator.Step{before}, add: simulator.Step{Process: true}, outcome: once.Refused, want: "on the STOP list already"},
		"lost, with a list that was masked": {
			old: true, list: []simulator.Step{{Body: `{"success": true, "code": 200, "nbData": 1, "data": [{"id": 300, "phoneNumber": "336****0003"}]}`}}, add: lost,
			outcome: once.Unknown, want: "Unable to tell whether the STOP number was added",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, forms(simulated.StopForms{StopListDelay: test.lag}), func(t *testing.T, w *bubble.World) {
				if test.old {
					w.AddStop(number)
				}
				w.Script("stop-sms/list", test.list...)
				w.Script("stop-sms/add", test.add)
				_, outcome, diags := addStop(t.Context(), sms.New(w.Config(3)), number)
				if outcome != test.outcome || !strings.Contains(told(diags), test.want) {
					t.Errorf("got %s and %s", outcome, told(diags))
				}
				if got := len(w.Requests("stop-sms/add")); got != 1 {
					t.Errorf("%d requests add it, want 1", got)
				}
			})
		})
	}
}

// What came of a removal is what the list says, whatever the answer was. It is asked for
// once.
func TestRemoveStop(t *testing.T) {
	t.Parallel()
	unreadable := simulator.Step{Status: http.StatusBadGateway, Repeat: true}
	for name, test := range map[string]struct {
		forms  simulated.StopForms
		script map[string]simulator.Step
		gone   bool // before
		want   string
		left   int
	}{
		"removed":               {},
		"removed, listed late":  {forms: simulated.StopForms{StopListDelay: 9 * time.Second}},
		"removed, but listed":   {forms: simulated.StopForms{StopListDelay: time.Hour}, want: "but still lists it after 10s"},
		"gone before":           {gone: true},
		"lost, carried out":     {script: map[string]simulator.Step{"stop-sms/delete": {Process: true, Drop: simulator.DropDuring}}},
		"lost, not carried out": {script: map[string]simulator.Step{"stop-sms/delete": {Drop: simulator.DropBefore}}, want: "the connection broke", left: 1},
		"queued by a gateway":   {script: map[string]simulator.Step{"stop-sms/delete": simulator.DegradedStep(false)}, want: "but still lists it after 10s", left: 1},
		"refused key":           {script: map[string]simulator.Step{"stop-sms/delete": {Body: `{"success":false,"code":10,"message":"Non"}`}}, want: "does not accept the API key", left: 1},
		"id missing":            {script: map[string]simulator.Step{"stop-sms/delete": {Body: `{"success":false,"code":3}`}}, want: "SMS Partner received no id of the entry.", left: 1},
		"list can't be read":    {script: map[string]simulator.Step{"stop-sms/list": unreadable}, want: "but the STOP list can't be read to see it"},
		"no such call":          {forms: simulated.StopForms{StopDeleteByAdd: true}, want: "HTTP 404", left: 1},
		"a 404 of another":      {script: map[string]simulator.Step{"stop-sms/delete": {Status: 404, Body: `{"code":404,"message":"Not Found"}`}}, want: "HTTP 404", left: 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, forms(test.forms), func(t *testing.T, w *bubble.World) {
				id := "300"
				if !test.gone {
					w.AddStop(number)
				}
				for path, step := range test.script {
					w.Script(path, step)
				}
				diags := removeStop(t.Context(), sms.New(w.Config(3)), managed{id: id, number: number, listed: true})
				if diags.HasError() != (test.want != "") || !strings.Contains(told(diags), test.want) {
					t.Errorf("got %q, want %q", told(diags), test.want)
				}
				if left, asked := len(w.StoppedNumbers()), len(w.Requests("stop-sms/delete")); left != test.left || asked != 1 {
					t.Errorf("%d entries are left after %d requests, want %d after 1", left, asked, test.left)
				}
			})
		})
	}
}

// Of an entry that was never listed, the number tells which one it is: an id that the list
// has of another number is not touched.
func TestRemoveStop_NeverListed(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		entry   simulated.Stop
		fails   bool
		want    string
		deleted string // the id asked for
	}{
		"listed by now":          {entry: simulated.Stop{ID: 19, Number: number}, deleted: "19"},
		"listed under its id":    {entry: simulated.Stop{ID: 300, Number: number}, deleted: "300"},
		"not listed":             {entry: simulated.Stop{ID: 19, Number: "+33600000009"}, deleted: "300"},
		"its id is of another":   {entry: simulated.Stop{ID: 300, Number: "+33600000009"}, want: "Nothing was removed. SMS Partner never listed +33600000003, and lists the id 300, which it gave for the number, as that of +33600000009."},
		"the list can't be read": {entry: simulated.Stop{ID: 300, Number: number}, fails: true, want: "HTTP 502"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
				w.PutStop(test.entry)
				if test.fails {
					w.Script("stop-sms/list", simulator.Step{Status: http.StatusBadGateway, Repeat: true})
				}
				diags := removeStop(t.Context(), sms.New(w.Config(0)), managed{id: "300", number: number})
				if diags.HasError() != (test.want != "") || !strings.Contains(told(diags), test.want) {
					t.Errorf("got %q, want %q", told(diags), test.want)
				}
				asked := ""
				for _, r := range w.Requests("stop-sms/delete") {
					asked += r.Query.Get("id")
				}
				if asked != test.deleted {
					t.Errorf("it asks to remove %q, want %q", asked, test.deleted)
				}
			})
		})
	}
}

func TestToImport(t *testing.T) {
	t.Parallel()
	entry := func(id, number string) sms.StopNumber { return sms.StopNumber{ID: id, PhoneNumber: &number} }
	list := []sms.StopNumber{entry("19", "+33600000003"), entry("33600000004", "+33600000005"), entry("21", "+33600000004"), entry("22", "+32470123456"), {ID: "23"}}
	for named, test := range map[string]struct{ region, want, refusal string }{
		"19":              {"FR", "19", ""},
		"23":              {"FR", "23", ""},
		"+33600000003":    {"FR", "19", ""},
		"06 00 00 00 03":  {"FR", "19", ""},
		"0470 12 34 56":   {"BE", "22", ""},
		"04 70 12 34 56":  {"FR", "", `The STOP list has no entry with the id, or of the number, "04 70 12 34 56".`},
		"+32 470 123456":  {"", "22", ""},
		"33600000004":     {"FR", "", `The STOP list has 2 entries with the id, or of the number, "33600000004".`},
		"+33600000004":    {"FR", "21", ""},
		"20":              {"FR", "", `no entry with the id, or of the number, "20"`},
		"anything at all": {"FR", "", "no entry with the id"},
	} {
		id, diags := toImport(list, named, test.region)
		if id != test.want || !strings.Contains(told(diags), test.refusal) || diags.HasError() != (test.refusal != "") {
			t.Errorf("%s in %s: got %q and %s", named, test.region, id, told(diags))
		}
	}
}

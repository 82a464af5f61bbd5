package stops

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// The list may lag behind an addition; an entry that it does not have in time is kept, with
// a warning.
func TestListedStop(t *testing.T) {
	t.Parallel()
	for lags, late := range map[time.Duration]bool{0: false, 9 * time.Second: false, time.Minute: true} {
		eachSide(t, forms{lag: lags, otherIDs: true}, func(t *testing.T, w *bubble.World, s side) {
			stops := s.open(w, 0)
			id, err := stops.calls.add(t.Context(), s.recipient)
			if err != nil {
				t.Fatal(err)
			}
			entry, listed, diags := stops.listed(t.Context(), entry{id: id, recipient: &s.recipient, isReadable: true})
			want := map[bool]string{false: "300", true: "1300"}[late]
			if entry.id != want || listed == late || (entry.createdAt == nil) != late || len(diags) > 0 != late || diags.HasError() {
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
			eachSide(t, forms{lag: test.lag}, func(t *testing.T, w *bubble.World, s side) {
				if test.old {
					s.put(w, 0, s.recipient)
				}
				s.script(w, "list", slices.Clone(test.list)...)
				s.script(w, "add", test.add)
				_, outcome, diags := s.open(w, 3).add(t.Context(), s.recipient)
				if outcome != test.outcome || !strings.Contains(told(diags), s.says.Replace(test.want)) {
					t.Errorf("got %s and %s", outcome, told(diags))
				}
				if got := len(s.requests(w, "add")); got != 1 {
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
		forms  forms
		script map[string]simulator.Step
		gone   bool // before
		want   string
		left   int
	}{
		"removed":               {},
		"removed, listed late":  {forms: forms{lag: 9 * time.Second}},
		"removed, but listed":   {forms: forms{lag: time.Hour}, want: "but still lists it after 10s"},
		"gone before":           {gone: true},
		"lost, carried out":     {script: map[string]simulator.Step{"delete": {Process: true, Drop: simulator.DropDuring}}},
		"lost, not carried out": {script: map[string]simulator.Step{"delete": {Drop: simulator.DropBefore}}, want: "the connection broke", left: 1},
		"queued by a gateway":   {script: map[string]simulator.Step{"delete": simulator.DegradedStep(false)}, want: "but still lists it after 10s", left: 1},
		"refused key":           {script: map[string]simulator.Step{"delete": {Body: `{"success":false,"code":10,"message":"Non"}`}}, want: "does not accept the API key", left: 1},
		"id missing":            {script: map[string]simulator.Step{"delete": {Body: `{"success":false,"code":3}`}}, want: "SMS Partner received no id of the entry.", left: 1},
		"list can't be read":    {script: map[string]simulator.Step{"list": unreadable}, want: "but the STOP list can't be read to see it"},
		"no such call":          {forms: forms{noCall: true}, want: "HTTP 404 (Not Found): the answer is HTML", left: 1},
		"a 404 of another":      {script: map[string]simulator.Step{"delete": {Status: 404, Body: `{"code":404,"message":"Not Found"}`}}, want: "HTTP 404", left: 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			eachSide(t, test.forms, func(t *testing.T, w *bubble.World, s side) {
				if !test.gone {
					s.put(w, 0, s.recipient)
				}
				for call, step := range test.script {
					s.script(w, call, step)
				}
				diags := s.open(w, 3).remove(t.Context(), managed{id: "300", recipient: s.recipient, listed: true})
				if want := s.says.Replace(test.want); diags.HasError() != (want != "") || !strings.Contains(told(diags), want) {
					t.Errorf("got %q, want %q", told(diags), want)
				}
				if left, asked := len(s.left(w)), len(s.requests(w, "delete")); left != test.left || asked != 1 {
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
		id      int
		of      string
		fails   bool
		want    string
		deleted string // the id asked for
	}{
		"listed by now":          {id: 19, of: "+33600000003", deleted: "19"},
		"listed under its id":    {id: 300, of: "+33600000003", deleted: "300"},
		"not listed":             {id: 19, of: "+33600000009", deleted: "300"},
		"its id is of another":   {id: 300, of: "+33600000009", want: "Nothing was removed. SMS Partner never listed +33600000003, and lists the id 300, which it gave for the number, as that of +33600000009."},
		"the list can't be read": {id: 300, of: "+33600000003", fails: true, want: "HTTP 502"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			eachSide(t, forms{}, func(t *testing.T, w *bubble.World, s side) {
				s.put(w, test.id, s.says.Replace(test.of))
				if test.fails {
					s.script(w, "list", simulator.Step{Status: http.StatusBadGateway, Repeat: true})
				}
				diags := s.open(w, 0).remove(t.Context(), managed{id: "300", recipient: s.recipient})
				if want := s.says.Replace(test.want); diags.HasError() != (want != "") || !strings.Contains(told(diags), want) {
					t.Errorf("got %q, want %q", told(diags), want)
				}
				asked := ""
				for _, r := range s.requests(w, "delete") {
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
	of := func(id, recipient string) entry { return entry{id: id, recipient: &recipient, isReadable: true} }
	list := []entry{of("19", "+33600000003"), of("33600000004", "+33600000005"), of("21", "+33600000004"), of("22", "+32470123456"), {id: "23"}}
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
		id, diags := stopNumbers().toImport(list, named, test.region)
		if id != test.want || !strings.Contains(told(diags), test.refusal) || diags.HasError() != (test.refusal != "") {
			t.Errorf("%s in %s: got %q and %s", named, test.region, id, told(diags))
		}
	}
}

func TestToImport_Addresses(t *testing.T) {
	t.Parallel()
	of := func(id, recipient string) entry { return entry{id: id, recipient: &recipient, isReadable: true} }
	list := []entry{of("19", "Ada@example.com"), of("20", "bob@example.com"), of("21", "Bob@example.com"), {id: "22"}}
	for named, test := range map[string]struct{ want, refusal string }{
		"19":              {"19", ""},
		"22":              {"22", ""},
		"Ada@example.com": {"19", ""},
		"ada@EXAMPLE.com": {"19", ""},
		"bob@example.com": {"", "The unsubscribe list has 2 entries with the id, or of the address, \"bob@example.com\".\n\nImport one of them by its id, which the data source smspartner_mail_unsubscribes lists."},
		"eve@example.com": {"", "The unsubscribe list has no entry with the id, or of the address, \"eve@example.com\".\n\n" +
			"Write the id of an entry, which the data source smspartner_mail_unsubscribes lists, or an address such as name@example.com."},
		"23":              {"", "no entry with the id"},
		"anything at all": {"", "no entry with the id"},
	} {
		id, diags := unsubscribes().toImport(list, named, "FR")
		if id != test.want || !strings.Contains(told(diags), test.refusal) || diags.HasError() != (test.refusal != "") {
			t.Errorf("%s: got %q and %s", named, id, told(diags))
		}
	}
}

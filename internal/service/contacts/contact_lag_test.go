package contacts

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

const number = "+33600000001"

var named = sms.ContactDetails{Firstname: "Ada"}

// told writes diagnostics as a terminal does.
func told(diags diag.Diagnostics) string {
	var lines []string
	for _, d := range diags {
		lines = append(lines, strings.ToUpper(d.Severity().String())+": "+d.Summary()+"\n"+d.Detail())
	}
	return strings.Join(lines, "\n")
}

func wantTold(t *testing.T, diags diag.Diagnostics, want string) {
	t.Helper()
	if got := told(diags); !strings.Contains(got, want) || (got == "") != (want == "") {
		t.Errorf("got %q, want %q", got, want)
	}
}

// contactWorld runs a test in a world with these forms, in which some calls are answered by
// scripts from when it says so.
func contactWorld(t *testing.T, forms simulated.ContactForms, script map[string]simulator.Step, test func(t *testing.T, w *bubble.World, client *sms.Client, fails func())) {
	t.Helper()
	bubble.Run(t, simulator.Options{Variant: simulator.Variant{ContactForms: forms}}, func(t *testing.T, w *bubble.World) {
		test(t, w, sms.New(w.Config(0)), func() {
			for path, step := range script {
				w.Script(path, step)
			}
		})
		if w.Elapsed() > wait.ListedTimeout+time.Second {
			t.Errorf("it took %s", w.Elapsed())
		}
	})
}

// is answers the call that tells a contact.
func is(contact string) map[string]simulator.Step {
	return map[string]simulator.Step{"contact/detail": {Body: `{"success": true, "code": 200, "contact": {` + contact + `}}`, Repeat: true}}
}

var unavailable = simulator.Step{Status: http.StatusBadGateway, Repeat: true}

// The call that tells a contact may lag behind its creation; a contact that the call does
// not know in time is kept, with a warning.
func TestCreatedContact(t *testing.T) {
	t.Parallel()
	const unknown = "WARNING: Contact is not listed yet\nThe contact C1001 is created, but its other values are not known yet. "
	for name, test := range map[string]struct {
		delay  time.Duration
		script map[string]simulator.Step
		listed bool
		want   string
	}{
		"at once":              {listed: true},
		"after 9 s":            {delay: 9 * time.Second, listed: true},
		"never":                {delay: time.Hour, want: unknown + "SMS Partner has not known it within 10s."},
		"can't be read":        {script: map[string]simulator.Step{"contact/detail": unavailable}, want: "answered HTTP 502"},
		"read is refused":      {script: map[string]simulator.Step{"contact/detail": {Body: `{"success": false, "code": 10}`}}, want: "does not accept the API key"},
		"about another":        {script: is(`"contactId": "C7"`), want: unknown},
		"unreadable":           {script: is(`"firstname": "Ada", "createdAt": "soon"`), listed: true, want: "WARNING: Incomplete contact"},
		"another value stored": {script: is(`"firstname": "Grace", "custom1": "x"`), listed: true, want: "WARNING: Contact differs from its configuration\nSMS Partner has stored another value than it was given of: firstname, custom1."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			contactWorld(t, simulated.ContactForms{ContactDetailDelay: test.delay}, test.script, func(t *testing.T, _ *bubble.World, client *sms.Client, fails func()) {
				id, diags := createContact(t.Context(), client, "G101", number, named)
				wantTold(t, diags, "")
				fails()
				found, listed, diags := createdContact(t.Context(), client, id, named)
				if found.ID != "C1001" || listed != test.listed || diags.HasError() {
					t.Errorf("got %+v, %t and %v", found, listed, diags)
				}
				wantTold(t, diags, test.want)
			})
		})
	}
}

// A creation without a clear answer is settled by the list: the group has the number with
// these details, with others, or not at all. It is made once in any case.
func TestCreateContact_Lost(t *testing.T) {
	t.Parallel()
	made, missed := simulator.Step{Process: true, Drop: simulator.DropDuring}, simulator.Step{Drop: simulator.DropBefore}
	for name, test := range map[string]struct {
		before string // the first name of a contact that is there
		lag    time.Duration
		script map[string]simulator.Step
		id     string
		want   string
	}{
		"carried out":              {script: map[string]simulator.Step{"contact/add": made}, id: "C1001", want: "WARNING: "},
		"carried out, listed late": {lag: 9 * time.Second, script: map[string]simulator.Step{"contact/add": made}, id: "C1001", want: "WARNING: "},
		"carried out, not listed":  {lag: time.Hour, script: map[string]simulator.Step{"contact/add": made}, want: "SMS Partner was asked for 10s and lists no contact with this number in the group."},
		"not carried out":          {script: map[string]simulator.Step{"contact/add": missed}, want: "Look for the number +33600000001 in the group G101"},
		"an older one":             {before: "Grace", script: map[string]simulator.Step{"contact/add": missed}, want: "C1001, but it differs in: firstname. It seems to be older."},
		"a list without an end":    {script: map[string]simulator.Step{"contact/add": made, "contact/list": unavailable}, want: "ERROR: Unable to tell whether the contact was created"},
		"a list that is not whole": {script: map[string]simulator.Step{"contact/add": made, "contact/list": {Body: `{"success": true, "total": "2", "datas": []}`, Repeat: true}}, want: "the list ends after 0 of 2 contacts"},
		"queued by a gateway":      {script: map[string]simulator.Step{"contact/add": simulator.DegradedStep(false)}, want: "ERROR: Unable to tell whether the contact was created"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			contactWorld(t, simulated.ContactForms{ContactListDelay: test.lag}, test.script, func(t *testing.T, w *bubble.World, client *sms.Client, fails func()) {
				if test.before != "" {
					w.AddContact(simulated.Contact{GroupID: "G101", Number: number, Details: map[string]string{"firstname": test.before}})
				}
				fails()
				id, diags := createContact(t.Context(), client, "G101", number, named)
				if id != test.id || diags.HasError() != (test.id == "") || len(w.Requests("contact/add")) != 1 {
					t.Errorf("got %q and %v after %d requests", id, diags, len(w.Requests("contact/add")))
				}
				wantTold(t, diags, test.want)
			})
		})
	}
}

// What came of a change is what the vendor has afterwards, whatever the answer was.
func TestUpdateContact(t *testing.T) {
	t.Parallel()
	made := simulator.Step{Process: true, Drop: simulator.DropDuring}
	for name, test := range map[string]struct {
		forms  simulated.ContactForms
		script map[string]simulator.Step
		kept   bool // the vendor's values are returned
		want   string
	}{
		"changed":                {kept: true},
		"lost, carried out":      {script: map[string]simulator.Step{"contact/update": made}, kept: true},
		"queued, not yet":        {script: map[string]simulator.Step{"contact/update": simulator.DegradedStep(false)}, kept: true, want: "SMS Partner still has other values of: firstname, custom1."},
		"lost, not carried out":  {script: map[string]simulator.Step{"contact/update": {Drop: simulator.DropBefore}}, kept: true, want: "SMS Partner still has other values of: firstname, custom1."},
		"empty texts are kept":   {forms: simulated.ContactForms{ContactEmptyKept: true}, kept: true, want: "but still has other values after 10s of: custom1."},
		"refused":                {script: map[string]simulator.Step{"contact/update": {Body: `{"success": false, "code": 2}`}}, want: "SMS Partner received no contact."},
		"unknown":                {script: map[string]simulator.Step{"contact/update": {Body: `{"success": false, "code": 404}`}}, want: "SMS Partner does not know the contact."},
		"can't be read":          {script: map[string]simulator.Step{"contact/detail": unavailable}, want: "The change was sent, but the contact can't be read to see whether SMS Partner made it."},
		"a 404 of a framework":   {script: map[string]simulator.Step{"contact/update": {Status: 404, Body: `{"code": 404, "message": "Not Found"}`}}, want: "answered HTTP 404"},
		"unreadable":             {script: is(`"firstname": "Ada", "stopSms": "oui"`), kept: true, want: "WARNING: Incomplete contact"},
		"about another, changed": {script: map[string]simulator.Step{"contact/update": {Process: true, Body: `{"success": true, "contact": {"contactId": "C7"}}`}}, kept: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			contactWorld(t, test.forms, test.script, func(t *testing.T, w *bubble.World, client *sms.Client, fails func()) {
				id := w.AddContact(simulated.Contact{GroupID: "G101", Number: number, Details: map[string]string{"firstname": "Grace", "custom1": "x"}})
				fails()
				found, diags := updateContact(t.Context(), client, id, number, named)
				if (found.ID != "") != test.kept || len(w.Requests("contact/update")) != 1 {
					t.Errorf("got %+v after %d requests", found, len(w.Requests("contact/update")))
				}
				wantTold(t, diags, test.want)
			})
		})
	}
}

// What came of a deletion without a clear answer is what the vendor knows afterwards.
func TestDeleteContact(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		script map[string]simulator.Step
		want   string // of the error; empty for none
	}{
		"deleted":               {},
		"unknown":               {script: map[string]simulator.Step{"contact/delete": {Body: `{"success": false, "code": 404}`}}},
		"lost, carried out":     {script: map[string]simulator.Step{"contact/delete": {Process: true, Drop: simulator.DropDuring}}},
		"queued, carried out":   {script: map[string]simulator.Step{"contact/delete": simulator.DegradedStep(true)}},
		"queued, not yet":       {script: map[string]simulator.Step{"contact/delete": simulator.DegradedStep(false)}, want: `it reports success, but also says "Request queued for processing"`},
		"lost, not carried out": {script: map[string]simulator.Step{"contact/delete": {Drop: simulator.DropBefore}}, want: "the connection broke"},
		"lost, can't be read":   {script: map[string]simulator.Step{"contact/delete": {Process: true, Drop: simulator.DropDuring}, "contact/detail": unavailable}, want: "the connection broke"},
		"refused":               {script: map[string]simulator.Step{"contact/delete": {Body: `{"success": false, "code": 1}`}}, want: "SMS Partner received no group id, or no contact id."},
		"a 404 of a framework":  {script: map[string]simulator.Step{"contact/delete": {Status: 404, Body: `{"code": 404, "message": "Not Found"}`}}, want: "answered HTTP 404"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			contactWorld(t, simulated.ContactForms{}, test.script, func(t *testing.T, w *bubble.World, client *sms.Client, fails func()) {
				id := w.AddContact(simulated.Contact{GroupID: "G101", Number: number})
				fails()
				wantTold(t, deleteContact(t.Context(), client, id), test.want)
				if len(w.Requests("contact/delete")) != 1 {
					t.Errorf("%d requests", len(w.Requests("contact/delete")))
				}
			})
		})
	}
}

package rental_test

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// importing is the block that imports a rental by an id.
func importing(id string) string {
	return fmt.Sprintf("\nimport {\n  to = %s\n  id = %q\n}\n", contactRental, id)
}

// seen says what the state has of the rental.
const seen = `
output "seen" {
  value = jsonencode([for name in ["outcome", "quantity", "total", "cost_unity"] : smspartner_contact_rental.test[name]])
}
`

// wantOneRead asserts that the rental was read once, and that there was no other request.
func wantOneRead(t *testing.T, a *acctest.Account) {
	t.Helper()
	if n := len(a.Requests("location/status")); n != 1 {
		t.Errorf("%d reads, want 1", n)
	}
	a.WantRequests(t, 1)
}

// quotesID is where an engine says which id the user wrote.
var quotesID = regexp.MustCompile(`(?m)^.*(Import.* \[id=|Preparing import\.\.\. \[id=|Importing from ID "|\(imported from ")` + secret + `.*$`)

// wantNoToken asserts that the token is in nothing else that an engine printed.
func wantNoToken(t *testing.T, printed string) {
	t.Helper()
	if rest := quotesID.ReplaceAllString(printed, ""); strings.Contains(rest, secret) {
		t.Errorf("the token shows in %s", rest)
	}
}

func configure(t *testing.T, w *engine.Workspace, config string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(w.Dir, "main.tf"), []byte(acctest.RequiredProviders+config), 0o600); err != nil {
		t.Fatal(err)
	}
}

// An import reads the rental once. The configuration is taken over then, whatever it has, and
// nothing is rented before a later change of it.
func TestContactRental_Import(t *testing.T) {
	t.Parallel()
	whole := []string{"category = 102", `departments = ["75"]`, "sub_interest = 35", "max_total = 0.01", `triggers = { month = "2026-03" }`}
	for name, test := range map[string]struct{ config, block, planned, applied string }{
		"block": {
			renting(whole...), importing(secret),
			"Plan: 1 to import, 0 to add, 1 to change, 0 to destroy.", "Resources: 1 imported, 0 added, 1 changed, 0 destroyed.",
		},
		"command": {
			renting(whole...), "",
			"Plan: 0 to add, 1 to change, 0 to destroy.", "Resources: 0 added, 1 changed, 0 destroyed.",
		},
		"values known late": {
			strings.NewReplacer(`"60200" = 20`, `"60200" = terraform_data.late.output`, "= 14", "= terraform_data.late.output").
				Replace(renting(whole...)) + "resource \"terraform_data\" \"late\" {\n  input = 20\n}\n",
			importing(secret),
			"Plan: 1 to import, 1 to add, 1 to change, 0 to destroy.", "Resources: 1 imported, 1 added, 1 changed, 0 destroyed.",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := rented(t, sms.RentalForms{})
			w := acctest.Attached(t, a.Provider()+test.config+test.block+seen)
			if test.block == "" {
				wantNoToken(t, acctest.Succeed(t, w, "import", "-no-color", contactRental, secret))
				wantOneRead(t, a)
			}
			plan := acctest.Succeed(t, w, "plan", "-no-color", "-out=plan")
			acctest.WantText(t, plan, contactRental+" will be updated in-place", test.planned)
			wantNoToken(t, plan)
			wantOneRead(t, a)
			applied := acctest.Succeed(t, w, "apply", "-no-color", "plan")
			acctest.WantText(t, applied, test.applied, `seen = "[\"accepted\",30,2.7,0.09]"`)
			wantNoToken(t, applied)
			acctest.WantText(t, acctest.Succeed(t, w, "plan", "-no-color"), "No changes.")
			wantOneRead(t, a)

			configure(t, w, a.Provider()+strings.Replace(test.config, `{ "60200" = `, `{ "60200" = 1 + `, 1)+seen)
			acctest.WantText(t, acctest.Succeed(t, w, "plan", "-no-color"), contactRental+" must be replaced", "forces replacement", "1 to add, 0 to change, 1 to destroy.")
			configure(t, w, a.Provider())
			acctest.WantText(t, acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color"), " destroyed.")
			wantOneRead(t, a)
			wantOps(t, a, 1)
		})
	}
}

// An import of a token that the vendor does not know, or that can't be asked for, leaves
// nothing in the state, and quotes no token.
func TestContactRental_ImportFails(t *testing.T) {
	t.Parallel()
	const unread, unimported = "Error: Unable to read contact rental", "Error: Unable to import contact rental"
	gone := []string{"Error: Cannot import non-existent remote object"}
	for name, test := range map[string]struct {
		id       string
		step     simulator.Step
		requests int
		want     []string
	}{
		"unknown":            {strings.Repeat("0", 40), simulator.Step{Process: true}, 1, gone},
		"unknown, HTTP 404":  {secret, simulator.Step{Status: http.StatusNotFound, Body: `{"success": false, "code": "32", "message": "Rental not found"}`}, 1, gone},
		"a page":             {secret, simulator.Step{Body: "<html>"}, 1, []string{unread}},
		"a page, HTTP 404":   {secret, simulator.Step{Status: http.StatusNotFound, Body: "<html>"}, 1, []string{unread, "HTTP 404"}},
		"no such path":       {secret, simulator.Step{Status: http.StatusNotFound, Body: `{"code": 404, "message": "Not Found"}`}, 1, []string{unread, "HTTP 404"}},
		"HTTP 503":           {secret, simulator.Step{Status: http.StatusServiceUnavailable}, 1, []string{unread, "HTTP 503"}},
		"dropped":            {secret, simulator.Step{Drop: simulator.DropBefore}, 1, []string{unread, "the connection broke"}},
		"a contradiction":    {secret, simulator.Step{Body: `{"success": true, "status": 2, "code": 32}`}, 1, []string{unread, "gave no usable answer"}},
		"success alone":      {secret, simulator.Step{Body: `{"success": true}`}, 1, []string{unread, "it has no status"}},
		"another rental":     {secret, simulator.Step{Body: `{"success": true, "status": 2, "token": "another"}`}, 1, []string{unread, "it is about another rental"}},
		"a token is missing": {secret, acctest.Refusal(31, "Non"), 1, []string{unread, "SMS Partner received no token."}},
		"a wrong key":        {secret, acctest.Refusal(10, "Non"), 1, []string{unread, "does not accept the API key"}},
		"an empty id":        {"", simulator.Step{Process: true}, 0, []string{unimported, "The id is empty: write the token of the rental to import."}},
		"a blank id":         {" ", simulator.Step{Process: true}, 0, []string{unimported, "The id is empty: write the token of the rental to import."}},
		"a blank":            {secret + " ", simulator.Step{Process: true}, 0, []string{unimported, "The token contains a blank or an invisible character, which no token has: remove it"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := rented(t, sms.RentalForms{})
			a.Script("location/status", test.step)
			w := acctest.Attached(t, a.Provider("max_retries = 0")+renting())
			result, err := w.Run(t.Context(), "import", "-no-color", contactRental, test.id)
			if err != nil || result.OK() {
				t.Errorf("it succeeded: %v", err)
			}
			acctest.WantError(t, result.Output, test.want...)
			// The engine itself shows what it imports.
			if _, said, _ := strings.Cut(result.Output, "Error: "); strings.Contains(said, secret) {
				t.Errorf("the token shows in %s", said)
			}
			a.WantRequests(t, test.requests)
			configure(t, w, a.Provider())
			acctest.WantText(t, acctest.Succeed(t, w, "plan", "-no-color"), "No changes.")

			if test.id == "" { // OpenTofu leaves a block out whose id is empty, and asks for no import
				return
			}
			// Nor does a block rent in place of what it can't import.
			a.Script("location/status", test.step)
			configure(t, w, a.Provider("max_retries = 0")+renting()+importing(test.id))
			acctest.Refuse(t, w, []string{"apply", "-auto-approve", "-no-color"})
			a.WantRequests(t, 2*test.requests)
			wantOps(t, a, 1)
		})
	}
}

// What the vendor does not say of a rental is null, and stays so: it is not asked again.
func TestContactRental_ImportWithoutCost(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		body string
		want []string
	}{
		"no cost":     {`{"success": true, "status": 5, "location": {"sexe": "femme"}}`, []string{`seen = "[\"accepted\",null,null,null]"`}},
		"no location": {`{"success": true, "status": "Etape 2"}`, []string{`seen = "[\"accepted\",null,null,null]"`}},
		"no number": {
			`{"success": true, "status": 2, "location": {"cost": {"quantity": "10", "total": "free"}}}`,
			[]string{"Warning: Incomplete contact rental", `"location.cost.total" holds`, `seen = "[\"accepted\",10,null,null]"`},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := rented(t, sms.RentalForms{})
			a.Script("location/status", simulator.Step{Body: test.body})
			w := acctest.Attached(t, a.Provider()+renting()+importing(secret)+seen)
			acctest.WantText(t, acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color"), test.want...)
			acctest.WantText(t, acctest.Succeed(t, w, "plan", "-no-color"), "No changes.")
			wantOneRead(t, a)
			wantOps(t, a, 1)
		})
	}
}

// Whoever ignores changes of a required argument can't plan an import: nothing is rented.
func TestContactRental_ImportIgnoring(t *testing.T) {
	t.Parallel()
	for _, ignored := range []string{"all", "[volumes]"} {
		t.Run(ignored, func(t *testing.T) {
			t.Parallel()
			a := rented(t, sms.RentalForms{})
			ignoring := renting("lifecycle {\n    ignore_changes = " + ignored + "\n  }")
			w := acctest.Attached(t, a.Provider()+ignoring)
			acctest.Succeed(t, w, "import", "-no-color", contactRental, secret)
			result, err := w.Run(t.Context(), "apply", "-auto-approve", "-no-color")
			if err != nil || result.OK() {
				t.Errorf("it succeeded: %v", err)
			}
			acctest.WantText(t, result.Output, "Error: Missing volumes", "It is required, but its value is null")
			configure(t, w, a.Provider()+renting())
			acctest.WantText(t, acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color"), "Resources: 0 added, 1 changed, 0 destroyed.")
			configure(t, w, a.Provider()+ignoring)
			acctest.WantText(t, acctest.Succeed(t, w, "plan", "-no-color"), "No changes.")
			wantOneRead(t, a)
			wantOps(t, a, 1)
		})
	}
}

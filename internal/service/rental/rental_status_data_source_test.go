package rental_test

import (
	"fmt"
	"net/http"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

const status acctest.DataSource = "smspartner_rental_status"

// secret is the token of the rental in the tests.
const secret = "5e1f0a7d3b9c4286aa10ffee5e1f0a7d3b9c4286" //nolint:gosec // of nothing

// rented returns an account with a rental.
func rented(t *testing.T, forms sms.RentalForms) *acctest.Account {
	t.Helper()
	a := account(t, forms)
	a.AddRental(sms.Rental{
		Token:      secret,
		Criteria:   map[string]string{"sexe": "h", "minAge": "25", "maxAge": "35", "zipcode": "02200,60200", "department": "75", "interest": "14", "subInterest": "35"},
		Localities: []sms.RentalLocality{{Name: "02200", Volume: 266, Wanted: 10}, {Name: "75", Volume: 2660, Wanted: 20}},
	})
	return a
}

// token is the argument, and more.
func token(more string) string { return fmt.Sprintf("token = %q\n  %s", secret, more) }

func texts(texts ...string) knownvalue.Check {
	var checks []knownvalue.Check
	for _, text := range texts {
		checks = append(checks, knownvalue.StringExact(text))
	}
	return knownvalue.SetExact(checks)
}

func TestRentalStatus(t *testing.T) {
	t.Parallel()
	a := rented(t, sms.RentalForms{})
	row := func(kind, name string, volume, desired int64) knownvalue.Check {
		return knownvalue.ObjectExact(map[string]knownvalue.Check{
			"type": knownvalue.StringExact(kind), "locality": knownvalue.StringExact(name),
			"volume": knownvalue.Int64Exact(volume), "volume_desired": knownvalue.Int64Exact(desired),
		})
	}
	checks := []statecheck.StateCheck{}
	for name, all := range map[string]map[string]knownvalue.Check{
		"documented": {
			"status": knownvalue.StringExact("File downloaded by user from api"),
			"ready":  knownvalue.Bool(false), "failed": knownvalue.Bool(false), "downloaded": knownvalue.Bool(true),
			"sexe": knownvalue.StringExact("femme"), "min_age": knownvalue.Int64Exact(31), "max_age": knownvalue.Int64Exact(49),
			"interest": knownvalue.Int64Exact(12), "sub_interest": knownvalue.Null(), "category": knownvalue.Int64Exact(103),
			"departments": knownvalue.Null(), "zipcodes": texts("60200"),
			"localities": knownvalue.ListExact([]knownvalue.Check{row("cp", "60200", 266, 10)}),
			"quantity":   knownvalue.Int64Exact(10), "total": amount("0.9"), "cost_unity": amount("0.09"), "phone_numbers": knownvalue.Int64Exact(10),
		},
		"ready": {
			"status": knownvalue.StringExact("File ready to download"),
			"ready":  knownvalue.Bool(true), "failed": knownvalue.Bool(false), "downloaded": knownvalue.Bool(false),
			"sexe": knownvalue.StringExact("homme"), "sub_interest": knownvalue.Int64Exact(35), "category": knownvalue.Null(),
			"departments": texts("75"), "zipcodes": texts("02200", "60200"),
			"localities": knownvalue.ListExact([]knownvalue.Check{row("cp", "02200", 266, 10), row("dep", "75", 2660, 20)}),
			"quantity":   knownvalue.Int64Exact(30), "total": amount("2.7"), "phone_numbers": knownvalue.Int64Exact(30),
		},
	} {
		for attribute, want := range all {
			checks = append(checks, status.NamedHas(name, attribute, want))
		}
	}
	acctest.Run(t, resource.TestStep{
		Config:            a.Provider() + status.Named("documented", `token = "TOK"`) + status.Named("ready", token("")),
		ConfigStateChecks: checks,
	})
}

const stage = `
output "seen" {
  value = "${data.smspartner_rental_status.test.status}: ${jsonencode([for name in ["ready", "failed", "downloaded"] : data.smspartner_rental_status.test[name]])}"
}
`

// Each status is read once. Only those that the documentation has mean something.
func TestRentalStatus_Stages(t *testing.T) {
	t.Parallel()
	cases := acctest.Cases{}
	for form, test := range map[string]map[sms.RentalStage]string{
		"": {
			sms.RentalRequested: "Request made: [false,false,false]", sms.RentalGenerating: "File being generated: [false,false,false]",
			sms.RentalReady: "File ready to download: [true,false,false]", sms.RentalFailed: "Rental failed: [false,true,false]",
			sms.RentalDownloaded: "File downloaded by user from api: [false,false,true]",
		},
		"number": {
			sms.RentalRequested: "0: [false,false,false]", sms.RentalGenerating: "1: [false,false,false]", sms.RentalReady: "2: [true,false,false]",
			sms.RentalFailed: "3: [false,true,false]", sms.RentalDownloaded: "5: [false,false,true]",
		},
		"other": {sms.RentalReady: "Etape 2: [false,false,false]", sms.RentalFailed: "Etape 3: [false,false,false]"},
	} {
		for at, want := range test {
			a := rented(t, sms.RentalForms{RentalStatus: form})
			a.SetRental(secret, at)
			cases[fmt.Sprintf("%s %d", form, at)] = acctest.Case{
				Account: a, Requests: 1, Config: a.Provider() + status.Test(token("")) + stage, Want: []string{`seen = "` + want + `"`},
			}
		}
	}
	a := rented(t, sms.RentalForms{})
	a.Script("location/status", simulator.Step{Body: `{"success": true, "status": 2, "location": {"minAge": "alt", "details_localisation": [5]}, "file": {"phoneNumbers": []}}`})
	cases["unreadable"] = acctest.Case{
		Account: a, Requests: 1, Config: a.Provider() + status.Test(token("")) + stage,
		Want: []string{
			"Warning: Incomplete status of contact rental", `"location.minAge" holds`, `"location.details_localisation[0]" holds`, `seen = "2: [true,false,false]"`,
		},
	}
	cases.Succeed(t, "apply")
}

// A wait ends when the file is ready, or was downloaded, and goes on over a failed read.
func TestRentalStatus_Wait(t *testing.T) {
	t.Parallel()
	step := func(status string) simulator.Step {
		return simulator.Step{Body: `{"success": true, "status": ` + status + `}`}
	}
	lost := simulator.Step{Body: `{"success": false, "code": 32}`}
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		script []simulator.Step
		wait   string
		reads  int
		want   []string
	}{
		"ready at once":     {nil, `wait = {}`, 1, []string{"File ready to download: [true,false,false]"}},
		"ready later":       {[]simulator.Step{step("0"), step(`"1"`)}, `wait = { interval = "1s" }`, 3, []string{"File ready to download: [true,false,false]"}},
		"other words":       {[]simulator.Step{step(`"Etape 1"`)}, `wait = { interval = "1s" }`, 2, []string{"File ready to download: [true,false,false]"}},
		"downloaded":        {[]simulator.Step{step("5")}, `wait = {}`, 1, []string{"5: [false,false,true]"}},
		"not known at once": {[]simulator.Step{lost, {Status: http.StatusBadGateway}}, `wait = { interval = "1s" }`, 3, []string{"File ready to download"}},
		"continue": {
			[]simulator.Step{{Body: `{"success": true, "status": "Etape 2"}`, Repeat: true}},
			`wait = { timeout = "1s", on_timeout = "continue" }`, acctest.AnyNumber,
			[]string{
				"Warning: Unable to read contact rental", "The wait for the file of the rental is over: after", `, the status was "Etape 2"`,
				`The run continues with that status, since on_timeout is "continue".`, `seen = "Etape 2: [false,false,false]"`,
			},
		},
	} {
		a := rented(t, sms.RentalForms{})
		a.Script("location/status", test.script...)
		cases[name] = acctest.Case{Account: a, Requests: test.reads, Config: a.Provider("max_retries = 0") + status.Test(token(test.wait)) + stage, Want: test.want}
	}
	cases.Succeed(t, "apply")
}

func TestRentalStatus_Errors(t *testing.T) {
	t.Parallel()
	always := func(body string) []simulator.Step { return []simulator.Step{{Body: body, Repeat: true}} }
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		script []simulator.Step
		wait   string
		reads  int
		want   []string
	}{
		"unknown":   {always(`{"success": false, "code": 32, "message": "La demande de location est introuvable"}`), "", 1, []string{"  token = ", "SMS Partner knows no rental with this token.", "code 32"}},
		"no token":  {always(`{"success": false, "code": 31}`), "", 1, []string{"  token = ", "SMS Partner received no token.", "check base_url"}},
		"wrong key": {always(`{"success": false, "code": 10}`), `wait = { timeout = "1h" }`, 1, []string{"does not accept the API key"}},
		"another":   {always(`{"success": true, "status": 2, "token": "another"}`), "", 1, []string{"gave no usable answer: it is about another rental."}},
		"no status": {always(`{"success": true}`), "", 1, []string{`it has no status`}},
		"failed": {
			always(`{"success": true, "status": 3}`), `wait = { timeout = "1h" }`, 1,
			[]string{"  wait = ", `The rental has the status "3": it failed, so there will be no file.`, "Ask the support of SMS Partner why"},
		},
		"timeout": {
			always(`{"success": true, "status": 1}`), `wait = { timeout = "1s" }`, acctest.AnyNumber,
			[]string{"The wait for the file of the rental is over: after", `the status was "1".`, "Run again to go on waiting, or raise timeout."},
		},
		"timeout with other words": {
			always(`{"success": true, "status": "Fichier disponible"}`), `wait = { timeout = "1s" }`, acctest.AnyNumber,
			[]string{`the status was "Fichier disponible".`, "The documentation does not have this status", `With on_timeout = "continue", the run goes on with it.`},
		},
		"timeout without an answer": {
			always(`<html>`), `wait = { timeout = "1s" }`, acctest.AnyNumber,
			[]string{"no status could be read, and the last read failed.", "Run again to go on waiting, or raise timeout."},
		},
	} {
		a := rented(t, sms.RentalForms{})
		a.Script("location/status", test.script...)
		cases[name] = acctest.Case{
			Account: a, Requests: test.reads, Config: a.Provider("max_retries = 0") + status.Test(token(test.wait)),
			Want: append([]string{"Error: Unable to read contact rental", status.WithTest()}, test.want...),
		}
	}
	cases.Fail(t, "plan")
}

func TestRentalStatus_Validation(t *testing.T) {
	t.Parallel()
	status.Refuses(t, map[string][]string{
		"empty":    {`token = ""`, "Invalid value for token", "The token is empty"},
		"blank":    {`token = "T 1"`, "Invalid value for token", "The token contains a blank"},
		"interval": {token(`wait = { timeout = "1s", interval = "2s" }`), "Invalid value for wait.interval", "2s"},
		"until":    {token(`wait = { timeout = "soon" }`), "Invalid value for wait.timeout", "is not a duration"},
	})
}

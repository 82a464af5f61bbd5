package rental_test

import (
	"fmt"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// rentalToken is the token of a rental of two numbers, and numbersFile is its file.
const (
	rentalToken = "T123456789"
	numbersFile = "+33639980001\n+33639980002\n"
)

// downloading is a configuration whose apply downloads a file to a path. more has arguments
// as HCL lines.
func downloading(path string, more ...string) string {
	return fmt.Sprintf(`
action "smspartner_download_rental" "test" {
  config {
    token = sensitive(%q)
    path  = %q
    %s
  }
}

resource "terraform_data" "test" {
  lifecycle {
    action_trigger {
      events  = [after_create]
      actions = [action.smspartner_download_rental.test]
    }
  }
}
`, rentalToken, filepath.ToSlash(path), strings.Join(more, "\n    "))
}

// withRental is an account with a rental T123456789 of two numbers.
func withRental(t *testing.T, forms sms.RentalForms, steps ...simulator.Step) *acctest.Account {
	t.Helper()
	a := acctest.NewAccount(t, simulator.Options{Variant: simulator.Variant{RentalForms: forms}})
	a.AddRental(sms.Rental{Token: rentalToken, Localities: []sms.RentalLocality{{Name: "60200", Volume: 266, Wanted: 2}}})
	a.Script("location/file/download", steps...)
	return a
}

// wantLeft asserts what is in a folder, as the contents of files by name. A partial file is
// called without its digits.
func wantLeft(t *testing.T, folder string, want map[string]string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, entry := range entries {
		content, err := os.ReadFile(filepath.Join(folder, entry.Name())) //nolint:gosec // the folder is the test's
		if err != nil {
			t.Fatal(err)
		}
		name := entry.Name()
		if before, digits, found := strings.Cut(name, ".partial-"); found && digits != "" {
			name = before + ".partial"
		}
		found[name] = string(content)
	}
	if !maps.Equal(found, want) {
		t.Errorf("the folder has %q, want %q", found, want)
	}
}

// write makes a file that is in the way.
func write(t *testing.T, path string) {
	t.Helper()
	if err := os.WriteFile(path, []byte("before"), 0o600); err != nil {
		t.Fatal(err)
	}
}

// A file is downloaded when the action is invoked, with its token in no message.
func TestDownloadRental(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	folder := t.TempDir()
	a, at := withRental(t, sms.RentalForms{}), filepath.Join(folder, "numbers")
	w := acctest.Attached(t, a.Provider()+downloading(at))
	planned := acctest.Succeed(t, w, "plan", "-no-color")
	a.WantRequests(t, 0)
	wantLeft(t, folder, map[string]string{})
	printed := acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color")
	acctest.WantText(t, printed, fmt.Sprintf("Downloading the file of the rental to %q.", at), fmt.Sprintf("Downloaded 26 bytes to %q.", at))
	a.WantRequests(t, 1)
	wantLeft(t, folder, map[string]string{"numbers": numbersFile})
	if strings.Contains(planned+printed, rentalToken) {
		t.Error("the token shows")
	}
}

// The form of a file is not documented: any is kept as it comes.
func TestDownloadRental_Forms(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	folder := t.TempDir()
	g, want, tests := acctest.NewGroup(t), map[string]string{}, map[string]struct {
		account  *acctest.Account
		argument string
		requests int
		want     string
	}{
		"text":     {withRental(t, sms.RentalForms{}), "", 1, numbersFile},
		"csv":      {withRental(t, sms.RentalForms{RentalFile: "csv"}), "", 1, "phoneNumber\n" + numbersFile},
		"json":     {withRental(t, sms.RentalForms{RentalFile: "json"}), "", 1, `{"success": true, "phoneNumbers": ["+33639980001", "+33639980002"]}`},
		"replaced": {withRental(t, sms.RentalForms{}), "overwrite = true", 1, numbersFile},
		"429":      {withRental(t, sms.RentalForms{}, simulator.Step{Status: http.StatusTooManyRequests, Header: http.Header{"Retry-After": {"1"}}}), "overwrite = false", 2, numbersFile},
	}
	write(t, filepath.Join(folder, "replaced"))
	for name, test := range tests {
		want[name] = test.want
		g.Set(t, name, test.account.Provider("max_retries = 1")+downloading(filepath.Join(folder, name), test.argument))
	}
	g.Must(t, "apply")
	wantLeft(t, folder, want)
	g.Each(t, func(t *testing.T, name string) { tests[name].account.WantRequests(t, tests[name].requests) })
}

// A download that fails says what came and where it is. No request is made twice.
func TestDownloadRental_Fails(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	folder := t.TempDir()
	write(t, filepath.Join(folder, "there"))
	const (
		unable  = "Unable to download rental: "
		nothing = "Nothing was downloaded. "
		unclear = "Unable to tell whether the rental was downloaded: The download got no clear answer, so it may have been carried out or not. Nothing of the file came, and SMS Partner may give it only once."
		status  = "Read the status with the data source smspartner_rental_status, which tells whether the file counts as downloaded, before you "
		page    = "<!DOCTYPE html><html><body>Sign in</body></html>"
		again   = status + "apply again: applying again asks for the file again."
	)
	kept := func(name string, bytes int) string {
		return fmt.Sprintf("%d bytes came. They are kept in \"%s.partial-", bytes, filepath.Join(folder, name))
	}
	at := func(stage sms.RentalStage) *acctest.Account {
		a := withRental(t, sms.RentalForms{})
		a.SetRental(rentalToken, stage)
		return a
	}
	refused := func(code, words string) string { return "The answer (HTTP 200): code " + code + ", " + words }
	tests := map[string]struct {
		account  *acctest.Account
		requests int
		want     []string
		left     string // of the partial file
	}{
		"broken":        {withRental(t, sms.RentalForms{}, simulator.Step{Process: true, Body: "+33639980001\n", Drop: simulator.DropDuring}), 1, []string{unable, "took the request, but the connection broke before the answer was complete.", kept("broken", 13), "look whether they are all of it. " + status + "run again."}, "+33639980001\n"},
		"page":          {withRental(t, sms.RentalForms{}, simulator.Step{Body: page}), 1, []string{unable, "gave no usable answer: the answer does not look like a file", kept("page", len(page))}, page},
		"gateway":       {withRental(t, sms.RentalForms{}, simulator.DegradedStep(false)), 1, []string{unable, "the answer does not look like a file", "bytes came. They are kept in"}, simulator.DegradedStep(false).Body},
		"dropped":       {withRental(t, sms.RentalForms{}, simulator.Step{Process: true, Drop: simulator.DropBefore}), 1, []string{unclear, "took the request, but the connection broke", again}, ""},
		"empty":         {withRental(t, sms.RentalForms{}, simulator.Step{Status: http.StatusOK, Header: http.Header{"Content-Type": {"text/csv"}}}), 1, []string{unclear, "the file is empty", again}, ""},
		"500":           {withRental(t, sms.RentalForms{}, simulator.Step{Status: 500, Process: true}), 1, []string{unclear, "answered HTTP 500 (Internal Server Error)", again}, ""},
		"silent":        {withRental(t, sms.RentalForms{}, simulator.Step{Hang: true}), 1, []string{unclear, "gave no part of the file came within 5s.", again}, ""},
		"too often":     {withRental(t, sms.RentalForms{}, simulator.Step{Status: 429, Repeat: true}), 2, []string{unable, nothing, "refused the call because it came too soon after others (HTTP 429), 2 times in a row."}, ""},
		"far too often": {withRental(t, sms.RentalForms{}, simulator.Step{Status: 429, Header: http.Header{"Retry-After": {"7200"}}}), 1, []string{unable, nothing, "The server asks to wait 2h0m0s."}, ""},
		"no token":      {withRental(t, sms.RentalForms{}, acctest.Refusal(31, "Le paramètre token est requis")), 1, []string{unable, nothing, "SMS Partner received no token of a rental.", refused("31", `"Le paramètre token est requis"`)}, ""},
		"unknown":       {acctest.NewAccount(t, simulator.Options{}), 1, []string{unable, nothing, "SMS Partner knows no rental with this token.", refused("32", `"La demande de location est introuvable"`), "Check the token"}, ""},
		"not made yet":  {at(sms.RentalGenerating), 1, []string{unable, nothing, "SMS Partner has no file for this rental.", refused("33", `"Le fichier de location est introuvable"`), "smspartner_rental_status, which can wait"}, ""},
		"used":          {at(sms.RentalDownloaded), 1, []string{unable, nothing, "The file of this rental has been used already.", refused("34", `"Le fichier de location a déjà été utilisé"`), `look for it where it was downloaded before`}, ""},
		"under way":     {at(sms.RentalDownloading), 1, []string{unable, nothing, "The file of this rental is being downloaded.", refused("35", `"Le fichier de location est en cours de téléchargement"`)}, ""},
		"failed":        {at(sms.RentalFailed), 1, []string{unable, nothing, "The rental failed, so it has no file.", refused("36", `"La location du fichier a échoué"`)}, ""},
		"wrong key":     {withRental(t, sms.RentalForms{}, acctest.Refusal(10, "Clé API incorrecte")), 1, []string{unable, nothing, "SMS Partner does not accept the API key."}, ""},
		"there":         {withRental(t, sms.RentalForms{}), 0, []string{unable, "Nothing was downloaded, and SMS Partner was not asked: there is a file", `already: write another path, or set overwrite = true.`}, ""},
		"none/file":     {withRental(t, sms.RentalForms{}), 0, []string{unable, "Nothing was downloaded, and SMS Partner was not asked: there is no folder", "and the provider makes none."}, ""},
	}
	g, leaves := acctest.NewGroup(t), map[string]string{"there": "before"}
	for name, test := range tests {
		if test.left != "" {
			leaves[name+".partial"] = test.left
		}
		g.Set(t, name, test.account.Provider("max_retries = 1", `request_timeout = "5s"`)+downloading(filepath.Join(folder, name)))
	}
	g.Run(t, "apply")
	g.Each(t, func(t *testing.T, name string) {
		acctest.WantError(t, g.Said(name), tests[name].want...)
		tests[name].account.WantRequests(t, tests[name].requests)
		if strings.Contains(g.Said(name), rentalToken) {
			t.Error("the token shows")
		}
	})
	wantLeft(t, folder, leaves)
}

// What is wrong on any machine is refused in the plan, or before a request where it is known
// late.
func TestDownloadRental_Refused(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	cases, late := acctest.Cases{}, acctest.Cases{}
	for name, test := range map[string]struct{ token, path, want string }{
		"no path":         {`"T789"`, `""`, "The path is empty: name the file to make."},
		"a folder":        {`"T789"`, `"numbers/"`, `"numbers/" is a folder: add the name of the file to make.`},
		"this folder":     {`"T789"`, `"."`, `"." is a folder: add the name of the file to make.`},
		"empty token":     {`""`, `"numbers"`, "The token is empty or missing: write that of a rental."},
		"blank":           {`"T 789"`, `"numbers"`, "The token contains a blank or an invisible character"},
		"token in a path": {`"T123456789"`, `"T123456789.csv"`, "The path contains the token, which messages would show: use another name."},
	} {
		config := "\naction \"smspartner_download_rental\" \"test\" {\n  config {\n    token = %s\n    path = %s\n  }\n}\n"
		a, b := acctest.NewAccount(t, simulator.Options{}), acctest.NewAccount(t, simulator.Options{})
		cases[name] = acctest.Case{Account: a, Config: a.Provider() + fmt.Sprintf(config, test.token, test.path), Want: []string{"Error: Invalid value for", test.want}}
		late[name] = acctest.Case{Account: b, Config: b.Provider() + fmt.Sprintf(config, "terraform_data.test.output[0]", "terraform_data.test.output[1]") + fmt.Sprintf(`
resource "terraform_data" "test" {
  input = [%s, %s]

  lifecycle {
    action_trigger {
      events  = [after_create]
      actions = [action.smspartner_download_rental.test]
    }
  }
}
`, test.token, test.path), Want: []string{"Invalid value for", test.want}}
	}
	cases.Fail(t, "validate")
	late.Fail(t, "apply")
}

package acctest_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/mail"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/voice"
)

// exampleAccount knows the messages that the examples name, beside the vendor's
// documented one.
func exampleAccount(t *testing.T) *acctest.Account {
	t.Helper()
	account := acctest.NewAccount(t, simulator.Options{})
	account.AddMessage(simulator.Message{ID: "1234", Tag: "release42", Recipients: []simulator.Recipient{
		{Number: "+33600000001"},
		{Number: "+33600000002"},
		{Number: "+33600000090", Statuses: []string{"Not delivered"}},
	}})
	account.AddGroup(sms.Group{ID: "G123", Name: "incidents"})
	account.AddGroup(sms.Group{ID: "G124", Name: "vip-customers"})
	account.AddSubaccount(sms.Subaccount{Email: "7000001@smspartner.fr", Balance: "4"})
	account.Mail.AddSubaccount(sms.Subaccount{Email: "7000001@mailpartner.fr", Balance: "4"})
	account.AddGroup(sms.Group{ID: "G125", Name: "on-call"})
	account.AddContact(sms.Contact{ID: "C456", GroupID: "G124", Number: "+33600000001"})
	account.AddStop("+33600000009")
	account.Mail.AddUnsubscribe("grace@example.com")
	account.Mail.AddMail(mail.Mail{Recipients: []mail.Recipient{
		{Address: mail.Address{Email: "ada@example.com"}}, {Address: mail.Address{Email: "linus@example.com"}},
	}})
	account.Voice.AddAudio(voice.Audio{Token: "fedcba9876543210fedcba9876543210", Name: "alerte", Size: "64.2Ko", Duration: "0:05"})
	return account
}

// importAccount also has what an example imports that can be there only once: the example
// of the resource creates it on the other account.
func importAccount(t *testing.T) *acctest.Account {
	t.Helper()
	account := exampleAccount(t)
	account.RemoveContact("C456")
	ada := map[string]string{"firstname": "Ada", "custom1": "database"}
	account.AddContact(sms.Contact{ID: "C456", GroupID: "G123", Number: "+33600000001", Details: ada})
	account.AddContact(sms.Contact{GroupID: "G125", Number: "+33600000001", Details: ada})
	account.AddContact(sms.Contact{GroupID: "G125", Number: "+33600000002", Details: map[string]string{"firstname": "Grace", "custom1": "network"}})
	account.Voice.AddAudio(voice.Audio{Token: "0123456789abcdef0123456789abcdef", Name: "Accueil hiver", Size: "98.1Ko", Duration: "0:08"})
	account.PutStop(sms.Stop{ID: 19, Number: "+33600000003"})
	account.Mail.PutUnsubscribe(mail.Unsubscribe{ID: 19, Email: "customer@example.com"})
	account.AddRental(sms.Rental{Token: "fedcba9876543210fedcba9876543210", Localities: []sms.RentalLocality{{Name: "60200", Volume: 266, Wanted: 20}}})
	return account
}

// tomorrow is a moment that can be scheduled, whenever the tests run.
func tomorrow() string {
	const day = 24 * time.Hour
	return time.Now().UTC().Truncate(day).Add(day + day/2).Format(time.RFC3339)
}

// needs are the features that the snippets of a folder need.
var needs = map[string]acctest.Feature{
	"actions": acctest.Actions, "functions": acctest.Functions,
	"ephemeral-resources": acctest.EphemeralResources, "list-resources": acctest.ListResources,
}

// Blocks of a snippet.
var (
	variable = regexp.MustCompile(`(?m)^variable "(\w+)"`)
	check    = regexp.MustCompile(`(?m)^check "`)
)

// failedCheck is where an engine says which check failed.
var failedCheck = regexp.MustCompile(`, in check "(\w+)":`)

// Each snippet of the documentation is applied as a user would: beside the
// provider block of examples/provider. They share a workspace, each as a module.
func TestExamples_Snippets(t *testing.T) { //nolint:tparallel // the snippets are one configuration
	t.Parallel()
	examples := filepath.Join(acctest.Root(t), "examples")
	snippets, err := filepath.Glob(filepath.Join(examples, "*s", "*", "*.tf"))
	if err != nil {
		t.Fatal(err)
	}
	if len(snippets) == 0 {
		t.Fatal("no example was found")
	}
	w := exampleAccount(t).Workspace(t, read(t, filepath.Join(examples, "provider", "provider.tf")))
	addSnippets(t, w, examples, snippets)
	acctest.Succeed(t, w, "get")
	printed := acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color")
	for _, failed := range failedCheck.FindAllStringSubmatch(printed, -1) {
		if name := failed[1]; name != "release_notices" { // one of its recipients gets no SMS
			t.Errorf("the check %s fails", name)
		}
	}
	allowDestroy(t, w)
	acctest.Succeed(t, w, "destroy", "-auto-approve", "-no-color")
}

// allowDestroy takes back what the snippets in a workspace protect.
func allowDestroy(t *testing.T, w *engine.Workspace) {
	t.Helper()
	snippets, err := filepath.Glob(filepath.Join(w.Dir, "*", "main.tf"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range snippets {
		write(t, path, strings.ReplaceAll(read(t, path), "prevent_destroy = true", "prevent_destroy = false"))
	}
}

// addSnippets adds to a workspace the snippets whose features the engine has.
func addSnippets(t *testing.T, w *engine.Workspace, examples string, snippets []string) {
	t.Helper()
	report := filepath.Join(w.Dir, "report.csv")
	write(t, report, "service,version\napi,1.4.2\n")
	values := map[string]string{"send_at": tomorrow(), "report": report}
	for _, path := range snippets {
		if strings.HasPrefix(filepath.Base(path), "import-") { // see TestExamples_Imports
			continue
		}
		name, err := filepath.Rel(examples, path)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(name, func(t *testing.T) {
			if feature, ok := needs[strings.Split(filepath.ToSlash(name), "/")[0]]; ok {
				acctest.Need(t, feature)
			}
			snippet, module := read(t, path), strings.NewReplacer("/", "-", `\`, "-", ".", "-").Replace(name)
			if check.MatchString(snippet) { // Terraform 1.5 crashes over one in a module
				write(t, filepath.Join(w.Dir, module+".tf"), snippet)
				return
			}
			call := fmt.Sprintf("module %q {\n  source = \"./%s\"\n", module, module)
			for _, declared := range variable.FindAllStringSubmatch(snippet, -1) {
				if value, ok := values[declared[1]]; ok {
					call += fmt.Sprintf("  %s = %q\n", declared[1], value)
				}
			}
			write(t, filepath.Join(w.Dir, module+".tf"), call+"}\n")
			write(t, filepath.Join(w.Dir, module, "main.tf"), snippet)
			write(t, filepath.Join(w.Dir, module, "versions.tf"), acctest.RequiredProviders)
		})
	}
}

// takenOver are the resources whose arguments the vendor does not return: an import takes them
// over from the configuration.
var takenOver = map[string]bool{"smspartner_contact_rental": true}

// Each import is applied beside the resource that it is for, and makes nothing.
func TestExamples_Imports(t *testing.T) {
	t.Parallel()
	examples := filepath.Join(acctest.Root(t), "examples")
	imports, err := filepath.Glob(filepath.Join(examples, "resources", "*", "import-by-*.tf"))
	if err != nil || len(imports) == 0 {
		t.Fatalf("%d imports were found: %v", len(imports), err)
	}
	for _, path := range imports {
		t.Run(filepath.Base(filepath.Dir(path))+"/"+filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			if strings.HasSuffix(path, "-identity.tf") {
				acctest.Need(t, acctest.Identity)
			}
			w := importAccount(t).Workspace(t, read(t, filepath.Join(examples, "provider", "provider.tf")))
			for _, file := range []string{path, filepath.Join(filepath.Dir(path), "resource.tf")} {
				write(t, filepath.Join(w.Dir, filepath.Base(file)), read(t, file))
			}
			changed := 0
			if takenOver[filepath.Base(filepath.Dir(path))] {
				changed = 1
			}
			acctest.WantText(t, acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color"),
				fmt.Sprintf("Apply complete! Resources: 1 imported, 0 added, %d changed, 0 destroyed.", changed))
		})
	}
}

// Each query finds something, and writes configuration that plans no change.
func TestExamples_Queries(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.ListResources)
	examples := filepath.Join(acctest.Root(t), "examples")
	queries, err := filepath.Glob(filepath.Join(examples, "list-resources", "*", "*.tfquery.hcl"))
	if err != nil || len(queries) == 0 {
		t.Fatalf("%d queries were found: %v", len(queries), err)
	}
	for _, path := range queries {
		t.Run(filepath.Base(filepath.Dir(path)), func(t *testing.T) {
			t.Parallel()
			w := importAccount(t).Workspace(t, read(t, filepath.Join(examples, "provider", "provider.tf")))
			query := filepath.Join(w.Dir, filepath.Base(path))
			write(t, query, read(t, path))
			acctest.Succeed(t, w, "query", "-no-color", "-generate-config-out=found.tf")
			if err := os.Remove(query); err != nil {
				t.Fatal(err)
			}
			printed := acctest.Succeed(t, w, "plan", "-no-color")
			acctest.WantText(t, printed, "to import, 0 to add, 0 to change, 0 to destroy.")
		})
	}
}

// The examples are written as `fmt` writes them.
func TestExamples_Format(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Functions) // their calls are no syntax without
	w := exampleAccount(t).WorkspaceIn(t, filepath.Join(acctest.Root(t), "examples"))
	acctest.Succeed(t, w, "fmt", "-check", "-diff", "-recursive")
}

func read(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path) //nolint:gosec // a file of this repository
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// Who opts out after a notice is no reason to send the notice again; a new notice leaves the
// number out.
func TestExamples_SendToGroup(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Functions)
	dir := t.TempDir()
	if err := engine.CopyExample(dir, filepath.Join(acctest.Root(t), "examples", "send-to-group")); err != nil {
		t.Fatal(err)
	}
	account := exampleAccount(t)
	account.AddContact(sms.Contact{GroupID: "G124", Number: "+33600000002"})
	w := account.WorkspaceIn(t, dir)
	w.Env = append(w.Env, "TF_VAR_group=vip-customers")
	notice := func(text string) []string { return []string{"-no-color", "-var=notice=" + text} }
	acctest.WantText(t, acctest.Succeed(t, w, append([]string{"apply", "-auto-approve"}, notice("One.")...)...), "recipients = 2")
	account.AddStop("+33600000002")
	acctest.WantText(t, acctest.Succeed(t, w, append([]string{"plan"}, notice("One.")...)...), "No changes.")
	acctest.WantText(t, acctest.Succeed(t, w, append([]string{"apply", "-auto-approve"}, notice("Two.")...)...), "recipients = 1")
	if n := len(account.Requests("send")); n != 2 {
		t.Errorf("%d sends, want 2", n)
	}
}

// The examples that are modules of their own are applied, and their tests run.
func TestExamples_Modules(t *testing.T) {
	t.Parallel()
	examples := filepath.Join(acctest.Root(t), "examples")
	tests, err := filepath.Glob(filepath.Join(examples, "*", "tests"))
	if err != nil {
		t.Fatal(err)
	}
	if len(tests) == 0 {
		t.Fatal("no example with tests was found")
	}
	for _, folder := range tests {
		module := filepath.Dir(folder)
		t.Run(filepath.Base(module), func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			if err := engine.CopyExample(dir, module); err != nil {
				t.Fatal(err)
			}
			w := exampleAccount(t).WorkspaceIn(t, dir)
			if filepath.Base(module) == "send-to-group" {
				acctest.Need(t, acctest.Functions)
			}
			w.Env = append(w.Env, "TF_VAR_message_id=1234", "TF_VAR_phone_number=+33600000001", "TF_VAR_release=42",
				"TF_VAR_group=vip-customers", "TF_VAR_notice=The service is back.", `TF_VAR_on_call=["+33600000002"]`,
				`TF_VAR_recipients=["ada@example.com"]`, `TF_VAR_services={"api":"1.4.2"}`, "TF_VAR_email=ada@example.com", "TF_VAR_text=Incident 42.",
				`TF_VAR_phone_numbers=["+33600000001"]`)
			acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color")
			acctest.Need(t, acctest.TestCommand)
			if filepath.Base(module) == "delivery-gate" {
				acctest.Need(t, acctest.MockProviders)
			}
			acctest.Succeed(t, w, "test", "-no-color")
		})
	}
}

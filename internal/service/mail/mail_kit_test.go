package mail_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/mail"
)

const (
	create  = plancheck.ResourceActionCreate
	replace = plancheck.ResourceActionDestroyBeforeCreate
	update  = plancheck.ResourceActionUpdate
	noop    = plancheck.ResourceActionNoop
)

const (
	address = "smspartner_mail.test"
	subject = `subject = "Deployed"`
	content = `html_content = "<p>Version 2 is live.</p>"`
	// later is a moment that no run of the tests reaches.
	later = `scheduled_delivery_date = "2040-06-01T07:30:00Z"`
)

// to is the argument of recipients without names.
func to(emails ...string) string {
	var b strings.Builder
	for _, email := range emails {
		fmt.Fprintf(&b, "{ email = %q }, ", email)
	}
	return "to = [" + strings.TrimSuffix(b.String(), ", ") + "]"
}

var ada = to("ada@example.com")

// resource is one called test, with its arguments as HCL lines.
func resource(arguments ...string) string {
	return "\nresource \"smspartner_mail\" \"test\" {\n  " + strings.Join(arguments, "\n  ") + "\n}\n"
}

// plain sends one mail to one address, with more arguments as HCL lines.
func plain(more ...string) string {
	return resource(append([]string{subject, content, ada}, more...)...)
}

// action is one with a name, with its arguments as HCL lines.
func action(name string, arguments ...string) string {
	return fmt.Sprintf("\naction \"smspartner_send_mail\" %q {\n  config {\n    %s\n  }\n}\n", name, strings.Join(arguments, "\n    "))
}

func has(attribute string, want knownvalue.Check) statecheck.StateCheck {
	return statecheck.ExpectKnownValue(address, tfjsonpath.New(attribute), want)
}

func is(attribute, want string) statecheck.StateCheck {
	return has(attribute, knownvalue.StringExact(want))
}

func will(action plancheck.ResourceActionType) []plancheck.PlanCheck {
	return []plancheck.PlanCheck{plancheck.ExpectResourceAction(address, action)}
}

// wantSent asserts how many requests to send have come, how many mails the vendor made of
// them, how many were cancelled, and that nothing else was asked.
func wantSent(t *testing.T, a *acctest.Account, requests, made, cancels int) {
	t.Helper()
	if got := len(a.Mail.Requests("send")); got != requests {
		t.Errorf("%d requests to send, want %d", got, requests)
	}
	if got := len(a.Mail.Mails()); got != made {
		t.Errorf("%d mails, want %d", got, made)
	}
	a.WantRequests(t, requests+cancels)
}

// bodies are the JSON objects of the requests, without the key.
func bodies(t *testing.T, a *acctest.Account) string {
	t.Helper()
	var all []string
	for _, request := range a.Mail.Requests("send") {
		var values map[string]any
		if err := json.Unmarshal(request.Body, &values); err != nil {
			t.Fatal(err)
		}
		delete(values, "apiKey")
		text, err := json.Marshal(values)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(text))
	}
	return strings.Join(all, "\n")
}

// written is a file with a content.
func written(t *testing.T, content string) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "report")
	rewrite(t, path, content)
	return path
}

func rewrite(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

// sum is the SHA-256 of a text, in hexadecimal.
func sum(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// sorted writes a JSON object with its names in order.
func sorted(t *testing.T, text string) string {
	t.Helper()
	var values map[string]any
	if err := json.Unmarshal([]byte(text), &values); err != nil {
		t.Fatal(err)
	}
	written, err := json.Marshal(values)
	if err != nil {
		t.Fatal(err)
	}
	return string(written)
}

// anywhere takes the parts of a mail wherever they stand.
var anywhere = simulated.Variant{PlaceForms: simulated.PlaceForms{ToPlace: simulated.Either, ReplyToPlace: simulated.Either, AttachmentsPlace: simulated.Either}}

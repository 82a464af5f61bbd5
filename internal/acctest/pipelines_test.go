package acctest_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
)

const (
	// A name alone would read like a verdict: this test case passes also where the output is false.
	proof = "conditions of module.notice.output.passed"
	next  = "conditions of terraform_data.next"
)

// What a reader may add to the configuration, and what fails.
const (
	warning = `
check "own" {
  assert {
    condition     = var.message_id == "another"
    error_message = "Own words."
  }
}
`
	condition = `
output "own" {
  value = var.message_id

  precondition {
    condition     = var.message_id == "another"
    error_message = "Own words."
  }
}
`
)

// Each outcome of a notice has an exit code, an annotation and test cases of its own. Only a
// notice that arrived lets the run go on.
func TestPipelines_Verdicts(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		numbers string
		more    string // configuration
		code    int
		says    []string
		report  map[string]string
	}{
		"arrived": {
			"+33600000001", "", 0,
			[]string{"::notice title=SMS::1 of 1 delivered, cost 0.038"},
			map[string]string{"+33600000001": "passed", proof: "passed", next: "passed"},
		},
		"arrived, and a check block warns": {
			"+33600000001", warning, 0,
			[]string{"::warning title=SMS::check.own: Own words.", "::notice title=SMS::1 of 1 delivered, cost 0.038"},
			map[string]string{"+33600000001": "passed", proof: "passed", next: "passed", "check.own": "skipped: Own words."},
		},
		"arrived, and another condition fails": {
			"+33600000001", condition, 1,
			[]string{"::error title=SMS::1 of 1 delivered, cost 0.038, output.own: Own words."},
			map[string]string{"+33600000001": "passed", proof: "passed", next: "passed", "conditions of output.own": "failure: Own words."},
		},
		"lost": {
			"+33600000001,+33600000090", warning, 1,
			[]string{"::warning title=SMS::check.own: Own words.", "::error title=SMS::1 of 2 delivered, 1 not delivered: +33600000090, cost 0.076"},
			map[string]string{
				"+33600000001": "passed", "+33600000090": "failure: Not delivered", proof: "passed", "check.own": "skipped: Own words.",
				next: "failure: The notice did not arrive: 1 of 2 delivered, 1 not delivered: +33600000090.",
			},
		},
		"on its way": {
			"+33600000001,+33600000091", "", 3,
			[]string{"::warning title=SMS::No verdict yet: 1 of 2 delivered, 1 waiting: +33600000091, cost 0.076"},
			map[string]string{
				"+33600000001": "passed", "+33600000091": "skipped: Waiting", proof: "passed",
				next: "skipped: The notice did not arrive: 1 of 2 delivered, 1 waiting: +33600000091.",
			},
		},
		"on its way, and another condition fails": {
			"+33600000091", condition, 1,
			[]string{"::error title=SMS::0 of 1 delivered, 1 waiting: +33600000091, cost 0.038, output.own: Own words."},
			map[string]string{
				"+33600000091": "skipped: Waiting", proof: "passed", "conditions of output.own": "failure: Own words.",
				next: "skipped: The notice did not arrive: 0 of 1 delivered, 1 waiting: +33600000091.",
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			j := newJob(t, test.numbers, "GITHUB_ACTIONS=true")
			write(t, filepath.Join(j.Dir, "own.tf"), test.more)
			acctest.WantText(t, j.run(t, "send", 0), "::notice title=SMS::Sent as message ")
			j.wantReport(t, map[string]string{"send": "passed"})
			acctest.WantText(t, j.run(t, "check", test.code), test.says...)
			j.wantReport(t, test.report)
			sent := j.account.Requests("send")
			if len(sent) != 1 {
				t.Fatalf("%d requests to send, want 1", len(sent))
			}
			var body map[string]string
			if err := json.Unmarshal(sent[0].Body, &body); err != nil {
				t.Fatal(err)
			}
			if body["message"] != `Release "42" & <more> is live.` || body["phoneNumbers"] != test.numbers || body["apiKey"] != j.account.Key {
				t.Errorf("sent %v", body)
			}
			if _, err := os.Stat(filepath.Join(j.Dir, "terraform.tfstate")); (err == nil) != (test.code == 0) {
				t.Errorf("the state: %v", err)
			}
		})
	}
}

// A wrong key is no verdict, and neither is a message that was never sent.
func TestPipelines_NoVerdict(t *testing.T) {
	t.Parallel()
	j := newJob(t, "+33600000001", "SMSPARTNER_API_KEY=another-key-0123456789")
	acctest.WantText(t, j.run(t, "check", 2), "error: There is no message to ask about: send first.")
	j.wantReport(t, map[string]string{"check": "error: There is no message to ask about: send first."})
	write(t, filepath.Join(j.Dir, "message_id"), "1111\n")
	acctest.WantText(t, j.run(t, "check", 2), "SMS Partner does not accept the API key.", "error: The plan has no verdict: read what the engine says above.")
	j.wantReport(t, map[string]string{"plan": "error: The plan has no verdict: read what the engine says above."})
	acctest.WantText(t, j.run(t, "deliver", 2), "deliver.sh send|check")
}

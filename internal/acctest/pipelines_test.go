package acctest_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

const (
	proof = "module.notice.output.passed"
	next  = "terraform_data.next"
)

// Each outcome of a notice has an exit code, an annotation and test cases of its own. Only a
// notice that arrived lets the run go on.
func TestPipelines_Verdicts(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		numbers string
		code    int
		says    string
		report  map[string]string
	}{
		"arrived": {
			"+33600000001", 0, "::notice title=SMS::1 of 1 delivered, cost 0.038",
			map[string]string{"+33600000001": "passed", proof: "passed", next: "passed"},
		},
		"lost": {
			"+33600000001,+33600000090", 1, "::error title=SMS::1 of 2 delivered, 1 not delivered: +33600000090, cost 0.076",
			map[string]string{
				"+33600000001": "passed", "+33600000090": "failure: Not delivered", proof: "passed",
				next: "failure: The notice did not arrive: 1 of 2 delivered, 1 not delivered: +33600000090.",
			},
		},
		"on its way": {
			"+33600000001,+33600000091", 3, "::warning title=SMS::No verdict yet: 1 of 2 delivered, 1 waiting: +33600000091, cost 0.076",
			map[string]string{
				"+33600000001": "passed", "+33600000091": "skipped: Waiting", proof: "passed",
				next: "skipped: The notice did not arrive: 1 of 2 delivered, 1 waiting: +33600000091.",
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			j := newJob(t, test.numbers, "GITHUB_ACTIONS=true")
			acctest.WantText(t, j.run(t, "send", 0), "::notice title=SMS::Sent as message ")
			j.wantReport(t, map[string]string{"send": "passed"})
			acctest.WantText(t, j.run(t, "check", test.code), test.says)
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

// What the vendor says in a refusal ends neither the XML nor the annotation. A send whose answer
// is lost is not repeated. Without a message there is nothing to check.
func TestPipelines_Send(t *testing.T) {
	t.Parallel()
	const words = "50% <b>&\"' \u0001\r\nof 0123456789abcdef0123456789abcdef01234567"
	body, err := json.Marshal(map[string]any{"success": false, "code": 96, "message": words})
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		answer       simulator.Step
		says, reason string
	}{
		"refused": {
			simulator.Step{Body: string(body)},
			"::error title=SMS::The send was refused: code 96: 50%25 <b>&\"' \u0001%0D%0Aof (the key)",
			"The send was refused: code 96: 50% <b>&\"' ?\nof (the key)",
		},
		"lost": {
			simulator.Step{Process: true, Drop: simulator.DropDuring},
			"::error title=SMS::No answer to the send. It may have left",
			"No answer to the send. It may have left: look in the dashboard before you send again.",
		},
		"unclear": {
			simulator.Step{Process: true, Body: "<html>Bad gateway</html>", Status: 502},
			"::error title=SMS::The answer to the send is unclear.",
			"The answer to the send is unclear. Look in the dashboard before you send again.",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			j := newJob(t, "+33600000001", "GITHUB_ACTIONS=true")
			j.account.Script("send", test.answer)
			acctest.WantText(t, j.run(t, "send", 2), test.says)
			j.wantReport(t, map[string]string{"send": "error: " + test.reason})
			j.account.WantRequests(t, 1)
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

	j.env = append(j.env, "PHONE_NUMBERS=")
	acctest.WantText(t, j.run(t, "send", 2), "PHONE_NUMBERS")
}

package acctest_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

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

// A refusal has its reasons in one of several forms, and each form is shown.
func TestPipelines_Refusals(t *testing.T) {
	t.Parallel()
	j := newJob(t, "+33600000001")
	for answer, says := range map[string]string{
		`{"success": false, "code": 10, "message": "Wrong key"}`: "code 10: Wrong key",
		`{"success": false, "code": 9, "error": [
			{"elementId": "children[message].data", "message": "Le message est requis"}, {"message": "La minute est requise"}
		]}`: "code 9: children[message].data: Le message est requis; La minute est requise",
		`{"success": false, "code": 9, "errors": [{"elementId": "children[sender].data", "message": "Trop long"}]}`: "code 9: children[sender].data: Trop long",
		`{"success": false, "code": 55, "message": "Aucun prix", "errors": [
			{"success": false, "code": "9", "phoneNumber": "+33600000001", "message": "Pas un mobile"}
		]}`: "code 55: Aucun prix; +33600000001: code 9: Pas un mobile",
		`{"success": false, "code": "9", "error": "Le message est requis"}`:    "code 9: Le message est requis",
		`{"success": false, "code": 9, "errors": ["Trop long", "Sans point"]}`: "code 9: Trop long; Sans point",
		`{"success": false, "message": "Maintenance"}`:                         "Maintenance",
		`{"success": false}`: "no reason given",
	} {
		j.account.Script("send", simulator.Step{Body: answer})
		acctest.WantText(t, j.run(t, "send", 2), "error: The send was refused: "+says+"\n")
		j.wantReport(t, map[string]string{"send": "error: The send was refused: " + says})
		acctest.WantText(t, j.run(t, "check", 2), "error: There is no message to ask about: send first.")
	}
}

// Only what is a message's id for certain is taken for one.
func TestPipelines_MessageID(t *testing.T) {
	t.Parallel()
	j := newJob(t, "+33600000001")
	file := filepath.Join(j.Dir, "message_id")
	for id, want := range map[string]string{
		`1234`: "1234", `"00012345678901234567890"`: "00012345678901234567890", `9007199254740991`: "9007199254740991",
		`9007199254740993`: "", `12345678901234567890`: "", `12.5`: "", `-1`: "", `0`: "", `true`: "", `null`: "",
		`""`: "", `"12\n34"`: "", `"12\n"`: "", `"a"`: "", `{"id": 1}`: "", `[1]`: "",
	} {
		j.account.Script("send", simulator.Step{Body: `{"success": true, "code": 200, "message_id": ` + id + `}`})
		code, kept := 0, want+"\n"
		if want == "" {
			code, kept = 2, "unknown\n"
		}
		j.run(t, "send", code)
		if got := read(t, file); got != kept {
			t.Errorf("of %s, %q is kept, want %q", id, got, kept)
		}
		if err := os.Remove(file); err != nil {
			t.Fatal(err)
		}
	}
}

// A send that may have left stands in the way of the next one, until somebody has looked.
func TestPipelines_SendOnce(t *testing.T) {
	t.Parallel()
	j := newJob(t, "+33600000001")
	home := filepath.Join(filepath.Dir(j.Dir), "home")
	write(t, filepath.Join(home, ".curlrc"), "retry = 2\nretry-all-errors\nretry-delay = 1\ntrace-ascii = "+filepath.Join(home, "trace")+"\n")
	j.env = append(j.env, "HOME="+home, "CURL_HOME="+home)
	j.account.Script("send", simulator.Step{Process: true, Drop: simulator.DropDuring})
	j.run(t, "send", 2)
	const unknown = "Nobody knows whether the last send left"
	acctest.WantText(t, j.run(t, "send", 2), "error: "+unknown)
	acctest.WantText(t, j.run(t, "check", 2), "error: "+unknown)
	j.account.WantRequests(t, 1)
	if _, err := os.Stat(filepath.Join(home, "trace")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("curl left a trace: %v", err)
	}

	// The file with an empty id is as good as one without.
	write(t, filepath.Join(j.Dir, "message_id"), "")
	acctest.WantText(t, j.run(t, "send", 2), "error: "+unknown)
	if err := os.Remove(filepath.Join(j.Dir, "message_id")); err != nil {
		t.Fatal(err)
	}
	j.run(t, "send", 0)
	j.account.WantRequests(t, 2)
}

// What never left can be sent again, and the id of an older send is gone.
func TestPipelines_NotSent(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		env  string
		says string
	}{
		"no server":  {"SMSPARTNER_BASE_URL=http://127.0.0.1:1/v1", "error: No connection to SMS Partner: nothing was sent."},
		"no message": {"MESSAGE=", "MESSAGE: "},
		"no numbers": {"PHONE_NUMBERS=", "PHONE_NUMBERS: "},
		"no key":     {"SMSPARTNER_API_KEY=", "SMSPARTNER_API_KEY: "},
		"no jq":      {"PATH=" + programs(t, "cat", "rm", "curl"), "error: The script needs jq, which is not there."},
		"no curl":    {"PATH=" + programs(t, "cat", "rm", "jq"), "error: The script needs curl, which is not there."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			j := newJob(t, "+33600000001")
			env := j.env
			write(t, filepath.Join(j.Dir, "message_id"), "1111\n")
			j.env = append(j.env, test.env)
			acctest.WantText(t, j.run(t, "send", 2), test.says)
			j.env = env
			acctest.WantText(t, j.run(t, "check", 2), "error: There is no message to ask about: send first.")
			j.account.WantRequests(t, 0)
			j.run(t, "send", 0)
		})
	}
}

// programs is a folder with these, and no others.
func programs(t *testing.T, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		if err := os.Symlink(acctest.Program(t, name), filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

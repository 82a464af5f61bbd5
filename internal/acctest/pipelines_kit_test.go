package acctest_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// job is what a pipeline runs: examples/pipelines beside examples/delivery-gate.
type job struct {
	*engine.Workspace

	account *acctest.Account
	env     []string
	// arguments is the file in which each program that the script starts notes its own.
	arguments string
}

// newJob is a job whose notice goes to numbers.
func newJob(t *testing.T, numbers string, env ...string) *job {
	t.Helper()
	a := acctest.NewAccount(t, simulator.Options{NoRateLimits: true})
	dir := t.TempDir()
	for _, example := range []string{"pipelines", "delivery-gate"} {
		if err := engine.CopyExample(filepath.Join(dir, example), filepath.Join(acctest.Root(t), "examples", example)); err != nil {
			t.Fatal(err)
		}
	}
	j := &job{Workspace: a.WorkspaceIn(t, filepath.Join(dir, "pipelines")), account: a, arguments: filepath.Join(dir, "arguments")}
	acctest.Installable(t, j.Workspace)
	programs := filepath.Join(dir, "programs")
	for name, path := range map[string]string{"curl": acctest.Program(t, "curl"), "jq": acctest.Program(t, "jq"), "engine": j.Engine.Path} {
		starter := fmt.Sprintf("#!/bin/sh\necho \"$*\" >>%q\nexec %q \"$@\"\n", j.arguments, path)
		write(t, filepath.Join(programs, name), starter)
		if err := os.Chmod(filepath.Join(programs, name), 0o700); err != nil { //nolint:gosec // it is run
			t.Fatal(err)
		}
	}
	j.env = append([]string{
		"PATH=" + programs + string(os.PathListSeparator) + os.Getenv("PATH"), "ENGINE=engine",
		"PHONE_NUMBERS=" + numbers, "MESSAGE=Release \"42\" & <more> is live.", "TF_VAR_timeout=1s",
	}, env...)
	return j
}

// script prepares a run of the script.
func (j *job) script(ctx context.Context, command string) (run *exec.Cmd, printed *bytes.Buffer) {
	run = j.Command(ctx, command)
	run.Path, run.Args = filepath.Join(j.Dir, "deliver.sh"), []string{"./deliver.sh", command}
	run.Env = append(run.Env, j.env...)
	printed = &bytes.Buffer{}
	run.Stdout, run.Stderr = printed, printed
	return run, printed
}

// run runs the script, which has to end with this code, and returns what it printed.
func (j *job) run(t *testing.T, command string, code int) string {
	t.Helper()
	run, printed := j.script(t.Context(), command)
	err := run.Run()
	if _, failed := errors.AsType[*exec.ExitError](err); err != nil && !failed {
		t.Fatal(err)
	}
	if got := run.ProcessState.ExitCode(); got != code {
		t.Fatalf("%s ended with %d, want %d:\n%s", command, got, code, printed)
	}
	j.wantNoKey(t, printed.String())
	return printed.String()
}

// wantNoKey asserts that the key is neither in what was printed, nor in a file, nor among the
// arguments of a program.
func (j *job) wantNoKey(t *testing.T, printed string) {
	t.Helper()
	if strings.Contains(printed, j.account.Key) {
		t.Errorf("the log has the key:\n%s", printed)
	}
	err := filepath.WalkDir(filepath.Dir(j.Dir), func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.Name() == ".terraform":
			return fs.SkipDir
		case !entry.IsDir() && strings.Contains(read(t, path), j.account.Key):
			t.Errorf("%s has the key", path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// outcome is that of a test case in a JUnit report.
type outcome struct {
	Message string `xml:"message,attr"`
}

// report is a JUnit report.
type report struct {
	Suites []struct {
		Tests    int `xml:"tests,attr"`
		Failures int `xml:"failures,attr"`
		Errors   int `xml:"errors,attr"`
		Skipped  int `xml:"skipped,attr"`
		Cases    []struct {
			Name    string   `xml:"name,attr"`
			Failure *outcome `xml:"failure"`
			Error   *outcome `xml:"error"`
			Skipped *outcome `xml:"skipped"`
		} `xml:"testcase"`
	} `xml:"testsuite"`
}

// wantReport asserts what the JUnit report says of each test case, as "outcome: message".
func (j *job) wantReport(t *testing.T, want map[string]string) {
	t.Helper()
	var r report
	if err := xml.Unmarshal([]byte(read(t, filepath.Join(j.Dir, "junit.xml"))), &r); err != nil {
		t.Fatal(err)
	}
	if len(r.Suites) != 1 {
		t.Fatalf("%d suites, want 1", len(r.Suites))
	}
	got, counts := map[string]string{}, map[string]int{}
	for _, c := range r.Suites[0].Cases {
		got[c.Name] = "passed"
		for name, o := range map[string]*outcome{"failure": c.Failure, "error": c.Error, "skipped": c.Skipped} {
			if o != nil {
				got[c.Name] = name + ": " + o.Message
				counts[name]++
			}
		}
	}
	if diff := differences(got, want); diff != "" {
		t.Error(diff)
	}
	if s := r.Suites[0]; s.Tests != len(want) || s.Failures != counts["failure"] || s.Errors != counts["error"] || s.Skipped != counts["skipped"] {
		t.Errorf("the suite counts %d tests, %d failures, %d errors and %d skipped, and has %d cases: %v", s.Tests, s.Failures, s.Errors, s.Skipped, len(got), counts)
	}
}

func differences(got, want map[string]string) string {
	var text strings.Builder
	for name, says := range want {
		if got[name] != says {
			fmt.Fprintf(&text, "%s is %q, want %q\n", name, got[name], says)
		}
	}
	for name, says := range got {
		if _, ok := want[name]; !ok {
			fmt.Fprintf(&text, "%s is %q, and not wanted\n", name, says)
		}
	}
	return text.String()
}

package acctest_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
)

// calls are what each pipeline runs, and all that it runs.
var calls = []string{"./deliver.sh send", "./deliver.sh check"}

// Each pipeline leaves the work to the script, which the other tests run. What sends and what
// checks stand apart, so that a check can be repeated alone, and the second gets the message's id
// from the first.
func TestPipelines_Files(t *testing.T) {
	t.Parallel()
	for name, parts := range map[string]func(*testing.T, string) []part{
		"github-actions.yml": githubJobs, ".gitlab-ci.yml": gitlabJobs, "Jenkinsfile": jenkinsStages,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, p := range parts(t, read(t, filepath.Join(acctest.Root(t), "examples", "pipelines", name))) {
				if len(p.lines) != 1 {
					t.Errorf("one part runs %q, want one line", p.lines)
				}
				if p.report != "pipelines/junit.xml" {
					t.Errorf("what runs %q keeps the JUnit report %q", p.lines, p.report)
				}
				got = append(got, p.lines...)
			}
			if !slices.Equal(got, calls) {
				t.Errorf("it runs %q, want %q", got, calls)
			}
		})
	}
}

// part is what can be repeated alone: a job or a stage.
type part struct {
	lines  []string
	report string
}

// githubJobs also asserts that each action is pinned as in this project's own workflows.
func githubJobs(t *testing.T, text string) []part {
	t.Helper()
	type job struct {
		Needs   string            `yaml:"needs"`
		Outputs map[string]string `yaml:"outputs"`
		Steps   []struct {
			ID   string            `yaml:"id"`
			If   string            `yaml:"if"`
			Uses string            `yaml:"uses"`
			With map[string]string `yaml:"with"`
			Run  string            `yaml:"run"`
			Env  map[string]string `yaml:"env"`
		} `yaml:"steps"`
	}
	var workflow struct {
		Jobs struct {
			Send  job `yaml:"send"`
			Check job `yaml:"check"`
		} `yaml:"jobs"`
	}
	parse(t, text, &workflow)
	send, check := workflow.Jobs.Send, workflow.Jobs.Check
	if check.Needs != "send" || send.Outputs["message_id"] != "${{ steps.message.outputs.message_id }}" {
		t.Errorf("check needs %q, and send has the outputs %q", check.Needs, send.Outputs)
	}
	var parts []part
	names := map[string]bool{}
	handed := filepath.Join(t.TempDir(), "output")
	for _, job := range []job{send, check} {
		var p part
		for _, step := range job.Steps {
			if step.Run == "" && !regexp.MustCompile(`^[\w-]+/[\w-]+@[0-9a-f]{40}$`).MatchString(step.Uses) {
				t.Errorf("%q is not pinned", step.Uses)
			}
			switch {
			case strings.HasPrefix(step.Uses, "actions/upload-artifact@"):
				if step.If != "always()" || names[step.With["name"]] || step.With["overwrite"] != "true" {
					t.Errorf("a report is kept %q as %q", step.If, step.With)
				}
				names[step.With["name"]] = true
				p.report = step.With["path"]
			case step.ID == "message":
				runLine(t, step.Run, "1234", "GITHUB_OUTPUT="+handed)
				if got := read(t, handed); got != "message_id=1234\n" {
					t.Errorf("handed over %q", got)
				}
			case step.Env["MESSAGE_ID"] == "${{ needs.send.outputs.message_id }}":
				if got := runLine(t, step.Run, "", "MESSAGE_ID=1234"); got != "1234\n" {
					t.Errorf("took over %q", got)
				}
			case step.Run != "":
				if step.Env["SMSPARTNER_API_KEY"] != "${{ secrets.SMSPARTNER_API_KEY }}" {
					t.Errorf("%q has no key", step.Run)
				}
				p.lines = append(p.lines, strings.TrimPrefix(step.Run, "exec "))
			}
		}
		parts = append(parts, p)
	}
	return parts
}

// runLine runs a line where message_id has this id, and returns what it has afterwards.
func runLine(t *testing.T, line, id, env string) string {
	t.Helper()
	run := exec.CommandContext(t.Context(), "sh", "-euc", line) //nolint:gosec // a line of an example
	run.Dir = t.TempDir()
	run.Env = append(os.Environ(), env)
	file := filepath.Join(run.Dir, "message_id")
	write(t, file, id+"\n")
	if printed, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%q: %v: %s", line, err, printed)
	}
	return read(t, file)
}

func gitlabJobs(t *testing.T, text string) []part {
	t.Helper()
	type job struct {
		Stage     string   `yaml:"stage"`
		Script    []string `yaml:"script"`
		Artifacts struct {
			When    string   `yaml:"when"`
			Paths   []string `yaml:"paths"`
			Reports struct {
				JUnit string `yaml:"junit"`
			} `yaml:"reports"`
		} `yaml:"artifacts"`
	}
	var pipeline struct {
		Stages []string `yaml:"stages"`
		Send   job      `yaml:"send"`
		Check  job      `yaml:"check"`
	}
	parse(t, text, &pipeline)
	if !slices.Equal(pipeline.Stages, []string{pipeline.Send.Stage, pipeline.Check.Stage}) {
		t.Errorf("the stages are %q", pipeline.Stages)
	}
	if !slices.Equal(pipeline.Send.Artifacts.Paths, []string{"pipelines/message_id"}) {
		t.Errorf("the second job gets %q", pipeline.Send.Artifacts.Paths)
	}
	var parts []part
	for _, job := range []job{pipeline.Send, pipeline.Check} {
		if job.Artifacts.When != "always" {
			t.Errorf("a report is kept %q", job.Artifacts.When)
		}
		parts = append(parts, part{job.Script, job.Artifacts.Reports.JUnit})
	}
	return parts
}

func jenkinsStages(t *testing.T, text string) []part {
	t.Helper()
	report := regexp.MustCompile(`(?m)^ +always \{\n +junit testResults: '([^']*)', allowEmptyResults: true$`).FindStringSubmatch(text)
	if report == nil {
		t.Fatal("no report is kept")
	}
	var parts []part
	stages := regexp.MustCompile(`(?m)^ +stage\('`).Split(text, -1)[1:]
	for _, stage := range stages {
		p := part{report: report[1]}
		for _, step := range regexp.MustCompile(`(?m)^\s*sh (?:'([^']*)'|.*)$`).FindAllStringSubmatch(stage, -1) {
			p.lines = append(p.lines, step[1])
		}
		parts = append(parts, p)
	}
	for _, want := range []string{"    preserveStashes(", "          sh './deliver.sh send'\n          stash name: 'message', includes: 'message_id'\n", "          unstash 'message'\n          sh './deliver.sh check'\n"} {
		if !strings.Contains(text, "\n"+want) {
			t.Errorf("it lacks %q", want)
		}
	}
	return parts
}

func parse(t *testing.T, text string, into any) {
	t.Helper()
	if err := yaml.Unmarshal([]byte(text), into); err != nil {
		t.Fatal(err)
	}
}

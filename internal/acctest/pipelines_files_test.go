package acctest_test

import (
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

// Each pipeline leaves the work to the script, which the other tests run.
func TestPipelines_Files(t *testing.T) {
	t.Parallel()
	for name, lines := range map[string]func(*testing.T, string) []string{
		"github-actions.yml": githubLines, ".gitlab-ci.yml": gitlabLines, "Jenkinsfile": jenkinsLines,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text := read(t, filepath.Join(acctest.Root(t), "examples", "pipelines", name))
			if got := lines(t, text); !slices.Equal(got, calls) {
				t.Errorf("it runs %q, want %q", got, calls)
			}
			if !strings.Contains(text, "pipelines/junit.xml") {
				t.Error("it keeps no JUnit report")
			}
		})
	}
}

// githubLines also asserts that each action is pinned as in this project's own workflows.
func githubLines(t *testing.T, text string) []string {
	t.Helper()
	var workflow struct {
		Jobs map[string]struct {
			Steps []struct {
				Uses string            `yaml:"uses"`
				Run  string            `yaml:"run"`
				Env  map[string]string `yaml:"env"`
			} `yaml:"steps"`
		} `yaml:"jobs"`
	}
	parse(t, text, &workflow)
	var lines []string
	for _, job := range workflow.Jobs {
		for _, step := range job.Steps {
			switch {
			case step.Run == "":
				if !regexp.MustCompile(`^[\w-]+/[\w-]+@[0-9a-f]{40}$`).MatchString(step.Uses) {
					t.Errorf("%q is not pinned", step.Uses)
				}
				continue
			case step.Env["SMSPARTNER_API_KEY"] != "${{ secrets.SMSPARTNER_API_KEY }}":
				t.Errorf("%q has no key", step.Run)
			}
			lines = append(lines, strings.TrimPrefix(step.Run, "exec "))
		}
	}
	return lines
}

func gitlabLines(t *testing.T, text string) []string {
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
	for _, artifacts := range []string{pipeline.Send.Artifacts.When, pipeline.Check.Artifacts.When} {
		if artifacts != "always" {
			t.Errorf("a report is kept %q", artifacts)
		}
	}
	return slices.Concat(pipeline.Send.Script, pipeline.Check.Script)
}

func jenkinsLines(_ *testing.T, text string) []string {
	var lines []string
	for _, step := range regexp.MustCompile(`(?m)^\s*sh (?:'([^']*)'|.*)$`).FindAllStringSubmatch(text, -1) {
		lines = append(lines, step[1])
	}
	return lines
}

func parse(t *testing.T, text string, into any) {
	t.Helper()
	if err := yaml.Unmarshal([]byte(text), into); err != nil {
		t.Fatal(err)
	}
}

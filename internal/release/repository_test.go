package main

import (
	"bytes"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

const root = "../.."

// form is an issue form, with the keys that GitHub has for it and that ours use.
type form struct {
	Name        string   `yaml:"name"`
	Description string   `yaml:"description"`
	Labels      []string `yaml:"labels"`
	Body        []field  `yaml:"body"`
}

type field struct {
	Type       string `yaml:"type"`
	ID         string `yaml:"id"`
	Attributes struct {
		Label       string   `yaml:"label"`
		Value       string   `yaml:"value"`
		Description string   `yaml:"description"`
		Placeholder string   `yaml:"placeholder"`
		Render      string   `yaml:"render"`
		Options     []option `yaml:"options"`
	} `yaml:"attributes"`
	Validations struct {
		Required bool `yaml:"required"`
	} `yaml:"validations"`
}

type option struct {
	Label    string `yaml:"label"`
	Required bool   `yaml:"required"`
}

// complete reports whether GitHub takes the field, and no box may stay empty.
func (f field) complete() bool {
	a := f.Attributes
	switch f.Type {
	case "markdown":
		return a.Value != ""
	case "checkboxes":
		empty := func(o option) bool { return o.Label == "" || !o.Required }
		return f.ID != "" && a.Label != "" && len(a.Options) > 0 && !slices.ContainsFunc(a.Options, empty)
	case "input", "textarea":
		return f.ID != "" && a.Label != ""
	default:
		return false
	}
}

// The issue forms have what GitHub wants of them, and ask for what a maintainer needs.
func TestIssueForms(t *testing.T) {
	t.Parallel()
	required := map[string][]string{
		"bug.yml":     {"provider", "engine", "configuration", "expected", "happened", "log"},
		"feature.yml": {"purpose"},
	}
	for name, want := range required {
		var f form
		decode(t, name, &f)
		if f.Name == "" || f.Description == "" || len(f.Labels) != 1 {
			t.Errorf("%s: the name is %q, the description %q, the labels are %q", name, f.Name, f.Description, f.Labels)
		}
		var got []string
		ids := map[string]bool{}
		for i, field := range f.Body {
			if !field.complete() || field.ID != "" && ids[field.ID] {
				t.Errorf("%s: field %d is incomplete, or its id stands there twice: %+v", name, i, field)
			}
			ids[field.ID] = true
			if field.Validations.Required {
				got = append(got, field.ID)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q are required, want %q", name, got, want)
		}
	}

	var chooser struct {
		Blank bool `yaml:"blank_issues_enabled"`
		Links []struct {
			Name  string `yaml:"name"`
			URL   string `yaml:"url"`
			About string `yaml:"about"`
		} `yaml:"contact_links"`
	}
	decode(t, "config.yml", &chooser)
	if chooser.Blank || len(chooser.Links) == 0 {
		t.Errorf("config.yml: %+v", chooser)
	}
	for _, link := range chooser.Links {
		if address, err := url.Parse(link.URL); err != nil || address.Scheme != "https" || link.Name == "" || link.About == "" {
			t.Errorf("config.yml: %+v: %v", link, err)
		}
	}
}

// decode reads a file of the issue templates, and refuses keys that have no meaning.
func decode(t *testing.T, name string, into any) {
	t.Helper()
	decoder := yaml.NewDecoder(bytes.NewReader(read(t, filepath.Join(root, ".github/ISSUE_TEMPLATE", name))))
	decoder.KnownFields(true)
	if err := decoder.Decode(into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

var (
	uses   = regexp.MustCompile(`^\s*(?:- )?uses:\s*(.+)$`)
	pinned = regexp.MustCompile(`^[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$`)
)

// A tag of an action can be moved to other code, a commit can't. The comment tells
// Dependabot and readers which version the commit is.
func TestActions_Pinned(t *testing.T) {
	t.Parallel()
	commits := map[string]string{}
	for _, folder := range []string{".github", "examples"} {
		err := fs.WalkDir(os.DirFS(root), folder, func(path string, entry fs.DirEntry, err error) error {
			if extension := filepath.Ext(path); err != nil || entry.IsDir() || extension != ".yml" && extension != ".yaml" {
				return err
			}
			for line := range strings.Lines(string(read(t, filepath.Join(root, path)))) {
				used := uses.FindStringSubmatch(strings.TrimRight(line, "\n"))
				if used == nil || strings.HasPrefix(used[1], "./") {
					continue
				}
				if !pinned.MatchString(used[1]) {
					t.Errorf("%s uses %s, and should name it by a commit of 40 digits and by its version: owner/action@commit # vX.Y.Z", path, used[1])
					continue
				}
				action, commit, _ := strings.Cut(used[1], "@")
				if other, found := commits[action]; found && other != commit {
					t.Errorf("%s uses %s at %s, another file at %s. Dependabot raises .github/workflows only: raise examples/pipelines by hand", path, action, commit, other)
				}
				commits[action] = commit
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
	if len(commits) < 5 {
		t.Errorf("found the actions %v only", commits)
	}
}

// Dependabot raises the tools of the folders that it is told of, and of no others.
func TestDependabot_Tools(t *testing.T) {
	t.Parallel()
	var config struct {
		Updates []struct {
			Ecosystem string `yaml:"package-ecosystem"`
			Directory string `yaml:"directory"`
		} `yaml:"updates"`
	}
	if err := yaml.Unmarshal(read(t, filepath.Join(root, ".github/dependabot.yml")), &config); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, update := range config.Updates {
		if update.Ecosystem == "gomod" && update.Directory != "/" {
			got = append(got, update.Directory)
		}
	}
	modules, err := filepath.Glob(filepath.Join(root, "internal/tools/*/go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, module := range modules {
		want = append(want, "/internal/tools/"+filepath.Base(filepath.Dir(module)))
	}
	if len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("Dependabot raises the tools of %q, want %q", got, want)
	}
}

package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const root = "../../.."

// command records the twins anew.
const command = "go run ./internal/pages/twins"

// A page that changes without its twin leaves the twin wrong.
func TestTwins_Unchanged(t *testing.T) {
	t.Parallel()
	if err := compare(root, recorded(t)); err != nil {
		t.Error(err)
	}
}

// Whoever reads one page finds the other in its first lines.
func TestTwins_LinkEachOther(t *testing.T) {
	t.Parallel()
	for _, pair := range recorded(t) {
		for of, twin := range map[string]string{pair.French.Path: pair.English.Path, pair.English.Path: pair.French.Path} {
			first, _, _ := strings.Cut(read(t, filepath.Join(root, of)), "\n## ")
			if link := "(" + strings.TrimSuffix(filepath.Base(twin), ".tmpl") + ")"; !strings.Contains(first, link) {
				t.Errorf("%s has no link %s before its first section", of, link)
			}
		}
	}
}

// Commands, code and output are the same on both pages, and diagrams have the same steps.
func TestTwins_Blocks(t *testing.T) {
	t.Parallel()
	for _, pair := range recorded(t) {
		french, english := blocks(read(t, filepath.Join(root, pair.French.Path))), blocks(read(t, filepath.Join(root, pair.English.Path)))
		for i := range max(len(french), len(english)) {
			switch {
			case i >= len(french):
				t.Errorf("%s lacks a block of %s:\n%s", pair.French.Path, pair.English.Path, english[i])
			case i >= len(english):
				t.Errorf("%s lacks a block of %s:\n%s", pair.English.Path, pair.French.Path, french[i])
			case !alike(french[i], english[i]):
				t.Fatalf("%s has\n%s\nwhere %s has\n%s", pair.French.Path, french[i], pair.English.Path, english[i])
			}
		}
	}
}

// Each French guide has a twin.
func TestTwins_Complete(t *testing.T) {
	t.Parallel()
	guides, err := filepath.Glob(filepath.Join(root, "templates", "guides", "*.tmpl"))
	if err != nil || len(guides) == 0 {
		t.Fatalf("%d guides were found: %v", len(guides), err)
	}
	pairs := recorded(t)
	for _, guide := range guides {
		path := "templates/guides/" + filepath.Base(guide)
		listed := slices.ContainsFunc(pairs, func(pair twins) bool { return pair.French.Path == path })
		if french := strings.Contains(read(t, guide), "\nsubcategory: \"Français\"\n"); french != listed {
			t.Errorf("%s has the subcategory Français: %v, is the French page of a pair in %s: %v", path, french, record, listed)
		}
	}
}

// French typography: no plain space where a line must not end, and one kind of apostrophe.
func TestTwins_Typography(t *testing.T) {
	t.Parallel()
	wrong := regexp.MustCompile(`.*( [:;?!»]|« |\pL'\pL).*`)
	for _, pair := range recorded(t) {
		_, body, _ := strings.Cut(read(t, filepath.Join(root, pair.French.Path)), "\n---\n")
		for _, line := range wrong.FindAllString(code.ReplaceAllString(block.ReplaceAllString(body, ""), "`…`"), -1) {
			t.Errorf("%s: a plain space beside French punctuation, or a plain apostrophe: %s", pair.French.Path, line)
		}
	}
}

// compare returns an error for each pair of twins of which a page has changed.
func compare(root string, pairs []twins) error {
	var errs []error
	for _, pair := range pairs {
		var changed []string
		for _, p := range []page{pair.French, pair.English} {
			now, err := sum(root, p.Path)
			if err != nil {
				return err
			}
			if now != p.SHA256 {
				changed = append(changed, p.Path)
			}
		}
		if len(changed) > 0 {
			errs = append(errs, fmt.Errorf("%s changed: see that %s and its twin %s say the same, then run `%s`",
				strings.Join(changed, " and "), pair.French.Path, pair.English.Path, command))
		}
	}
	return errors.Join(errs...)
}

// The error names what changed, its twin and the command; line ends do not matter.
func TestCompare(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "fr.md"), "Bonjour.\n")
	write(t, filepath.Join(dir, "en.md"), "Hello.\n")
	write(t, filepath.Join(dir, record), `[{"french": {"path": "fr.md"}, "english": {"path": "en.md"}}]`)
	check := func(want string) {
		t.Helper()
		pairs, err := load(dir)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if err := compare(dir, pairs); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	const rest = " changed: see that fr.md and its twin en.md say the same, then run `" + command + "`"
	check("fr.md and en.md" + rest)
	if err := renew(dir); err != nil {
		t.Fatal(err)
	}
	check("")
	write(t, filepath.Join(dir, "en.md"), "Hello.\r\n")
	check("")
	write(t, filepath.Join(dir, "en.md"), "Goodbye.\n")
	check("en.md" + rest)
	write(t, filepath.Join(dir, "en.md"), "Hello.\n")
	write(t, filepath.Join(dir, "fr.md"), "Au revoir.\n")
	check("fr.md" + rest)
}

func TestBlocks(t *testing.T) {
	t.Parallel()
	const page = "Text.\n\n```shell\nmake\n```\n\n{{ tffile \"a.tf\" }}\n\n- item\n\n  ```text\n  out\n  ```\n\n{{ codefile \"shell\" \"b.sh\" }}\n"
	want := []string{"```shell\nmake\n```", `{{ tffile "a.tf" }}`, "  ```text\n  out\n  ```", `{{ codefile "shell" "b.sh" }}`}
	if got := blocks(page); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAlike(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		french, english string
		want            bool
	}{
		"the same command":     {"```shell\nmake\n```", "```shell\nmake\n```", true},
		"another command":      {"```shell\nmake -n\n```", "```shell\nmake\n```", false},
		"a diagram translated": {"```mermaid\n  A->>B: rapport\n```", "```mermaid\n  A->>B: report\n```", true},
		"another arrow":        {"```mermaid\n  B->>A: rapport\n```", "```mermaid\n  A->>B: report\n```", false},
		"a step less":          {"```mermaid\n```", "```mermaid\n  A->>B: report\n```", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := alike(test.french, test.english); got != test.want {
				t.Errorf("got %t, want %t", got, test.want)
			}
		})
	}
}

var (
	// block is a fenced block, or a template's call that becomes one.
	block = regexp.MustCompile("(?m)^ *```(?s:.*?)\n *```$|^ *\\{\\{ (?:tf|code)file .*\\}\\}$")
	// code is code in a line, or the target of a link.
	code = regexp.MustCompile("`[^`]+`|\\]\\([^)]+\\)")
)

func blocks(text string) []string { return block.FindAllString(text, -1) }

// alike reports whether two blocks say the same. What a diagram says is in the language of
// its page, after the first word of each line, such as the arrow of a step.
func alike(french, english string) bool {
	const diagram = "```mermaid\n"
	if !strings.HasPrefix(french, diagram) || !strings.HasPrefix(english, diagram) {
		return french == english
	}
	return slices.Equal(firstWords(french), firstWords(english))
}

func firstWords(text string) (words []string) {
	for line := range strings.Lines(text) {
		word, _, _ := strings.Cut(strings.TrimSpace(line), " ")
		words = append(words, word)
	}
	return words
}

// recorded returns the twins of this repository.
func recorded(t *testing.T) []twins {
	t.Helper()
	pairs, err := load(root)
	if err != nil || len(pairs) == 0 {
		t.Fatalf("%d twins are recorded: %v", len(pairs), err)
	}
	return pairs
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path) //nolint:gosec // a file of this repository
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(text), "\r\n", "\n")
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

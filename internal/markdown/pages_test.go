package markdown_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/markdown"
)

// root is the folder of the repository.
const root = "../.."

// page is one page for readers: its path from the root, and its text.
type page struct {
	path string
	text []byte
}

// pages returns the pages of docs/ and those at the top level.
func pages(t *testing.T) []page {
	t.Helper()
	var found []page
	for _, path := range append(files(t, "docs", ".md"), topLevel(t)...) {
		found = append(found, page{path, content(t, path)})
	}
	return found
}

// topLevel returns the pages beside the README.
func topLevel(t *testing.T) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(root, "*.md"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("%d pages at the top level: %v", len(paths), err)
	}
	for i, path := range paths {
		paths[i] = filepath.Base(path)
	}
	return paths
}

// files returns the files of a folder that end so, by their paths from the root.
func files(t *testing.T, folder, ending string) []string {
	t.Helper()
	var paths []string
	top := os.DirFS(root)
	err := fs.WalkDir(top, folder, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && strings.HasSuffix(path, ending) {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil || len(paths) == 0 {
		t.Fatalf("%d files %s in %s: %v", len(paths), ending, folder, err)
	}
	return paths
}

func content(t *testing.T, path string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, path)) //nolint:gosec // a file of this repository
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// Whoever copies a block of code from a page copies a file that a test runs: an example, or
// an answer of the vendor that the simulator gives.
func TestPages_Code(t *testing.T) {
	t.Parallel()
	examples := map[string]string{}
	for _, path := range files(t, "examples", "") {
		examples[strings.TrimSpace(string(content(t, path)))] = path
	}
	var answers [][]byte
	for _, path := range files(t, "internal/simulator", ".json") {
		answers = append(answers, content(t, path))
	}
	tests := sources(t, "_test.go")
	for _, page := range pages(t) {
		shown := map[string]bool{}
		for _, block := range markdown.Blocks(page.text) {
			switch block.Language {
			case "shell", "text", "mermaid": // see TestPages_Commands in internal/acctest
				continue
			case "json":
				if isAnswer(block.Text, answers) {
					continue
				}
			}
			path, ok := examples[strings.TrimSpace(block.Text)]
			if !ok {
				t.Errorf("%s:%d: this block (%q) is no file of examples/, nor an answer of the simulator:\n%s", page.path, block.Line, block.Language, block.Text)
				continue
			}
			shown[path] = true
		}
		for path := range shown {
			wantWholeModule(t, page, path, shown, tests)
		}
	}
}

// wantWholeModule fails unless the page shows all of the module that a file belongs to, or
// the file is a snippet of a type, and unless tests name the module.
func wantWholeModule(t *testing.T, page page, path string, shown map[string]bool, tests []byte) {
	t.Helper()
	parts := strings.Split(path, "/")
	if len(parts) == 4 || parts[1] == "provider" { // a snippet, run by TestExamples_Snippets and its sisters
		return
	}
	module := strings.Join(parts[:2], "/")
	if !bytes.Contains(tests, []byte(`"`+parts[1])) && !isFolder(filepath.Join(root, module, "tests")) {
		t.Errorf("%s: no test runs %s", page.path, module)
	}
	entries, err := os.ReadDir(filepath.Join(root, module))
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if file := module + "/" + entry.Name(); strings.HasSuffix(file, ".tf") && !shown[file] {
			t.Errorf("%s shows %s without %s", page.path, path, file)
		}
	}
}

// A guide that shows a snippet also shows the provider that the snippet needs.
func TestPages_Provider(t *testing.T) {
	t.Parallel()
	for _, page := range pages(t) {
		if !strings.HasPrefix(page.path, "docs/guides/") && strings.HasPrefix(page.path, "docs/") {
			continue // the page of a type: the index shows the provider
		}
		configured, uses := false, false
		for _, block := range markdown.Blocks(page.text) {
			if block.Language == "terraform" {
				configured = configured || strings.Contains(block.Text, "required_providers")
				uses = uses || strings.Contains(block.Text, `"smspartner_`)
			}
		}
		if uses && !configured {
			t.Errorf("%s shows types, and no required_providers", page.path)
		}
	}
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// isAnswer reports whether a block is one of the answers, whatever its spaces.
func isAnswer(block string, answers [][]byte) bool {
	var got any
	if json.Unmarshal([]byte(block), &got) != nil {
		return false
	}
	for _, answer := range answers {
		var want any
		if json.Unmarshal(answer, &want) == nil && reflect.DeepEqual(got, want) {
			return true
		}
	}
	return false
}

// sources returns the text of all Go files that end so.
func sources(t *testing.T, ending string) []byte {
	t.Helper()
	var all []byte
	for _, path := range files(t, "internal", ending) {
		all = append(all, content(t, path)...)
	}
	return all
}

package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// features are what an example may use that not every engine has on which the provider runs,
// with the first versions that have it. The most demanding comes first.
var features = []struct {
	use   *regexp.Regexp
	since string
}{
	{regexp.MustCompile(`(?m)^action "|\baction_trigger\b`), since("action")},
	{regexp.MustCompile(`(?m)^list "`), since("list resource")},
	{regexp.MustCompile(`(?m)^ephemeral "`), since("ephemeral resource")},
	{regexp.MustCompile(`\bprovider::`), since("function")},
	{regexp.MustCompile(`(?m)^check "`), "Terraform 1.5 or OpenTofu"},
	{regexp.MustCompile(`"terraform_data"`), "Terraform 1.4 or OpenTofu"},
	{regexp.MustCompile(`\b(pre|post)condition \{`), "Terraform 1.2 or OpenTofu"},
}

func since(name string) string {
	return kinds[slices.IndexFunc(kinds, func(k kind) bool { return k.name == name })].since
}

// titleLine is the first line of an example: a title, and the versions that it needs.
var titleLine = regexp.MustCompile(`^# ([A-Z][^.()]*?)(?: \(needs (.+)\))?\n\n`)

// Each example of a type or function begins with a title, which templates/ makes the heading,
// and with the engines that have what the example uses.
func TestExamples_Titles(t *testing.T) {
	t.Parallel()
	var paths []string
	for _, k := range kinds {
		paths = append(paths, examples(t, k.folder+"/*/*")...)
	}
	for _, path := range paths {
		if strings.HasPrefix(filepath.Base(path), "import") { // has a section of its own
			continue
		}
		text := read(t, path)
		title := titleLine.FindStringSubmatch(text)
		if title == nil {
			t.Errorf("%s does not begin with a title: %q", path, strings.SplitN(text, "\n", 2)[0])
			continue
		}
		var want string
		for _, f := range features {
			if f.use.MatchString(text) {
				want = f.since
				break
			}
		}
		if title[2] != want {
			t.Errorf("%s needs %q, its title says %q", path, want, title[2])
		}
	}
}

// sends are the blocks of examples that send something for which the vendor has a sandbox.
var sends = regexp.MustCompile(`(?ms)^(?:resource "smspartner_(?:sms|bulk_sms|long_number_sms|mail)"|action "smspartner_send_(?:sms|bulk_sms|long_number_sms|mail)") .*?^}$`)

// sandbox is the line that each of them has; it is a comment where the example is about the
// delivery, which a sandbox does not have.
var sandbox = regexp.MustCompile(`(?m)^ +(?:# With this, nothing is sent and nothing is charged\. Remove it to send\.\n +sandbox = true` +
	`|# To try this out, take the # away: then nothing is sent, charged or delivered\.\n +# sandbox = true)$`)

// Whoever copies an example finds how to try it without a cost.
func TestExamples_Sandbox(t *testing.T) {
	t.Parallel()
	found := 0
	for _, path := range append(examples(t, "*/*.tf"), examples(t, "*/*/*.tf")...) {
		for _, block := range sends.FindAllString(read(t, path), -1) {
			found++
			if n := len(sandbox.FindAllString(block, -1)); n != 1 {
				t.Errorf("%s has the line about the sandbox %d times in\n%s", path, n, block)
			}
		}
	}
	if found < 15 {
		t.Errorf("only %d blocks of the examples send", found)
	}
}

// examples returns the files below examples/ that match a pattern.
func examples(t *testing.T, pattern string) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("..", "..", "examples", filepath.FromSlash(pattern)))
	if err != nil || len(paths) == 0 {
		t.Fatalf("%d examples match %s: %v", len(paths), pattern, err)
	}
	return paths
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path) //nolint:gosec // a file of this repository
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

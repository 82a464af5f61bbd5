package main

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestReliance has each form that the report may name, and nothing else, and each proof in
// the provider.
func TestReliance(t *testing.T) {
	t.Parallel()
	for _, name := range slices.Concat(slices.Collect(maps.Keys(contrary)), slices.Collect(maps.Keys(both))) {
		flag, _, _ := strings.Cut(name, "=")
		if _, isVisible := visible[flag]; !isVisible && flag != "recorded" {
			t.Errorf("no report names -%s, of which there is something to say", name)
		}
		if contrary[name] != "" && both[name] != "" {
			t.Errorf("-%s is among both and among the contrary", name)
		}
	}
	for name, proof := range both {
		folder, function, _ := strings.Cut(proof, ".")
		files, err := filepath.Glob(filepath.Join("..", folder, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		declared := regexp.MustCompile(`(?m)^func (\([^)]*\) )?` + function + `\(`)
		if !slices.ContainsFunc(files, func(file string) bool {
			text, err := os.ReadFile(file) //nolint:gosec // A file of this repository.
			return err == nil && declared.Match(text)
		}) {
			t.Errorf("-%s is proved by %s, which is not there", name, proof)
		}
	}
}

func TestRelianceByValue(t *testing.T) {
	t.Parallel()
	for form, want := range map[finding]string{
		{flag: "mail-to", value: "top"}:             "relies on the contrary: it sends the recipients inside params",
		{flag: "mail-to", value: "either"}:          "takes both",
		{flag: "mail-attachments", value: "params"}: "the provider cannot tell",
		{flag: "voice-audio-rows", value: "1"}:      "is an error",
		{flag: "tag-page-ignored"}:                  "all_delivered never gets true",
		{flag: "group-delete", value: "x"}:          "takes both",
		{flag: "form-bodies"}:                       "not stated",
	} {
		if got := reliance(form); !strings.Contains(got, want) {
			t.Errorf("of -%s=%s, the report says: %s", form.flag, form.value, got)
		}
	}
}

package main

import (
	"os"
	"strings"
	"testing"
)

// The template has the marker, once; the table takes its place, and nothing else changes.
func TestFill(t *testing.T) {
	t.Parallel()
	template, err := os.ReadFile("../../templates/index.md.tmpl")
	if err != nil {
		t.Fatal(err)
	}
	filled, err := fill(string(template))
	if err != nil {
		t.Fatal(err)
	}
	before, after, _ := strings.Cut(string(template), marker)
	text, headed := strings.CutPrefix(filled, before)
	text, footed := strings.CutSuffix(text, after)
	if !headed || !footed || strings.Contains(text, "<!--") || !strings.HasPrefix(text, "| Vendor's page") {
		t.Errorf("got\n%s", filled)
	}
	// Without the marker, an old table would stay.
	for text, times := range map[string]string{filled: "0 times", string(template) + marker: "2 times"} {
		if _, err := fill(text); err == nil || !strings.Contains(err.Error(), times) {
			t.Errorf("with the marker %s: got the error %v", times, err)
		}
	}
}

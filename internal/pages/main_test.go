package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Each template has its marker, once; what takes its place changes nothing else.
func TestFill(t *testing.T) {
	t.Parallel()
	markers := map[string]string{"index": tableMarker}
	for _, k := range kinds {
		markers[k.folder] = vendorMarker
	}
	for name, marker := range markers {
		template := read(t, filepath.Join("..", "..", "templates", name+".md.tmpl"))
		for with, want := range map[string]string{
			"a line": strings.Replace(template, marker, "a line", 1),
			"":       strings.Replace(template, marker+"\n\n", "", 1),
		} {
			if got, err := fill(template, marker, with); err != nil || got != want {
				t.Errorf("%s with %q: got the error %v and\n%s", name, with, err, got)
			}
		}
		// Without the marker, an old text would stay.
		filled := strings.ReplaceAll(template, marker, "")
		for text, times := range map[string]string{filled: "0 times", template + marker: "2 times"} {
			if _, err := fill(text, marker, "a line"); err == nil || !strings.Contains(err.Error(), times) {
				t.Errorf("%s with the marker %s: got the error %v", name, times, err)
			}
		}
	}
}

// The command fills the index, and the page of each type and function, and no other file.
func TestRun(t *testing.T) {
	t.Parallel()
	docs := t.TempDir()
	write := func(path, text string) {
		t.Helper()
		path = filepath.Join(docs, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("index.md", "# Index\n\n"+tableMarker+"\n")
	write("data-sources/message_status.md", "# Status\n\n"+vendorMarker+"\n\nMore.\n")
	write("functions/e164.md", "# Numbers\n\n"+vendorMarker+"\n\nMore.\n")
	write("guides/mail.md", "# Mails\n")
	if err := run(docs); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"index.md": "# Index\n\n| Vendor's page,",
		"data-sources/message_status.md": "# Status\n\nVendor's page: " +
			"[Statut unitaire](https://www.docpartner.dev/api/sms-partner/statut-et-statistiques/statut-unitaire) (French), " +
			"[Single Status](https://www.docpartner.dev/en/api/sms-partner/status-and-statistics/single-status) (English).\n\nMore.\n",
		"functions/e164.md": "# Numbers\n\nMore.\n", // no page of the vendor is about it
		"guides/mail.md":    "# Mails\n",
	} {
		if got := read(t, filepath.Join(docs, filepath.FromSlash(path))); !strings.HasPrefix(got, want) {
			t.Errorf("%s: got\n%s\nwant\n%s", path, got, want)
		}
	}
	if err := run(docs); err == nil || !strings.Contains(err.Error(), "index.md: "+tableMarker+" is there 0 times") {
		t.Errorf("a second run: got the error %v", err)
	}
}

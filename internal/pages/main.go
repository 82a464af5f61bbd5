// Command pages finishes the provider's documentation, whose folder is its argument: the
// index page gets a table of the pages of the vendor's documentation, with what the provider
// has for each, and the page of each type links the vendor's pages. It runs after
// tfplugindocs, whose templates can't ask the services.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/provider"
)

// The lines of templates/ in whose place something goes.
const (
	tableMarker  = "<!-- the table of the vendor's pages -->"
	vendorMarker = "<!-- the vendor's pages -->"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: pages docs")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "pages:", err)
		os.Exit(1)
	}
}

func run(docs string) error {
	services := provider.Services()
	if err := rewrite(filepath.Join(docs, "index.md"), tableMarker, table(menu, services)); err != nil {
		return err
	}
	lines := vendorsPages(menu, services)
	for _, k := range kinds {
		paths, err := filepath.Glob(filepath.Join(docs, k.folder, "*.md"))
		if err != nil {
			return err
		}
		for _, path := range paths {
			page := k.folder + "/" + strings.TrimSuffix(filepath.Base(path), ".md")
			if err := rewrite(path, vendorMarker, lines[page]); err != nil {
				return err
			}
		}
	}
	return nil
}

// rewrite fills the file at a path.
func rewrite(path, marker, with string) error {
	text, err := os.ReadFile(path) //nolint:gosec // a page in the folder that the caller chose
	if err != nil {
		return err
	}
	filled, err := fill(string(text), marker, with)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return os.WriteFile(path, []byte(filled), 0o644) //nolint:gosec // documentation, for everybody to read
}

// fill puts a text in the place of a marker; an empty text takes away the paragraph.
func fill(text, marker, with string) (string, error) {
	if found := strings.Count(text, marker); found != 1 {
		return "", fmt.Errorf("%s is there %d times, and should be there once", marker, found)
	}
	if with == "" {
		return strings.Replace(text, marker+"\n\n", "", 1), nil
	}
	return strings.Replace(text, marker, with, 1), nil
}

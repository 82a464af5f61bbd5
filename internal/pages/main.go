// Command pages puts a table into the provider's index page, whose path is its argument:
// the pages of the vendor's documentation, and what the provider has for each. It runs
// after tfplugindocs, whose templates can't ask the services.
package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/provider"
)

// marker is the line of templates/index.md.tmpl in whose place the table goes.
const marker = "<!-- the table of the vendor's pages -->"

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: pages docs/index.md")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "pages:", err)
		os.Exit(1)
	}
}

func run(index string) error {
	text, err := os.ReadFile(index) //nolint:gosec // the path that the caller chose
	if err != nil {
		return err
	}
	filled, err := fill(string(text))
	if err != nil {
		return fmt.Errorf("%s: %w", index, err)
	}
	return os.WriteFile(index, []byte(filled), 0o644) //nolint:gosec // documentation, for everybody to read
}

// fill puts the table in the place of the marker.
func fill(text string) (string, error) {
	if found := strings.Count(text, marker); found != 1 {
		return "", fmt.Errorf("%s is there %d times, and should be there once", marker, found)
	}
	return strings.Replace(text, marker, table(menu, provider.Services()), 1), nil
}

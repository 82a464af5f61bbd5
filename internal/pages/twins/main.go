// Command twins records the state in which a French page and its English twin say the same.
// Run it from the root of the repository, once both agree. Until then a test fails.
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// record is the file with the twins, from the root of the repository.
const record = "internal/pages/twins/twins.json"

// twins are a French page and the English page that says the same.
type twins struct {
	French  page `json:"french"`
	English page `json:"english"`
}

// page is a source of a page, as it was when the twins were last recorded.
type page struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
}

func main() {
	if err := renew("."); err != nil {
		fmt.Fprintln(os.Stderr, "twins:", err)
		os.Exit(1)
	}
}

// renew records what the pages say now.
func renew(root string) error {
	pairs, err := load(root)
	if err != nil {
		return err
	}
	for i := range pairs {
		for _, p := range []*page{&pairs[i].French, &pairs[i].English} {
			if p.SHA256, err = sum(root, p.Path); err != nil {
				return err
			}
		}
	}
	text, err := json.MarshalIndent(pairs, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(root, record), append(text, '\n'), 0o644) //nolint:gosec // a file of the repository, for everybody to read
}

func load(root string) ([]twins, error) {
	text, err := os.ReadFile(filepath.Join(root, record)) //nolint:gosec // a file of this repository
	if err != nil {
		return nil, err
	}
	var pairs []twins
	return pairs, json.Unmarshal(text, &pairs)
}

// sum hashes a page with LF line ends, which a checkout on Windows may have changed.
func sum(root, path string) (string, error) {
	text, err := os.ReadFile(filepath.Join(root, path)) //nolint:gosec // a file of this repository
	if err != nil {
		return "", err
	}
	hash := sha256.Sum256([]byte(strings.ReplaceAll(string(text), "\r\n", "\n")))
	return hex.EncodeToString(hash[:]), nil
}

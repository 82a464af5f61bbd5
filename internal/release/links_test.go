package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	fence   = regexp.MustCompile("(?ms)^ *```.*?^ *```$")
	target  = regexp.MustCompile(`\]\(([^()\s]+)\)`)
	heading = regexp.MustCompile(`(?m)^#{1,6} (.+)$`)
	// left out of anchors by GitHub, which makes a heading's anchor of its words.
	dropped = regexp.MustCompile(`[^\p{L}\p{N}_ -]`)
)

// Each link of the pages at the top, to a file or to a heading, leads somewhere.
func TestPages_Links(t *testing.T) {
	t.Parallel()
	for _, pages := range []string{"*.md", ".github/*.md", "internal/tools/*.md"} {
		found, err := fs.Glob(os.DirFS(root), pages)
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: found %q, %v", pages, found, err)
		}
		for _, page := range found {
			text := string(read(t, filepath.Join(root, page)))
			for _, link := range target.FindAllStringSubmatch(fence.ReplaceAllString(text, ""), -1) {
				checkLink(t, page, link[1])
			}
		}
	}
	for _, page := range []string{"RELEASE.md", "SECURITY.md", "CODE_OF_CONDUCT.md", "CHANGELOG.md", "LICENSE"} {
		text := string(read(t, filepath.Join(root, "README.md"))) + string(read(t, filepath.Join(root, "CONTRIBUTING.md")))
		if !strings.Contains(text, "]("+page+")") {
			t.Errorf("neither README.md nor CONTRIBUTING.md links %s", page)
		}
	}
}

func checkLink(t *testing.T, page, link string) {
	t.Helper()
	if strings.Contains(link, "://") {
		return
	}
	path, anchor, _ := strings.Cut(link, "#")
	to := filepath.Join(root, page)
	if path != "" {
		to = filepath.Join(root, filepath.Dir(page), path)
	}
	if _, err := os.Stat(to); err != nil {
		t.Errorf("%s links %s: %v", page, link, err)
		return
	}
	if anchor != "" && !slices.Contains(anchors(string(read(t, to))), anchor) {
		t.Errorf("%s links %s, which has no such heading", page, link)
	}
}

func anchors(text string) []string {
	var all []string
	for _, found := range heading.FindAllStringSubmatch(fence.ReplaceAllString(text, ""), -1) {
		words := strings.ToLower(dropped.ReplaceAllString(found[1], ""))
		all = append(all, strings.ReplaceAll(words, " ", "-"))
	}
	return all
}

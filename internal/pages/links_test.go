package main

import (
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	// code is what is no prose: fenced blocks, and spans.
	code = regexp.MustCompile("(?ms)^```.*?^```$|`[^`\n]*`")
	// target is where a link leads.
	target = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	// headings and anchors of a page.
	headline = regexp.MustCompile(`(?m)^#+ +(.+)$`)
	named    = regexp.MustCompile(`<a id="([^"]+)"></a>`)
	notKept  = regexp.MustCompile(`[^\p{L}\p{N}_ -]`)
)

// Each link to another page of the documentation leads to a page, and to a part of it, that
// is there. The index has whole addresses.
func TestDocs_Links(t *testing.T) {
	t.Parallel()
	root := filepath.Join("..", "..", "docs")
	pages := map[string]string{}
	err := filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".md") {
			name, _ := filepath.Rel(root, path)
			pages[strings.TrimSuffix(filepath.ToSlash(name), ".md")] = read(t, path)
		}
		return err
	})
	if err != nil || len(pages) == 0 {
		t.Fatalf("docs/ has %d pages: %v", len(pages), err)
	}
	links := 0
	for name, text := range pages {
		prose := code.ReplaceAllStringFunc(text, func(s string) string {
			if strings.HasPrefix(s, "```") {
				return ""
			}
			return s
		})
		for _, found := range target.FindAllStringSubmatch(prose, -1) {
			link := found[1]
			to, own := strings.CutPrefix(link, registry)
			switch {
			case own:
			case strings.Contains(link, "://") || strings.HasPrefix(link, "mailto:"):
				continue
			case name == "index" && !strings.HasPrefix(link, "#"):
				t.Errorf("the index has the relative link %s", link)
				continue
			case strings.HasPrefix(link, "#"):
				to = name + link
			default:
				page, anchor, _ := strings.Cut(link, "#")
				if !strings.HasSuffix(page, ".md") {
					t.Errorf("%s: the link %s does not end with .md", name, link)
					continue
				}
				to = path.Join(path.Dir(name), strings.TrimSuffix(page, ".md"))
				if anchor != "" {
					to += "#" + anchor
				}
			}
			links++
			page, anchor, _ := strings.Cut(to, "#")
			other, ok := pages[page]
			if !ok {
				t.Errorf("%s: the link %s leads to no page", name, link)
			} else if anchor != "" && !anchors(other)[anchor] {
				t.Errorf("%s: the link %s leads to no part of %s", name, link, page)
			}
		}
	}
	if links < 50 {
		t.Errorf("only %d links", links)
	}
}

// anchors are the parts of a page that a link can lead to.
func anchors(page string) map[string]bool {
	all := map[string]bool{}
	for _, h := range headline.FindAllStringSubmatch(page, -1) {
		all[strings.ReplaceAll(notKept.ReplaceAllString(strings.ToLower(h[1]), ""), " ", "-")] = true
	}
	for _, a := range named.FindAllStringSubmatch(page, -1) {
		all[a[1]] = true
	}
	return all
}

package markdown_test

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/markdown"
)

// registry is where the Registry shows the pages of docs/.
const registry = "https://registry.terraform.io/providers/smspartner/smspartner/latest/docs/"

// Each link of a page to a file of this repository, or to a part of a page, leads somewhere.
func TestPages_Links(t *testing.T) {
	t.Parallel()
	all := pages(t)
	for _, file := range slices.Concat(files(t, ".github", ".md"), files(t, "internal/tools", ".md")) {
		all = append(all, page{file, content(t, file)})
	}
	links := 0
	for _, page := range all {
		for _, link := range markdown.Links(page.text) {
			if to, anchor, ours := page.target(link); ours {
				links++
				wantTarget(t, page.path+" links "+link, to, anchor)
			}
		}
	}
	if links < 100 {
		t.Errorf("only %d links", links)
	}
}

// target returns the file to which a link leads, and the part of it; ours is false for an
// address elsewhere.
func (p page) target(link string) (to, anchor string, ours bool) {
	if page, onRegistry := strings.CutPrefix(link, registry); onRegistry {
		page, anchor, _ = strings.Cut(page, "#")
		return "docs/" + page + ".md", anchor, true
	}
	if strings.Contains(link, "://") {
		return "", "", false
	}
	to, anchor, _ = strings.Cut(link, "#")
	if to == "" {
		return p.path, anchor, true
	}
	return path.Join(path.Dir(p.path), to), anchor, true
}

func wantTarget(t *testing.T, what, to, anchor string) {
	t.Helper()
	if _, err := os.Stat(filepath.Join(root, to)); err != nil {
		t.Errorf("%s: %v", what, err)
		return
	}
	if anchor != "" && !slices.Contains(markdown.Anchors(content(t, to)), anchor) {
		t.Errorf("%s, which has no such part", what)
	}
}

// The Registry shows the index at an address where a relative link leads nowhere. It shows
// only the pages of docs/, so the others are linked by whole addresses.
func TestPages_RegistryLinks(t *testing.T) {
	t.Parallel()
	for _, page := range pages(t) {
		if !strings.HasPrefix(page.path, "docs/") {
			continue
		}
		for _, link := range markdown.Links(page.text) {
			if strings.Contains(link, "://") || strings.HasPrefix(link, "#") {
				continue
			}
			to, _, _ := page.target(link)
			if page.path == "docs/index.md" || !strings.HasPrefix(to, "docs/") || !strings.HasSuffix(to, ".md") {
				t.Errorf("%s links %s, which leads nowhere on the Registry", page.path, link)
			}
		}
	}
}

// Whoever looks for the rules of the project finds them from the README or the page for
// contributors.
func TestPages_Rules(t *testing.T) {
	t.Parallel()
	linked := slices.Concat(markdown.Links(content(t, "README.md")), markdown.Links(content(t, "CONTRIBUTING.md")))
	for _, page := range []string{"CONTRIBUTING.md", "RELEASE.md", "SECURITY.md", "CODE_OF_CONDUCT.md", "CHANGELOG.md", "LICENSE"} {
		if !slices.Contains(linked, page) {
			t.Errorf("neither README.md nor CONTRIBUTING.md links %s", page)
		}
	}
}

package main

import (
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
)

// site is the vendor's documentation.
const site = "https://www.docpartner.dev"

// language is one in which the vendor's documentation is written.
type language struct {
	name string
	// front is the title of the site's front page.
	front title
	// of returns what the menu says in the language.
	of func(entry) title
}

var languages = []language{
	{"French", at("/", "Doc Partner"), func(e entry) title { return e.french }},
	{"English", at("/en", "Doc Partner"), func(e entry) title { return e.english }},
}

// link returns the title of an entry, with a link to its page. If the page was not seen, the
// title has no link, and above links the nearest page above it that was.
func (l language) link(c chapter, e entry) (text, above string) {
	own := l.of(e)
	if own.path != "" {
		return own.markdown(), ""
	}
	if chapter := l.of(c.entry); chapter.path != "" {
		return own.text, chapter.markdown()
	}
	return own.text, l.front.markdown()
}

func (t title) markdown() string { return "[" + t.text + "](" + site + t.path + ")" }

// vendorsPages returns, by the path of its page below docs/, the line for each type and
// function that links the vendor's pages about it.
func vendorsPages(menu []chapter, services []framework.Service) map[string]string {
	links := map[string][]string{}
	for _, c := range menu {
		for _, e := range c.entries {
			on := titled(services, c.of, e.french.text)
			for _, k := range kinds {
				for _, name := range k.on(on) {
					links[k.page(name)] = append(links[k.page(name)], e.line(c))
				}
			}
		}
	}
	lines := map[string]string{}
	for page, of := range links {
		head := "Vendor's page: "
		if len(of) > 1 {
			head = "Vendor's pages: "
		}
		lines[page] = head + strings.Join(of, "; ") + "."
	}
	return lines
}

// line links the entry's page in each language.
func (e entry) line(c chapter) string {
	texts := make([]string, len(languages))
	for i, l := range languages {
		text, above := l.link(c, e)
		if above != "" {
			above = ", see " + above
		}
		texts[i] = text + " (" + l.name + above + ")"
	}
	return strings.Join(texts, ", ")
}

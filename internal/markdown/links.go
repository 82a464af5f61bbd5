package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// Links returns where the links of a page lead, in their order.
func Links(page []byte) []string {
	var links []string
	for node := range nodes(parse(page)) {
		if link, ok := node.(*ast.Link); ok {
			links = append(links, string(link.Destination))
		}
	}
	return links
}

var (
	// named is an anchor that the page itself names.
	named = regexp.MustCompile(`<a id="([^"]+)"></a>`)
	// dropped is what the anchor of a heading leaves out of its words.
	dropped = regexp.MustCompile(`[^\p{L}\p{N}_ -]`)
)

// Anchors returns the parts of a page to which a link can lead: those that the page names,
// and its headings, whose anchors GitHub and the Registry make of their words.
func Anchors(page []byte) []string {
	var anchors []string
	for node := range nodes(parse(page)) {
		if heading, ok := node.(*ast.Heading); ok {
			words := dropped.ReplaceAllString(strings.ToLower(words(heading, page)), "")
			anchors = append(anchors, strings.ReplaceAll(words, " ", "-"))
		}
	}
	for _, name := range named.FindAllSubmatch(page, -1) {
		anchors = append(anchors, string(name[1]))
	}
	return anchors
}

// words are the text of a heading without its marks.
func words(heading *ast.Heading, page []byte) string {
	var text strings.Builder
	for node := range nodes(heading) {
		switch node := node.(type) {
		case *ast.Text:
			text.Write(node.Segment.Value(page))
		case *ast.String:
			text.Write(node.Value)
		}
	}
	return text.String()
}

package markdown_test

import (
	"slices"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/markdown"
)

func TestBlocks(t *testing.T) {
	t.Parallel()
	page := "---\ntitle: x\n---\n\n# Page\n\n```shell\nmake\n\nterraform plan\n```\n\n- In a list:\n\n  ```json\n  {\n    \"a\": 1\n  }\n  ```\n\n    indented\n\n```\nplain\n```\n\n~~~hcl\na = 1\n~~~\n\n```text\n```\n"
	want := []markdown.Block{
		{Line: 8, Language: "shell", Text: "make\n\nterraform plan\n"},
		{Line: 16, Language: "json", Text: "{\n  \"a\": 1\n}\n"},
		{Line: 24, Text: "plain\n"},
		{Line: 28, Language: "hcl", Text: "a = 1\n"},
		{Language: "text"},
	}
	if got := markdown.Blocks([]byte(page)); !slices.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestLinks(t *testing.T) {
	t.Parallel()
	page := "[a](a.md) `[no](code.md)` [*b*](../b.md#c \"title\")\n\n| [c](#d) |\n|---|\n\n```text\n[no](block.md)\n```\n"
	if got, want := markdown.Links([]byte(page)), []string{"a.md", "../b.md#c", "#d"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAnchors(t *testing.T) {
	t.Parallel()
	page := "# The `wait`, and its *end*\n\n<a id=\"duree\"></a>\n\n## Durée d’un 2e job\n\n```shell\n# no heading\n```\n"
	if got, want := markdown.Anchors([]byte(page)), []string{"the-wait-and-its-end", "durée-dun-2e-job", "duree"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

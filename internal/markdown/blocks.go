// Package markdown reads the pages of this repository, so that tests can check what a
// reader would copy from them.
package markdown

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
)

// Block is a fenced block of a page.
type Block struct {
	// Line is where the text of the block begins, from 1.
	Line int
	// Language follows the opening fence; empty if nothing does.
	Language string
	Text     string
}

// Blocks returns the fenced blocks of a page, in their order.
func Blocks(page []byte) []Block {
	var blocks []Block
	for node := range nodes(parse(page)) {
		fenced, ok := node.(*ast.FencedCodeBlock)
		if !ok {
			continue
		}
		block := Block{Language: string(fenced.Language(page))}
		lines := fenced.Lines()
		for i := range lines.Len() {
			line := lines.At(i)
			if i == 0 {
				block.Line = 1 + bytes.Count(page[:line.Start], []byte("\n"))
			}
			block.Text += string(line.Value(page))
		}
		blocks = append(blocks, block)
	}
	return blocks
}

// parse reads a page as GitHub and the Registry do.
func parse(page []byte) ast.Node {
	return goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader(page))
}

// nodes yields a node and all that is inside it, in the order of the page.
func nodes(root ast.Node) func(yield func(ast.Node) bool) {
	return func(yield func(ast.Node) bool) {
		// The error is that of the function below, which has none.
		_ = ast.Walk(root, func(node ast.Node, entering bool) (ast.WalkStatus, error) {
			if entering && !yield(node) {
				return ast.WalkStop, nil
			}
			return ast.WalkContinue, nil
		})
	}
}

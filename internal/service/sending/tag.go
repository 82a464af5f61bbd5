package sending

import (
	"crypto/rand"
	"strings"
)

// newTag makes a tag that no other send has.
func newTag() string {
	const letters = 16
	return "tf" + strings.ToLower(rand.Text())[:letters]
}

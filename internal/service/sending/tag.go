package sending

import (
	"crypto/rand"
	"regexp"
	"strings"
)

// newTag makes a tag that no other send has.
func newTag() string {
	const letters = 16
	return "tf" + strings.ToLower(rand.Text())[:letters]
}

var madeForm = regexp.MustCompile(`^tf[a-z2-7]{16}$`)

// madeHere reports whether newTag made a tag.
func madeHere(tag string) bool { return madeForm.MatchString(tag) }

package provider

import (
	"regexp"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// internal is what no diagnostic may say: the words of the framework, of Go and of a
// panic. A longer text than longest quotes a value whole.
var internal = regexp.MustCompile(`always an error in the provider|provider developers|Value Conversion Error|basetypes\.|tftypes\.|types\.[A-Z]|%!|\*big\.|\*errors\.|stopped this call|[Uu]nexpected (error|value)`)

const longest = 4000

func checkWords(t *testing.T, what string, list diagnostics) {
	t.Helper()
	for _, d := range list {
		if text := d.Summary + ": " + d.Detail; internal.MatchString(text) || len(text) > longest {
			t.Errorf("%s: it says %.500s", what, text)
		}
	}
}

// checkPaths asserts that each error is about the place that was changed, or about
// what holds it or what it holds.
func checkPaths(t *testing.T, what string, at *tftypes.AttributePath, list diagnostics) {
	t.Helper()
	for _, d := range list {
		if !related(at, d.Attribute) {
			t.Errorf("%s: the error is at %s: %.300s", what, d.Attribute, d.Detail)
		}
	}
}

// related compares as far as both paths go. An element of a set is known by its
// value, which may be the one that was changed.
func related(a, b *tftypes.AttributePath) bool {
	if b == nil || len(b.Steps()) == 0 {
		return false
	}
	for i, step := range a.Steps() {
		if i == len(b.Steps()) {
			break
		}
		_, ofSet := step.(tftypes.ElementKeyValue)
		if other := b.Steps()[i]; !ofSet && !step.Equal(other) {
			return false
		}
	}
	return true
}

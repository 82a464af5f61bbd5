package acctest

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
)

// Succeed runs the engine with args and returns what it printed. A run that fails
// ends the test.
func Succeed(t *testing.T, w *engine.Workspace, args ...string) string {
	t.Helper()
	result, err := w.Run(t.Context(), args...)
	if err != nil {
		t.Fatal(err)
	}
	if !result.OK() {
		t.Fatalf("%s %v ended with %d:\n%s", w.Engine.Name, args, result.ExitCode, result.Output)
	}
	return result.Output
}

// Refuse runs the engine with args, which must end with one error that says want,
// as [WantError] compares it.
func Refuse(t *testing.T, w *engine.Workspace, args []string, want ...string) {
	t.Helper()
	result, err := w.Run(t.Context(), args...)
	if err != nil {
		t.Fatal(err)
	}
	if result.OK() {
		t.Errorf("%s %v succeeded", w.Engine.Name, args)
	}
	WantError(t, result.Output, want...)
}

// RefuseEach runs the engine with args, which must end with one error for each of
// the addresses in want, and with no other: the error says what want has for it,
// as [WantText] compares it.
func RefuseEach(t *testing.T, w *engine.Workspace, args []string, want map[string][]string) {
	t.Helper()
	result, err := w.Run(t.Context(), args...)
	if err != nil {
		t.Fatal(err)
	}
	if result.OK() {
		t.Errorf("%s %v succeeded", w.Engine.Name, args)
	}
	printed := strings.Split(result.Output, "\nError: ")[1:]
	if len(printed) != len(want) {
		t.Errorf("%d errors, want %d:\n%s", len(printed), len(want), result.Output)
	}
	for address, phrases := range want {
		at := slices.IndexFunc(printed, func(one string) bool { return strings.Contains(oneLine(one), "with "+address+",") })
		if at < 0 {
			t.Errorf("no error is about %s:\n%s", address, result.Output)
			continue
		}
		WantText(t, printed[at], phrases...)
	}
}

// WantError asserts that an engine printed exactly one error.
func WantError(t *testing.T, printed string, want ...string) {
	t.Helper()
	if n := strings.Count(printed, "\nError: "); n != 1 {
		t.Errorf("%d errors, want one:\n%s", n, printed)
	}
	WantText(t, printed, want...)
}

// twoStops is a sentence that ends twice: engines end some texts themselves.
var twoStops = regexp.MustCompile(`[^.]\.\.(\s|$)`)

// WantText asserts that what an engine printed holds each of want, in this order,
// and no sentence ends twice. Engines break lines and indent as the terminal
// allows: runs of blanks count as one space, in want too.
func WantText(t *testing.T, printed string, want ...string) {
	t.Helper()
	rest := oneLine(printed)
	if at := twoStops.FindStringIndex(rest); at != nil {
		t.Errorf("two full stops after %q", rest[max(0, at[0]-40):at[1]])
	}
	for _, phrase := range want {
		_, after, found := strings.Cut(rest, oneLine(phrase))
		if !found {
			t.Errorf("%q is not there, or not in its place, in:\n%s", phrase, printed)
			return
		}
		rest = after
	}
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

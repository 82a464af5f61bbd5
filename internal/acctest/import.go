package acctest

import (
	"fmt"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	tfjson "github.com/hashicorp/terraform-json"
)

// Import is an import into a state of its own.
type Import struct {
	// Address is that of a resource which the test has applied.
	Address string
	// ID is what is imported; if empty, the resource's id.
	ID string
	// Verify asserts that the import says of the resource what the state says, but for
	// what begins with one of Ignore, such as "contacts.+33600000001.lastname".
	Verify bool
	Ignore []string
}

// importsAsApplied imports a resource of a member.
func (g *Group) importsAsApplied(t *testing.T, name string, i Import, refusal *regexp.Regexp) {
	t.Helper()
	applied := resourceAt(t, g.State(t)[name], i.Address)
	if i.ID == "" {
		i.ID, _ = applied["id"].(string)
	}
	file := filepath.Join(t.TempDir(), "imported.tfstate")
	result := g.attached(t, "import", "-no-color", "-state="+file, "module."+g.modules[name]+"."+i.Address, i.ID)
	switch {
	case refusal != nil:
		if result.OK() || !refusal.MatchString(result.Output) {
			t.Errorf("import ended with %d, and has to fail with %q:\n%s", result.ExitCode, refusal, result.Output)
		}
		return
	case !result.OK():
		t.Fatalf("import failed:\n%s", result.Output)
	case !i.Verify:
		return
	}
	got, want := map[string]string{}, map[string]string{}
	flatten(got, "", resourceAt(t, g.stateIn(t, file)[name], i.Address))
	flatten(want, "", applied)
	for _, ignored := range i.Ignore {
		for _, values := range []map[string]string{got, want} {
			maps.DeleteFunc(values, func(path, _ string) bool { return path == ignored || strings.HasPrefix(path, ignored+".") })
		}
	}
	for _, path := range slices.Sorted(maps.Keys(want)) {
		if got[path] != want[path] {
			t.Errorf("%s: imported %q, applied %q", path, got[path], want[path])
		}
		delete(got, path)
	}
	if len(got) > 0 {
		t.Errorf("imported, and not applied: %v", got)
	}
}

func resourceAt(t *testing.T, state *tfjson.State, address string) map[string]any {
	t.Helper()
	for _, r := range state.Values.RootModule.Resources {
		if r.Address == address {
			return r.AttributeValues
		}
	}
	t.Fatalf("the state has no %s", address)
	return nil
}

// flatten writes each value by its path.
func flatten(into map[string]string, path string, value any) {
	switch value := value.(type) {
	case map[string]any:
		for name, one := range value {
			flatten(into, strings.TrimPrefix(path+"."+name, "."), one)
		}
	case []any:
		for i, one := range value {
			flatten(into, fmt.Sprintf("%s.%d", path, i), one)
		}
	default:
		into[path] = fmt.Sprintf("%#v", value)
	}
}

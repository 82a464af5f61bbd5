package acctest

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// outcome is what a run told, by module.
type outcome struct {
	said    map[string][]diagnosed
	outputs map[string]string
	changed map[string]bool
	// drifted says that a resource is no more what the state says.
	drifted bool
}

// diagnosed is a warning or an error as engines write it in JSON.
type diagnosed struct {
	Severity, Summary, Detail, Address string

	Range *struct {
		Filename string
		Start    struct{ Line int }
	}
	Snippet *struct {
		Context, Code string
		StartLine     int `json:"start_line"`
	}
}

// String is the diagnostic as engines print it.
func (d diagnosed) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n%s: %s\n\n", strings.ToUpper(d.Severity[:1])+d.Severity[1:], d.Summary)
	if d.Address != "" {
		fmt.Fprintf(&b, "  with %s,\n", d.Address)
	}
	if d.Range != nil && d.Snippet != nil {
		fmt.Fprintf(&b, "  on %s line %d, in %s:\n", d.Range.Filename, d.Range.Start.Line, d.Snippet.Context)
		for i, line := range strings.Split(d.Snippet.Code, "\n") {
			fmt.Fprintf(&b, "%4d: %s\n", d.Snippet.StartLine+i, line)
		}
	}
	fmt.Fprintf(&b, "\n%s\n", d.Detail)
	return b.String()
}

var (
	inModule = regexp.MustCompile(`^module\.(member\d+)\.`)
	inFolder = regexp.MustCompile(`^(member\d+)/`)
	// ownSource is the type in the address of a member's provider.
	ownSource = regexp.MustCompile(`smspartner/member\d+\b`)
)

// alone returns the diagnostic as if its member stood alone, and the member's
// module.
func (d diagnosed) alone() (diagnosed, string) {
	module := ""
	if at := inModule.FindStringSubmatch(d.Address); at != nil {
		module, d.Address = at[1], strings.TrimPrefix(d.Address, at[0])
	}
	if d.Range != nil {
		if at := inFolder.FindStringSubmatch(d.Range.Filename); at != nil {
			module, d.Range.Filename = at[1], strings.TrimPrefix(d.Range.Filename, at[0])
		}
	}
	for _, text := range []*string{&d.Summary, &d.Detail, &d.Address} {
		*text = ownSource.ReplaceAllString(strings.ReplaceAll(*text, "module."+module+".", ""), "smspartner/smspartner")
	}
	return d, module
}

// readOutcome reads what a command printed with -json: an object for each event, or
// one with all diagnostics.
func readOutcome(t *testing.T, printed string) outcome {
	t.Helper()
	r := outcome{map[string][]diagnosed{}, map[string]string{}, map[string]bool{}, false}
	events := json.NewDecoder(strings.NewReader(printed))
	for {
		var event struct {
			Type        string
			Diagnostic  *diagnosed
			Diagnostics []diagnosed
			Change      struct{ Resource struct{ Module string } }
			Outputs     map[string]struct {
				Action string
				Value  map[string]json.RawMessage
			}
		}
		err := events.Decode(&event)
		if errors.Is(err, io.EOF) {
			return r
		}
		if err != nil {
			t.Fatalf("%v in:\n%s", err, printed)
		}
		if event.Diagnostic != nil {
			event.Diagnostics = append(event.Diagnostics, *event.Diagnostic)
		}
		for _, one := range event.Diagnostics {
			d, module := one.alone()
			r.said[module] = append(r.said[module], d)
		}
		if event.Type == "resource_drift" {
			r.drifted = true
		}
		if event.Type == "planned_change" {
			r.changed[strings.TrimPrefix(event.Change.Resource.Module, "module.")] = true
		}
		for module, output := range event.Outputs {
			if output.Action != "" && output.Action != "noop" {
				r.changed[module] = true
			}
			for _, name := range slices.Sorted(maps.Keys(output.Value)) {
				r.outputs[module] += fmt.Sprintf("%s = %s\n", name, output.Value[name])
			}
		}
	}
}

package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

var update = flag.Bool("update", false, "write the fixtures of the simulator anew")

// simulated are the folders of fixtures that the probe has made against the simulator.
// Fixtures of the vendor's servers go into other folders beside them.
var simulated = map[string]simulator.Variant{"simulator-documented": {}, "simulator-recorded": simulator.Recorded()}

const fixtureFolder = "testdata/fixtures"

func TestFixturesOfTheSimulator(t *testing.T) {
	t.Parallel()
	for name, variant := range simulated {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := newAccount(t, simulator.Options{Variant: variant})
			a.AddContact(sms.Contact{GroupID: a.AddGroup(sms.Group{ID: "G77", Name: "Clients"}), Number: "+33611223344"})
			committed, made := filepath.Join(fixtureFolder, name), t.TempDir()
			if *update {
				made = committed
				if err := os.RemoveAll(made); err != nil {
					t.Fatal(err)
				}
			}
			args := []string{"-group", "G77", "-message-id", "1111", "-phone", "+33600000000", "-fixtures", made}
			if o := a.run(t.Context(), t, append(slices.Clone(everything), args...)...); o.code != exitDone {
				t.Fatalf("exit code %d:\n%s", o.code, o.report)
			}
			want, got := readFixtures(t, committed), readFixtures(t, made)
			if names := slices.Sorted(maps.Keys(want)); !slices.Equal(names, slices.Sorted(maps.Keys(got))) {
				t.Fatalf("the probe makes other fixtures than those of %s: go test -run TestFixtures -update", committed)
			}
			for file, fixture := range want {
				if fixture.Source != "simulator" {
					t.Errorf("%s does not say that it is from the simulator", file)
				}
				if was, is := structure(t, fixture), structure(t, got[file]); was != is {
					t.Errorf("%s has the structure\n%s\nbut the simulator answers\n%s", file, was, is)
				}
			}
		})
	}
}

// readFixtures reads those of a folder, by the names of their files.
func readFixtures(t *testing.T, folder string) map[string]fixture {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no fixtures in %s (%v)", folder, err)
	}
	all := map[string]fixture{}
	for _, name := range names {
		text, err := os.ReadFile(name) //nolint:gosec // A file of the test's own folders.
		if err != nil {
			t.Fatal(err)
		}
		var f fixture
		if err := json.Unmarshal(text, &f); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		all[filepath.Base(name)] = f
	}
	return all
}

// structure are the names and types of a body, in the order of their names, with the status.
func structure(t *testing.T, f fixture) string {
	t.Helper()
	if f.Body == nil {
		return fmt.Sprintf("%d, no JSON", f.Status)
	}
	var body any
	if err := json.Unmarshal(f.Body, &body); err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(typesOf(body))
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%d, %s", f.Status, text)
}

func typesOf(value any) any {
	switch value := value.(type) {
	case map[string]any:
		types := map[string]any{}
		for name, each := range value {
			types[name] = typesOf(each)
		}
		return types
	case []any:
		types := make([]any, 0, len(value))
		for _, each := range value {
			types = append(types, typesOf(each))
		}
		return types
	default:
		return fmt.Sprintf("%T", value)
	}
}

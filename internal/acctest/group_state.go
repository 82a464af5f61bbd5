package acctest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	tfjson "github.com/hashicorp/terraform-json"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
)

const (
	planFile  = "saved.tfplan"
	stateFile = "terraform.tfstate"
)

// Holds asserts what the state holds of a member.
func (g *Group) Holds(t *testing.T, name string, checks ...statecheck.StateCheck) {
	t.Helper()
	state := g.State(t)[name]
	for _, check := range checks {
		var response statecheck.CheckStateResponse
		check.CheckState(t.Context(), statecheck.CheckStateRequest{State: state}, &response)
		if response.Error != nil {
			t.Error(response.Error)
		}
	}
}

// State is what the state holds of each member, by name.
func (g *Group) State(t *testing.T) map[string]*tfjson.State {
	t.Helper()
	return g.stateIn(t, filepath.Join(g.workspace.Dir, stateFile))
}

func (g *Group) stateIn(t *testing.T, path string) map[string]*tfjson.State {
	t.Helper()
	var file struct {
		Outputs   map[string]struct{ Value map[string]any }
		Resources []struct {
			Module, Mode, Type, Name string
			Instances                []struct {
				Status     string
				IndexKey   any `json:"index_key"`
				Attributes map[string]any
				Identity   map[string]any
				IdentityIn *uint64 `json:"identity_schema_version"`
			}
		}
	}
	readState(t, path, &file)
	states := map[string]*tfjson.State{}
	for name, module := range g.modules {
		values := &tfjson.StateValues{RootModule: &tfjson.StateModule{}, Outputs: map[string]*tfjson.StateOutput{}}
		for output, value := range file.Outputs[module].Value {
			values.Outputs[output] = &tfjson.StateOutput{Value: value}
		}
		for _, r := range file.Resources {
			if r.Module != "module."+module {
				continue
			}
			address := r.Type + "." + r.Name
			if r.Mode == "data" {
				address = "data." + address
			}
			for _, i := range r.Instances {
				values.RootModule.Resources = append(values.RootModule.Resources, &tfjson.StateResource{
					Address: address, Type: r.Type, Name: r.Name, Index: i.IndexKey, AttributeValues: i.Attributes, Tainted: i.Status == "tainted",
					IdentitySchemaVersion: i.IdentityIn, IdentityValues: i.Identity,
				})
			}
		}
		states[name] = &tfjson.State{Values: values}
	}
	return states
}

// manages reports whether the state has a managed resource. There is no state if nothing was
// applied.
func (g *Group) manages(t *testing.T) bool {
	t.Helper()
	path := filepath.Join(g.workspace.Dir, stateFile)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return false
	}
	var file struct{ Resources []struct{ Mode string } }
	readState(t, path, &file)
	return slices.ContainsFunc(file.Resources, func(r struct{ Mode string }) bool { return r.Mode == "managed" })
}

// Edit changes an attribute of a managed resource in the state.
func (g *Group) Edit(t *testing.T, name, address, attribute string, value any) {
	t.Helper()
	var file map[string]any
	readState(t, filepath.Join(g.workspace.Dir, stateFile), &file)
	changed := false
	resources, _ := file["resources"].([]any)
	for _, element := range resources {
		r, _ := element.(map[string]any)
		if r["module"] != "module."+g.modules[name] || fmt.Sprintf("%v.%v", r["type"], r["name"]) != address {
			continue
		}
		instances, _ := r["instances"].([]any)
		for _, element := range instances {
			i, _ := element.(map[string]any)
			attributes, _ := i["attributes"].(map[string]any)
			attributes[attribute], changed = value, true
		}
	}
	if !changed {
		t.Fatalf("the state has no %s of %s", address, name)
	}
	text, err := json.Marshal(file)
	if err != nil {
		t.Fatal(err)
	}
	g.write(t, stateFile, string(text))
}

// readState reads the state into a value, with numbers as they are written.
func readState(t *testing.T, path string, into any) {
	t.Helper()
	content, err := os.ReadFile(path) //nolint:gosec // in a folder of the test
	if err != nil {
		t.Fatal(err)
	}
	decoder := json.NewDecoder(bytes.NewReader(content))
	decoder.UseNumber()
	if err := decoder.Decode(into); err != nil {
		t.Fatal(err)
	}
}

// Planned asserts what the plan that was saved last holds of members, by name.
func (g *Group) Planned(t *testing.T, checks map[string][]plancheck.PlanCheck) {
	t.Helper()
	maps.DeleteFunc(checks, func(_ string, list []plancheck.PlanCheck) bool { return list == nil })
	if len(checks) == 0 {
		return
	}
	var plan tfjson.Plan
	plan.UseJSONNumber(true)
	if err := json.Unmarshal([]byte(g.attached(t, "show", "-json", planFile).Output), &plan); err != nil {
		t.Fatal(err)
	}
	for name, list := range checks {
		prefix := "module." + g.modules[name]
		own := plan
		own.ResourceChanges, own.OutputChanges = nil, outputsOf(plan.OutputChanges[g.modules[name]])
		for _, change := range plan.ResourceChanges {
			if change.ModuleAddress == prefix {
				alone := *change
				alone.Address, alone.ModuleAddress = strings.TrimPrefix(change.Address, prefix+"."), ""
				own.ResourceChanges = append(own.ResourceChanges, &alone)
			}
		}
		for _, check := range list {
			var response plancheck.CheckPlanResponse
			check.CheckPlan(t.Context(), plancheck.CheckPlanRequest{Plan: &own}, &response)
			if response.Error != nil {
				t.Errorf("%s: %v", name, response.Error)
			}
		}
	}
}

// outputsOf splits the change of an object with all outputs of a member.
func outputsOf(all *tfjson.Change) map[string]*tfjson.Change {
	if all == nil {
		return nil
	}
	before, _ := all.Before.(map[string]any)
	after, _ := all.After.(map[string]any)
	unknown, _ := all.AfterUnknown.(map[string]any)
	each := map[string]*tfjson.Change{}
	for _, names := range []map[string]any{before, after, unknown} {
		for name := range names {
			each[name] = &tfjson.Change{Actions: all.Actions, Before: before[name], After: after[name], AfterUnknown: unknown[name]}
		}
	}
	return each
}

package acctest

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
)

// Group runs many configurations at once, since most of what a run costs is the start of
// the engine. Each member is a module of one workspace with its own provider: tests write
// it and read its results as if it were alone.
type Group struct {
	workspace *engine.Workspace
	modules   map[string]string // of the members, by name
	texts     map[string]string // all configurations that a module has had
	installed bool
	last      outcome
}

// NewGroup returns a group without members.
func NewGroup(t *testing.T) *Group {
	t.Helper()
	return &Group{workspace: emptyWorkspace(t), modules: map[string]string{}, texts: map[string]string{}}
}

// Set adds a member or changes its configuration, which has a provider block.
func (g *Group) Set(t *testing.T, name, config string) {
	t.Helper()
	module, known := g.modules[name]
	if !known {
		module = fmt.Sprintf("member%d", len(g.modules)+1)
		g.modules[name], g.installed = module, false
		g.write(t, module+".tf", fmt.Sprintf("module %[1]q {\n  source = \"./%[1]s\"\n}\n\noutput %[1]q {\n  value = module.%[1]s\n}\n", module))
		g.write(t, filepath.Join(module, "versions.tf"), requiredProvider(module))
	}
	g.write(t, filepath.Join(module, "main.tf"), config)
	g.texts[module] += config
}

func (g *Group) write(t *testing.T, path, text string) {
	t.Helper()
	write(t, filepath.Join(g.workspace.Dir, path), text)
}

// Run runs a command, and reports whether it succeeded. An error without a member ends the
// test, except in a destroy: there engines name no member.
func (g *Group) Run(t *testing.T, command string, options ...string) bool {
	t.Helper()
	g.install(t)
	args := append([]string{command, "-json"}, commandOptions[command]...)
	result := g.attached(t, append(args, options...)...)
	g.last = readOutcome(t, result.Output)
	for _, d := range g.last.said[""] {
		if d.Severity == "error" && command != "destroy" {
			t.Fatalf("%v: %s", args, d)
		}
	}
	return result.OK()
}

// install notes where the modules are, as `get` does.
func (g *Group) install(t *testing.T) {
	t.Helper()
	if g.installed {
		return
	}
	type module struct{ Key, Source, Dir string }
	manifest := struct{ Modules []module }{[]module{{"", "", "."}}}
	for _, name := range g.modules {
		manifest.Modules = append(manifest.Modules, module{name, "./" + name, name})
	}
	text, err := json.Marshal(manifest)
	if err != nil {
		t.Fatal(err)
	}
	g.write(t, filepath.Join(".terraform", "modules", "modules.json"), string(text))
	g.installed = true
}

// attached runs the engine, which attaches to a provider in this process for each member.
func (g *Group) attached(t *testing.T, args ...string) engine.Result {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	attach, stopped := serveAll(ctx, t, g.servers())
	defer func() { stop(); stopped() }()
	w := *g.workspace
	w.Env = append(w.Env, attach)
	result, err := w.Run(ctx, args...)
	if err != nil {
		t.Fatalf("%v: %v\n%s", args, err, result.Output)
	}
	return result
}

// atOnce lets an engine work on all members at the same time: many only wait.
const atOnce = "-parallelism=200"

var commandOptions = map[string][]string{
	"plan": {atOnce, "-out=" + planFile}, "apply": {atOnce, "-auto-approve"}, "destroy": {atOnce, "-auto-approve"},
}

// Must is Run of a command that has to succeed.
func (g *Group) Must(t *testing.T, command string, options ...string) {
	t.Helper()
	if g.Run(t, command, options...) {
		return
	}
	var all strings.Builder
	for name := range g.modules {
		fmt.Fprintf(&all, "\n%s:%s", name, g.Said(name))
	}
	all.WriteString(g.SaidAbout(""))
	t.Fatalf("%s %v failed:%s", command, options, all.String())
}

// Each asserts something of each member, as a test of its name.
func (g *Group) Each(t *testing.T, assert func(t *testing.T, name string)) {
	t.Helper()
	for name := range g.modules {
		t.Run(name, func(t *testing.T) { assert(t, name) })
	}
}

// Said is what the last run said about a member, as an engine prints it: its
// warnings and errors, then its outputs.
func (g *Group) Said(name string) string {
	var text strings.Builder
	for _, d := range g.last.said[g.modules[name]] {
		text.WriteString(d.String())
	}
	return text.String() + g.last.outputs[g.modules[name]]
}

// SaidAbout is what the last run said without a member's name, of what has this
// text in its summary.
func (g *Group) SaidAbout(text string) string {
	var found strings.Builder
	for _, d := range g.last.said[""] {
		if strings.Contains(d.Summary, text) {
			found.WriteString(d.String())
		}
	}
	return found.String()
}

// Changes reports whether the last run planned a change for a member, which is
// also a data source that is to be read.
func (g *Group) Changes(name string) bool { return g.last.changed[g.modules[name]] }

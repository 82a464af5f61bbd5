package provider

import (
	"fmt"
	"maps"
	"math/big"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// hole is a valid configuration that was changed in one place.
type hole struct {
	what   string
	at     *tftypes.AttributePath
	config tftypes.Value
}

// unusual are values of each kind, most of them wrong.
func unusual(value tftypes.Value) map[string]tftypes.Value {
	as := value.Type()
	made := map[string]tftypes.Value{"null": tftypes.NewValue(as, nil), "unknown": tftypes.NewValue(as, tftypes.UnknownValue)}
	add := func(what string, value any) { made[what] = tftypes.NewValue(as, value) }
	switch as := as.(type) {
	case tftypes.Object:
		nulls := map[string]tftypes.Value{}
		for name, kind := range as.AttributeTypes {
			nulls[name] = tftypes.NewValue(kind, nil)
		}
		add("an object of nulls", nulls)
	case tftypes.List, tftypes.Set:
		list := elementsOf(value)
		add("empty", []tftypes.Value{})
		if len(list) > 0 {
			with := func(more tftypes.Value) []tftypes.Value { return append(slices.Clone(list), more) }
			kind := list[0].Type()
			add("a null more", with(tftypes.NewValue(kind, nil)))
			add("an unknown more", with(tftypes.NewValue(kind, tftypes.UnknownValue)))
			if as.Is(tftypes.List{}) {
				add("a duplicate", with(list[0]))
			}
		}
	case tftypes.Map:
		add("empty", map[string]tftypes.Value{})
	default:
		switch {
		case as.Is(tftypes.String):
			for what, text := range map[string]string{
				"empty": "", "longer than any text is quoted": strings.Repeat("7", 2*longest),
				"control characters": "a\x00\x1b[0m\x07", "invisible characters": "a\u200b\u202e\ufeff",
				"negative": "-1", "huge": strings.Repeat("9", 30),
			} {
				add(what, text)
			}
		case as.Is(tftypes.Number):
			huge := new(big.Float).SetMantExp(big.NewFloat(1), 1000)
			for what, number := range map[string]*big.Float{"negative": big.NewFloat(-1), "huge": huge, "tiny": new(big.Float).Quo(big.NewFloat(1), huge), "a fraction": big.NewFloat(1.5)} {
				add(what, number)
			}
		case as.Is(tftypes.Bool):
			add("true", true)
			add("false", false)
		}
	}
	return made
}

func elementsOf(value tftypes.Value) []tftypes.Value {
	var list []tftypes.Value
	_ = value.As(&list)
	return list
}

// holes are all changes of one place of a configuration, less what only the provider
// sets.
func holes(t *testing.T, block *tfprotov6.SchemaBlock, config tftypes.Value) []hole {
	t.Helper()
	var made []hole
	err := tftypes.Walk(config, func(at *tftypes.AttributePath, value tftypes.Value) (bool, error) {
		steps := at.Steps()
		if len(steps) == 0 {
			return true, nil
		}
		if slices.ContainsFunc(block.Attributes, func(a *tfprotov6.SchemaAttribute) bool {
			return steps[0] == tftypes.AttributeName(a.Name) && !a.Required && !a.Optional
		}) {
			return false, nil
		}
		changes := unusual(value)
		for _, what := range slices.Sorted(maps.Keys(changes)) {
			if changes[what].Equal(value) {
				continue
			}
			changed, err := tftypes.Transform(config, func(here *tftypes.AttributePath, old tftypes.Value) (tftypes.Value, error) {
				if here.Equal(at) {
					return changes[what], nil
				}
				return old, nil
			})
			if err != nil {
				return false, err
			}
			made = append(made, hole{fmt.Sprintf("%s: %s", at, what), at, changed})
		}
		return true, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// internal is what no diagnostic may say: the words of the framework, of Go and of a
// panic. A longer text than longest quotes a value whole.
var internal = regexp.MustCompile(`always an error in the provider|Value Conversion Error|basetypes\.|tftypes\.|types\.[A-Z]|%!|\*big\.|\*errors\.|stopped this call|[Uu]nexpected (error|value)`)

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

// Whatever a configuration lacks or holds in one place, the provider answers with
// what is wrong there, in its own words, and asks nobody; or it does what was asked.
func TestHoles(t *testing.T) {
	t.Parallel()
	for _, s := range subjects(t) {
		t.Run(s.String(), func(t *testing.T) {
			t.Parallel()
			sim, url := simulated(t)
			configured := func() Server {
				return configuredServer(t, config{"api_key": simulator.DefaultAPIKey, "base_url": url, "max_retries": 0})
			}
			server := configured // a new one each time for those whose rate is limited
			if s.kind != "data" {
				server = sync.OnceValue(configured)
			}
			whole := example(t, s.name, s.schema.Block)
			requests := func() int { return len(sim.Requests()) }

			valid := hole{what: "the example", at: tftypes.NewAttributePath(), config: whole}
			if said := s.try(t, server, requests, valid, whole); len(said) > 0 && !refusedByVendor[s.name] {
				t.Fatalf("the example is refused: mend the table in holes_examples_test.go%s", texts(said))
			}
			for _, h := range holes(t, s.schema.Block, whole) {
				s.try(t, server, requests, h, whole)
			}
		})
	}
}

// try does what an engine does with a configuration, and returns the errors of the
// last step that was made.
func (s subject) try(t *testing.T, server func() Server, requests func() int, h hole, whole tftypes.Value) diagnostics {
	t.Helper()
	before, null := requests(), tftypes.NewValue(h.config.Type(), nil)
	engine := server()
	refused := s.validate(t, engine, h.config)
	checkWords(t, h.what+": validate", refused)
	refused = errorsOf(refused)
	checkPaths(t, h.what+": validate", h.at, refused)

	// An engine stops at an error; an action is planned with what was unknown when it
	// was validated.
	plan, said := s.plan(t, engine, null, h.config)
	checkWords(t, h.what+": plan", said)
	if said = errorsOf(said); len(refused) > 0 && len(said) == 0 && (s.kind == "resource" || s.kind == "action") {
		t.Errorf("%s: it is refused when it is validated, but not when it is planned", h.what)
	}
	checkPaths(t, h.what+": plan", h.at, said)
	refused = append(refused, said...)
	if len(refused) > 0 && s.kind == "data" {
		return refused // engines validate before each read
	}

	final := h.config
	if !final.IsFullyKnown() { // what was unknown turns out as the example has it
		if len(refused) > 0 {
			t.Errorf("%s: what is not known yet is refused:%s", h.what, texts(refused))
		}
		final = whole
	}
	var planned *tfprotov6.DynamicValue
	if plan != nil {
		planned = plan.PlannedState
	}
	if len(refused) > 0 {
		planned = nil
	} else if s.kind == "resource" && !h.config.IsFullyKnown() {
		// An engine plans again.
		again, _ := s.plan(t, engine, null, final)
		planned = again.PlannedState
	}
	state, said := s.act(t, engine, final, planned)
	checkWords(t, h.what+": act", said)
	said = errorsOf(said)
	if len(refused) > 0 {
		checkPaths(t, h.what+": act", h.at, said)
		if len(said) == 0 {
			t.Errorf("%s: it is refused, and done all the same", h.what)
		}
		if asked := requests() - before; asked > 0 {
			t.Errorf("%s: it is refused, after %d requests", h.what, asked)
		}
		return refused
	}
	if s.kind == "resource" && len(said) == 0 {
		s.checkKept(t, h.what, engine, plan.PlannedState, final, state)
	}
	return said
}

// checkKept asserts that a resource is what was planned, and that nothing is left to
// do.
func (s subject) checkKept(t *testing.T, what string, server Server, planned *tfprotov6.DynamicValue, config, state tftypes.Value) {
	t.Helper()
	promised, err := planned.Unmarshal(s.schema.ValueType())
	if err != nil {
		t.Fatal(err)
	}
	var was, is map[string]tftypes.Value
	if err := promised.As(&was); err != nil {
		t.Fatal(err)
	}
	if err := state.As(&is); err != nil {
		t.Fatal(err)
	}
	for name, value := range was {
		if value.IsFullyKnown() && !value.Equal(is[name]) {
			t.Errorf("%s: %s is planned as %.200s and is %.200s", what, name, value, is[name])
		}
	}
	if !state.IsFullyKnown() {
		t.Errorf("%s: the state is not fully known", what)
	}
	again, said := s.plan(t, server, state, config)
	if said = errorsOf(said); len(said) > 0 || len(again.RequiresReplace) > 0 {
		t.Errorf("%s: a second plan replaces %v%s", what, again.RequiresReplace, texts(said))
	}
}

// missing are the changes that leave something out.
var missing = regexp.MustCompile(`: null$|: unknown$|: an object of nulls$|^the example$`)

// Without an account, or while the provider's own arguments are unknown, nothing but
// what needs it fails, in plain words.
func TestHoles_Provider(t *testing.T) {
	t.Parallel()
	for _, s := range subjects(t) {
		t.Run(s.String(), func(t *testing.T) {
			t.Parallel()
			whole := example(t, s.name, s.schema.Block)
			null := tftypes.NewValue(whole.Type(), nil)
			unknown := config{}
			for name := range attributeTypes(schemas(t).Provider) {
				unknown[name] = tftypes.UnknownValue
			}
			for what, server := range map[string]Server{"not configured": NewServer("test"), "unknown": configuredServer(t, unknown)} {
				for _, h := range append(holes(t, s.schema.Block, whole), hole{what: "the example", config: whole}) {
					if !missing.MatchString(h.what) { // the rules are the same as with an account
						continue
					}
					at := what + ", " + h.what
					said := s.validate(t, server, h.config)
					checkWords(t, at, said)
					plan, more := s.plan(t, server, null, h.config)
					checkWords(t, at, more)
					if refused := errorsOf(append(said, more...)); len(refused) > 0 && h.at == nil {
						t.Errorf("%s: it is refused:%s", at, texts(refused))
					}
					if !h.config.IsFullyKnown() {
						continue
					}
					var planned *tfprotov6.DynamicValue
					if plan != nil && len(errorsOf(more)) == 0 {
						planned = plan.PlannedState
					}
					_, said = s.act(t, server, h.config, planned)
					checkWords(t, at, said)
					if len(errorsOf(said)) == 0 {
						t.Errorf("%s: it acts without an account", at)
					}
				}
			}
		})
	}
}

func attributeTypes(schema *tfprotov6.Schema) map[string]tftypes.Type {
	object, _ := schema.ValueType().(tftypes.Object)
	return object.AttributeTypes
}

// The provider block is held to the same.
func TestHoles_ProviderBlock(t *testing.T) {
	t.Parallel()
	schema := schemas(t).Provider
	s := subject{"provider", Name, schema}
	whole := exampleObject(t, s.name, schema.Block.Attributes, 0)
	for _, h := range holes(t, s.schema.Block, whole) {
		answer, err := NewServer("test").ValidateProviderConfig(t.Context(), &tfprotov6.ValidateProviderConfigRequest{Config: s.dynamic(t, h.config)})
		said := answered(t, answer, err)
		checkWords(t, h.what, said)
		checkPaths(t, h.what, h.at, said)
		configured, err := alone().ConfigureProvider(t.Context(), &tfprotov6.ConfigureProviderRequest{Config: s.dynamic(t, h.config)})
		more := answered(t, configured, err)
		checkWords(t, h.what, more)
		checkPaths(t, h.what, h.at, more)
		if len(said) > 0 && len(more) == 0 {
			t.Errorf("%s: it is refused, and taken all the same", h.what)
		}
	}
}

// So are the functions, each argument in turn. An engine calls none with a null or an
// unknown value where the parameter does not allow it.
func TestHoles_Functions(t *testing.T) {
	t.Parallel()
	server := NewServer("test")
	for name, f := range schemas(t).Functions {
		arguments := make([]tftypes.Value, len(f.Parameters))
		for i, p := range f.Parameters {
			arguments[i] = exampleValue(p.Type, examplesOf(t, name, p.Name, p.Type), 0)
		}
		if said := callFunction(t, server, name, arguments); said != nil {
			t.Fatalf("the example of %s is refused: mend the table in holes_examples_test.go: %s", name, said.Text)
		}
		for i, p := range f.Parameters {
			for what, value := range unusual(arguments[i]) {
				if value.IsNull() && !p.AllowNullValue || !value.IsFullyKnown() && !p.AllowUnknownValues {
					continue
				}
				changed := slices.Clone(arguments)
				changed[i] = value
				said := callFunction(t, server, name, changed)
				if said == nil {
					continue
				}
				if internal.MatchString(said.Text) || len(said.Text) > longest {
					t.Errorf("%s(%s: %s): it says %.500s", name, p.Name, what, said.Text)
				}
				if said.FunctionArgument == nil || *said.FunctionArgument != int64(i) {
					t.Errorf("%s(%s: %s): the error is not at this argument: %.300s", name, p.Name, what, said.Text)
				}
			}
		}
	}
}

func callFunction(t *testing.T, server Server, name string, arguments []tftypes.Value) *tfprotov6.FunctionError {
	t.Helper()
	req := &tfprotov6.CallFunctionRequest{Name: name}
	for _, argument := range arguments {
		sent, err := tfprotov6.NewDynamicValue(argument.Type(), argument)
		if err != nil {
			t.Fatal(err)
		}
		req.Arguments = append(req.Arguments, &sent)
	}
	answer, err := server.CallFunction(t.Context(), req)
	if err != nil {
		t.Fatal(err)
	}
	return answer.Error
}

package provider

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/mail"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// subject is one type of the provider, of any kind that has a configuration.
type subject struct {
	kind, name string
	schema     *tfprotov6.Schema
}

func (s subject) String() string { return s.kind + "." + s.name }

// subjects are all types that the provider has.
func subjects(t *testing.T) []subject {
	t.Helper()
	all := schemas(t)
	var list []subject
	add := func(kind string, of map[string]*tfprotov6.Schema) {
		for _, name := range slices.Sorted(maps.Keys(of)) {
			list = append(list, subject{kind, name, of[name]})
		}
	}
	add("data", all.DataSourceSchemas)
	add("resource", all.ResourceSchemas)
	add("ephemeral", all.EphemeralResourceSchemas)
	add("list", all.ListResourceSchemas)
	actions := map[string]*tfprotov6.Schema{}
	for name, action := range all.ActionSchemas {
		actions[name] = action.Schema
	}
	add("action", actions)
	return list
}

func (s subject) dynamic(t *testing.T, value tftypes.Value) *tfprotov6.DynamicValue {
	t.Helper()
	sent, err := tfprotov6.NewDynamicValue(s.schema.ValueType(), value)
	if err != nil {
		t.Fatal(err)
	}
	return &sent
}

// validate is what an engine does first.
func (s subject) validate(t *testing.T, server Server, config tftypes.Value) diagnostics {
	t.Helper()
	ctx, sent := t.Context(), s.dynamic(t, config)
	var answer any
	var err error
	switch s.kind {
	case "data":
		answer, err = server.ValidateDataResourceConfig(ctx, &tfprotov6.ValidateDataResourceConfigRequest{TypeName: s.name, Config: sent})
	case "resource":
		answer, err = server.ValidateResourceConfig(ctx, &tfprotov6.ValidateResourceConfigRequest{
			TypeName: s.name, Config: sent,
			ClientCapabilities: &tfprotov6.ValidateResourceConfigClientCapabilities{WriteOnlyAttributesAllowed: true},
		})
	case "ephemeral":
		answer, err = server.ValidateEphemeralResourceConfig(ctx, &tfprotov6.ValidateEphemeralResourceConfigRequest{TypeName: s.name, Config: sent})
	case "list":
		answer, err = server.ValidateListResourceConfig(ctx, &tfprotov6.ValidateListResourceConfigRequest{TypeName: s.name, Config: sent})
	case "action":
		answer, err = server.ValidateActionConfig(ctx, &tfprotov6.ValidateActionConfigRequest{ActionType: s.name, Config: sent})
	}
	return answered(t, answer, err)
}

// plan is what an engine does next, with resources and actions. The state is null
// before a resource is created.
func (s subject) plan(t *testing.T, server Server, state, config tftypes.Value) (planned *tfprotov6.PlanResourceChangeResponse, said diagnostics) {
	t.Helper()
	ctx, sent := t.Context(), s.dynamic(t, config)
	switch s.kind {
	case "resource":
		answer, err := server.PlanResourceChange(ctx, &tfprotov6.PlanResourceChangeRequest{
			TypeName: s.name, Config: sent, PriorState: s.dynamic(t, state), ProposedNewState: s.dynamic(t, s.proposed(state, config)),
		})
		return answer, answered(t, answer, err)
	case "action":
		answer, err := server.PlanAction(ctx, &tfprotov6.PlanActionRequest{ActionType: s.name, Config: sent})
		return nil, answered(t, answer, err)
	default:
		return nil, nil
	}
}

// proposed is the configuration without write-only values, and with what the state has of
// computed attributes.
func (s subject) proposed(state, config tftypes.Value) tftypes.Value {
	if config.IsNull() || !config.IsKnown() {
		return config
	}
	var before, wanted map[string]tftypes.Value
	_, _ = state.As(&before), config.As(&wanted)
	wanted = maps.Clone(wanted) // it is the configuration's own
	for _, a := range s.schema.Block.Attributes {
		switch {
		case a.WriteOnly:
			wanted[a.Name] = tftypes.NewValue(a.ValueType(), nil)
		case a.Computed && wanted[a.Name].IsNull() && !state.IsNull():
			wanted[a.Name] = before[a.Name]
		}
	}
	return tftypes.NewValue(config.Type(), wanted)
}

// act is what an engine does last: it reads, creates or invokes. The state is that
// of a resource.
func (s subject) act(t *testing.T, server Server, config tftypes.Value, planned *tfprotov6.DynamicValue) (state tftypes.Value, said diagnostics) {
	t.Helper()
	ctx, sent, null := t.Context(), s.dynamic(t, config), tftypes.NewValue(s.schema.ValueType(), nil)
	var answer any
	var err error
	switch s.kind {
	case "data":
		answer, err = server.ReadDataSource(ctx, &tfprotov6.ReadDataSourceRequest{TypeName: s.name, Config: sent})
	case "resource":
		if planned == nil {
			planned = sent
		}
		applied, failed := server.ApplyResourceChange(ctx, &tfprotov6.ApplyResourceChangeRequest{
			TypeName: s.name, Config: sent, PriorState: s.dynamic(t, null), PlannedState: planned,
		})
		said = answered(t, applied, failed)
		if applied.NewState == nil {
			return null, said
		}
		state, err = applied.NewState.Unmarshal(s.schema.ValueType())
		if err != nil {
			t.Fatal(err)
		}
		return state, said
	case "ephemeral":
		answer, err = server.OpenEphemeralResource(ctx, &tfprotov6.OpenEphemeralResourceRequest{TypeName: s.name, Config: sent})
	case "list":
		answer, err = server.ListResource(ctx, &tfprotov6.ListResourceRequest{TypeName: s.name, Config: sent, Limit: 10})
	case "action":
		answer, err = server.InvokeAction(ctx, &tfprotov6.InvokeActionRequest{ActionType: s.name, Config: sent})
	}
	return null, answered(t, answer, err)
}

func answered(t *testing.T, answer any, err error) diagnostics {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	var list diagnostics
	for _, d := range said(answer) {
		list = append(list, &d)
	}
	return list
}

func errorsOf(list diagnostics) diagnostics {
	return slices.DeleteFunc(slices.Clone(list), func(d *tfprotov6.Diagnostic) bool { return d.Severity != tfprotov6.DiagnosticSeverityError })
}

func texts(list diagnostics) string {
	var b strings.Builder
	for _, d := range list {
		fmt.Fprintf(&b, "\n  %s %s: %s", d.Attribute, d.Summary, d.Detail)
	}
	return b.String()
}

// simulated is the account that a server of the provider is configured for.
func simulated(t *testing.T) (*simulator.Simulator, *simulator.Server) {
	t.Helper()
	sim, at := simulator.StartAll(t, simulator.Options{NoRateLimits: true})
	sim.AddMessage(simulator.Message{Tag: "promo1", Recipients: []simulator.Recipient{{Number: "0600000000"}, {Number: "+33600000001"}}})
	sim.AddSubaccount(sms.Subaccount{Token: "T789", Email: "sub@example.com"})
	sim.Mail.AddSubaccount(sms.Subaccount{Token: "T789", Email: "sub@example.com"})
	sim.Mail.AddMail(mail.Mail{Recipients: []mail.Recipient{{Address: mail.Address{Email: "a@example.com"}}, {Address: mail.Address{Email: "b@example.com"}}}})
	sim.AddContact(sms.Contact{ID: "C456", GroupID: "G1", Number: "+33600000009"})
	return sim, at
}

// configuredServer is the provider, configured with a block.
func configuredServer(t *testing.T, block config) Server {
	t.Helper()
	server := alone()
	value, _ := block.value(t)
	sent, err := tfprotov6.NewDynamicValue(value.Type(), value)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := server.ConfigureProvider(context.Background(), &tfprotov6.ConfigureProviderRequest{Config: &sent})
	if list := answered(t, answer, err); len(list) > 0 {
		t.Fatal(texts(list))
	}
	return server
}

// alone is the provider where the environment has none of its variables.
func alone() Server {
	return newServer(&smspartnerProvider{lookupEnv: environment{}.lookup, services: Services()})
}

// example makes a valid configuration of the examples.
func example(t *testing.T, name string, block *tfprotov6.SchemaBlock) tftypes.Value {
	t.Helper()
	if len(block.BlockTypes) > 0 {
		t.Fatalf("%s has blocks, of which this test makes no examples: use nested attributes", name)
	}
	return exampleObject(t, name, block.Attributes, 0)
}

func exampleObject(t *testing.T, name string, attributes []*tfprotov6.SchemaAttribute, place int) tftypes.Value {
	t.Helper()
	values, kinds := map[string]tftypes.Value{}, map[string]tftypes.Type{}
	for _, a := range attributes {
		kinds[a.Name] = a.ValueType()
		values[a.Name] = exampleAttribute(t, name, a, place)
	}
	return tftypes.NewValue(tftypes.Object{AttributeTypes: kinds}, values)
}

// elements is how many objects a nested collection has.
const elements = 2

func exampleAttribute(t *testing.T, name string, a *tfprotov6.SchemaAttribute, place int) tftypes.Value {
	t.Helper()
	as := a.ValueType()
	if !a.Required && !a.Optional {
		return tftypes.NewValue(as, nil)
	}
	if a.NestedType != nil {
		if found, ok := examples[a.Name]; ok && found[0] == none {
			return tftypes.NewValue(as, nil)
		}
		if a.NestedType.Nesting == tfprotov6.SchemaObjectNestingModeSingle {
			return exampleObject(t, name, a.NestedType.Attributes, 0)
		}
		var list []tftypes.Value
		byKey := map[string]tftypes.Value{}
		for i := range elements {
			object := exampleObject(t, name, a.NestedType.Attributes, i)
			list, byKey[exampleKey(name+"."+a.Name, i)] = append(list, object), object
		}
		if as.Is(tftypes.Map{}) {
			return tftypes.NewValue(as, byKey)
		}
		return tftypes.NewValue(as, list)
	}
	return exampleValue(name+"."+a.Name, as, examplesOf(t, name, a.Name, as), place)
}

// exampleKey is a valid key of a map.
func exampleKey(of string, i int) string {
	if keys := examplesOfKeys[of]; keys != nil {
		return keys[i]
	}
	return fmt.Sprint("key", i)
}

// examplesOf are valid values of an argument of a type or a function, or of its elements.
func examplesOf(t *testing.T, of, argument string, as tftypes.Type) []any {
	t.Helper()
	for _, name := range []string{of + "." + argument, argument} {
		if found, ok := examples[name]; ok {
			return found
		}
	}
	if element := elementType(as); element != nil {
		as = element
	}
	found, ok := anyValue[as.String()]
	if !ok {
		t.Fatalf("no example of the argument %s of %s: add a valid value to the table in holes_examples_test.go", argument, of)
	}
	return found
}

func exampleValue(of string, as tftypes.Type, found []any, place int) tftypes.Value {
	primitive := func(as tftypes.Type, value any) tftypes.Value { return tftypes.NewValue(as, value) }
	element := elementType(as)
	if element == nil {
		return primitive(as, found[place%len(found)])
	}
	var all []tftypes.Value
	byKey := map[string]tftypes.Value{}
	for i, value := range found {
		all = append(all, primitive(element, value))
		byKey[exampleKey(of, i)] = all[i]
	}
	if as.Is(tftypes.Map{}) {
		return tftypes.NewValue(as, byKey)
	}
	return tftypes.NewValue(as, all)
}

// elementType is what a collection holds, and nil for what is no collection.
func elementType(as tftypes.Type) tftypes.Type {
	switch as := as.(type) {
	case tftypes.Set:
		return as.ElementType
	case tftypes.List:
		return as.ElementType
	case tftypes.Map:
		return as.ElementType
	default:
		return nil
	}
}

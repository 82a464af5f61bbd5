package sending_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/smspartner/terraform-provider-smspartner/internal/provider"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// server speaks the engines' protocol with the provider, in memory: so each
// answer is seen as it is, and actions are tested whatever the engine.
type server struct {
	provider.Server
	schemas *tfprotov6.GetProviderSchemaResponse
}

// newServer returns the provider, configured with a key that nobody has and an
// address where nothing is: it must not be asked.
func newServer(t *testing.T) *server {
	t.Helper()
	answers := provider.NewServer("test")
	schemas, err := answers.GetProviderSchema(t.Context(), &tfprotov6.GetProviderSchemaRequest{})
	if err != nil {
		t.Fatal(err)
	}
	s := &server{answers, schemas}
	config := arguments{"api_key": simulator.DefaultAPIKey, "base_url": "http://127.0.0.1:1/v1"}.value(t, schemas.Provider)
	configured, err := s.ConfigureProvider(t.Context(), &tfprotov6.ConfigureProviderRequest{Config: config})
	if err != nil || len(configured.Diagnostics) > 0 {
		t.Fatal(err, configured)
	}
	return s
}

// arguments are the values of a configuration: strings, bools, lists of strings
// and of arguments, nil, and [pending].
type arguments map[string]any

// pending is the value of what waits for an apply.
type pending struct{}

// with returns the arguments with others in their place.
func (a arguments) with(others arguments) arguments {
	all := maps.Clone(a)
	maps.Copy(all, others)
	return all
}

// value is the configuration of a whole block.
func (a arguments) value(t *testing.T, schema *tfprotov6.Schema) *tfprotov6.DynamicValue {
	t.Helper()
	object := schema.ValueType()
	value, err := tfprotov6.NewDynamicValue(object, typed(object, a))
	if err != nil {
		t.Fatal(err)
	}
	return &value
}

func typed(as tftypes.Type, value any) tftypes.Value {
	switch value := value.(type) {
	case nil:
		return tftypes.NewValue(as, nil)
	case pending:
		return tftypes.NewValue(as, tftypes.UnknownValue)
	case arguments:
		object, _ := as.(tftypes.Object)
		attributes := map[string]tftypes.Value{}
		for name, attribute := range object.AttributeTypes {
			attributes[name] = typed(attribute, value[name])
		}
		return tftypes.NewValue(as, attributes)
	case []any:
		var element tftypes.Type
		switch as := as.(type) {
		case tftypes.Set:
			element = as.ElementType
		case tftypes.List:
			element = as.ElementType
		}
		list := make([]tftypes.Value, len(value))
		for i := range value {
			list[i] = typed(element, value[i])
		}
		return tftypes.NewValue(as, list)
	default:
		return tftypes.NewValue(as, value)
	}
}

// check validates and plans a resource and an action with these arguments, and
// returns what both say of it: the attribute and the sentence.
func (s *server) check(t *testing.T, name string, config arguments) []string {
	t.Helper()
	ctx := t.Context()
	resourceSays, actionSays := s.resource(ctx, t, "smspartner_"+name, config), s.action(ctx, t, "smspartner_send_"+name, config)
	if !slices.Equal(resourceSays, actionSays) {
		t.Errorf("the resource says %q,\nthe action says %q", resourceSays, actionSays)
	}
	return resourceSays
}

func (s *server) resource(ctx context.Context, t *testing.T, name string, config arguments) []string {
	t.Helper()
	schema := s.schemas.ResourceSchemas[name]
	value := config.value(t, schema)
	validated, err := s.ValidateResourceConfig(ctx, &tfprotov6.ValidateResourceConfigRequest{
		TypeName: name, Config: value,
		ClientCapabilities: &tfprotov6.ValidateResourceConfigClientCapabilities{WriteOnlyAttributesAllowed: true},
	})
	if err != nil {
		t.Fatal(err)
	}
	if said := sentences(validated.Diagnostics); said != nil {
		return said
	}
	nothing, err := tfprotov6.NewDynamicValue(schema.ValueType(), tftypes.NewValue(schema.ValueType(), nil))
	if err != nil {
		t.Fatal(err)
	}
	// An engine proposes write-only values as null.
	planned, err := s.PlanResourceChange(ctx, &tfprotov6.PlanResourceChangeRequest{
		TypeName: name, PriorState: &nothing, ProposedNewState: config.with(arguments{"message_wo": nil}).value(t, schema), Config: value,
	})
	if err != nil {
		t.Fatal(err)
	}
	return sentences(planned.Diagnostics)
}

func (s *server) action(ctx context.Context, t *testing.T, name string, config arguments) []string {
	t.Helper()
	value := config.value(t, s.schemas.ActionSchemas[name].Schema)
	validated, err := s.ValidateActionConfig(ctx, &tfprotov6.ValidateActionConfigRequest{ActionType: name, Config: value})
	if err != nil {
		t.Fatal(err)
	}
	if said := sentences(validated.Diagnostics); said != nil {
		return said
	}
	planned, err := s.PlanAction(ctx, &tfprotov6.PlanActionRequest{ActionType: name, Config: value})
	if err != nil {
		t.Fatal(err)
	}
	return sentences(planned.Diagnostics)
}

// sentences are the diagnostics with the attribute that each blames.
func sentences(diags []*tfprotov6.Diagnostic) []string {
	var said []string
	for _, d := range diags {
		said = append(said, fmt.Sprintf("%s: %s", attribute(d.Attribute), d.Detail))
	}
	slices.Sort(said)
	return said
}

// attribute writes a path as a configuration would: messages[1].message.
func attribute(at *tftypes.AttributePath) string {
	text := ""
	for _, step := range at.Steps() {
		switch step := step.(type) {
		case tftypes.AttributeName:
			if text != "" {
				text += "."
			}
			text += string(step)
		case tftypes.ElementKeyInt:
			text += fmt.Sprintf("[%d]", step)
		case tftypes.ElementKeyValue:
			var element string
			_ = tftypes.Value(step).As(&element)
			text += fmt.Sprintf("[%q]", element)
		}
	}
	return text
}

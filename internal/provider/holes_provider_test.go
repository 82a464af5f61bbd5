package provider

import (
	"regexp"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

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

package attribute_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	action "github.com/hashicorp/terraform-plugin-framework/action/schema"
	"github.com/hashicorp/terraform-plugin-framework/attr"
	datasource "github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	resource "github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

var (
	two    = attribute.Size{Plural: "things", Lowest: 1, Highest: 2}
	number = attribute.Argument{Name: "number", Form: attribute.Phone{}, Required: true, Description: "A number."}
	text   = attribute.Argument{Name: "text", Form: attribute.Text{Rule: validate.Choice("a")}, Description: "A text."}
	inner  = []attribute.Argument{number, text}
)

// present is an object validator that says nothing.
type present struct{ validator.Object }

func (present) Description(context.Context) string { return "an object" }

// property is what schemas of all kinds tell of an attribute.
type property interface {
	GetType() attr.Type
	IsRequired() bool
	IsOptional() bool
	IsComputed() bool
	GetMarkdownDescription() string
}

// rules are the descriptions of the validators of an attribute of any kind.
func rules(t *testing.T, a property) string {
	t.Helper()
	var rules []string
	add := func(v interface {
		Description(ctx context.Context) string
	},
	) {
		rules = append(rules, v.Description(t.Context()))
	}
	switch a := a.(type) {
	case interface{ StringValidators() []validator.String }:
		for _, v := range a.StringValidators() {
			add(v)
		}
	case interface{ NumberValidators() []validator.Number }:
		for _, v := range a.NumberValidators() {
			add(v)
		}
	case interface{ SetValidators() []validator.Set }:
		for _, v := range a.SetValidators() {
			add(v)
		}
	case interface{ MapValidators() []validator.Map }:
		for _, v := range a.MapValidators() {
			add(v)
		}
	case interface{ ListValidators() []validator.List }:
		for _, v := range a.ListValidators() {
			add(v)
		}
	case interface{ ObjectValidators() []validator.Object }:
		for _, v := range a.ObjectValidators() {
			add(v)
		}
	}
	return strings.Join(rules, ", ")
}

// An argument is the same in the schemas of all kinds.
func TestArgument_Kinds(t *testing.T) {
	t.Parallel()
	object := types.ObjectType{AttrTypes: map[string]attr.Type{"number": phone.Type{}, "text": types.StringType}}
	for name, test := range map[string]struct {
		form  attribute.Form
		kind  attr.Type
		rules string
	}{
		"any text": {attribute.Text{}, types.StringType, ""},
		"text":     {attribute.Text{Rule: validate.Choice("a", "b")}, types.StringType, `one of "a", "b"`},
		"amount":   {attribute.Amount{}, types.NumberType, "an amount of more than 0, with at most 3 decimals"},
		"whole":    {attribute.Whole{Lowest: 1, Highest: 9}, types.NumberType, "a whole number from 1 to 9"},
		"texts":    {attribute.Texts{Size: two, Each: "a", Rule: validate.OneOf("a")}, types.SetType{ElemType: types.StringType}, "1 to 2 things, without null, each a"},
		"wholes":   {attribute.Wholes{Rule: validate.Wholes(1, 9, "thing", validate.OneOf("a"))}, types.MapType{ElemType: types.NumberType}, "a whole number from 1 to 9 for each thing"},
		"flag":     {attribute.Flag{}, types.BoolType, ""},
		"phone":    {attribute.Phone{}, phone.Type{}, ""},
		"phones":   {attribute.Phones{Size: two}, types.SetType{ElemType: phone.Type{}}, "1 to 2 things, without null, phone numbers"},
		"object":   {attribute.Object{Of: inner, Rule: present{}}, object, "an object"},
		"objects":  {attribute.Objects{Size: two, Of: inner}, types.ListType{ElemType: object}, "1 to 2 things"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, required := range []bool{true, false} {
				a := attribute.Argument{Name: "a", Form: test.form, Required: required, Description: "An argument."}
				for kind, got := range map[string]property{"resource": a.Resource(), "data source": a.DataSource(), "action": a.Action()} {
					if !got.GetType().Equal(test.kind) || rules(t, got) != test.rules {
						t.Errorf("%s: it is %s with the rules %q, want %s with %q", kind, got.GetType(), rules(t, got), test.kind, test.rules)
					}
					if got.IsRequired() != required || got.IsOptional() == required || got.IsComputed() || got.GetMarkdownDescription() != "An argument." {
						t.Errorf("%s: required %v, optional %v, computed %v, %q", kind, got.IsRequired(), got.IsOptional(), got.IsComputed(), got.GetMarkdownDescription())
					}
				}
			}
		})
	}
}

// Only a resource has a state to keep what the provider made.
func TestText_Made(t *testing.T) {
	t.Parallel()
	a := attribute.Argument{Name: "tag", Form: attribute.Text{Made: true}}
	made, ok := a.Resource().(resource.StringAttribute)
	if !ok || !made.Optional || !made.Computed || len(made.PlanModifiers) != 1 {
		t.Errorf("got %+v", made)
	}
	if a.DataSource().IsComputed() || a.Action().IsComputed() {
		t.Error("it is computed outside a resource")
	}
}

// Engines hide a sensitive value where a kind of schema can say so.
func TestText_Sensitive(t *testing.T) {
	t.Parallel()
	for _, sensitive := range []bool{true, false} {
		a := attribute.Argument{Name: "token", Form: attribute.Text{Sensitive: sensitive}}
		if a.Resource().IsSensitive() != sensitive || a.DataSource().IsSensitive() != sensitive {
			t.Errorf("it is not sensitive: %t", sensitive)
		}
	}
}

// Only a resource keeps values in a state, and can be told not to.
func TestText_WriteOnly(t *testing.T) {
	t.Parallel()
	for _, writeOnly := range []bool{true, false} {
		a := attribute.Argument{Name: "message_wo", Form: attribute.Text{WriteOnly: writeOnly}}
		if a.Resource().IsWriteOnly() != writeOnly || a.DataSource().IsWriteOnly() {
			t.Errorf("write-only in a resource %t, in a data source %t", a.Resource().IsWriteOnly(), a.DataSource().IsWriteOnly())
		}
	}
}

// What an object in a list requires is said by its rule and its description.
func TestObjects_Required(t *testing.T) {
	t.Parallel()
	a := attribute.Argument{Name: "list", Form: attribute.Objects{Size: two, Of: inner}}
	inResource, _ := a.Resource().(resource.ListNestedAttribute)
	inDataSource, _ := a.DataSource().(datasource.ListNestedAttribute)
	inAction, _ := a.Action().(action.ListNestedAttribute)
	for kind, nested := range map[string]struct {
		number, text property
		rules        []validator.Object
	}{
		"resource":    {inResource.NestedObject.Attributes["number"], inResource.NestedObject.Attributes["text"], inResource.NestedObject.Validators},
		"data source": {inDataSource.NestedObject.Attributes["number"], inDataSource.NestedObject.Attributes["text"], inDataSource.NestedObject.Validators},
		"action":      {inAction.NestedObject.Attributes["number"], inAction.NestedObject.Attributes["text"], inAction.NestedObject.Validators},
	} {
		for want, argument := range map[string]property{"Required. A number.": nested.number, "A text.": nested.text} {
			if !argument.IsOptional() || argument.IsRequired() || argument.GetMarkdownDescription() != want {
				t.Errorf("%s: optional %v, %q, want %q", kind, argument.IsOptional(), argument.GetMarkdownDescription(), want)
			}
		}
		if len(nested.rules) != 1 || nested.rules[0].Description(t.Context()) != "an object with number" {
			t.Errorf("%s: the rules are %v", kind, nested.rules)
		}
	}
	if !slices.ContainsFunc(inner, func(a attribute.Argument) bool { return a.Required && a.Description == "A number." }) {
		t.Error("it changed what it was given")
	}
}

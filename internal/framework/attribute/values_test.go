package attribute_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
)

// What is unknown anywhere in an argument can turn out to be anything.
func TestValues_Known(t *testing.T) {
	t.Parallel()
	known, unknown := types.StringValue("x"), types.StringUnknown()
	of := map[string]attr.Type{"a": types.StringType}
	object := func(value attr.Value) attr.Value {
		return types.ObjectValueMust(of, map[string]attr.Value{"a": value})
	}
	arg := attribute.Argument{Name: "a"}
	for name, in := range map[string]func(attr.Value) attr.Value{
		"text": func(v attr.Value) attr.Value { return v },
		"set":  func(v attr.Value) attr.Value { return types.SetValueMust(types.StringType, []attr.Value{v}) },
		"list": func(v attr.Value) attr.Value { return types.ListValueMust(types.StringType, []attr.Value{v}) },
		"map": func(v attr.Value) attr.Value {
			return types.MapValueMust(types.StringType, map[string]attr.Value{"k": v})
		},
		"object": object,
		"list of objects": func(v attr.Value) attr.Value {
			return types.ListValueMust(types.ObjectType{AttrTypes: of}, []attr.Value{object(known), object(v)})
		},
	} {
		for value, want := range map[attr.Value]bool{known: true, unknown: false} {
			if got := (attribute.Values{"a": in(value)}).Known(arg); got != want {
				t.Errorf("%s of %s: known is %t", name, value, got)
			}
		}
	}
	if !(attribute.Values{}).Known(arg) || (attribute.Values{"a": types.MapUnknown(types.StringType)}).Known(arg) {
		t.Error("an absent argument is known, and an unknown map is not")
	}
}

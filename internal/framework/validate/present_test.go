package validate_test

import (
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

func long(n int) string { return strings.Repeat("a", n) }

func TestPresent(t *testing.T) {
	t.Parallel()
	kinds := map[string]attr.Type{"a": types.StringType, "b": types.StringType, "c": types.StringType}
	object := func(a, b types.String) types.Object {
		return types.ObjectValueMust(kinds, map[string]attr.Value{"a": a, "b": b, "c": types.StringNull()})
	}
	at := path.Root("messages").AtListIndex(1)
	missing := func(name string) diag.Diagnostic {
		return diag.NewAttributeErrorDiagnostic(at.AtName(name), "Missing messages[1]."+name, "It is required: write a value.")
	}
	there := types.StringValue("")
	for name, test := range map[string]struct {
		value types.Object
		want  diag.Diagnostics
	}{
		"there":             {object(there, there), nil},
		"unknown":           {types.ObjectUnknown(kinds), nil},
		"unknown attribute": {object(types.StringUnknown(), there), nil},
		"a null":            {object(types.StringNull(), there), diag.Diagnostics{missing("a")}},
		"two nulls":         {object(types.StringNull(), types.StringNull()), diag.Diagnostics{missing("a"), missing("b")}},
		"null": {types.ObjectNull(kinds), diag.Diagnostics{diag.NewAttributeErrorDiagnostic(at, "Invalid value for messages",
			"One element of messages is null: leave it out, for example with a condition in a for expression.")}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var resp validator.ObjectResponse
			present := validate.Present("a", "b")
			present.ValidateObject(t.Context(), validator.ObjectRequest{Path: at, ConfigValue: test.value}, &resp)
			if !resp.Diagnostics.Equal(test.want) {
				t.Errorf("got %v, want %v", resp.Diagnostics, test.want)
			}
			if got := present.Description(t.Context()); got != "an object with a and b" || present.MarkdownDescription(t.Context()) != got {
				t.Errorf("it is described as %q", got)
			}
		})
	}
}

func TestNoNulls(t *testing.T) {
	t.Parallel()
	at := path.Root("to")
	elements := []attr.Value{types.StringValue("a"), types.StringUnknown(), types.StringNull()}
	const detail = "One element of to is null: leave it out, for example with a condition in a for expression."
	for name, n := range map[string]int{"none": 2, "one": 3} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var wantOfList, wantOfSet diag.Diagnostics
			if n == 3 {
				wantOfList = diag.Diagnostics{diag.NewAttributeErrorDiagnostic(at.AtListIndex(2), "Invalid value for to", detail)}
				wantOfSet = diag.Diagnostics{diag.NewAttributeErrorDiagnostic(at.AtSetValue(elements[2]), "Invalid value for to", detail)}
			}
			var ofList validator.ListResponse
			validate.NoNulls{}.ValidateList(t.Context(), validator.ListRequest{Path: at, ConfigValue: types.ListValueMust(types.StringType, elements[:n])}, &ofList)
			var ofSet validator.SetResponse
			validate.NoNulls{}.ValidateSet(t.Context(), validator.SetRequest{Path: at, ConfigValue: types.SetValueMust(types.StringType, elements[:n])}, &ofSet)
			if !ofList.Diagnostics.Equal(wantOfList) || !ofSet.Diagnostics.Equal(wantOfSet) {
				t.Errorf("got %v and %v, want %v and %v", ofList.Diagnostics, ofSet.Diagnostics, wantOfList, wantOfSet)
			}
		})
	}
}

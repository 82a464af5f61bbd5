package validate_test

import (
	"math/big"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

// told writes diagnostics with the names of their attributes.
func told(diags diag.Diagnostics) string {
	var all []string
	for _, d := range diags {
		at, _ := d.(diag.DiagnosticWithPath)
		all = append(all, validate.Name(at.Path())+": "+d.Detail())
	}
	return strings.Join(all, " ")
}

func TestTexts(t *testing.T) {
	t.Parallel()
	set := func(elements ...attr.Value) types.Set { return types.SetValueMust(types.StringType, elements) }
	a, b := types.StringValue("a"), types.StringValue("b")
	for name, test := range map[string]struct {
		set  types.Set
		want string
	}{
		"null":    {types.SetNull(types.StringType), ""},
		"unknown": {types.SetUnknown(types.StringType), ""},
		"empty":   {set(), "letters: It is empty: write 1 to 2 letters."},
		"good":    {set(a, types.StringUnknown()), ""},
		"bad":     {set(a, b), `letters["b"]: "b" is not among the values "a".`},
		"a null":  {set(a, types.StringNull()), "letters[<null>]: One element of letters is null: leave it out, for example with a condition in a for expression."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var resp validator.SetResponse
			for _, v := range validate.Texts("letters", 1, 2, "an a", validate.OneOf("a")) {
				v.ValidateSet(t.Context(), validator.SetRequest{Path: path.Root("letters"), ConfigValue: test.set}, &resp)
			}
			if got := told(resp.Diagnostics); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestWholes(t *testing.T) {
	t.Parallel()
	number := func(n float64) types.Number { return types.NumberValue(big.NewFloat(n)) }
	of := func(elements map[string]attr.Value) types.Map { return types.MapValueMust(types.NumberType, elements) }
	for name, test := range map[string]struct {
		value types.Map
		want  string
	}{
		"null":    {types.MapNull(types.NumberType), ""},
		"unknown": {types.MapUnknown(types.NumberType), ""},
		"empty":   {of(map[string]attr.Value{}), "volumes: It is empty: write a whole number from 1 to 9 for each letter."},
		"good":    {of(map[string]attr.Value{"a": number(9), "b": types.NumberUnknown()}), ""},
		"null in": {of(map[string]attr.Value{"a": types.NumberNull()}), `volumes["a"]: One element of volumes is null: leave it out, for example with a condition in a for expression.`},
		"bad": {
			of(map[string]attr.Value{"a": number(10), "b": number(1.5), "c": number(1)}),
			`volumes["a"]: 10 is out of range: write a whole number from 1 to 9. volumes["b"]: 1.5 is not a whole number: write a whole number from 1 to 9. ` +
				`volumes["c"]: "c" is not among the values "a", "b".`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var resp validator.MapResponse
			validate.Wholes(1, 9, "letter", validate.OneOf("a", "b")).ValidateMap(t.Context(), validator.MapRequest{Path: path.Root("volumes"), ConfigValue: test.value}, &resp)
			if got := told(resp.Diagnostics); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

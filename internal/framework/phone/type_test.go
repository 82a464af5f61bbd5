package phone_test

import (
	"errors"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/attr/xattr"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
)

func number(text string) phone.Number { return phone.Number{StringValue: types.StringValue(text)} }

var (
	null    = phone.Number{StringValue: types.StringNull()}
	unknown = phone.Number{StringValue: types.StringUnknown()}
)

// Two spellings of one number are equal, as [phone.Same] of the vendor's numbers
// has it.
func TestNumber_SemanticEquality(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"06 00 00 00 01", "+33600000001", true},
		{"0692 12 34 56", "+262692123456", true},
		{"0692 12 34 56", "+33692123456", false},
		{"0011 65 9123 4567", "+6591234567", true},
		{"0600000001", "0600000002", false},
	} {
		for _, pair := range [][2]string{{test.a, test.b}, {test.b, test.a}} {
			got, diags := number(pair[0]).StringSemanticEquals(t.Context(), number(pair[1]))
			if got != test.want || diags.HasError() {
				t.Errorf("%q and %q: %v %v, want %v", pair[0], pair[1], got, diags, test.want)
			}
		}
	}
}

// A number has no equal of another type, and neither has one that is not there.
func TestNumber_SemanticEqualityWithoutNumber(t *testing.T) {
	t.Parallel()
	for name, other := range map[string]phone.Number{"null": null, "unknown": unknown} {
		if got, _ := number("0600000001").StringSemanticEquals(t.Context(), other); got {
			t.Errorf("a number equals %s", name)
		}
		if got, _ := other.StringSemanticEquals(t.Context(), number("0600000001")); got {
			t.Errorf("%s equals a number", name)
		}
	}
	if got, _ := number("0600000001").StringSemanticEquals(t.Context(), types.StringValue("0600000001")); got {
		t.Error("a number equals a plain string")
	}
}

func TestNumber_Equal(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		a    phone.Number
		b    attr.Value
		want bool
	}{
		"same":         {number("0600000001"), number("0600000001"), true},
		"spelling":     {number("0600000001"), number("06 00 00 00 01"), false},
		"null":         {null, null, true},
		"unknown":      {unknown, unknown, true},
		"null unknown": {null, unknown, false},
		"string":       {number("0600000001"), types.StringValue("0600000001"), false},
	} {
		if got := test.a.Equal(test.b); got != test.want {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}

func TestType(t *testing.T) {
	t.Parallel()
	var kind attr.Type = phone.Type{}
	if !kind.Equal(phone.Type{}) || kind.Equal(types.StringType) || types.StringType.Equal(kind) {
		t.Error("the type equals a string's")
	}
	if got := kind.String(); got != "phone.Type" {
		t.Errorf("String() = %q", got)
	}
	if !kind.ValueType(t.Context()).Type(t.Context()).Equal(kind) {
		t.Error("its value has another type")
	}
	for name, test := range map[string]struct {
		in   any
		want phone.Number
	}{
		"known":   {"06 00 00 00 01", number("06 00 00 00 01")},
		"null":    {nil, null},
		"unknown": {tftypes.UnknownValue, unknown},
	} {
		got, err := kind.ValueFromTerraform(t.Context(), tftypes.NewValue(tftypes.String, test.in))
		if err != nil || !test.want.Equal(got) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
		fromString, diags := phone.Type{}.ValueFromString(t.Context(), test.want.StringValue)
		if diags.HasError() || !test.want.Equal(fromString) {
			t.Errorf("%s, from a string: %v, %v", name, fromString, diags)
		}
	}
	if got, err := kind.ValueFromTerraform(t.Context(), tftypes.NewValue(tftypes.Bool, true)); err == nil {
		t.Errorf("a bool became %v", got)
	}
}

// Before the provider is configured, only what no region has is refused.
func TestNumber_ValidateAttribute(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		number phone.Number
		want   string
	}{
		"null":               {null, ""},
		"unknown":            {unknown, ""},
		"national":           {number("06 00 00 00 01"), ""},
		"wrong only in FR":   {number("060000000"), ""},
		"international":      {number("+33600000001"), ""},
		"empty":              {number(""), `"" is not a phone number: it has no digits`},
		"letters":            {number("06O0000001"), `"06O0000001" is not a phone number: 'O' is neither a digit nor a separator`},
		"short":              {number("061"), `"061" is not a phone number: it is too short for any region`},
		"long":               {number("0600000001234567"), `"0600000001234567" is not a phone number: it is too long for any region`},
		"international long": {number("+3360000000000000"), `"+3360000000000000" is not a phone number: it is too long for its country`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			at := path.Root("messages").AtListIndex(3).AtName("phone_number")
			var resp xattr.ValidateAttributeResponse
			test.number.ValidateAttribute(t.Context(), xattr.ValidateAttributeRequest{Path: at}, &resp)
			var want diag.Diagnostics
			if test.want != "" {
				want.Append(phone.Invalid(at, errors.New(test.want)))
			}
			if !resp.Diagnostics.Equal(want) {
				t.Errorf("got %v, want %v", resp.Diagnostics, want)
			}
		})
	}
}

// A number of a length that none of its country is known to have can be that of a
// machine.
func TestNumber_ValidateAttribute_UnusualLength(t *testing.T) {
	t.Parallel()
	at := path.Root("messages").AtListIndex(3).AtName("phone_number")
	var resp xattr.ValidateAttributeResponse
	number("+45 37 00 00 00 00 01").ValidateAttribute(t.Context(), xattr.ValidateAttributeRequest{Path: at}, &resp)
	want := diag.Diagnostics{diag.NewAttributeWarningDiagnostic(at, "Unusual phone number in messages[3].phone_number",
		`"+45 37 00 00 00 00 01" has more or fewer digits than any known number of its country. The provider sends it unchanged, since numbers of machines can be longer than others.`+
			"\n\nCheck that no digit is missing or written twice.")}
	if !resp.Diagnostics.Equal(want) {
		t.Errorf("got %v, want %v", resp.Diagnostics, want)
	}
}

package phone

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/attr/xattr"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/types/basetypes"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
)

var (
	_ basetypes.StringTypable                    = Type{}
	_ basetypes.StringValuableWithSemanticEquals = Number{}
	_ xattr.ValidateableAttribute                = Number{}
)

// Named ends the description of each argument that takes phone numbers: the engine hides
// a sensitive value in its own output, but not in what a provider says.
const Named = " Diagnostics name phone numbers in full, sensitive ones too."

// Type is the type of attributes that hold a phone number in any form that the
// vendor takes.
type Type struct {
	basetypes.StringType
}

// Equal reports whether o is the same type.
func (t Type) Equal(o attr.Type) bool {
	_, ok := o.(Type)
	return ok
}

// String names the type in messages for developers.
func (t Type) String() string { return "phone.Type" }

// ValueType returns the value that the type makes.
func (t Type) ValueType(context.Context) attr.Value { return Number{} }

// ValueFromString makes a Number of a plain string.
func (t Type) ValueFromString(_ context.Context, in basetypes.StringValue) (basetypes.StringValuable, diag.Diagnostics) {
	return Number{StringValue: in}, nil
}

// ValueFromTerraform makes a Number of what an engine sent.
func (t Type) ValueFromTerraform(ctx context.Context, in tftypes.Value) (attr.Value, error) {
	value, err := t.StringType.ValueFromTerraform(ctx, in)
	if err != nil {
		return nil, err
	}
	text, ok := value.(basetypes.StringValue)
	if !ok {
		return nil, fmt.Errorf("a phone number was sent as %T", value)
	}
	return Number{StringValue: text}, nil
}

// Number is a phone number as a person wrote it. Two are equal when they name
// the same phone.
type Number struct {
	basetypes.StringValue
}

// Equal reports whether o is the same number in the same spelling.
func (n Number) Equal(o attr.Value) bool {
	other, ok := o.(Number)
	return ok && n.StringValue.Equal(other.StringValue)
}

// Type returns [Type].
func (n Number) Type(context.Context) attr.Type { return Type{} }

// StringSemanticEquals keeps "06 00 00 00 00" where the vendor answers
// "+33600000000".
func (n Number) StringSemanticEquals(_ context.Context, o basetypes.StringValuable) (bool, diag.Diagnostics) {
	other, ok := o.(Number)
	return ok && phone.Same(n.ValueString(), other.ValueString()), nil
}

// ValidateAttribute refuses, when a configuration is validated, what can't be
// a number in any region, and warns of a number whose length is unusual.
func (n Number) ValidateAttribute(_ context.Context, req xattr.ValidateAttributeRequest, resp *xattr.ValidateAttributeResponse) {
	if !n.IsNull() && !n.IsUnknown() {
		resp.Diagnostics.Append(judge(req.Path, n.ValueString())...)
	}
}

package validate_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

func TestSize(t *testing.T) {
	t.Parallel()
	size := validate.Size("recipients", 2, 3)
	if size.Description(t.Context()) != "2 to 3 recipients" || size.MarkdownDescription(t.Context()) != "2 to 3 recipients" {
		t.Error(size.Description(t.Context()))
	}
	at := path.Root("to")
	elements := []attr.Value{types.StringValue("a"), types.StringValue("b"), types.StringValue("c"), types.StringUnknown()}
	list := func(n int) types.List { return types.ListValueMust(types.StringType, elements[:n]) }
	set := func(n int) types.Set { return types.SetValueMust(types.StringType, elements[:n]) }
	for name, test := range map[string]struct {
		list types.List
		set  types.Set
		want string
	}{
		"null":    {types.ListNull(types.StringType), types.SetNull(types.StringType), ""},
		"unknown": {types.ListUnknown(types.StringType), types.SetUnknown(types.StringType), ""},
		"0":       {list(0), set(0), "It is empty: write 2 to 3 recipients."},
		"1":       {list(1), set(1), "It holds 1 recipients: write 2 to 3."},
		"2":       {list(2), set(2), ""},
		"3":       {list(3), set(3), ""},
		"4":       {list(4), set(4), "It holds 4 recipients: write 2 to 3."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var want diag.Diagnostics
			if test.want != "" {
				want = diag.Diagnostics{diag.NewAttributeErrorDiagnostic(at, "Invalid value for to", test.want)}
			}
			var ofList validator.ListResponse
			size.ValidateList(t.Context(), validator.ListRequest{Path: at, ConfigValue: test.list}, &ofList)
			var ofSet validator.SetResponse
			size.ValidateSet(t.Context(), validator.SetRequest{Path: at, ConfigValue: test.set}, &ofSet)
			if !ofList.Diagnostics.Equal(want) || !ofSet.Diagnostics.Equal(want) {
				t.Errorf("got %v and %v, want %v", ofList.Diagnostics, ofSet.Diagnostics, want)
			}
		})
	}
}

package validate_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

func TestName(t *testing.T) {
	t.Parallel()
	number := phone.Number{StringValue: types.StringValue("06 00 00 00 01")}
	for want, at := range map[string]path.Path{
		"":                                path.Empty(),
		"message":                         path.Root("message"),
		"wait.timeout":                    path.Root("wait").AtName("timeout"),
		"messages[1].phone_number":        path.Root("messages").AtListIndex(1).AtName("phone_number"),
		`triggers["a"]`:                   path.Root("triggers").AtMapKey("a"),
		`phone_numbers["06 00 00 00 01"]`: path.Root("phone_numbers").AtSetValue(number),
		`tags["a \"b\""]`:                 path.Root("tags").AtSetValue(types.StringValue(`a "b"`)),
	} {
		if got := validate.Name(at); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

package phone_test

import (
	"errors"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
)

func TestInvalid(t *testing.T) {
	t.Parallel()
	at := path.Root("phone_number")
	err := errors.New(`"06" is not a phone number: it is too short for the region FR`)
	got := phone.Invalid(at, err)
	const want = `"06" is not a phone number: it is too short for the region FR.

Write it in international form, such as +33600000001, or as a national number of the provider's default_region, such as 06 00 00 00 01.`
	if got.Summary() != "Invalid phone number" || got.Detail() != want {
		t.Errorf("got %s: %s", got.Summary(), got.Detail())
	}
	for name, at := range map[string]path.Path{
		"messages[1].phone_number": path.Root("messages").AtListIndex(1).AtName("phone_number"),
		`phone_numbers["06"]`:      path.Root("phone_numbers").AtSetValue(phone.Number{StringValue: types.StringValue("06")}),
	} {
		nested := phone.Invalid(at, err)
		if nested.Summary() != "Invalid phone number in "+name || nested.Detail() != want {
			t.Errorf("got %s: %s", nested.Summary(), nested.Detail())
		}
	}
}

func TestRead(t *testing.T) {
	t.Parallel()
	at := path.Root("phone_number")
	if got, diags := phone.Read(at, "0692 12 34 56", "FR"); got != "+262692123456" || len(diags) > 0 {
		t.Errorf("got %q, %v", got, diags)
	}
	want := diag.Diagnostics{phone.Invalid(at, errors.New(`"06" is not a phone number: it is too short for the region FR`))}
	if got, diags := phone.Read(at, "06", "FR"); got != "" || !diags.Equal(want) {
		t.Errorf("got %q, %v; want %v", got, diags, want)
	}
}

package verification

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

// What can't be a number goes to the vendor as it is; any other number in
// international form, each once.
func TestNewListed(t *testing.T) {
	t.Parallel()
	var given []types.String
	for _, number := range []string{"0470 12 34 56", " hello ", "+32470123456", "hello", "Hello", "0470;12/34|5\n", "112"} {
		given = append(given, types.StringValue(number))
	}
	got, diags := newListed(given, "BE")
	if want := []string{"+32470123456", "hello", "Hello", "0470 12 34 5", "112"}; !slices.Equal(got.unique, want) {
		t.Errorf("unique: got %q, want %q", got.unique, want)
	}
	if want := []int{0, 1, 0, 1, 2, 3, 4}; !slices.Equal(got.place, want) {
		t.Errorf("places: got %v, want %v", got.place, want)
	}
	if len(diags) > 0 {
		t.Error(diags)
	}
}

// Two numbers of few digits can be told from one only where the region is known.
func TestNewListed_TwoNumbers(t *testing.T) {
	t.Parallel()
	const two = "75 12 34 / 75 12 35"
	if err := checkListed(two); err != nil {
		t.Errorf("refused whatever the region: %v", err)
	}
	_, diags := newListed([]types.String{types.StringValue("75 12 34"), types.StringValue(two)}, "NC")
	want := diag.Diagnostics{validate.Invalid(path.Root("phone_numbers").AtListIndex(1),
		errors.New(`"75 12 34 / 75 12 35" holds two numbers: make it two elements of the list`))}
	if !diags.Equal(want) {
		t.Errorf("got %v, want %v", diags, want)
	}
}

// A text that no number is long enough for does not reach the vendor.
func TestCheckListed_Long(t *testing.T) {
	t.Parallel()
	if err := checkListed(strings.Repeat("1", longestListed)); err != nil {
		t.Error(err)
	}
	if err := checkListed(strings.Repeat("1", longestListed+1)); err == nil || len(err.Error()) > 300 {
		t.Errorf("got %v", err)
	}
}

package verification

import (
	"slices"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/types"
)

// What can't be a number goes to the vendor as it is; any other number in
// international form, each once.
func TestNewListed(t *testing.T) {
	t.Parallel()
	var given []types.String
	for _, number := range []string{"0470 12 34 56", " hello ", "+32470123456", "hello", "Hello", "+33600000001;+33600000002", "112"} {
		given = append(given, types.StringValue(number))
	}
	got := newListed(given, "BE")
	if want := []string{"+32470123456", "hello", "Hello", "+33600000001;+33600000002", "112"}; !slices.Equal(got.unique, want) {
		t.Errorf("unique: got %q, want %q", got.unique, want)
	}
	if want := []int{0, 1, 0, 1, 2, 3, 4}; !slices.Equal(got.place, want) {
		t.Errorf("places: got %v, want %v", got.place, want)
	}
}

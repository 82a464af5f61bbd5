package acctest

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
)

// Amount is an amount of money, as exact as the text.
func Amount(t *testing.T, text string) knownvalue.Check {
	t.Helper()
	want, _, err := big.ParseFloat(text, 10, 512, big.ToNearestEven)
	if err != nil {
		t.Fatal(err)
	}
	return knownvalue.NumberExact(want)
}

// Later is a resource, terraform_data.later, whose output is this value and known
// only after it is applied.
func Later(value string) string {
	return fmt.Sprintf("resource \"terraform_data\" \"later\" {\n  input = %q\n}\n", value)
}

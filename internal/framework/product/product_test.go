package product_test

import (
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

func TestNamed(t *testing.T) {
	t.Parallel()
	for _, of := range product.All() {
		if got := product.Named(of.Name); got != of {
			t.Errorf("%s: got %+v", of.Name, got)
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("a product that is none passes")
		}
	}()
	product.Named("Pigeon Partner")
}

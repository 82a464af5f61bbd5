package engine

import (
	"slices"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

// The machine's own settings of the engine and of each product do not reach a run.
func TestEnvironment(t *testing.T) {
	t.Parallel()
	inherited := []string{"PATH=/bin", "TF_LOG=TRACE", "SMSPARTNER_DEFAULT_REGION=BE", "SMSPARTNERS=3"}
	for _, of := range product.All() {
		inherited = append(inherited, of.KeyVariable+"=key", of.URLVariable+"=http://127.0.0.1:1/v1")
	}
	want := []string{"PATH=/bin", "SMSPARTNERS=3", "CHECKPOINT_DISABLE=1", "TF_IN_AUTOMATION=1", "TF_INPUT=0"}
	if got := environment(inherited); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

package verification

import (
	"fmt"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// Five requests take two rounds, and each number gets its own result.
func TestLookUp_AtOnce(t *testing.T) {
	t.Parallel()
	const latency = 50 * time.Millisecond
	bubble.Run(t, simulator.Options{Latency: latency}, func(t *testing.T, w *bubble.World) {
		numbers := make([]string, requestsAtOnce*sms.MaxPerRequest+1)
		for i := range numbers {
			numbers[i] = fmt.Sprintf("+336%08d", i)
		}
		results, _, err := lookUp(t.Context(), sms.New(w.Config(0)), numbers)
		if err != nil {
			t.Fatal(err)
		}
		if n, took := len(w.Requests()), w.Elapsed(); n != requestsAtOnce+1 || took != 2*latency {
			t.Errorf("%d requests in %s", n, took)
		}
		for i, result := range results {
			if result.E164 == nil || *result.E164 != numbers[i] {
				t.Fatalf("%s has the result of another number", numbers[i])
			}
		}
	})
}

package mail

import (
	"strconv"
	"sync"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// The race detector looks on while a test reads the account.
func TestSend_Concurrent(t *testing.T) {
	t.Parallel()
	a := open(Options{Options: wire.Options{NoRateLimits: true}})
	a.SetCredits(Credits{Mails: 80, Balance: "80"})
	var running sync.WaitGroup
	for range 8 {
		running.Go(func() {
			for i := range 10 {
				send(t, a, append(at("24/09/2030", 9, 0), "variables", object{"A": "b"})...)
				statuses(t, a, strconv.Itoa(firstID+i))
				cancel(t, a, strconv.Itoa(firstID+70))
				get(t, a, "/me?apiKey=k")
				for _, m := range a.Mails() {
					m.Recipients[0].Name, m.Variables["A"] = "changed", "changed"
				}
			}
		})
	}
	running.Wait()
	ids := map[string]bool{}
	for _, m := range a.Mails() {
		ids[m.ID] = true
	}
	expect(t, "ids", len(ids), 80)
	violated(t, a, "")
	contains(t, get(t, a, "/me?apiKey=k"), `"balance": "1.000"`)
}

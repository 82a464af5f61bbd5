package sending_test

import (
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// The refusals as they were recorded, at apply: each says what the vendor means, in
// its own words too.
func TestRefusals_Recorded(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		key, numbers string
		text         []string
	}{
		"wrong key": {
			"wrong-key", `["0600000001"]`,
			[]string{"SMS Partner does not accept the API key.", `The answer (HTTP 403): code 10, "Clé API incorrecte"`},
		},
		"no mobile": {
			"", `["0900000002"]`,
			[]string{
				"phone_numbers =", "One of these numbers is not that of a mobile phone.", "The answer (HTTP 200): code 55,",
				"code 9: Le téléphone (+33900000002) n'est pas être un numéro de mobile", "Leave it out",
			},
		},
		"no credit": {
			"", `["0600000001"]`,
			[]string{"The account's credit does not pay for this.", `The answer (HTTP 200): code 11, "NOCREDITS"`, "Top the account up"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{Variant: simulator.Recorded()})
			a.SetCredits(simulator.Credits{Balance: "0"})
			if test.key != "" {
				a.Key = test.key
			}
			w := workspace(t, a, sends("sms").resource(hcl{"phone_numbers": test.numbers, "message": `"Bonjour"`}))
			printed := apply(t, w)
			acctest.WantError(t, printed)
			want{1, 0, "", append([]string{unableToSend, "with " + smsAddress}, test.text...)}.check(t, a, w, printed)
			a.WantRequests(t, 1)
		})
	}
}

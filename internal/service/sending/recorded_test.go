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
	g, wanted, accounts := acctest.NewGroup(t), map[string]want{}, map[string]*acctest.Account{}
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
		a := acctest.NewAccount(t, simulator.Options{Variant: simulator.Recorded()})
		a.SetCredits(simulator.Credits{Balance: "0"})
		if test.key != "" {
			a.Key = test.key
		}
		g.Set(t, name, a.Provider()+sends("sms").resource(hcl{"phone_numbers": test.numbers, "message": `"Bonjour"`}))
		accounts[name], wanted[name] = a, want{1, 0, "", append([]string{unableToSend, "with " + smsAddress}, test.text...)}
	}
	g.Run(t, "apply")
	g.Each(t, func(t *testing.T, name string) {
		want := wanted[name]
		acctest.WantError(t, g.Said(name))
		want.checkMember(t, accounts[name], g, name)
		accounts[name].WantRequests(t, 1)
	})
}

package mail_test

import (
	"net/http"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/mail"
)

const credits acctest.DataSource = "smspartner_mail_credits" //nolint:gosec // not credentials

// The vendor's documented example, with numbers as numbers and as strings, by a key of
// Mail Partner's own and by the key that all products share.
func TestCredits(t *testing.T) {
	t.Parallel()
	tests := acctest.Tests{}
	for name, options := range map[string]simulator.Options{
		"own key":            {MailAPIKey: mailKey},
		"numbers as strings": {MailAPIKey: mailKey, Variant: simulator.Variant{Forms: simulator.Forms{NumbersAsStrings: true}}},
		"shared key":         {},
	} {
		a := acctest.NewAccount(t, options)
		block := a.MailProvider()
		if options.MailAPIKey != "" {
			block = provider(a)
		}
		tests[name] = acctest.Test{Steps: []acctest.Step{{
			Config: block + credits.Test(),
			State: []statecheck.StateCheck{
				credits.Has("username", knownvalue.StringExact("owner@example.com")),
				credits.Has("credit_mail", knownvalue.Int64Exact(1200)),
				credits.Has("balance", acctest.Amount(t, "45.119")),
				credits.Has("currency", knownvalue.StringExact("EUR")),
			},
		}}}
	}
	tests.Run(t)
}

// What can't be read is null, with a warning. A refusal names Mail Partner's own argument and
// variable.
func TestCredits_Answers(t *testing.T) {
	t.Parallel()
	good, bad := acctest.Cases{}, acctest.Cases{}
	add := func(to acctest.Cases, name string, step simulator.Step, want ...string) {
		a := account(t)
		a.Mail.Script("/me", step)
		to[name] = acctest.Case{
			Account: a, Want: want, Requests: 1,
			Config: provider(a) + credits.Test() + "\noutput \"seen\" {\n  value = jsonencode(data.smspartner_mail_credits.test)\n}\n",
		}
	}
	add(good, "unread", simulator.Step{Body: `{"success": true, "code": 200, "credits": {"creditMail": "viele", "balance": 0.5}}`},
		"Warning: Incomplete mail credits", `"credits.creditMail" holds "viele", which is not a whole number.`, `"balance\":0.5,\"credit_mail\":null`)
	good.Succeed(t, "apply")
	const unable = "Error: Unable to read mail credits"
	add(bad, "wrong key", acctest.Refusal(10, "Api key invalid"), unable, "Mail Partner does not accept the API key.", "mail_api_key in the provider block", "MAILPARTNER_API_KEY")
	add(bad, "address not allowed", acctest.Refusal(96, "L'IP n'est pas autorisée"), unable, "The account accepts calls from listed IP addresses only", "code 96")
	add(bad, "no credits", simulator.Step{Body: `{"success": true, "code": 200}`}, unable, `the answer reports success, but has no "credits".`)
	add(bad, "a page", simulator.Step{Status: http.StatusNotFound, Body: "<html>no /v1/me?apiKey=" + mailKey}, unable, "HTTP 404 (Not Found)", "[REDACTED]", "Check mail_base_url in the provider block")
	bad.Fail(t, "plan")
}

// A rollout stops before it changes anything when the account can't pay for its mails.
func TestCredits_StopsRollout(t *testing.T) {
	t.Parallel()
	a := account(t)
	w := acctest.Attached(t, provider(a)+credits.Test()+`
resource "terraform_data" "rollout" {
  lifecycle {
    precondition {
      condition     = data.smspartner_mail_credits.test.credit_mail >= 100
      error_message = "There is credit for only ${data.smspartner_mail_credits.test.credit_mail} mails."
    }
  }
}
`)
	acctest.Succeed(t, w, "plan", "-no-color")
	a.Mail.SetCredits(simulated.Credits{Mails: 99, Balance: "9.9", Currency: "EUR"})
	acctest.Refuse(t, w, []string{"apply", "-auto-approve", "-no-color"}, "precondition failed", "There is credit for only 99 mails.")
	a.WantRequests(t, 2)
}

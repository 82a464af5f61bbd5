package status_test

import (
	"fmt"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// keyFromLater is a provider block whose key is known after something is applied.
func keyFromLater(a *acctest.Account) string {
	return fmt.Sprintf("provider \"smspartner\" {\n  api_key  = terraform_data.later.output\n  base_url = %q\n}\n", a.BaseURL)
}

// messageFromLater is a data source whose message id is too.
const messageFromLater = `
data "smspartner_message_status" "test" {
  message_id   = terraform_data.later.output
  phone_number = "0600000000"
}
`

// A message that is sent in the same run is asked for once it is sent.
func TestMessageStatus_UnknownMessageID(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	acctest.Tests{"test": {Steps: []acctest.Step{{
		Config: a.Provider() + acctest.Later("1111") + messageFromLater,
		Plan: []plancheck.PlanCheck{
			plancheck.ExpectResourceAction(messageStatusAddress, plancheck.ResourceActionRead)},
		State: []statecheck.StateCheck{hasValue("statut", knownvalue.StringExact("Delivered"))},
	}}}}.Run(t)
}

func TestMessageStatus_UnknownMessageIDReadsOnApply(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	w := acctest.Attached(t, a.Provider()+acctest.Later("1111")+messageFromLater+outputs)
	printed := acctest.Succeed(t, w, "plan", "-no-color", "-out=saved")
	acctest.WantText(t, printed, messageStatusAddress+" will be read during apply")
	a.WantRequests(t, 0)
	printed = acctest.Succeed(t, w, "apply", "-no-color", "saved")
	acctest.WantText(t, printed, `seen = "Delivered, final true"`)
	a.WantRequests(t, 1)
}

// A key that is not known yet does not matter while nothing uses it.
func TestMessageStatus_UnknownKeyUnused(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	w := acctest.Attached(t, acctest.Later(a.Key)+keyFromLater(a))
	acctest.Succeed(t, w, "plan", "-no-color")
	a.WantRequests(t, 0)
}

// It does not matter either while all that uses it waits for the apply.
func TestMessageStatus_UnknownKeyKnownInTime(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	w := acctest.Attached(t, acctest.Later(a.Key)+keyFromLater(a)+outputs+`
data "smspartner_message_status" "test" {
  message_id   = "1111"
  phone_number = "0600000000"
  depends_on   = [terraform_data.later]
}
`)
	acctest.Succeed(t, w, "plan", "-no-color", "-out=saved")
	a.WantRequests(t, 0)
	printed := acctest.Succeed(t, w, "apply", "-no-color", "saved")
	acctest.WantText(t, printed, `seen = "Delivered, final true"`)
	a.WantRequests(t, 1)
}

// A read that needs it now is an error that names it, although a key is in the
// environment: it may be another account's.
func TestMessageStatus_UnknownKeyUsed(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	w := a.Workspace(t, acctest.RequiredProviders+acctest.Later(a.Key)+keyFromLater(a)+documented(""))
	acctest.Refuse(t, w, []string{"plan", "-no-color"}, unableToRead, withTest, atBlock,
		"The provider is needed now, but its api_key will be known only after something else is applied.",
		"Use values that are known before the run", "first apply what they come from with -target")
	a.WantRequests(t, 0)
}

// Each message is asked for once in each read, however many there are, and they
// share what connections they need.
func TestMessageStatus_ForEach(t *testing.T) {
	t.Parallel()
	const messages = 30
	a := acctest.NewAccount(t, simulator.Options{})
	for i := range messages {
		a.AddMessage(simulator.Message{ID: fmt.Sprint(300 + i), Recipients: []simulator.Recipient{{Number: "+33600000001"}}})
	}
	w := acctest.Attached(t, a.Provider()+fmt.Sprintf(`
data "smspartner_message_status" "test" {
  for_each     = toset([for i in range(%d) : tostring(300 + i)])
  message_id   = each.key
  phone_number = "0600000001"
}

output "delivered" {
  value = length([for m in data.smspartner_message_status.test : m if m.delivered])
}
`, messages))
	printed := acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color")
	acctest.WantText(t, printed, fmt.Sprintf("delivered = %d", messages))
	asked := map[string]int{}
	for _, request := range a.Requests() {
		asked[request.Query.Get("messageId")]++
	}
	if len(asked) != messages {
		t.Errorf("asked for %d messages, want %d", len(asked), messages)
	}
	for id, times := range asked {
		if times != 1 {
			t.Errorf("asked for message %s %d times", id, times)
		}
	}
	// An engine reads ten at a time.
	if n := a.Connections(); n > messages/2 {
		t.Errorf("%d connections, want about 10", n)
	}
	acctest.Succeed(t, w, "plan", "-no-color")
	a.WantRequests(t, 2*messages)
}

package verification_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

const verifyAction = "action.smspartner_verify_numbers."

// verifyNumbers is an action with a name, with its arguments as HCL lines.
func verifyNumbers(name string, arguments ...string) string {
	return fmt.Sprintf("\naction \"smspartner_verify_numbers\" %q {\n  config {\n    %s\n  }\n}\n", name, strings.Join(arguments, "\n    "))
}

// invoke runs an action by its name.
func invoke(t *testing.T, w *engine.Workspace, name string) (printed string, ok bool) {
	t.Helper()
	result, err := w.Run(t.Context(), "apply", "-auto-approve", "-no-color", "-invoke="+verifyAction+name)
	if err != nil {
		t.Fatal(err)
	}
	return result.Output, result.OK()
}

// The action verifies once each time it is invoked, and names the campaign and the cost, but
// not the address, which may hold a token.
func TestVerifyNumbers(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	a := acctest.NewAccount(t, simulator.Options{})
	w := acctest.Attached(t, a.Provider("max_retries = 3")+
		verifyNumbers("two", numbers("06 00 00 00 01", "+32470123456"), `notify_url = "https://example.com/hlr?token=s3cr3t"`, `tag = "t1"`)+
		verifyNumbers("one", numbers("06 00 00 00 01"), notifyURL))
	acctest.Succeed(t, w, "plan", "-no-color", "-invoke="+verifyAction+"two")
	wantVerified(t, a, 0, 0)

	printed, _ := invoke(t, w, "two")
	acctest.WantText(t, printed, "Verifying 2 phone numbers.", "Campaign HLR000000 is accepted: 2 phone numbers, 0.01 EUR. The results go to notify_url.", "Actions: 1 invoked.")
	if strings.Count(printed, "s3cr3t") > 1 { // the engine shows the configuration
		t.Errorf("it prints the token of the address:\n%s", printed)
	}
	printed, _ = invoke(t, w, "one")
	acctest.WantText(t, printed, "Verifying 1 phone number.", "Campaign HLR000001 is accepted: 1 phone number, 0.005 EUR.")

	a.Script("hlr/notify", simulator.Step{Body: `{"success":true,"campaign_id":"HLR7"}`})
	printed, _ = invoke(t, w, "one")
	acctest.WantText(t, printed, "Campaign HLR7 is accepted: the vendor names no price.")
	a.Script("hlr/notify", simulator.Step{Body: `{"success":true,"campaign_id":"HLR8","number":1,"cost":0.0050}`})
	printed, _ = invoke(t, w, "two")
	acctest.WantText(t, printed, "Campaign HLR8 is accepted: 1 phone number, 0.005.", "Unexpected count of verified numbers")

	a.Script("hlr/notify", simulator.Step{Process: true, Drop: simulator.DropDuring})
	printed, ok := invoke(t, w, "two")
	acctest.WantText(t, printed, "Unable to tell whether the list of phone numbers was verified", `Look for the tag "t1" in the dashboard, and for results at notify_url,`)
	if ok {
		t.Error("a verification without an answer succeeded")
	}
	a.Script("hlr/notify", acctest.Refusal(11, "Crédit insuffisant"))
	printed, ok = invoke(t, w, "one")
	acctest.WantText(t, printed, "Unable to verify list of phone numbers: Nothing was verified. The account's credit does not pay for this.", "code 11")
	if ok {
		t.Error("a refused verification succeeded")
	}
	wantVerified(t, a, 6, 3)
	const two = `{"notifyUrl":"https://example.com/hlr?token=s3cr3t","phoneNumbers":"+32470123456,+33600000001","tag":"t1"}`
	const one = `{"notifyUrl":"https://example.com/hlr","phoneNumbers":"+33600000001"}`
	if got, want := verifyBodies(t, a), strings.Join([]string{two, one, one, two, two, one}, "\n"); got != want {
		t.Errorf("sent\n%s\nwant\n%s", got, want)
	}
}

// What can be known is refused when it is planned, and again when it is invoked, where it is
// known late.
func TestVerifyNumbers_Refused(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	a := acctest.NewAccount(t, simulator.Options{})
	w := acctest.Attached(t, "")
	for _, test := range []struct {
		arguments []string
		want      string
	}{
		{[]string{numbers("06 00 00 00 01", "+33600000001"), notifyURL}, "is the same phone as"},
		{[]string{numbers("0612"), notifyURL}, "Invalid phone number"},
		{[]string{numbers("0600000001"), "notify_url = var.address"}, "Plain http would send phone numbers unencrypted"},
		{[]string{numbers("0600000001"), notifyURL, `tag = "abcdefghijklmnopqrstu"`}, "has more than 20 characters"},
	} {
		config := acctest.RequiredProviders + a.Provider() + verifyNumbers("test", test.arguments...) + "\nvariable \"address\" {\n  default = \"http://example.com/\"\n}\n"
		if err := os.WriteFile(filepath.Join(w.Dir, "main.tf"), []byte(config), 0o600); err != nil {
			t.Fatal(err)
		}
		acctest.Refuse(t, w, []string{"plan", "-no-color", "-invoke=" + verifyAction + "test"}, test.want)
	}
	triggered := a.Provider() + `
resource "terraform_data" "later" {
  input = ["+33600000001", "http://example.com/"]

  lifecycle {
    action_trigger {
      events  = [after_create]
      actions = [` + verifyAction + `late]
    }
  }
}
` + verifyNumbers("late", `phone_numbers = ["06 00 00 00 01", terraform_data.later.output[0]]`, "notify_url = terraform_data.later.output[1]")
	printed, err := acctest.Attached(t, triggered).Run(t.Context(), "apply", "-auto-approve", "-no-color")
	if err != nil || printed.OK() {
		t.Errorf("it succeeded: %v", err)
	}
	acctest.WantText(t, printed.Output, "Plain http would send phone numbers unencrypted")
	a.WantRequests(t, 0)
}

package voice_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// invoke runs an action by its address, which must end as ok says, and returns what was
// printed.
func invoke(t *testing.T, w *engine.Workspace, address string, ok bool) string {
	t.Helper()
	result, err := w.Run(t.Context(), "apply", "-auto-approve", "-no-color", "-invoke="+address)
	if err != nil {
		t.Fatal(err)
	}
	if result.OK() != ok {
		t.Fatalf("it ended with %d:\n%s", result.ExitCode, result.Output)
	}
	if strings.Contains(result.Output, voiceKey[:10]) {
		t.Errorf("it prints the key:\n%s", result.Output)
	}
	return result.Output
}

// addressOf is the address of an action with a name.
func (k kind) addressOf(action string) string {
	return "action.smspartner_send_" + k.name + "." + action
}

// cancelAction is an action called test.
func cancelAction(id string) string {
	return "\naction \"smspartner_cancel_voice_campaign\" \"test\" {\n  config {\n    campaign_id = " + id + "\n  }\n}\n"
}

const cancelAddress = "action.smspartner_cancel_voice_campaign.test"

// Each invocation calls once, and shows the campaign, the cost, how long the text is, and
// what a cancelling gives back.
func TestActions(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	a := account(t)
	w := acctest.Attached(t, provider(a, "max_retries = 1")+"variable \"id\" {\n  default = \"Zz9yX8wV7v\"\n}\n"+
		voiceSMS.action("two", numbers("06 00 00 00 01", "+32470123456"), `text = "Alert,, disk full"`, `notify_url = "https://example.com/cb?token=s3cr3t"`)+
		voiceSMS.action("later", numbers("06 00 00 00 01"), withAudio, later)+
		voiceMessage.action("one", numbers("06 00 00 00 01"), withAudio, `email_for_notification = "ops@example.com"`)+
		cancelAction("var.id"))
	acctest.Succeed(t, w, "plan", "-no-color", "-invoke="+voiceSMS.addressOf("two"))
	a.WantRequests(t, 0)

	printed := invoke(t, w, voiceSMS.addressOf("two"), true)
	acctest.WantText(t, printed, "Sending a voice SMS to 2 phones, with a text of 17 characters.", "Campaign Zz9yX8wV7u is accepted: 0.18 EUR, ", " s each. The results go to notify_url.")
	if strings.Count(printed, "s3cr3t") > 1 { // the engine shows the configuration
		t.Errorf("it prints the token of the address:\n%s", printed)
	}
	printed = invoke(t, w, voiceSMS.addressOf("later"), true)
	acctest.WantText(t, printed, "Sending a voice SMS to 1 phone.", "Campaign Zz9yX8wV7v is accepted: 0.09 EUR")
	printed = invoke(t, w, voiceMessage.addressOf("one"), true)
	acctest.WantText(t, printed, "Sending a voice message to 1 phone.", "Campaign aBcD1234 is accepted: 0.15 EUR.")

	acctest.WantText(t, invoke(t, w, cancelAddress, true), "Campaign Zz9yX8wV7v is cancelled: 0.09 EUR given back.")
	acctest.WantText(t, invoke(t, w, cancelAddress, false), "Unable to cancel campaign Zz9yX8wV7v: Voice Partner knows no campaign with this id that can be cancelled.", "code 404")

	a.Voice.Script(voiceSMS.call, simulator.Step{Process: true, Drop: simulator.DropDuring})
	acctest.WantText(t, invoke(t, w, voiceSMS.addressOf("two"), false), "Unable to tell whether the voice SMS was sent", "Look in the Voice Partner dashboard for a voice SMS to +32470123456, +33600000001, sent between 2")
	a.Voice.Script(voiceMessage.call, simulator.Step{Body: `{"success":false,"message":"NOT_CREDIT"}`})
	acctest.WantText(t, invoke(t, w, voiceMessage.addressOf("one"), false), "Unable to send voice message: Nothing was sent. The account's credit does not pay for this.", "code NOT_CREDIT")
	if got, want := len(a.Voice.Campaigns()), 4; got != want {
		t.Errorf("%d campaigns, want %d", got, want)
	}
	a.WantRequests(t, 7)
}

// Each answer to a cancelling ends the action as it says.
func TestCancelAction(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	a := account(t)
	w := acctest.Attached(t, provider(a, "max_retries = 0")+cancelAction(`"D572M"`))
	for _, test := range []struct {
		status int
		body   string
		ok     bool
		want   string
	}{
		{0, `{"success":true,"campaignId":"D572M","assignedCredit":"1.8","currency":"EUR"}`, true, "Campaign D572M is cancelled: 1.8 EUR given back."},
		{0, `{"success":true,"campaignId":"D572M","assignedCredit":1.8}`, true, "Campaign D572M is cancelled: 1.8 given back."},
		{0, `{"success":true,"campaignId":"D572M"}`, true, "Campaign D572M is cancelled: the vendor names no credit that it gives back."},
		{0, `{"success":true,"campaignId":"D572M","assignedCredit":"un euro"}`, true, "Campaign D572M is cancelled: the vendor names no credit that it gives back."},
		{0, `{"success":true,"campaignId":"OTHER","assignedCredit":"1.8"}`, false, `it is about campaign "OTHER", not "D572M"`},
		{400, `{"success":false,"code":400,"message":"Bad request"}`, false, `Voice Partner refuses to cancel the campaign, and its documentation does not say when it does.`},
		{0, `{"success":false,"code":10}`, false, "Voice Partner does not authorise this cancelling."},
		{404, `{"success":false,"code":404}`, false, "Voice Partner knows no campaign with this id that can be cancelled."},
		{404, `<html>`, false, "answered HTTP 404 (Not Found)"},
	} {
		a.Voice.Script(cancelCall, simulator.Step{Status: test.status, Body: test.body})
		acctest.WantText(t, invoke(t, w, cancelAddress, test.ok), test.want)
	}
	a.WantRequests(t, 9)
}

// What can be known is refused when it is planned, and again when it is invoked, where it is
// known late.
func TestActions_Refused(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	a := account(t)
	w := acctest.Attached(t, "")
	one := numbers("06 00 00 00 01")
	for _, test := range []struct {
		config, address, want string
	}{
		{voiceSMS.action("test", numbers("06 00 00 00 01", "+33600000001"), withText), voiceSMS.addressOf("test"), "is the same phone as"},
		{voiceSMS.action("test", one), voiceSMS.addressOf("test"), "Missing text"},
		{voiceSMS.action("test", one, withText, withAudio), voiceSMS.addressOf("test"), "write either text or token_audio"},
		{voiceMessage.action("test", one, withAudio, `scheduled_date = "2020-01-01T00:00:00Z"`), voiceMessage.addressOf("test"), "is over: choose a moment in the future"},
		{cancelAction(`""`), cancelAddress, "is empty: copy it from the answer that gave it"},
	} {
		config := acctest.RequiredProviders + provider(a) + test.config
		if err := os.WriteFile(filepath.Join(w.Dir, "main.tf"), []byte(config), 0o600); err != nil {
			t.Fatal(err)
		}
		acctest.Refuse(t, w, []string{"plan", "-no-color", "-invoke=" + test.address}, test.want)
	}
	late := provider(a) + `
resource "terraform_data" "later" {
  input = "late"

  lifecycle {
    action_trigger {
      events  = [after_create]
      actions = [` + voiceSMS.addressOf("late") + `]
    }
  }
}
` + voiceSMS.action("late", one, withText, "token_audio = terraform_data.later.output")
	printed, err := acctest.Attached(t, late).Run(t.Context(), "apply", "-auto-approve", "-no-color")
	if err != nil || printed.OK() {
		t.Errorf("it succeeded: %v", err)
	}
	acctest.WantText(t, printed.Output, "write either text or token_audio")
	a.WantRequests(t, 0)
}

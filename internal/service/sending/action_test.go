package sending_test

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// An action takes what the resource takes, and sends the same.
func TestAction_EveryArgument(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	for _, w := range ways {
		t.Run(w.name, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{})
			place := workspace(t, a, w.action(w.full.with(hcl{"triggers": ""})))
			sending := `Sending with the tag "promo1".`
			accepted := `Message 1112 with the tag "promo1" is accepted: 2 SMS, 0.`
			if !w.isSMS() {
				sending, accepted = "Sending.", "Message 1112 is accepted: 2 RCS, 0.24"
			}
			acctest.WantText(t, invoke(t, place, w.actionAddress(), true), sending, accepted, " EUR.", "Actions: 1 invoked.")
			if got := bodies(t, a, w.path); len(got) != 1 || !reflect.DeepEqual(got[0], w.body) {
				t.Errorf("sent %v,\nwant once %v", got, w.body)
			}
			// No wait, so nothing more is asked.
			a.WantRequests(t, 1)
		})
	}
}

// It sends once each time it is invoked, each time under a tag of its own.
func TestAction_Invoke(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	a := acctest.NewAccount(t, simulator.Options{})
	w := sends("sms")
	place := workspace(t, a, w.action(w.required()))
	acctest.Succeed(t, place, "plan", "-no-color", "-invoke="+w.actionAddress())
	acctest.Succeed(t, place, "apply", "-auto-approve", "-no-color")
	a.WantRequests(t, 0)
	printed := invoke(t, place, w.actionAddress(), true)
	acctest.WantText(t, printed, fmt.Sprintf("Sending with the tag %q.", a.Sent()[0].Tag), "Message 1112 with the tag")
	acctest.WantText(t, invoke(t, place, w.actionAddress(), true), "Message 1113 with the tag")
	sent := a.Sent()
	if len(sent) != 2 || sent[0].Tag == sent[1].Tag || !madeTag.MatchString(sent[1].Tag) {
		t.Errorf("sent %+v", sent)
	}
	a.WantRequests(t, 2)
}

// A trigger invokes it with each change, and with nothing else.
func TestAction_Trigger(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	a := acctest.NewAccount(t, simulator.Options{})
	w := sends("sms")
	place := workspace(t, a, w.action(w.required())+trigger(w.actionAddress()))
	for _, step := range []struct {
		args []string
		sent int
	}{
		{[]string{"plan"}, 0},
		{[]string{"apply", "-auto-approve"}, 1},
		{[]string{"apply", "-auto-approve"}, 1},
		{[]string{"apply", "-auto-approve", "-refresh-only"}, 1},
		{[]string{"apply", "-auto-approve", "-var=release=2"}, 2},
		{[]string{"destroy", "-auto-approve"}, 2},
	} {
		acctest.Succeed(t, place, append(step.args, "-no-color")...)
		wantSends(t, a, step.sent, step.sent)
	}
}

// What the vendor refuses is told like that of the resource.
func TestAction_Refused(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	a := acctest.NewAccount(t, simulator.Options{})
	a.Script("send", refusal(11, "Manque de crédits"))
	acctest.WantError(t, invoked(t, a, nil, false), "Unable to send SMS: Nothing was sent.", `code 11, "Manque de crédits"`)
	a.WantRequests(t, 1)
}

func TestAction_PartlyRefused(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	a := acctest.NewAccount(t, simulator.Options{})
	w := sends("bulk_sms")
	printed := invoke(t, workspace(t, a, w.action(hcl{"messages": partlyRefused, "wait": `{}`})), w.actionAddress(), true)
	acctest.WantText(t, printed, "Message 1112", "Message 1112: 1 Delivered, 1 refused.", "Unable to send to every number of the batch", "refused 1 of its 2 numbers.", "- 1, +33100000002: code 9,")
}

// What can be known is refused before anything is sent: by a plan where a trigger
// plans it, or by the invocation.
func TestAction_RefusedInPlan(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	w := sends("sms")
	for name, test := range map[string]struct {
		arguments hcl
		want      []string
	}{
		"a validator": {hcl{"sender": `"A-B"`}, []string{"Invalid value for sender", "with " + w.actionAddress(), `sender = "A-B"`, "is not a sender"}},
		"together":    {hcl{"gamme": `"low_cost"`, "is_stop_sms": "true"}, []string{"Invalid value for is_stop_sms", "NoPub=STOP"}},
		"the region":  {hcl{"phone_numbers": `["0600"]`}, []string{"Invalid phone number", "it is too short for the region FR"}},
		"the wait":    {hcl{"wait": `{ timeout = "1s", interval = "2s" }`}, []string{"Invalid value for wait.interval", "longer than the timeout"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{})
			place := workspace(t, a, w.action(w.required().with(test.arguments))+trigger(w.actionAddress()))
			acctest.Refuse(t, place, []string{"plan", "-no-color"}, test.want...)
			acctest.Refuse(t, place, []string{"apply", "-no-color", "-auto-approve", "-invoke=" + w.actionAddress()}, test.want...)
			a.WantRequests(t, 0)
		})
	}
}

// Where an engine has no actions, the provider works as if it had none.
func TestAction_EnginesWithout(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	number := `"+33600000001"`
	if acctest.Has(t, acctest.Functions) {
		number = `provider::smspartner::e164("0600000001", "FR")`
	}
	place := workspace(t, a, plain()+`
data "smspartner_message_status" "test" {
  message_id   = smspartner_sms.test.message_id
  phone_number = "0600000001"
}

output "seen" {
  value = "${data.smspartner_message_status.test.statut}, e164 ${`+number+`}"
}
`)
	acctest.Succeed(t, place, "validate", "-no-color")
	acctest.WantText(t, acctest.Succeed(t, place, "plan", "-no-color"), "1 to add")
	acctest.WantText(t, acctest.Succeed(t, place, "apply", "-auto-approve", "-no-color"), `seen = "Delivered, e164 +33600000001"`)
	wantPlan(t, place, false)
	acctest.Succeed(t, place, "destroy", "-auto-approve", "-no-color")
	wantSends(t, a, 1, 1)
}

// What waits for an apply is checked when the action is invoked, before anything
// is sent, and sent where nothing is wrong with it.
func TestAction_Unknown(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Actions)
	const output = "terraform_data.later.output"
	w := sends("sms")
	for name, test := range map[string]struct {
		value     string
		arguments hcl
		// want are the parts of the error; none where it is sent.
		want []string
	}{
		"a tag":                         {`"promo1"`, hcl{"tag": output}, nil},
		"a sender":                      {`"ACME"`, hcl{"sender": output}, nil},
		"a wrong tag":                   {`"Promo 1"`, hcl{"tag": output}, []string{"Invalid value for tag", `"Promo 1" contains a blank`}},
		"a long tag":                    {text(21), hcl{"tag": output}, []string{"Invalid value for tag", "has more than 20 characters"}},
		"a wrong sender":                {`"A-B"`, hcl{"sender": output}, []string{"Invalid value for sender", `"A-B" is not a sender`}},
		"a long text":                   {text(1531), hcl{"message": output}, []string{"Invalid value for message", "takes 11 segments"}},
		"a range without STOP":          {`"low_cost"`, hcl{"gamme": output, "is_stop_sms": "true"}, []string{"Invalid value for is_stop_sms", "NoPub=STOP"}},
		"a range that is none":          {`"cheap"`, hcl{"gamme": output}, []string{"gamme", `"cheap"`}},
		"a wrong number":                {`"0600"`, hcl{"phone_numbers": "[" + output + "]"}, []string{"Invalid phone number", "it is too short for the region FR"}},
		"a moment off the step":         {`"2040-06-01T09:31:00+02:00"`, hcl{"scheduled_delivery_date": output}, []string{"Invalid value for scheduled_delivery_date", "step of 5 minutes"}},
		"a webhook that is none":        {`"example.com"`, hcl{"url_dlr": output}, []string{"Invalid value for url_dlr", "is not a web address"}},
		"a wait for what is no outcome": {`"Delivered"`, hcl{"wait": "{ until = " + output + " }"}, []string{"Invalid value for wait.until", `"Delivered" is not among the values`}},
		"a wait without a pause":        {`"0s"`, hcl{"wait": "{ interval = " + output + " }"}, []string{"Invalid value for wait.interval", `"0s" is too short`}},
		"a wait with a negative pause":  {`"-1s"`, hcl{"wait": "{ interval = " + output + " }"}, []string{"Invalid value for wait.interval", `"-1s" is too short`}},
		"a wait of no duration":         {`"soon"`, hcl{"wait": "{ timeout = " + output + " }"}, []string{"Invalid value for wait.timeout", `"soon" is not a duration`}},
		"no recipients":                 {`[]`, hcl{"phone_numbers": output}, []string{"Invalid value for phone_numbers", "It is empty"}},
		"too many recipients":           {"[for i in range(501) : format(\"+336%08d\", i)]", hcl{"phone_numbers": output}, []string{"Invalid value for phone_numbers", "It holds 501 recipients"}},
		"a null recipient":              {`["0600000001", null]`, hcl{"phone_numbers": output}, []string{"Invalid value for phone_numbers", "One element of phone_numbers is null"}},
		"a text that nobody sees":       {`"\u202eBonjour"`, hcl{"message": output, "is_unicode": "true"}, []string{"Invalid value for message", "U+202E"}},
		"a wait that is too long":       {inJune, hcl{"scheduled_delivery_date": output, "wait": "{}"}, []string{"Invalid value for wait.timeout", "before the SMS is due"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := acctest.NewAccount(t, simulator.Options{})
			// Created in this order: the value is known when the trigger fires.
			place := workspace(t, a, later(test.value)+w.action(w.required().with(test.arguments))+trigger(w.actionAddress()))
			acctest.Succeed(t, place, "plan", "-no-color")
			if test.want == nil {
				acctest.Succeed(t, place, "apply", "-no-color", "-auto-approve")
				wantSends(t, a, 1, 1)
				return
			}
			acctest.Refuse(t, place, []string{"apply", "-no-color", "-auto-approve"}, test.want...)
			a.WantRequests(t, 0)
		})
	}
}

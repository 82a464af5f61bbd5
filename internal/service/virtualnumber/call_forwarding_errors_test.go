package virtualnumber_test

import (
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

func TestCallForwarding_Errors(t *testing.T) {
	t.Parallel()
	cases := acctest.Cases{}
	for name, one := range map[string]struct {
		options simulator.Options
		step    simulator.Step
		target  string
		want    []string
	}{
		"no such number": {
			options: simulator.Options{Senders: []string{"33700000009"}}, step: simulator.Step{Process: true}, target: toNumber,
			want: []string{"Unable to set call forwarding", "number =", "Nothing was changed. SMS Partner knows no such virtual number.", `code 13, "Le numéro virtuel n'existe pas"`},
		},
		"number without plus": {
			options: simulator.Options{Variant: simulator.Variant{ForwardForms: sms.ForwardForms{ForwardPlus: true}}}, step: simulator.Step{Process: true}, target: toNumber,
			want: []string{"SMS Partner knows no such virtual number."},
		},
		"target":           {step: acctest.Refusal(12, "Le numéro de transfert n'est pas valide"), target: toNumber, want: []string{"forward_to =", "Nothing was changed. SMS Partner does not take the number to which calls are to go."}},
		"address":          {step: acctest.Refusal(9, "L'email n'est pas valide"), target: voicemail, want: []string{"voicemail_email =", "Nothing was changed. SMS Partner does not take the e-mail address."}},
		"address, code 5":  {step: acctest.Refusal(5, "email is not valid"), target: voicemail, want: []string{"Nothing was changed.", "the documentation gives this code to both", `code 5, "email is not valid"`, "check voicemail_email."}},
		"type missing":     {step: acctest.Refusal(6, "Le type est requis"), target: toNumber, want: []string{"SMS Partner received no type of forwarding.", "so something on the way removed it"}},
		"type":             {step: acctest.Refusal(7, "Le type n'est pas valide"), target: toNumber, want: []string{"SMS Partner does not know this type of forwarding."}},
		"param missing":    {step: acctest.Refusal(8, "param est requis"), target: toNumber, want: []string{"SMS Partner received no number or e-mail address to forward to."}},
		"key":              {step: acctest.Refusal(10, "La Clé API est requise"), target: toNumber, want: []string{"SMS Partner does not accept the API key."}},
		"another's answer": {step: acctest.Refusal(1, "name est requis"), target: toNumber, want: []string{"Nothing was changed. SMS Partner refused the request.", `code 1, "name est requis"`}},
	} {
		a := acctest.NewAccount(t, one.options)
		a.Script("vn/callforward", one.step)
		cases[name] = acctest.Case{Account: a, Config: a.Provider() + test(one.target), Want: one.want, Requests: 1}
	}
	cases.Fail(t, "apply")
}

// A failed destroy keeps the resource; that of a number which is gone warns.
func TestCallForwarding_Destroy(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	w := acctest.Attached(t, a.Provider()+test(toNumber))
	destroy := []string{"destroy", "-auto-approve", "-no-color"}
	acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color")
	a.Script("vn/callforward", simulator.Step{Process: true, Drop: simulator.DropDuring})
	acctest.Refuse(t, w, destroy, "Unable to disable call forwarding", "the connection broke", "Run again.")
	acctest.Succeed(t, w, destroy...) // code 18
	forwards(t, a, sms.ForwardOff, "")
	acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color")
	a.Script("vn/callforward", acctest.Refusal(13, "Le numéro virtuel n'existe pas"))
	acctest.WantText(t, acctest.Succeed(t, w, destroy...), "Warning: Virtual number is not known", "so there is no forwarding to disable.")
	a.WantRequests(t, 5)
}

func TestCallForwarding_Rules(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	config, want := a.Provider(), map[string][]string{}
	for name, one := range map[string][]string{
		"none":    {"", "Missing forward_to", "The calls have no target: set forward_to, to forward them to a number, or voicemail_email."},
		"both":    {toNumber + "\n  " + voicemail, "Invalid value for voicemail_email", "Calls go either to a number or to a voicemail: remove forward_to or voicemail_email."},
		"address": {`voicemail_email = "On Call <oncall@example.com>"`, "Invalid value for voicemail_email", `"On Call <oncall@example.com>" is not an e-mail address: write one such as "name@example.com".`},
		"letters": {`forward_to = "support"`, "Invalid phone number", `"support" is not a phone number`},
	} {
		config += forwarding(name, "0700000000", one[0])
		want["smspartner_call_forwarding."+name] = one[1:]
	}
	acctest.RefuseEach(t, acctest.Attached(t, config), []string{"validate", "-no-color"}, want)

	cases := acctest.Cases{}
	for name, one := range map[string][]string{
		"number": {forwarding("test", "070000000", toNumber), "number =", "it is too short for the region FR"},
		"target": {test(`forward_to = "010000000"`), "forward_to =", "it is too short for the region FR"},
	} {
		cases[name] = acctest.Case{Account: a, Config: a.Provider() + one[0], Want: one[1:]}
	}
	cases.Fail(t, "plan")
	acctest.Cases{"both, known late": {
		Account: a, Config: a.Provider() + acctest.Later("oncall@example.com") + test(toNumber, "voicemail_email = terraform_data.later.output"),
		Want: []string{"Invalid value for voicemail_email", "Calls go either to a number or to a voicemail"},
	}}.Fail(t, "apply")
}

func TestCallForwarding_Import(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	acctest.Refuse(t, acctest.Attached(t, a.Provider()+test(toNumber)), []string{"import", "-no-color", address, "+33700000000"},
		"Unable to import call forwarding", "Import is not supported: the API cannot return what is set.")
	a.WantRequests(t, 0)
}

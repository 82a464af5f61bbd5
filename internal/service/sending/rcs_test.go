package sending_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// rcs is an RCS with other arguments in the place of the text.
func rcs(w way, change hcl) string { return w.resource(w.required().with(change)) }

// Each form of an RCS is sent as the vendor documents it, and a content of the user's as it
// is. The same content in another spelling is no new message.
func TestRCS_Contents(t *testing.T) {
	t.Parallel()
	w := sends("rcs_message")
	tests := acctest.Tests{}
	for name, test := range map[string]struct {
		written, respelled hcl
		want               map[string]any
	}{
		"a file": {
			hcl{"file_url": `"https://example.com/a.png"`, "text": ""},
			hcl{"file_url": `"https://example.com/a.png"`, "text": "", "suggestions": "[]"},
			map[string]any{"conversation": map[string]any{"file": map[string]any{"media": map[string]any{"fileUrl": "https://example.com/a.png"}}, "suggestions": []any{}}},
		},
		"a card": {
			hcl{"rich_card": `{ orientation = "HORIZONTAL", thumbnail_image_alignment = "LEFT", title = "Titre", description = "De\nux" }`, "text": ""},
			hcl{"rich_card": `{ orientation = "HORIZONTAL", thumbnail_image_alignment = "LEFT", title = "Titre", description = "De\r\nux" }`, "text": ""},
			map[string]any{"conversation": map[string]any{"richCard": map[string]any{
				"orientation": "HORIZONTAL", "thumbnailImageAlignment": "LEFT", "title": "Titre", "description": "De\nux",
			}}},
		},
		"a content": {
			hcl{"rich_content": `jsonencode({ conversation = { carousel = { cards = [1.50, null, "<é>"] } } })`, "text": ""},
			hcl{"rich_content": `" { \"conversation\" : {\"carousel\":{\"cards\":[1.5, null,\"<\\u00e9>\"]} } }"`, "text": ""},
			map[string]any{"conversation": map[string]any{"carousel": map[string]any{"cards": []any{1.5, nil, "<é>"}}}},
		},
		"a text with replies": {
			hcl{"suggestions": `[{ text = "O\nui", postback_data = "yes" }]`, "failover": `{ message = "A" }`},
			hcl{"suggestions": `[{ text = "O\r\nui", postback_data = "yes" }]`, "failover": `{ message = "A", is_stop_sms = false, is_unicode = false }`},
			map[string]any{"conversation": map[string]any{"text": "Bonjour l'été", "suggestions": []any{
				map[string]any{"reply": map[string]any{"text": "O\nui", "postbackData": "yes"}},
			}}},
		},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		tests[name] = acctest.Test{
			Steps: []acctest.Step{
				{Config: a.Provider() + rcs(w, test.written)},
				{Config: a.Provider() + rcs(w, test.respelled), Plan: w.plans(plancheck.ResourceActionUpdate)},
				{Config: a.Provider() + rcs(w, test.respelled), Plan: w.plans(plancheck.ResourceActionNoop)},
			},
			After: func(t *testing.T) {
				if got := bodies(t, a, w.path); len(got) != 1 || !reflect.DeepEqual(got[0]["richContent"], test.want) {
					t.Errorf("sent %v,\nwant once %v", got, test.want)
				}
				a.WantRequests(t, 1)
			},
		}
	}
	tests.Run(t)
}

// What differs in a content is a new message.
func TestRCS_Changes(t *testing.T) {
	t.Parallel()
	w := sends("rcs_message")
	g, accounts, replaced := acctest.NewGroup(t), map[string]*acctest.Account{}, map[string][]plancheck.PlanCheck{}
	changes := map[string][2]hcl{
		"a card's title":       {{"rich_card": `{ title = "a" }`, "text": ""}, {"rich_card": `{ title = "b" }`, "text": ""}},
		"a card's description": {{"rich_card": `{ title = "a" }`, "text": ""}, {"rich_card": `{ title = "a", description = "b" }`, "text": ""}},
		"a value in JSON":      {{"rich_content": `jsonencode({ conversation = { text = "1" } })`, "text": ""}, {"rich_content": `jsonencode({ conversation = { text = "2" } })`, "text": ""}},
		"JSON to come":         {{"rich_content": `jsonencode({ conversation = { text = "1" } })`, "text": ""}, {"rich_content": `jsonencode({ conversation = { text = terraform_data.later.output } })`, "text": ""}},
		"a part to come":       {{"failover": `{ message = "A" }`}, {"failover": `{ message = terraform_data.later.output }`}},
		"no failover":          {{"failover": `{ message = "A" }`}, {}},
		"STOP":                 {{"failover": `{ message = "A" }`}, {"failover": `{ message = "A", is_stop_sms = true }`}},
		"order of replies": {
			{"suggestions": `[{ text = "a", postback_data = "a" }, { text = "b", postback_data = "b" }]`},
			{"suggestions": `[{ text = "b", postback_data = "b" }, { text = "a", postback_data = "a" }]`},
		},
	}
	for name, change := range changes {
		accounts[name] = acctest.NewAccount(t, simulator.Options{})
		g.Set(t, name, accounts[name].Provider()+rcs(w, change[0]))
		replaced[name] = w.plans(plancheck.ResourceActionReplace)
	}
	g.Must(t, "apply")
	for name, change := range changes {
		g.Set(t, name, accounts[name].Provider()+later(`"A"`)+rcs(w, change[1]))
	}
	g.Must(t, "plan")
	g.Planned(t, replaced)
	for _, a := range accounts {
		a.WantRequests(t, 1)
	}
}

// The plan shows how many SMS a failover takes.
func TestRCS_Size(t *testing.T) {
	t.Parallel()
	w := sends("rcs_message")
	g, accounts, checks := acctest.NewGroup(t), []*acctest.Account{}, map[string][]plancheck.PlanCheck{}
	segments := tfjsonpath.New("segments")
	set := func(name string, change hcl, check plancheck.PlanCheck) {
		a := acctest.NewAccount(t, simulator.Options{})
		g.Set(t, name, a.Provider()+later(`"a"`)+rcs(w, change))
		accounts = append(accounts, a)
		checks[name] = []plancheck.PlanCheck{check, plancheck.ExpectUnknownValue(w.address(), tfjsonpath.New("nb_rcs"))}
	}
	known := func(want knownvalue.Check) plancheck.PlanCheck {
		return plancheck.ExpectKnownValue(w.address(), segments, want)
	}
	unknown := plancheck.ExpectUnknownValue(w.address(), segments)
	const output = "terraform_data.later.output"
	set("none", nil, known(knownvalue.Null()))
	set("two by two", hcl{"failover": "{ message = " + text(161) + " }"}, known(knownvalue.Int64Exact(4)))
	set("Unicode", hcl{"failover": "{ message = " + text(71) + ", is_unicode = true }"}, known(knownvalue.Int64Exact(4)))
	set("a sender to come", hcl{"failover": "{ message = " + text(160) + ", sender = " + output + " }"}, known(knownvalue.Int64Exact(2)))
	set("a text to come", hcl{"failover": "{ message = " + output + " }"}, unknown)
	set("a number to come", hcl{"failover": `{ message = "A" }`, "phone_numbers": "[" + output + "]"}, unknown)
	set("a failover to come", hcl{"failover": output + ` == "a" ? { message = "A" } : null`}, unknown)
	g.Must(t, "plan")
	g.Planned(t, checks)
	for _, a := range accounts {
		a.WantRequests(t, 0)
	}
}

// What was unknown in the plan is checked before it is sent.
func TestRCS_UnknownRefused(t *testing.T) {
	t.Parallel()
	const output = "terraform_data.later.output"
	w, cases := sends("rcs_message"), acctest.Cases{}
	for name, test := range map[string]struct {
		value  string
		change hcl
		want   []string
	}{
		"no content after all":      {"true", hcl{"text": "terraform_data.later.output ? null : \"a\""}, []string{"Missing content of the RCS", "Write exactly one of text, file_url, rich_card, rich_content."}},
		"a second content":          {`"https://example.com/a.png"`, hcl{"file_url": output}, []string{"Invalid value for file_url", "and text is set too: leave one of them out."}},
		"an http address":           {`"http://example.com"`, hcl{"file_url": output, "text": ""}, []string{"Invalid value for file_url", "is not an https address"}},
		"a long title":              {text(201), hcl{"rich_card": "{ title = " + output + " }", "text": ""}, []string{"Invalid value for rich_card.title", "201 characters"}},
		"a long text of a failover": {text(1531), hcl{"failover": "{ message = " + output + " }"}, []string{"Invalid value for failover.message", "takes 11 segments"}},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		cases[name] = acctest.Case{Account: a, Config: a.Provider() + later(test.value) + rcs(w, test.change), Want: test.want}
	}
	cases.Fail(t, "apply")
}

// No call cancels an RCS: a destroy of one that is due warns that it will be sent, a plan
// that replaces it that both will, and nobody is asked.
func TestRCS_Scheduled(t *testing.T) {
	t.Parallel()
	const summary, documented = "Warning: Unable to cancel RCS", "SMS Partner documents no call that cancels an RCS."
	w := sends("rcs_message")
	g, accounts := acctest.NewGroup(t), map[string]*acctest.Account{}
	for name, moment := range map[string]string{"scheduled": inJune, "was due": inJune, "at once": ""} {
		accounts[name] = acctest.NewAccount(t, simulator.Options{})
		g.Set(t, name, accounts[name].Provider()+rcs(w, hcl{"scheduled_delivery_date": moment, "triggers": `{ a = "1" }`}))
	}
	g.Must(t, "apply")
	g.Edit(t, "was due", w.address(), "scheduled_delivery_date", time.Now().Add(-time.Minute).UTC().Format(time.RFC3339))
	for name, a := range accounts {
		g.Set(t, name, a.Provider()+rcs(w, hcl{"scheduled_delivery_date": map[string]string{"at once": ""}[name]}))
	}
	g.Set(t, "scheduled", accounts["scheduled"].Provider()+rcs(w, hcl{"scheduled_delivery_date": inJune, "triggers": `{ a = "2" }`}))
	g.Must(t, "plan")
	acctest.WantText(t, g.Said("scheduled"), summary, "It is scheduled for 2040-06-01T09:30:00+02:00", documented, "It will be sent, and so will the new one.")
	for _, name := range []string{"was due", "at once"} {
		if said := g.Said(name); strings.Contains(said, "Unable to cancel") {
			t.Errorf("%s: it says %s", name, said)
		}
	}
	g.Must(t, "destroy")
	said := g.SaidAbout("Unable to cancel RCS")
	acctest.WantText(t, said, documented, "It will be sent.", "To stop it, look for message 1112 in the dashboard, or ask the vendor's support.")
	if n := strings.Count(said, documented); n != 1 {
		t.Errorf("%d warnings, want 1: %s", n, said)
	}
	for _, a := range accounts {
		a.WantRequests(t, 1)
	}
}

// What the documentation leaves open ends in an error with the vendor's words, and with
// nothing sent.
func TestRCS_Refused(t *testing.T) {
	t.Parallel()
	w, cases := sends("rcs_message"), acctest.Cases{}
	for name, test := range map[string]struct {
		forms  sms.RCSForms
		answer string
	}{
		"numbers as text": {sms.RCSForms{RCSNumbersAsText: true}, `code 2, "Le champ phoneNumbers est requis"`},
		"not activated":   {sms.RCSForms{RCSOff: true}, `code 99, "Le RCS n'est pas activé"`},
		"any code":        {sms.RCSForms{RCSOff: true, RCSCode: 13}, `code 13, "Le RCS n'est pas activé"`},
	} {
		a := acctest.NewAccount(t, simulator.Options{Variant: simulator.Variant{RCSForms: test.forms}})
		want := []string{"Error: Unable to send RCS", nothingSent, test.answer, "The documentation does not explain this code for this call: go by the words above."}
		cases[name] = acctest.Case{Account: a, Config: a.Provider() + rcs(w, nil), Want: want, Requests: 1}
	}
	cases.Fail(t, "apply")
}

// An RCS whose answer is lost is in no state, since nothing proves that it was sent: the
// error says where to look, and the next plan shows a new one.
func TestRCS_Lost(t *testing.T) {
	t.Parallel()
	w := sends("rcs_message")
	g, accounts, planned := acctest.NewGroup(t), map[string]*acctest.Account{}, map[string][]plancheck.PlanCheck{}
	tests := map[string]struct {
		step simulator.Step
		sent int
	}{
		"sent": {simulator.Step{Drop: simulator.DropBefore, Process: true}, 1}, "not sent": {simulator.Step{Drop: simulator.DropBefore}, 0},
		"degraded": {simulator.DegradedStep(true), 1}, "503": {simulator.Step{Status: 503}, 0},
	}
	for name, test := range tests {
		accounts[name] = acctest.NewAccount(t, simulator.Options{})
		accounts[name].Script(w.path, test.step)
		g.Set(t, name, accounts[name].Provider()+rcs(w, nil))
		planned[name] = w.plans(plancheck.ResourceActionCreate)
	}
	if g.Run(t, "apply") {
		t.Error("nothing failed")
	}
	g.Each(t, func(t *testing.T, name string) {
		acctest.WantError(t, g.Said(name), "Error: Unable to tell whether the RCS was sent", "with "+w.address(), "it may have gone out or not.",
			"an RCS has no tag, and SMS Partner documents no call that finds one.",
			"Look in the dashboard for an RCS to +32470123456, +33600000001, sent on ", sendsAgain)
		wantSends(t, accounts[name], 1, tests[name].sent)
		accounts[name].WantRequests(t, 1)
	})
	g.Must(t, "plan")
	g.Planned(t, planned)
}

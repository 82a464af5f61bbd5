package status_test

import (
	"fmt"
	"maps"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// foundPair is an element of statuses for a documented SMS that was delivered.
func foundPair(id, number string) map[string]knownvalue.Check {
	return map[string]knownvalue.Check{
		"message_id":   text(id),
		"phone_number": text(number),
		"found":        knownvalue.Bool(true),
		"status":       text("Delivered"),
		"delivered":    knownvalue.Bool(true),
		"final":        knownvalue.Bool(true),
		"stop_sms":     knownvalue.Bool(false),
		"is_spam":      knownvalue.Bool(false),
		"date":         text("2018-02-06T17:26:56+01:00"),
		"cost":         knownvalue.Null(),
		"country_code": knownvalue.Null(),
		"currency":     knownvalue.Null(),
	}
}

// missingPair is one for an SMS that the vendor does not know, in its words.
func missingPair(id, number, words string) map[string]knownvalue.Check {
	item := foundPair(id, number)
	for _, name := range []string{"stop_sms", "is_spam", "date"} {
		item[name] = knownvalue.Null()
	}
	item["status"] = text(words)
	for _, name := range []string{"found", "delivered", "final"} {
		item[name] = knownvalue.Bool(false)
	}
	return item
}

func objects(items ...map[string]knownvalue.Check) knownvalue.Check {
	checks := make([]knownvalue.Check, len(items))
	for i, item := range items {
		checks[i] = knownvalue.ObjectExact(item)
	}
	return knownvalue.ListExact(checks)
}

// documentedList is an account with the message of the vendor's example.
func documentedList(t *testing.T, variant simulator.Variant) *acctest.Account {
	t.Helper()
	a := acctest.NewAccount(t, simulator.Options{Variant: variant})
	a.AddMessage(simulator.Message{ID: "2270142", Recipients: []simulator.Recipient{
		{Number: "+33600000001", Date: time.Unix(1517934416, 0)},
	}})
	return a
}

// The vendor's documented example, in the forms in which the vendor may write it.
func TestMessageStatuses_DocumentedExample(t *testing.T) {
	t.Parallel()
	tests := acctest.Tests{}
	for name, test := range map[string]struct {
		variant simulator.Variant
		words   string
	}{
		"documented":          {simulator.Variant{}, "Numéro introuvable"},
		"numbers as strings":  {simulator.Variant{Forms: simulator.Forms{NumbersAsStrings: true, EscapeUnicode: true}}, "Numéro introuvable"},
		"item without a code": {simulator.Variant{ItemForms: simulator.ItemForms{NoItemCode: true}, Forms: simulator.Forms{English: true}}, "Number not found"},
	} {
		a := documentedList(t, test.variant)
		tests[name] = acctest.Test{Steps: []acctest.Step{{
			Config: a.Provider() + messageStatuses.Test(messages("2270142", "+33600000001", "1000", "+33600000002")),
			State: []statecheck.StateCheck{
				messageStatuses.Has("statuses", objects(
					foundPair("2270142", "+33600000001"), missingPair("1000", "+33600000002", test.words))),
				messageStatuses.Has("all_delivered", knownvalue.Bool(false)),
				messageStatuses.Has("counts", counts(2, 1, 0, 0, 1, 0)),
				messageStatuses.Has("summary", text("1 of 2 delivered, 1 not found: +33600000002 (message 1000)")),
				messageStatuses.Has("cost", knownvalue.Null()),
			},
		}}}
	}
	tests.Run(t)
}

// Each message has its answer in its place, whatever the order of the vendor's;
// what stands twice, in whatever spelling, is asked for once.
func TestMessageStatuses_OrderAndDuplicates(t *testing.T) {
	t.Parallel()
	a := documentedList(t, simulator.Variant{})
	found := `{"success":true,"code":200,"phoneNumber":"+33600000001","messageId":2270142,"status":"Delivered","date":"1517934416","stopSms":"0","isSpam":"0"}`
	other := `{"success":true,"code":200,"phoneNumber":"+33600000002","messageId":2270142,"status":"Delivered","date":"1517934416","stopSms":"0","isSpam":"0"}`
	missing := `{"success":false,"code":4,"phoneNumber":"+33600000001","messageId":1000,"status":"Numéro introuvable"}`
	a.Script("multi-status", simulator.Step{
		Body:   `{"success":true,"code":200,"StatutResponse_List":[` + other + "," + missing + "," + found + `]}`,
		Repeat: true,
	})
	config := a.Provider() + messageStatuses.Test(messages(
		"2270142", "06 00 00 00 01", "1000", "0600000001", "2270142", "+33600000001", "2270142", "0033600000002", "1000", "06.00.00.00.01")) + `
output "seen" {
  value = join(" ", [for s in data.smspartner_message_statuses.test.statuses : "${s.message_id}:${s.phone_number}:${s.found}:${s.status};"])
}

output "counts" {
  value = jsonencode(data.smspartner_message_statuses.test.counts)
}
`
	printed := acctest.Succeed(t, acctest.Attached(t, config), "apply", "-auto-approve", "-no-color")
	acctest.WantText(t, printed, `counts = "{\"delivered\":3,\"not_delivered\":0,\"not_found\":2,\"stop_sms\":0,\"total\":5,\"waiting\":0}"`,
		`seen = "2270142:06 00 00 00 01:true:Delivered; 1000:0600000001:false:Numéro introuvable; 2270142:+33600000001:true:Delivered; `+
			`2270142:0033600000002:true:Delivered; 1000:06.00.00.00.01:false:Numéro introuvable;"`)
	a.WantRequests(t, 1)
	wantAsked(t, a.Requests()[0], "2270142 +33600000001", "1000 +33600000001", "2270142 +33600000002")
}

// What the details add, and a sum that equals what a person writes.
func TestMessageStatuses_Details(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	a.AddMessage(simulator.Message{ID: "300", Recipients: []simulator.Recipient{
		{Number: "+33600000001"},
		{Number: "+33600000002", Statuses: []string{"Not delivered"}, StopSMS: true, IsSpam: true},
		{Number: "+32470123456", Statuses: []string{"Waiting"}},
	}})
	config := messageStatuses.Test("details = true", messages(
		"300", "0600000001", "300", "0600000002", "300", "+32470123456", "4711", "0600000001", "300", "+33600000001"), `
  lifecycle {
    postcondition {
      condition     = self.cost == 0.114 && self.statuses[0].cost == 0.038
      error_message = "The sum is ${self.cost}."
    }
  }`)
	detailed := func(number, country string, more map[string]knownvalue.Check) knownvalue.Check {
		item := map[string]knownvalue.Check{
			"message_id": text("300"), "phone_number": text(number),
			"cost": acctest.Amount(t, "0.038"), "country_code": text(country), "currency": text("EUR"),
		}
		maps.Copy(item, more)
		return knownvalue.ObjectPartial(item)
	}
	first := detailed("0600000001", "FR", map[string]knownvalue.Check{"delivered": knownvalue.Bool(true), "is_spam": knownvalue.Bool(false)})
	acctest.Tests{"test": {Steps: []acctest.Step{{
		Config: a.Provider() + config,
		State: []statecheck.StateCheck{
			messageStatuses.Has("statuses", knownvalue.ListExact([]knownvalue.Check{
				first,
				detailed("0600000002", "FR", map[string]knownvalue.Check{
					"status": text("Not delivered"), "final": knownvalue.Bool(true), "stop_sms": knownvalue.Bool(true), "is_spam": knownvalue.Bool(true),
				}),
				detailed("+32470123456", "BE", map[string]knownvalue.Check{"status": text("Waiting"), "final": knownvalue.Bool(false)}),
				knownvalue.ObjectExact(missingPair("4711", "0600000001", "Numéro introuvable")),
				detailed("+33600000001", "FR", nil),
			})),
			messageStatuses.Has("cost", acctest.Amount(t, "0.114")),
			messageStatuses.Has("counts", counts(5, 2, 1, 1, 1, 1)),
			messageStatuses.Has("all_delivered", knownvalue.Bool(false)),
		},
	}}}}.Run(t)
	// One list and three details in each read.
	if lists, details := len(a.Requests("multi-status")), len(a.Requests("message-status")); details != 3*lists {
		t.Errorf("%d lists and %d details", lists, details)
	}
}

// A thousand messages take two requests.
func TestMessageStatuses_Thousand(t *testing.T) {
	t.Parallel()
	a := acctest.NewAccount(t, simulator.Options{})
	m := simulator.Message{ID: "300"}
	for n := range 999 {
		m.Recipients = append(m.Recipients, simulator.Recipient{Number: fmt.Sprintf("+33600000%03d", n)})
	}
	a.AddMessage(m)
	w := acctest.Attached(t, a.Provider()+messageStatuses.Test(
		`messages = [for n in range(1000) : { message_id = "300", phone_number = format("0600000%03d", n) }]`)+`
output "last" {
  value = { for s in slice(data.smspartner_message_statuses.test.statuses, 998, 1000) : s.phone_number => s.found }
}
`)
	acctest.WantText(t, acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color"), `"0600000998" = true "0600000999" = false`)
	a.WantRequests(t, 2)
}

// A list that is not all known yet is asked for once it is.
func TestMessageStatuses_Unknown(t *testing.T) {
	t.Parallel()
	config, planned, seen := acctest.Later("1111"), []plancheck.PlanCheck{}, []statecheck.StateCheck{}
	for name, argument := range map[string]string{
		"id":     `messages = [{ message_id = "1111", phone_number = "0600000000" }, { message_id = terraform_data.later.output, phone_number = "0600000000" }]`,
		"number": `messages = [{ message_id = "1111", phone_number = "060000000${terraform_data.later.output - 1111}" }]`,
		"list":   `messages = [for id in [terraform_data.later.output] : { message_id = id, phone_number = "0600000000" }]`,
		"count":  `messages = [for n in range(terraform_data.later.output - 1110) : { message_id = "1111", phone_number = "0600000000" }]`,
	} {
		config += messageStatuses.Named(name, argument)
		address := messageStatuses.Address(name)
		planned = append(planned, plancheck.ExpectResourceAction(address, plancheck.ResourceActionRead))
		seen = append(seen, statecheck.ExpectKnownValue(address, tfjsonpath.New("all_delivered"), knownvalue.Bool(true)))
	}
	a := acctest.NewAccount(t, simulator.Options{})
	acctest.Tests{"test": {Steps: []acctest.Step{{
		Config: a.Provider() + config,
		Plan:   planned,
		State:  seen,
	}}}}.Run(t)
}

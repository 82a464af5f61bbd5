package sending_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
)

// way is one of the vendor's ways to send, as configurations write it.
type way struct {
	name, path string
	// full holds every argument as HCL, and changed another value for each.
	full, changed hcl
	// others are the arguments that a changed one can't stand beside.
	others map[string][]string
	// body is what reaches the vendor of full, less the key.
	body map[string]any
}

// hcl holds arguments, by name, as they stand in a configuration.
type hcl map[string]string

// with returns the arguments with others in their place. An empty value takes one
// away.
func (h hcl) with(others hcl) hcl {
	all := maps.Clone(h)
	maps.Copy(all, others)
	maps.DeleteFunc(all, func(_, value string) bool { return value == "" })
	return all
}

// lines are the arguments as the lines of a block.
func (h hcl) lines() string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(h)) {
		fmt.Fprintf(&b, "  %s = %s\n", name, h[name])
	}
	return b.String()
}

func (w way) address() string { return "smspartner_" + w.name + ".test" }

// resource is a resource of this kind, with these arguments.
func (w way) resource(arguments hcl) string {
	return fmt.Sprintf("resource \"smspartner_%s\" \"test\" {\n%s}\n", w.name, arguments.lines())
}

// required returns the arguments that must be there.
func (w way) required() hcl {
	required := hcl{}
	for _, name := range []string{"phone_numbers", "to", "from", "message", "messages", "sondage_ident", "text"} {
		if value, ok := w.full[name]; ok {
			required[name] = value
		}
	}
	return required
}

// inJune is a moment in summer time that no test will see.
const inJune = `"2040-06-01T09:30:00+02:00"`

const (
	oneText  = `[{ phone_number = "0600000001", message = "Un" }, { phone_number = "+33600000002", message = "Deux" }]`
	twoTexts = `[{ phone_number = "0600000001", message = "Un" }, { phone_number = "+33600000002", message = "Trois" }]`
)

// notLowCost is for the change to low_cost, which has no STOP text.
var notLowCost = map[string][]string{"gamme": {"is_stop_sms"}}

var ways = []way{
	{
		name: "sms", path: "send", others: notLowCost,
		full: hcl{
			"phone_numbers": `["06 00 00 00 01", "+32 470 12 34 56"]`, "message": `"Bonjour l'été"`, "gamme": `"premium"`, "sender": `"ACME"`,
			"tag": `"promo1"`, "scheduled_delivery_date": inJune, "url_response": `"https://example.com/r"`, "url_dlr": `"https://example.com/d"`,
			"is_stop_sms": "true", "is_unicode": "false", "sandbox": "false", "triggers": `{ version = "1" }`,
		},
		changed: hcl{
			"phone_numbers": `["06 00 00 00 01"]`, "message": `"Bonsoir"`, "gamme": `"low_cost"`, "sender": `"ACME2"`,
			"tag": `"promo2"`, "scheduled_delivery_date": `"2040-06-01T09:35:00+02:00"`, "url_response": `"https://example.com/r2"`,
			"url_dlr": `"https://example.com/d2"`, "is_stop_sms": "false", "is_unicode": "true", "sandbox": "true", "triggers": `{ version = "2" }`,
		},
		body: map[string]any{
			"phoneNumbers": "+32470123456,+33600000001", "message": "Bonjour l'été", "gamme": 1.0, "sender": "ACME", "tag": "promo1",
			"scheduledDeliveryDate": "01/06/2040", "time": 9.0, "minute": 30.0, "urlResponse": "https://example.com/r",
			"urlDlr": "https://example.com/d", "isStopSms": 1.0, "isUnicode": 0.0, "sandbox": 0.0,
		},
	},
	{
		name: "bulk_sms", path: "bulk-send", others: notLowCost,
		full: hcl{
			"messages": oneText, "gamme": `"premium"`, "sender": `"ACME"`, "tag": `"promo1"`, "scheduled_delivery_date": inJune,
			"is_stop_sms": "true", "is_unicode": "false", "sandbox": "false", "triggers": `{ version = "1" }`,
		},
		changed: hcl{
			"messages": twoTexts, "gamme": `"low_cost"`, "sender": `"ACME2"`, "tag": `"promo2"`,
			"scheduled_delivery_date": `"2040-06-01T09:35:00+02:00"`, "is_stop_sms": "false", "is_unicode": "true", "sandbox": "true",
			"triggers": `{ version = "2" }`,
		},
		body: map[string]any{
			"SMSList": []any{
				map[string]any{"phoneNumber": "+33600000001", "message": "Un"},
				map[string]any{"phoneNumber": "+33600000002", "message": "Deux"},
			},
			"gamme": 1.0, "sender": "ACME", "tag": "promo1", "scheduledDeliveryDate": "01/06/2040", "time": 9.0, "minute": 30.0,
			"isStopSms": 1.0, "isUnicode": 0.0, "sandbox": 0.0,
		},
	},
	{
		name: "long_number_sms", path: "vn/send",
		full: hcl{
			"to": `["06 00 00 00 01", "+32 470 12 34 56"]`, "from": `"07 00 00 00 00"`, "message": `"Bonjour"`, "tag": `"promo1"`,
			"url_response": `"https://example.com/r"`, "url_dlr": `"https://example.com/d"`, "sandbox": "false", "triggers": `{ version = "1" }`,
		},
		changed: hcl{
			"to": `["06 00 00 00 01"]`, "from": `"07 00 00 00 01"`, "message": `"Bonsoir"`, "tag": `"promo2"`,
			"url_response": `"https://example.com/r2"`, "url_dlr": `"https://example.com/d2"`, "sandbox": "true", "triggers": `{ version = "2" }`,
		},
		body: map[string]any{
			"to": "32470123456,33600000001", "from": "33700000000", "message": "Bonjour", "tag": "promo1",
			"urlResponse": "https://example.com/r", "urlDlr": "https://example.com/d", "sandbox": 0.0,
		},
	},
	{
		name: "survey", path: "sondage/to/send",
		full: hcl{
			"phone_numbers": `["06 00 00 00 01", "+32 470 12 34 56"]`, "sondage_ident": `"ABC123"`, "tag": `"promo1"`,
			"scheduled_delivery_date": inJune, "triggers": `{ version = "1" }`,
		},
		changed: hcl{
			"phone_numbers": `["06 00 00 00 01"]`, "sondage_ident": `"ABC124"`, "tag": `"promo2"`,
			"scheduled_delivery_date": `"2040-06-01T09:35:00+02:00"`, "triggers": `{ version = "2" }`,
		},
		body: map[string]any{
			"phoneNumbers": "+32470123456,+33600000001", "sondageIdent": "ABC123", "tag": "promo1",
			"scheduledDeliveryDate": "01/06/2040", "time": 9.0, "minute": 30.0,
		},
	},
	{
		name: "rcs_message", path: "rcs/send",
		full: hcl{
			"phone_numbers": `["06 00 00 00 01", "+32 470 12 34 56"]`, "text": `"Bonjour l'été"`,
			"suggestions": `[{ text = "Oui", postback_data = "yes" }]`, "scheduled_delivery_date": inJune, "triggers": `{ version = "1" }`,
			"failover": `{ sender = "ACME", message = "Bonjour", is_stop_sms = true, is_unicode = false }`,
		},
		changed: hcl{
			"phone_numbers": `["06 00 00 00 01"]`, "text": `"Bonsoir"`, "file_url": `"https://example.com/a.png"`, "rich_card": `{ title = "Bonjour" }`,
			"rich_content": `jsonencode({ conversation = { text = "Bonjour" } })`, "suggestions": `[{ text = "Oui", postback_data = "y" }]`,
			"failover":                `{ sender = "ACME", message = "Bonsoir", is_stop_sms = true, is_unicode = false }`,
			"scheduled_delivery_date": `"2040-06-01T09:35:00+02:00"`, "triggers": `{ version = "2" }`,
		},
		others: map[string][]string{"file_url": {"text"}, "rich_card": {"text", "suggestions"}, "rich_content": {"text", "suggestions"}},
		body: map[string]any{
			"phoneNumbers": []any{"+32470123456", "+33600000001"}, "isUnicode": 1.0,
			"richContent": map[string]any{"conversation": map[string]any{
				"text": "Bonjour l'été", "suggestions": []any{map[string]any{"reply": map[string]any{"text": "Oui", "postbackData": "yes"}}},
			}},
			"failover":              map[string]any{"sender": "ACME", "message": "Bonjour", "isStopSms": 1.0, "isUnicode": 0.0},
			"scheduledDeliveryDate": "01/06/2040", "time": 9.0, "minute": 30.0,
		},
	},
}

// isSMS reports whether messages have a tag, a status and a call that cancels them.
func (w way) isSMS() bool { return w.name != "rcs_message" }

// sends is [ways] by name.
func sends(name string) way {
	return ways[slices.IndexFunc(ways, func(w way) bool { return w.name == name })]
}

// holds asserts values in the state of the resource.
func (w way) holds(want map[string]knownvalue.Check) []statecheck.StateCheck {
	checks := make([]statecheck.StateCheck, 0, len(want))
	for _, name := range slices.Sorted(maps.Keys(want)) {
		checks = append(checks, statecheck.ExpectKnownValue(w.address(), tfjsonpath.New(name), want[name]))
	}
	return checks
}

// plans asserts what is to be done to the resource.
func (w way) plans(action plancheck.ResourceActionType) []plancheck.PlanCheck {
	return []plancheck.PlanCheck{plancheck.ExpectResourceAction(w.address(), action)}
}

// bodies returns the bodies of the requests at a path, without the key.
func bodies(t *testing.T, a *acctest.Account, path string) []map[string]any {
	t.Helper()
	var list []map[string]any
	for _, request := range a.Requests(path) {
		var body map[string]any
		if err := json.Unmarshal(request.Body, &body); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if body["apiKey"] != a.Key {
			t.Errorf("the key is %v", body["apiKey"])
		}
		delete(body, "apiKey")
		list = append(list, body)
	}
	return list
}

// wantSent asserts how many requests to send have come, in all ways.
func wantSent(t *testing.T, a *acctest.Account, want int) {
	t.Helper()
	paths := make([]string, len(ways))
	for i, w := range ways {
		paths[i] = w.path
	}
	if got := len(a.Requests(paths...)); got != want {
		t.Errorf("%d requests to send, want %d", got, want)
	}
}

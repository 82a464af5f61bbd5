package delivery

import (
	"slices"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// became is a delivery of which the vendor has a word; without one it was not
// found.
func became(word string) Delivery {
	if word == "" {
		return New("a", sms.StatusItem{})
	}
	return New("a", sms.StatusItem{Found: true, Status: &word})
}

func expect[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

// One that failed fails all, at once; all must be there; and an empty list may
// still fill.
func TestOutcome(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		list             []Delivery
		final, delivered wait.Outcome
	}{
		"empty":        {nil, wait.Pending, wait.Pending},
		"delivered":    {[]Delivery{became("Delivered"), became("DELIVRD")}, wait.Success, wait.Success},
		"waiting":      {[]Delivery{became("Delivered"), became("Waiting")}, wait.Pending, wait.Pending},
		"unknown word": {[]Delivery{became("En route vers Mars"), became("Delivered")}, wait.Pending, wait.Pending},
		"failed":       {[]Delivery{became("Delivered"), became("ko")}, wait.Success, wait.Failure},
		"failed first": {[]Delivery{became("UNDELIV"), became("Waiting")}, wait.Pending, wait.Failure},
		"failed last":  {[]Delivery{became("Waiting"), became("UNDELIV")}, wait.Pending, wait.Failure},
		"not found":    {[]Delivery{became("Delivered"), became("")}, wait.Pending, wait.Pending},
		"refused":      {[]Delivery{became("Delivered"), Refused("a")}, wait.Success, wait.Failure},
		"not listed":   {[]Delivery{became("Delivered"), {}}, wait.Pending, wait.Pending},
		"none listed":  {[]Delivery{{}}, wait.Pending, wait.Pending},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			list := List{Deliveries: test.list}
			expect(t, "until final", (&Wait{}).outcome(list), test.final)
			expect(t, "until delivered", wantsDelivery.outcome(list), test.delivered)
		})
	}
}

var wantsDelivery = &Wait{Until: types.StringValue("delivered")}

// A list with a doubt may become whole, and proves nothing until then.
func TestOutcome_Doubt(t *testing.T) {
	t.Parallel()
	list := List{Deliveries: []Delivery{became("Delivered")}, Doubt: "it counts 2 recipients, but lists 1"}
	for _, w := range []*Wait{{}, wantsDelivery} {
		expect(t, "outcome", w.outcome(list), wait.Pending)
	}
	expect(t, "all delivered", list.AllDelivered(), false)
	expect(t, "state", state(list), "the list proved nothing (it counts 2 recipients, but lists 1)")
	expect(t, "missing", missing(list), "To check each recipient, read the messages one by one, with smspartner_message_statuses.")
	list.Deliveries = append(list.Deliveries, became("ko"))
	expect(t, "with one that failed", wantsDelivery.outcome(list), wait.Failure)
}

// A diagnostic about thousands names the first of them.
func TestClauses(t *testing.T) {
	t.Parallel()
	const five = `a ("Waiting"), a ("Waiting"), a ("Waiting"), a ("Waiting"), a ("Waiting")`
	list := append(slices.Repeat([]Delivery{became("Waiting")}, 5), became("Delivered"), became(""), became("ko"))
	expect(t, "state", state(List{Deliveries: list[:6]}), "5 of 6 had no final status: "+five)
	expect(t, "failed", failed(List{Deliveries: list}), `1 of 8 ended without being delivered: a ("ko")`)
	expect(t, "state of more", state(List{Deliveries: slices.Repeat(list, 1000)}), "6000 of 8000 had no final status: "+five+", and 5995 more")
	expect(t, "state of none", state(List{}), "there was no recipient yet")
	expect(t, "state without a word", state(List{Deliveries: []Delivery{New("a", sms.StatusItem{Found: true})}}), "1 of 1 had no final status: a (without a status)")
}

// To send again is no advice for a message that was not found: it may have arrived.
func TestMissing(t *testing.T) {
	t.Parallel()
	const check = "For each message that is not found, check that it was sent to this number, by the account of the API key."
	expect(t, "none", missing(List{Deliveries: []Delivery{became("Waiting"), became("ko")}}), "")
	expect(t, "not found", missing(List{Deliveries: []Delivery{became("Delivered"), became("")}}), check)
	expect(t, "not listed", missing(List{Deliveries: []Delivery{became("Delivered"), {}}}), check)
}

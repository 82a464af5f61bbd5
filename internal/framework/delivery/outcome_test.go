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
		"empty":         {nil, wait.Pending, wait.Pending},
		"delivered":     {[]Delivery{became("Delivered"), became("DELIVRD")}, wait.Success, wait.Success},
		"waiting":       {[]Delivery{became("Delivered"), became("Waiting")}, wait.Pending, wait.Pending},
		"unknown word":  {[]Delivery{became("En route vers Mars"), became("Delivered")}, wait.Pending, wait.Pending},
		"failed":        {[]Delivery{became("Delivered"), became("ko")}, wait.Success, wait.Failure},
		"failed first":  {[]Delivery{became("UNDELIV"), became("Waiting")}, wait.Pending, wait.Failure},
		"failed last":   {[]Delivery{became("Waiting"), became("UNDELIV")}, wait.Pending, wait.Failure},
		"not found":     {[]Delivery{became("Delivered"), became("")}, wait.Success, wait.Failure},
		"not read":      {[]Delivery{became("Delivered"), {}}, wait.Pending, wait.Pending},
		"only not read": {[]Delivery{{}}, wait.Pending, wait.Pending},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			expect(t, "until final", outcome(&wait.Model{}, test.list), test.final)
			expect(t, "until delivered", outcome(&wait.Model{Until: types.StringValue("delivered")}, test.list), test.delivered)
		})
	}
}

// A diagnostic about thousands names the first of them.
func TestClauses(t *testing.T) {
	t.Parallel()
	const five = `a ("Waiting"), a ("Waiting"), a ("Waiting"), a ("Waiting"), a ("Waiting")`
	list := append(slices.Repeat([]Delivery{became("Waiting")}, 5), became("Delivered"), became(""))
	expect(t, "state", state(list), "5 of 7 had no final status: "+five)
	expect(t, "failed", failed(list), "1 of 7 ended without being delivered: a (not found)")
	expect(t, "state of more", state(slices.Repeat(list, 1000)), "5000 of 7000 had no final status: "+five+", and more")
	expect(t, "state of none", state(nil), "there was no recipient yet")
	expect(t, "state without a word", state([]Delivery{New("a", sms.StatusItem{Found: true})}), "1 of 1 had no final status: a (without a status)")
}

// To send again is no advice for a message that was not found.
func TestDo(t *testing.T) {
	t.Parallel()
	const sendAgain = "Check that the number is in service and takes SMS, then send again."
	for name, test := range map[string]struct {
		list []Delivery
		want string
	}{
		"not delivered": {[]Delivery{became("Waiting"), became("ko")}, sendAgain},
		"not found":     {[]Delivery{became("Delivered"), became("")}, "Check " + rightID},
		"both":          {[]Delivery{became("ko"), became("")}, sendAgain + " But what was not found may have arrived: check " + rightID},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			expect(t, "do", do(test.list), test.want)
		})
	}
}

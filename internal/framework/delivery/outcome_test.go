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
	const five = `a ("Waiting"), a ("Waiting"), a ("Waiting"), a ("Waiting"), a ("Waiting"),`
	list := append(slices.Repeat([]Delivery{became("Waiting")}, 5), became("Delivered"), became(""))
	expect(t, "state", state(list), "5 of 7, "+five+" had no final status")
	expect(t, "failed", failed(list), "1 of 7, a (not found), ended without being delivered")
	expect(t, "state of more", state(slices.Repeat(list, 1000)), "5000 of 7000, "+five[:len(five)-1]+", and more, had no final status")
	expect(t, "state of none", state(nil), "there was no recipient yet")
}

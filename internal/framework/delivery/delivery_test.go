package delivery_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/delivery"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// item is a recipient as the vendor lists it.
type item struct{ number, status string }

func listed(items ...item) []sms.StatusItem {
	list := make([]sms.StatusItem, len(items))
	for i, to := range items {
		list[i] = sms.StatusItem{PhoneNumber: &to.number, Status: &to.status, Found: true}
	}
	return list
}

// called is the list of a roll call.
func called(numbers []string, items ...item) delivery.List {
	return delivery.List{Deliveries: delivery.NewRoll(numbers).Call(listed(items...))}
}

// Who is asked for is found by number, in whatever spelling, and never by counting.
func TestRoll(t *testing.T) {
	t.Parallel()
	one, two := item{"0600000001", "Delivered"}, item{"+33600000002", "Waiting"}
	both := []string{"+33600000001", "+33600000002"}
	for name, test := range map[string]struct {
		list             delivery.List
		summary, byState string
	}{
		"nobody":                {called(nil), "0 of 0 delivered", "no recipient yet"},
		"nobody asked for":      {called(nil, one), "1 of 1 delivered", "1 Delivered"},
		"all there":             {called(both, one, two), "1 of 2 delivered, 1 waiting: +33600000002", "1 Delivered, 1 Waiting"},
		"asked for twice":       {called(append(both, both...), one, two), "1 of 2 delivered, 1 waiting: +33600000002", "1 Delivered, 1 Waiting"},
		"one missing":           {called(both, one), "1 of 2 delivered, 1 not found: +33600000002", "1 Delivered, 1 not listed yet"},
		"one twice":             {called(both, one, one), "2 of 3 delivered, 1 not found: +33600000002", "2 Delivered, 1 not listed yet"},
		"one and a stranger":    {called(both, one, item{"+33600000003", "Delivered"}), "2 of 3 delivered, 1 not found: +33600000002", "2 Delivered, 1 not listed yet"},
		"one for two countries": {called([]string{"+212600000001", "+33600000001"}, one), "1 of 3 delivered, 2 not found: +212600000001, +33600000001", "1 Delivered, 2 not listed yet"},
		"the other one's":       {called([]string{"+212600000001", "+33600000001"}, one, item{"+212600000001", "Delivered"}), "2 of 2 delivered", "2 Delivered"},
		"strangers":             {called(both, item{"masked", "Delivered"}, item{"0700000002", "Delivered"}), "2 of 4 delivered, 2 not found: +33600000001, +33600000002", "2 Delivered, 2 not listed yet"},
		"nobody there":          {called(both), "0 of 2 delivered, 2 not found: +33600000001, +33600000002", "2 not listed yet"},
		"not delivered":         {called(nil, item{"a", "ko"}, item{"b", "Not delivered"}, two), "0 of 3 delivered, 2 not delivered: a, b, 1 waiting: +33600000002", "1 Not delivered, 1 Waiting, 1 ko"},
		"without a status":      {called(nil, item{"a", ""}), "0 of 1 delivered, 1 waiting: a", "1 without a status"},
		"with another status":   {called(both, one, two, item{"+33600000001", "Not delivered"}), "1 of 3 delivered, 1 not delivered: +33600000001, 1 waiting: +33600000002", "1 Delivered, 1 Not delivered, 1 Waiting"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := test.list.Summary(); got != test.summary {
				t.Errorf("got %q, want %q", got, test.summary)
			}
			if got := test.list.ByStatus(); got != test.byState {
				t.Errorf("got %q, want %q", got, test.byState)
			}
		})
	}
}

// Who was in a list must be in the next one, as often.
func TestRoll_Again(t *testing.T) {
	t.Parallel()
	one, two := item{"+33600000001", "Delivered"}, item{"+33600000002", "Delivered"}
	for name, test := range map[string]struct {
		numbers    []string
		first, now []item
		want       string
	}{
		"the same":            {nil, []item{one, two}, []item{two, one}, "2 of 2 delivered"},
		"more":                {nil, []item{one}, []item{one, two}, "2 of 2 delivered"},
		"one is gone":         {nil, []item{one, two}, []item{one}, "1 of 2 delivered, 1 not found: +33600000002"},
		"one of two messages": {nil, []item{one, one}, []item{one}, "1 of 2 delivered, 1 not found: +33600000001"},
		"all are gone":        {nil, []item{one, two}, nil, "0 of 2 delivered, 2 not found: +33600000001, +33600000002"},
		"another spelling":    {nil, []item{one}, []item{{"06 00 00 00 01", "Delivered"}}, "1 of 1 delivered"},
		"one asked for":       {[]string{"+33600000002"}, []item{one, two}, []item{one}, "1 of 2 delivered, 1 not found: +33600000002"},
		"respelled, one less": {nil, []item{{"+33600000001", "Waiting"}, one}, []item{{"0600000001", "Delivered"}}, "1 of 2 delivered, 1 not found: +33600000001"},
		"asked for and not":   {[]string{"+33600000002"}, []item{one, two}, nil, "0 of 2 delivered, 2 not found: +33600000002, +33600000001"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			roll := delivery.NewRoll(test.numbers)
			roll.Call(listed(test.first...))
			list := delivery.List{Deliveries: roll.Call(listed(test.now...))}
			if got := list.Summary(); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestDelivery_Final(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		delivery                  delivery.Delivery
		final, delivered, stopped bool
	}{
		"not listed":    {delivery.Delivery{}, false, false, false},
		"not found":     {delivery.Delivery{Listed: true}, false, false, false},
		"delivered":     {delivery.Delivery{Listed: true, Found: true, Status: "Delivered"}, true, true, false},
		"not delivered": {delivery.Delivery{Listed: true, Found: true, Status: "Not delivered"}, true, false, false},
		"waiting":       {delivery.Delivery{Listed: true, Found: true, Status: "Waiting"}, false, false, false},
		"stopped":       {delivery.Delivery{Listed: true, Found: true, Status: "Waiting", Stop: new(true)}, false, false, true},
		"refused":       {delivery.Refused("a"), true, false, false},
		"a word":        {delivery.Delivery{Listed: true, Found: true, Status: "refused"}, false, false, false},
		"of nothing":    {delivery.Delivery{Listed: true, Status: "Delivered"}, false, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := test.delivery
			if d.Final() != test.final || d.Delivered() != test.delivered || d.Stopped() != test.stopped {
				t.Errorf("final %t, delivered %t, stopped %t", d.Final(), d.Delivered(), d.Stopped())
			}
		})
	}
}

// A wait is for all of a list: one that failed fails it at once, one that is not
// final or not there goes on, until the time is over.
func TestAsk(t *testing.T) {
	t.Parallel()
	numbers := []string{"+33600000001", "+33600000002"}
	const check = "For each message that is not found, check that it was sent to this number"
	for name, test := range map[string]struct {
		list  []item
		err   error
		until string
		want  []string
	}{
		"all delivered":     {[]item{{"0600000001", "Delivered"}, {"0600000002", "Delivered"}}, nil, "delivered", nil},
		"all final":         {[]item{{"0600000001", "Delivered"}, {"0600000002", "Not delivered"}}, nil, "final", nil},
		"one not delivered": {[]item{{"0600000001", "Waiting"}, {"0600000002", "Not delivered"}}, nil, "delivered", []string{`1 of 2 ended without being delivered: 0600000002 ("Not delivered"). This wait requires delivery`}},
		"one waits":         {[]item{{"0600000001", "Delivered"}, {"0600000002", "Waiting"}}, nil, "final", []string{`1 of 2 had no final status: 0600000002 ("Waiting").`}},
		"one is missing":    {[]item{{"0600000001", "Delivered"}}, nil, "final", []string{`1 of 2 had no final status: +33600000002 (not listed yet).`, check}},
		"all are missing":   {nil, nil, "delivered", []string{`2 of 2 had no final status: +33600000001 (not listed yet), +33600000002 (not listed yet).`, check}},
		"a permanent error": {nil, errors.New("no"), "final", []string{"explained"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				explain := func(error) diag.Diagnostic { return diag.NewErrorDiagnostic("s", "explained") }
				w := delivery.Wait{Until: types.StringValue(test.until), Model: wait.Model{Timeout: types.StringValue("1s")}}
				_, diags := w.Ask(t.Context(), delivery.Subject("s", "the recipients", explain), func(context.Context) (delivery.List, error) {
					return called(numbers, test.list...), test.err
				})
				wantDetail(t, diags, test.want)
			})
		})
	}
}

func wantDetail(t *testing.T, diags diag.Diagnostics, want []string) {
	t.Helper()
	if len(want) == 0 && len(diags) > 0 || len(want) > 0 && len(diags) != 1 {
		t.Fatalf("got %v", diags)
	}
	for _, part := range want {
		if !strings.Contains(diags[0].Detail(), part) {
			t.Errorf("got %v, want %q", diags, part)
		}
	}
}

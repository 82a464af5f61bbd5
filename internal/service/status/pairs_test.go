package status

import (
	"fmt"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// The same message to the same number is one pair, however the number is spelled.
func TestNewPairs(t *testing.T) {
	t.Parallel()
	got, diags := newPairs([]message{
		written("300", "06 00 00 00 01"), written("301", "+33600000001"), written("300", "+33 6 00 00 00 01"),
		written("300", "0033600000002"), written("0300", "0600000001"), written("301", "06.00.00.00.01"),
	}, "FR")
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	expectList(t, "unique", got.unique, []sms.Pair{
		{MessageID: "300", PhoneNumber: "+33600000001"},
		{MessageID: "301", PhoneNumber: "+33600000001"},
		{MessageID: "300", PhoneNumber: "+33600000002"},
		{MessageID: "0300", PhoneNumber: "+33600000001"},
	})
	expectList(t, "places", got.place, []int{0, 1, 0, 2, 3, 1})
}

// 500 pairs a request, eight requests at once, and no pair twice.
func TestPairReader_Requests(t *testing.T) {
	t.Parallel()
	for n, want := range map[int][]int{1: {1}, 500: {1}, 501: {2}, 1000: {2}, 10000: {8, 8, 4}} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, simulator.Options{Latency: latency}, func(t *testing.T, w *bubble.World) {
				r := newReader(sms.New(w.Config(0)), n)
				send(w, r.pairs[:n-1])
				send(w, r.pairs[n-1:], "Not delivered")
				answer, err := r.read(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				list := answer.Deliveries
				expectList(t, "requests at once", waves(w.Requests()), want)
				expect(t, "time", w.Elapsed(), time.Duration(len(want))*latency)
				expectOnce(t, w.Requests(), n)
				expect(t, "list", len(list), n)
				for i, d := range list {
					name := pair(i).PhoneNumber
					if n > 1 {
						name += " (message " + pair(i).MessageID + ")"
					}
					expect(t, "name", d.Name, name)
					expect(t, "found", d.Found, true)
				}
				expect(t, "status of the last", list[n-1].Status, "Not delivered")
				// All of it is final: reading again takes nothing.
				if _, err := r.read(t.Context()); err != nil {
					t.Fatal(err)
				}
				expect(t, "requests", len(w.Requests("multi-status")), (n+499)/500)
			})
		})
	}
}

// Reading many again asks only for what is not final, until nothing is left.
func TestPairReader_NotFinal(t *testing.T) {
	t.Parallel()
	bubble.Run(t, simulator.Options{Latency: latency}, func(t *testing.T, w *bubble.World) {
		r := newReader(sms.New(w.Config(0)), 1000)
		open := []sms.Pair{pair(7), pair(500), pair(999)}
		send(w, r.pairs)
		send(w, open, "Waiting", "Waiting", "Delivered")
		for range 4 {
			if _, err := r.read(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		requests := w.Requests()
		expectList(t, "requests at once", waves(requests), []int{2, 1, 1})
		expectList(t, "the second read", asked(t, requests[2]), open)
		expectList(t, "the third read", asked(t, requests[3]), open)
	})
}

// What is not found may turn up, and is asked for again while a wait goes on.
func TestPairReader_NotFound(t *testing.T) {
	t.Parallel()
	bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
		r := newReader(sms.New(w.Config(0)), 2)
		refused := simulator.Step{Body: `{"success":false,"code":4,"message":"Message introuvable"}`}
		w.Script("multi-status", refused)
		list, err := r.read(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		expect(t, "summary", list.Summary(), "0 of 2 delivered, 2 not found: +33600000000 (message 2000), +33600000001 (message 2001)")
		send(w, r.pairs)
		if list, err = r.read(t.Context()); err != nil {
			t.Fatal(err)
		}
		expect(t, "summary", list.Summary(), "2 of 2 delivered")
		w.Script("multi-status", refused)
		once := newPairReader(sms.New(w.Config(0)), r.pairs, false)
		_, err = once.read(t.Context())
		expect(t, "is not found", partner.IsNotFound(err), true)
	})
}

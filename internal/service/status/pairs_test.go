package status

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"net/http"
	"slices"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/delivery"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// latency is how long each answer takes: what is asked at once arrives at once.
const latency = 50 * time.Millisecond

// written is an element of the argument messages.
func written(id, number string) message {
	return message{types.StringValue(id), phone.Number{StringValue: types.StringValue(number)}}
}

// pair is the i-th of many.
func pair(i int) sms.Pair {
	return sms.Pair{MessageID: fmt.Sprint(2000 + i), PhoneNumber: fmt.Sprintf("+336%08d", i)}
}

func newReader(client *sms.Client, n int) *pairReader {
	pairs := make([]sms.Pair, n)
	for i := range pairs {
		pairs[i] = pair(i)
	}
	return newPairReader(client, pairs, true)
}

// send puts the messages of pairs into the account, each with these statuses.
func send(w *bubble.World, pairs []sms.Pair, statuses ...string) {
	for _, p := range pairs {
		w.AddMessage(simulator.Message{ID: p.MessageID, Recipients: []simulator.Recipient{{Number: p.PhoneNumber, Statuses: statuses}}})
	}
}

// asked are the pairs of a multi-status request.
func asked(t *testing.T, r simulator.Request) []sms.Pair {
	t.Helper()
	var body struct {
		List []struct {
			PhoneNumber string      `json:"phoneNumber"`
			MessageID   json.Number `json:"messageId"`
		} `json:"SMSStatut_List"`
	}
	if err := json.Unmarshal(r.Body, &body); err != nil {
		t.Fatal(err)
	}
	pairs := make([]sms.Pair, len(body.List))
	for i, item := range body.List {
		pairs[i] = sms.Pair{MessageID: item.MessageID.String(), PhoneNumber: item.PhoneNumber}
	}
	return pairs
}

// times counts how often each pair was asked for, in lists or by itself.
func times(t *testing.T, requests []simulator.Request) map[sms.Pair]int {
	t.Helper()
	n := map[sms.Pair]int{}
	for _, r := range requests {
		if r.Method == http.MethodGet {
			n[sms.Pair{MessageID: r.Query.Get("messageId"), PhoneNumber: r.Query.Get("phoneNumber")}]++
			continue
		}
		for _, p := range asked(t, r) {
			n[p]++
		}
	}
	return n
}

// waves counts the requests that arrived at the same moment.
func waves(requests []simulator.Request) []int {
	var sizes []int
	var last time.Time
	for _, r := range requests {
		if sizes == nil || !r.Time.Equal(last) {
			sizes, last = append(sizes, 0), r.Time
		}
		sizes[len(sizes)-1]++
	}
	return sizes
}

func expect[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func expectList[T comparable](t *testing.T, what string, got, want []T) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

// expectOnce asserts that n pairs were asked for, each once.
func expectOnce(t *testing.T, requests []simulator.Request, n int) {
	t.Helper()
	each := times(t, requests)
	expect(t, "pairs", len(each), n)
	for p, count := range each {
		if count != 1 {
			t.Errorf("%v was asked for %d times", p, count)
		}
	}
}

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

// A request that fails is made again alone.
func TestPairReader_RetriesAlone(t *testing.T) {
	t.Parallel()
	for name, step := range map[string]simulator.Step{
		"unavailable":    {Status: http.StatusServiceUnavailable},
		"no answer":      {Drop: simulator.DropBefore},
		"half an answer": {Body: `{"success":true`, Drop: simulator.DropDuring},
		"never ends":     {Hang: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, simulator.Options{Latency: latency}, func(t *testing.T, w *bubble.World) {
				w.Script("multi-status", step)
				r := newReader(sms.New(w.Config(1)), 1200)
				if _, err := r.read(t.Context()); err != nil {
					t.Fatal(err)
				}
				requests := w.Requests()
				expectList(t, "requests at once", waves(requests), []int{3, 1})
				expectOnce(t, requests[:3], 1200)
				repeated := asked(t, requests[3])
				if !slices.ContainsFunc(requests[:3], func(r simulator.Request) bool { return slices.Equal(asked(t, r), repeated) }) {
					t.Errorf("the last request is none of the first three, of %d pairs", len(repeated))
				}
			})
		})
	}
}

// After a read that failed for a moment, the next one asks for what is missing.
func TestPairReader_KeepsWhatItRead(t *testing.T) {
	t.Parallel()
	bubble.Run(t, simulator.Options{Latency: latency}, func(t *testing.T, w *bubble.World) {
		unavailable := simulator.Step{Status: http.StatusServiceUnavailable}
		w.Script("multi-status", unavailable, simulator.Step{Process: true}, unavailable)
		r := newReader(sms.New(w.Config(0)), 2000)
		send(w, r.pairs)
		_, err := r.read(t.Context())
		expect(t, "is transient", isTransient(err), true)
		expectOnce(t, w.Requests(), 2000)
		missing := map[sms.Pair]bool{}
		for i, d := range r.list {
			if !d.Listed {
				missing[r.pairs[i]] = true
			}
		}
		expect(t, "missing", len(missing), 2*sms.MaxPerRequest)
		if _, err := r.read(t.Context()); err != nil {
			t.Fatal(err)
		}
		again := w.Requests()[4:]
		expect(t, "requests", len(again), 2)
		for p := range times(t, again) {
			if !missing[p] {
				t.Errorf("%v was read again", p)
			}
		}
	})
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

// A list that says delivered proves nothing where the message's own status says
// otherwise.
func TestPairReader_Believe(t *testing.T) {
	t.Parallel()
	r := newReader(nil, 4)
	for i, status := range []string{"Delivered", "Delivered", "Delivered", "Waiting"} {
		r.list[i] = delivery.New(r.list[i].Name, sms.StatusItem{Status: &status, Found: true})
	}
	details := []*sms.MessageStatus{{Statut: "DELIVRD"}, {Statut: "Not delivered"}, nil, {Statut: "Delivered"}}
	if diags := r.believe(details, false); len(diags) != 1 || diags.HasError() {
		t.Errorf("got %v", diags)
	}
	expect(t, "by status", delivery.List{Deliveries: r.list}.ByStatus(), "1 Delivered, 1 Not delivered, 1 Waiting, 1 without a status")
	delivered := "Delivered"
	r.list[1] = delivery.New("b", sms.StatusItem{Status: &delivered, Found: true})
	if diags := r.believe(details, true); !diags.HasError() {
		t.Errorf("got %v", diags)
	}
	if diags := r.believe(details, true); len(diags) > 0 {
		t.Errorf("what is taken back is told twice: %v", diags)
	}
}

// A wrong key is not tried out with all the requests.
func TestPairReader_GivesUp(t *testing.T) {
	t.Parallel()
	bubble.Run(t, simulator.Options{APIKey: "another", Latency: latency}, func(t *testing.T, w *bubble.World) {
		_, err := newReader(sms.New(w.Config(4)), 10000).read(t.Context())
		failed, ok := errors.AsType[*partner.Error](err)
		if !ok || !failed.IsInvalidKey() {
			t.Fatalf("the error is %v", err)
		}
		if n := len(w.Requests()); n > 8 {
			t.Errorf("%d requests", n)
		}
	})
}

// Where nothing is read again, a server that fails is not asked for the rest.
func TestPairReader_GivesUpOnce(t *testing.T) {
	t.Parallel()
	bubble.Run(t, simulator.Options{Latency: latency}, func(t *testing.T, w *bubble.World) {
		w.Script("multi-status", simulator.Step{Status: http.StatusServiceUnavailable, Repeat: true})
		r := newReader(sms.New(w.Config(0)), 10000)
		r.again = false
		if _, err := r.read(t.Context()); !isTransient(err) {
			t.Fatalf("the error is %v", err)
		}
		if n := len(w.Requests()); n > listsAtOnce {
			t.Errorf("%d requests", n)
		}
	})
}

// An interruption ends it within a moment, with an error.
func TestPairReader_Interrupted(t *testing.T) {
	t.Parallel()
	for name, after := range map[string]time.Duration{"before": 0, "while requests hang": time.Second} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
				w.Script("multi-status", simulator.Step{Hang: true, Repeat: true})
				ctx, cancel := context.WithCancel(t.Context())
				defer time.AfterFunc(after, cancel).Stop()
				if after == 0 {
					cancel()
				}
				_, err := newReader(sms.New(w.Config(4)), 10000).read(ctx)
				expect(t, "is canceled", errors.Is(err, context.Canceled), true)
				expect(t, "time", w.Elapsed(), after)
				if n := len(w.Requests()); n > 8 {
					t.Errorf("%d requests", n)
				}
			})
		})
	}
}

// Each pair that was found is read by itself, 16 at once, a failed one again.
func TestPairReader_Details(t *testing.T) {
	t.Parallel()
	bubble.Run(t, simulator.Options{Latency: latency}, func(t *testing.T, w *bubble.World) {
		r := newReader(sms.New(w.Config(1)), 45)
		send(w, r.pairs[:40])
		if _, err := r.read(t.Context()); err != nil {
			t.Fatal(err)
		}
		before := w.Elapsed()
		w.Script("message-status", simulator.Step{Process: true}, simulator.Step{Drop: simulator.DropBefore})
		details, err := r.details(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		requests := w.Requests("message-status")
		expect(t, "requests", len(requests), 41)
		each := times(t, requests)
		expect(t, "pairs", len(each), 40)
		if most := slices.Max(waves(requests)); most != 16 {
			t.Errorf("%d at once, want 16", most)
		}
		// Three rounds, and less than a second for the one that failed.
		if took := w.Elapsed() - before; took < 3*latency || took > time.Second {
			t.Errorf("it took %s", took)
		}
		for i, detail := range details {
			expect(t, "has details", detail != nil, i < 40)
			expect(t, "was asked for", each[pair(i)] > 0, i < 40)
		}
		expect(t, "sum", sumCosts(r.list, details).Text('g', 40), "1.52")
	})
}

// A sum is only told where it is one: of all costs, in one currency.
func TestSumCosts(t *testing.T) {
	t.Parallel()
	detail := func(cost float64, currency string) *sms.MessageStatus {
		return &sms.MessageStatus{Cost: big.NewFloat(cost), Currency: &currency}
	}
	found, missing := delivery.Delivery{Found: true}, delivery.Delivery{}
	for name, test := range map[string]struct {
		list    []delivery.Delivery
		details []*sms.MessageStatus
		want    string
	}{
		"all":            {[]delivery.Delivery{found, found}, []*sms.MessageStatus{detail(0.25, "EUR"), detail(0.5, "EUR")}, "0.75"},
		"one not found":  {[]delivery.Delivery{found, missing}, []*sms.MessageStatus{detail(0.25, "EUR"), nil}, "0.25"},
		"none found":     {[]delivery.Delivery{missing}, []*sms.MessageStatus{nil}, "0"},
		"no details":     {[]delivery.Delivery{found, found}, []*sms.MessageStatus{detail(0.25, "EUR"), nil}, ""},
		"no cost":        {[]delivery.Delivery{found, found}, []*sms.MessageStatus{detail(0.25, "EUR"), {}}, ""},
		"two currencies": {[]delivery.Delivery{found, found}, []*sms.MessageStatus{detail(0.25, "EUR"), detail(0.5, "USD")}, ""},
		"no currencies":  {[]delivery.Delivery{found}, []*sms.MessageStatus{{Cost: big.NewFloat(0.25)}}, "0.25"},
	} {
		got := ""
		if sum := sumCosts(test.list, test.details); sum != nil {
			got = sum.Text('g', 40)
		}
		expect(t, name, got, test.want)
	}
}

func isTransient(err error) bool {
	failed, ok := errors.AsType[*partner.Error](err)
	return ok && failed.IsTransient()
}

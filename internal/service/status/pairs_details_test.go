package status

import (
	"math/big"
	"slices"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/delivery"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

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

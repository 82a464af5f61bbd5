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

func listed(items ...item) []delivery.Delivery {
	list := make([]sms.StatusItem, len(items))
	for i, to := range items {
		list[i] = sms.StatusItem{PhoneNumber: &to.number, Status: &to.status, Found: true}
	}
	return delivery.Recipients(list)
}

func TestSummary(t *testing.T) {
	t.Parallel()
	for want, list := range map[string][]delivery.Delivery{
		"no recipient yet":                         nil,
		"1 Delivered":                              listed(item{"0600000001", "Delivered"}),
		"2 Delivered, 1 Waiting":                   listed(item{"0600000001", "Delivered"}, item{"0600000002", "Waiting"}, item{"0600000003", "Delivered"}),
		"1 not found":                              delivery.Recipients([]sms.StatusItem{{}}),
		"1 without a status":                       delivery.Recipients([]sms.StatusItem{{Found: true}}),
		"1 Delivered, 1 not listed yet":            delivery.Complete(listed(item{"0600000001", "Delivered"}), []string{"+33600000001", "+33600000002"}),
		"1 Delivered, 2 not listed yet":            delivery.Complete(listed(item{"+33600000003", "Delivered"}), []string{"+33600000001", "+33600000002", "+33600000003"}),
		"2 not listed yet":                         delivery.Complete(nil, []string{"+33600000001", "+33600000002"}),
		"1 Delivered, 1 Not delivered":             delivery.Complete(listed(item{"0600000001", "Delivered"}, item{"0600000002", "Not delivered"}), []string{"+33600000001", "+33600000002"}),
		"1 Delivered, 1 Waiting":                   delivery.Complete(listed(item{"masked", "Delivered"}, item{"masked too", "Waiting"}), []string{"+33600000001", "+33600000002"}),
		"1 Delivered, 1 Waiting, 1 not listed yet": delivery.Complete(listed(item{"masked", "Delivered"}, item{"0600000002", "Waiting"}), []string{"+33600000001", "+33600000002", "+33600000003"}),
	} {
		if got := delivery.Summary(list); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestDelivery_Final(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		delivery                  delivery.Delivery
		final, delivered, stopped bool
	}{
		"not asked for": {delivery.Delivery{}, false, false, false},
		"not found":     {delivery.Delivery{Known: true}, true, false, false},
		"delivered":     {delivery.Delivery{Known: true, Found: true, Status: "Delivered"}, true, true, false},
		"not delivered": {delivery.Delivery{Known: true, Found: true, Status: "Not delivered"}, true, false, false},
		"waiting":       {delivery.Delivery{Known: true, Found: true, Status: "Waiting"}, false, false, false},
		"stopped":       {delivery.Delivery{Known: true, Found: true, Status: "Waiting", StopSMS: new(true)}, false, false, true},
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
	for name, test := range map[string]struct {
		list  []delivery.Delivery
		err   error
		until string
		want  string
	}{
		"all delivered":     {listed(item{"0600000001", "Delivered"}, item{"0600000002", "Delivered"}), nil, "delivered", ""},
		"all final":         {listed(item{"0600000001", "Delivered"}, item{"0600000002", "Not delivered"}), nil, "final", ""},
		"one not delivered": {listed(item{"0600000001", "Waiting"}, item{"0600000002", "Not delivered"}), nil, "delivered", `1 of 2 ended without being delivered: 0600000002 ("Not delivered"). This wait asks for a delivery`},
		"one waits":         {listed(item{"0600000001", "Delivered"}, item{"0600000002", "Waiting"}), nil, "final", `1 of 2 had no final status: 0600000002 ("Waiting").`},
		"one is missing":    {listed(item{"0600000001", "Delivered"}), nil, "final", `1 of 2 had no final status: +33600000002 (not listed yet).`},
		"all are missing":   {nil, nil, "delivered", `2 of 2 had no final status: +33600000001 (not listed yet), +33600000002 (not listed yet).`},
		"a permanent error": {nil, errors.New("no"), "final", "explained"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				explain := func(error) diag.Diagnostic { return diag.NewErrorDiagnostic("s", "explained") }
				_, diags := delivery.Ask("s", "the recipients", explain, func(context.Context) ([]delivery.Delivery, error) {
					return delivery.Complete(test.list, numbers), test.err
				}).Ask(t.Context(), &wait.Model{Until: types.StringValue(test.until), Timeout: types.StringValue("1s")})
				wantDetail(t, diags, test.want)
			})
		})
	}
}

func wantDetail(t *testing.T, diags diag.Diagnostics, want string) {
	t.Helper()
	if want == "" {
		if len(diags) > 0 {
			t.Errorf("got %v", diags)
		}
		return
	}
	if len(diags) != 1 || !strings.Contains(diags[0].Detail(), want) {
		t.Errorf("got %v, want %q", diags, want)
	}
}

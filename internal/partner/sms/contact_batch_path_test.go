package sms

import (
	"context"
	"fmt"
	"net/http"
	"sync"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// The other path is tried where the server has no such path, and never where the vendor
// itself refused, or where the outcome is unknown.
func TestAddContacts_OtherPath(t *testing.T) {
	t.Parallel()
	const envelope = `{"success": false, "code": 404, "message": "Le groupe n'existe pas"}`
	for name, test := range map[string]struct {
		step  simulator.Step // the answer at the documented path
		tries bool
	}{
		"404, a page":           {simulator.Step{Status: 404, Body: "<html>"}, true},
		"405, a page":           {simulator.Step{Status: 405, Body: "<html>"}, true},
		"404, nothing":          {simulator.Step{Status: 404}, true},
		"404 of a framework":    {simulator.Step{Status: 404, Body: `{"code": 404, "message": "Not Found"}`}, true},
		"404 of the vendor":     {simulator.Step{Status: 404, Body: envelope}, false},
		"404 as code":           {simulator.Step{Body: envelope}, false},
		"404, unknown code":     {simulator.Step{Status: 404, Body: `{"success": false, "code": 99}`}, false},
		"404, success":          {simulator.Step{Status: 404, Body: `{"success": true}`}, false},
		"404, rows":             {simulator.Step{Status: 404, Body: `{"results": []}`}, false},
		"key refused":           {simulator.Step{Body: `{"success": false, "code": 10}`}, false},
		"key refused by a 404":  {simulator.Step{Status: 404, Body: `{"code": 10}`}, false},
		"403, a page":           {simulator.Step{Status: 403, Body: "<html>"}, false},
		"502, a page":           {simulator.Step{Status: 502, Body: "<html>"}, false},
		"dropped":               {simulator.Step{Drop: simulator.DropDuring}, false},
		"queued by a gateway":   {simulator.DegradedStep(false), false},
		"too soon, carried out": {simulator.Step{Status: 429, Body: `{"results": []}`}, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			// The simulator has the other path only if it is to be tried.
			s, url := simulator.Start(t, withContacts(sms.ContactForms{ContactMultipleAdd: test.tries}))
			c := New(partner.Config{BaseURL: url, APIKey: simulator.DefaultAPIKey, MaxRetries: 2, RequestTimeout: 10 * time.Second})
			s.Script("contact/add", test.step)
			requests := func() string {
				return fmt.Sprint(len(s.Requests("contact/add")), len(s.Requests("contact/multiple/add")))
			}
			rows, err := c.AddContacts(t.Context(), "G101", three)
			if tried := err == nil; tried != test.tries || tried && writtenRows(rows) != "added / added / added" {
				t.Errorf("got %s, %v", writtenRows(rows), err)
			}
			expect(t, "requests", requests(), map[bool]string{false: "1 0", true: "1 1"}[test.tries])
			for range 2 {
				if _, err := c.AddContacts(t.Context(), "G101", three); err != nil {
					t.Error(err)
				}
			}
			expect(t, "requests of three calls", requests(), map[bool]string{false: "3 0", true: "1 3"}[test.tries])
			expectNoViolations(t, s)
		})
	}
}

// A path that has refused a call is there: no later call looks for another.
func TestAddContacts_PathKnown(t *testing.T) {
	t.Parallel()
	s, c := start(t, withContacts(sms.ContactForms{ContactMultipleAdd: true}), simulator.DefaultAPIKey)
	s.Script("contact/add", simulator.Step{Body: `{"success": false, "code": 1}`}, simulator.Step{Status: http.StatusNotFound})
	for _, reason := range []partner.Reason{partner.ReasonVendor, partner.ReasonStatus} {
		_, err := c.AddContacts(t.Context(), "G101", three)
		expect(t, "attempts", failure(t, err, "contact/add", reason).Attempts, 1)
	}
	expect(t, "requests at the other path", len(s.Requests("contact/multiple/add")), 0)
}

// Where there is neither path, the error is that of the documented one, and each call looks
// for both again.
func TestAddContacts_NoPath(t *testing.T) {
	t.Parallel()
	s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
	s.Script("contact/add", simulator.Step{Status: http.StatusMethodNotAllowed, Body: "<html>", Repeat: true})
	for calls := range 2 {
		_, err := c.AddContacts(t.Context(), "G101", three)
		failed := failure(t, err, "contact/add", partner.ReasonStatus)
		expect(t, "status", failed.HTTPStatus, http.StatusMethodNotAllowed)
		expect(t, "outcome unknown", failed.OutcomeUnknown(), false)
		expect(t, "requests", len(s.Requests()), 2*(calls+1))
	}
}

// Of several calls at once, one finds the path; the others wait for it, then leave at once.
func TestAddContacts_AtOnce(t *testing.T) {
	t.Parallel()
	for other, want := range map[bool]string{false: "8 0 in 2 rounds", true: "1 8 in 3 rounds"} {
		options := withContacts(sms.ContactForms{ContactMultipleAdd: other})
		options.Latency = time.Second
		bubble.Run(t, options, func(t *testing.T, w *bubble.World) {
			c := New(w.Config(0))
			var calls sync.WaitGroup
			for range 8 {
				calls.Go(func() {
					if _, err := c.AddContacts(t.Context(), "G101", three); err != nil {
						t.Error(err)
					}
				})
			}
			calls.Wait()
			expect(t, "requests", fmt.Sprintf("%d %d in %d rounds",
				len(w.Requests("contact/add")), len(w.Requests("contact/multiple/add")), w.Elapsed()/time.Second), want)
		})
	}
}

// A call that ends while it waits for the path never leaves.
func TestAddContacts_Interrupted(t *testing.T) {
	t.Parallel()
	options := simulator.Options{Latency: time.Second}
	bubble.Run(t, options, func(t *testing.T, w *bubble.World) {
		c := New(w.Config(0))
		var first sync.WaitGroup
		first.Go(func() {
			if _, err := c.AddContacts(t.Context(), "G101", three); err != nil {
				t.Error(err)
			}
		})
		ctx, cancel := context.WithTimeout(t.Context(), time.Second/2)
		defer cancel()
		if err := w.Await(ctx, 1, "contact/add"); err != nil {
			t.Fatal(err)
		}
		_, err := c.AddContacts(ctx, "G101", three)
		failed := failure(t, err, "contact/add", partner.ReasonCanceled)
		expect(t, "outcome unknown", failed.OutcomeUnknown(), false)
		expect(t, "time", w.Elapsed(), time.Second/2)
		first.Wait()
		expect(t, "requests", len(w.Requests()), 1)
	})
}

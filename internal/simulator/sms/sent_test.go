package sms

import (
	"context"
	"errors"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

func TestSent(t *testing.T) {
	t.Parallel()
	c := newClock()
	s := New(Options{Options: wire.Options{Now: c.Now}})
	s.AddMessage(Message{ID: "7", Recipients: []Recipient{{Number: "0600000001"}}})
	post(t, s, sendPath, sendBody(t, "phoneNumbers", "0600000001,+33600000002", "message", "a:br:[b]", "sender", "ACME", "tag", "t", "gamme", 2))
	post(t, s, sendPath, sendBody(t, "message", nil))
	at := time.Date(2026, time.July, 2, 0, 0, 0, 0, wire.Paris)
	want := []SentMessage{{
		ID: "1112", Path: "/send", Sender: "ACME", Tag: "t", LowCost: true, Leaves: c.Now(),
		Texts: []SentText{
			{Number: "+33600000001", Posted: "a:br:[b]", Text: "a\n(b)", Segments: 1},
			{Number: "+33600000002", Posted: "a:br:[b]", Text: "a\n(b)", Segments: 1},
		},
	}}
	if got := s.Sent(); !reflect.DeepEqual(got, want) {
		t.Errorf("sent\n%+v\nwant\n%+v", got, want)
	}
	post(t, s, surveyPath, surveyBody(t, "scheduledDeliveryDate", "02/07/2026", "time", 0, "minute", 0))
	got := s.Sent()
	expect(t, "messages", len(got), 2)
	expect(t, "scheduled", got[1].Scheduled, at)
	expect(t, "leaves", got[1].Leaves, at)
	// What is returned is the caller's.
	got[0].Texts[0].Text = "changed"
	expect(t, "text", s.Sent()[0].Texts[0].Text, "a\n(b)")
}

// TestSent_AnswerLost has every way in which the answer to a send is lost: the
// message has been queued or not, as the step says.
func TestSent_AnswerLost(t *testing.T) {
	t.Parallel()
	for name, step := range map[string]wire.Step{
		"500":            {Status: http.StatusInternalServerError, Body: "<html>"},
		"503":            {Status: http.StatusServiceUnavailable},
		"429":            {Status: http.StatusTooManyRequests, Header: http.Header{"Retry-After": {"3"}}},
		"dropped before": {Drop: wire.DropBefore},
		"dropped during": {Drop: wire.DropDuring, Body: `{"success": true, "code": 200, "mess`},
		"hanging":        {Hang: true},
		"late":           {Delay: time.Hour, Body: "late"},
		"garbage":        {Body: `{"success": tr`},
		"degraded":       wire.DegradedStep(false),
	} {
		for _, carriedOut := range []bool{false, true} {
			step := step
			step.Process = carriedOut
			t.Run(name+" "+map[bool]string{true: "sent"}[carriedOut], func(t *testing.T) {
				t.Parallel()
				piped(t, Options{}, func(t *testing.T, s *Account, c *pipeClient) {
					for path, body := range map[string]string{
						"/send": sendBody(t, "tag", "t"), "/bulk-send": bulkBody(t, []string{"0600000001", "m"}, "tag", "t"),
						"/vn/send": longNumberBody(t, "tag", "t"), "/sondage/to/send": surveyBody(t, "tag", "t"),
					} {
						s.Script(path, step)
						ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
						_, answer, err := c.do(ctx, http.MethodPost, path, "", body)
						cancel()
						if strings.Contains(answer, "message_id") {
							t.Errorf("%s answers %s, %v", path, answer, err)
						}
						if (step.Hang || step.Delay > 0) && !errors.Is(err, context.DeadlineExceeded) {
							t.Errorf("%s ended with %v", path, err)
						}
					}
					want := map[bool]int{true: 4}[carriedOut]
					expect(t, "requests", len(s.Requests()), 4)
					expect(t, "sent", len(s.Sent()), want)
					_, byTag := get(t, s, byTagPath, query("tag", "t"))
					expect(t, "found by tag", strings.Count(byTag, "phoneNumber"), want)
					expectNoViolations(t, s)
				})
			})
		}
	}
}

// A script of its own answer late, and a client that gives up meanwhile.
func TestSent_ClientGone(t *testing.T) {
	t.Parallel()
	piped(t, Options{}, func(t *testing.T, s *Account, c *pipeClient) {
		s.Script("/send", wire.Step{Process: true, Delay: time.Hour})
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		if _, _, err := c.do(ctx, http.MethodPost, "/send", "", sendBody(t)); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("the call ended with %v", err)
		}
		synctest.Wait()
		expect(t, "sent", len(s.Sent()), 1)
	})
}

func TestSent_Degraded(t *testing.T) {
	t.Parallel()
	const answer = `{"success":true,"code":200,"message":"Request queued for processing"}`
	for carriedOut, want := range map[bool]int{false: 0, true: 1} {
		s := New(Options{Variant: Variant{Forms: wire.Forms{Degraded: true, DegradedCarriedOut: carriedOut}}})
		_, body := post(t, s, sendPath, sendBody(t))
		expect(t, "body", compact(t, body), answer)
		_, body = post(t, s, sendPath, sendBody(t, "apiKey", "no"))
		expect(t, "body with a wrong key", compact(t, body), answer)
		_, body = post(t, s, wire.BasePath+"/nothing", keyOnly)
		expect(t, "body of an unknown path", compact(t, body), answer)
		expect(t, "sent", len(s.Sent()), want)

		s = New(Options{})
		s.Script("/send", wire.DegradedStep(carriedOut))
		_, body = post(t, s, sendPath, sendBody(t))
		expect(t, "scripted body", compact(t, body), answer)
		expect(t, "sent", len(s.Sent()), want)
		_, body = post(t, s, sendPath, sendBody(t))
		expectFields(t, body, "message_id")
	}
}

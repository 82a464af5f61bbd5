package sms

import (
	"context"
	"errors"
	"net/http"
	"testing"
	"testing/synctest"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

func TestRequests(t *testing.T) {
	t.Parallel()
	c := newClock()
	s := New(Options{Options: wire.Options{Now: c.Now}})
	get(t, s, messageStatusPath, statusQuery())
	post(t, s, sendPath, sendBody(t))
	get(t, s, messageStatusPath, statusQuery("messageId", "5"))
	get(t, s, wire.BasePath+"/nothing", nil)

	expect(t, "all", len(s.Requests()), 4)
	expect(t, "by full path", len(s.Requests(messageStatusPath)), 2)
	expect(t, "by short path", len(s.Requests("/message-status")), 2)
	expect(t, "by two paths", len(s.Requests("/send", "nothing")), 2)
	expect(t, "by another path", len(s.Requests("/me")), 0)
	second := s.Requests("/message-status")[1]
	expect(t, "order", second.Query.Get("messageId"), "5")
	expect(t, "key", second.Query.Get("apiKey"), wire.DefaultAPIKey)
	sent := s.Requests("/send")[0]
	expect(t, "body", string(sent.Body), sendBody(t))
	expect(t, "method", sent.Method, http.MethodPost)
	expect(t, "path", sent.Path, sendPath)
	expect(t, "time", sent.Time, c.Now())
	expect(t, "header", sent.Header.Get("Content-Type"), "application/json")
	if sent.RemoteAddr == "" {
		t.Error("no remote address")
	}

	sent.Header.Set("Content-Type", "changed")
	sent.Body[0] = 'x'
	second.Query.Set("messageId", "changed")
	expect(t, "header kept", s.Requests("/send")[0].Header.Get("Content-Type"), "application/json")
	expect(t, "body kept", string(s.Requests("/send")[0].Body), sendBody(t))
	expect(t, "query kept", s.Requests("/message-status")[1].Query.Get("messageId"), "5")
}

func TestAwait(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := New(Options{})
		arrived := make(chan error, 1)
		go func() { arrived <- s.Await(t.Context(), 2, "/message-status") }()
		synctest.Wait()
		get(t, s, messageStatusPath, statusQuery())
		post(t, s, sendPath, sendBody(t))
		synctest.Wait()
		select {
		case err := <-arrived:
			t.Fatalf("one request was enough (%v)", err)
		default:
		}
		get(t, s, messageStatusPath, statusQuery())
		if err := <-arrived; err != nil {
			t.Error(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if err := s.Await(ctx, 3, "/message-status"); !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled, Await returned %v", err)
		}
	})
}

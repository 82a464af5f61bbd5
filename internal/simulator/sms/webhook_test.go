package sms

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// hook is where webhooks arrive under a fake clock.
const hook = "http://127.0.0.1:7/hook"

// receive serves what webhooks call in memory, and returns how to get there.
func receive(t *testing.T, handler http.HandlerFunc) (dial wire.Dial, stop func()) {
	t.Helper()
	l, dial := wire.NewPipe()
	server := &http.Server{Handler: handler, ReadHeaderTimeout: time.Second}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = server.Serve(l)
	}()
	return dial, func() {
		_ = server.Close()
		<-ended
	}
}

// hooked runs a test whose simulator calls webhooks under a fake clock.
func hooked(t *testing.T, o Options, handler http.HandlerFunc, test func(t *testing.T, s *Account, c *pipeClient)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		dial, stop := receive(t, handler)
		o.WebhookDial = dial
		s := New(o)
		server, toServer := s.Pipe()
		transport := &http.Transport{DialContext: toServer}
		test(t, s, &pipeClient{http: &http.Client{Transport: transport}, server: server, start: time.Now()})
		transport.CloseIdleConnections()
		if err := server.Close(); err != nil {
			t.Error(err)
		}
		stop()
	})
}

func accept(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }

// bodies are those of the webhooks called, compact.
func bodies(t *testing.T, s *Account) []string {
	t.Helper()
	var all []string
	for _, call := range s.WebhookCalls() {
		all = append(all, compact(t, string(call.Body)))
	}
	return all
}

func TestWebhooks_DocumentedBodies(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	r := Recipient{Number: "+33600000001", Statuses: []string{statusDelivered}, Date: time.Unix(1764768485, 0), Cost: "0.049", Currency: "EUR"}
	expectDocumented(t, s.report("11111111", "mytag", r), "delivery_report.json")
	short, long := &sending{path: "/send"}, &sending{path: longNumberPath, sender: "33700000000"}
	at := time.Date(2016, time.March, 10, 9, 51, 46, 0, wire.Paris)
	expectDocumented(t, s.replyBody("1111111", short, "+33600000001", "test", at)[0], "reply.json")
	expectDocumented(t, s.replyBody("1111111", short, "+33600000001", "Stop", at)[0], "reply_stop.json")
	expectDocumented(t, s.replyBody("0", long, "+33600000001", "Test", at)[0], "reply_long_number.json")

	s = New(Options{Variant: Variant{ReplyForms: ReplyForms{ReplyIDAsString: true}}})
	expectFields(t, s.replyBody("1111111", short, "+33600000001", "test", at)[0], `"message_id": "1111111"`)
	s = New(Options{Variant: Variant{Forms: wire.Forms{NumbersAsStrings: true}}})
	expectFields(t, s.report("1", "", r), `"date": "1764768485"`)
	expect(t, "tag of a message without one", strings.Contains(s.report("1", "", r), "tag"), false)
}

func TestWebhooks_LongReply(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	how := &sending{path: longNumberPath, sender: "33700000000"}
	got := s.replyBody("12", how, "+33600000001", "   Message long...."+strings.Repeat("é", 150), time.Now())
	expect(t, "calls", len(got), 2)
	expectFields(t, got[0], `"messageId": "00000000-0000-0000-0000-000000000012"`, `"concat": "true"`, `"concat-ref": "171"`, `"concat-total": "2"`, `"concat-part": "1"`)
	expectFields(t, got[1], `"concat-part": "2"`, `"text": "`+strings.Repeat("é", 16)+`"`)
	expect(t, "160 characters", len(s.replyBody("12", how, "+33600000001", strings.Repeat("é", 160), time.Now())), 1)
	expect(t, "keyword", keyword("   Message long...."), "MESSAGELONG")
}

func TestWebhooks_DeliveryReports(t *testing.T) {
	t.Parallel()
	hooked(t, Options{DeliveryDelay: time.Minute}, accept, func(t *testing.T, s *Account, _ *pipeClient) {
		post(t, s, sendPath, sendBody(t, "urlDlr", hook, "tag", "t", "phoneNumbers",
			"0600000001,0600000090,0600000091,0600000092,0600000093,0600000094,0600000095"))
		synctest.Wait()
		expect(t, "calls at once", len(s.WebhookCalls()), 0)
		sent := time.Now()
		if err := s.AwaitWebhookCalls(t.Context(), 5); err != nil {
			t.Fatal(err)
		}
		expect(t, "time", time.Since(sent), time.Minute)
		// Nothing is reported of 91, which stays Waiting, nor of 93.
		time.Sleep(24 * time.Hour)
		calls := s.WebhookCalls()
		expect(t, "calls", len(calls), 5)
		for i, want := range []string{"delivered 01", "not delivered 90", "delivered 92", "undeliv 94", "ko 95"} {
			var got struct {
				Status, MsgID, Phone, Cost, Currency, Tag string
				Date                                      int64
			}
			if err := json.Unmarshal(calls[i].Body, &got); err != nil {
				t.Fatal(err)
			}
			expect(t, "report", got.Status+" "+strings.TrimPrefix(got.Phone, "+336000000"), want)
			expect(t, "rest", got.MsgID+got.Cost+got.Currency+got.Tag, "11120.038EURt")
			expect(t, "date", got.Date, sent.Add(time.Minute).Unix())
			expect(t, "status", calls[i].Status, http.StatusNoContent)
			expect(t, "address", calls[i].URL, hook)
			expect(t, "error", calls[i].Err, nil)
		}
	})
}

func TestWebhooks_Scheduled(t *testing.T) {
	t.Parallel()
	hooked(t, Options{DeliveryDelay: time.Minute}, accept, func(t *testing.T, s *Account, _ *pipeClient) {
		at := time.Now().In(wire.Paris).Add(24 * time.Hour)
		schedule := []any{"scheduledDeliveryDate", at.Format("02/01/2006"), "time", at.Hour(), "minute", 0, "urlDlr", hook}
		post(t, s, sendPath, sendBody(t, schedule...))
		post(t, s, bulkPath, bulkBody(t, []string{"0600000005", "m"}, schedule...))
		get(t, s, cancelPath, query("messageId", "1112"))
		post(t, s, sendPath, sendBody(t, append(schedule, "sandbox", 1)...))
		post(t, s, vnPath, longNumberBody(t, "urlDlr", hook))
		if err := s.AwaitWebhookCalls(t.Context(), 1); err != nil {
			t.Fatal(err)
		}
		expectFields(t, string(s.WebhookCalls()[0].Body), `"msgId": "1115"`)
		s.Advance(23 * time.Hour)
		synctest.Wait()
		expect(t, "calls a while before", len(s.WebhookCalls()), 1)
		s.Advance(time.Hour)
		synctest.Wait()
		// The batch, but neither the cancelled nor the sandbox message.
		expect(t, "calls", len(s.WebhookCalls()), 2)
		expectFields(t, string(s.WebhookCalls()[1].Body), `"msgId": "1113"`, `"phone": "+33600000005"`)
		s.Advance(1000 * time.Hour)
		synctest.Wait()
		expect(t, "calls in the end", len(s.WebhookCalls()), 2)
	})
}

// A clock that a test keeps: Advance(0) makes the simulator look at it.
func TestWebhooks_OwnClock(t *testing.T) {
	t.Parallel()
	c := newClock()
	hooked(t, Options{Options: wire.Options{Now: c.Now}, DeliveryDelay: time.Hour}, accept, func(t *testing.T, s *Account, _ *pipeClient) {
		post(t, s, sendPath, sendBody(t, "urlDlr", hook))
		time.Sleep(2 * time.Hour)
		expect(t, "calls", len(s.WebhookCalls()), 0)
		c.advance(time.Hour)
		s.Advance(0)
		if err := s.AwaitWebhookCalls(t.Context(), 1); err != nil {
			t.Fatal(err)
		}
		expect(t, "time", s.WebhookCalls()[0].Time, c.Now())
	})
}

func TestReply(t *testing.T) {
	t.Parallel()
	hooked(t, Options{}, accept, func(t *testing.T, s *Account, _ *pipeClient) {
		post(t, s, sendPath, sendBody(t, "phoneNumbers", "0600000001,0600000002,0600000092", "urlResponse", hook))
		post(t, s, vnPath, longNumberBody(t, "urlResponse", hook))
		post(t, s, sendPath, sendBody(t, "sandbox", 1, "urlResponse", hook))
		post(t, s, sendPath, sendBody(t))
		for _, reply := range [][3]string{
			{"1112", "0600000001", "Merci"},
			{"1112", "+33600000002", " sToP "},
			{"1113", "0600000001", "Test"},
			{"1114", "0600000001", "nobody listens"},
			{"1115", "0600000001", "nobody listens"},
			{"1111", "0600000000", "stop"},
		} {
			if err := s.Reply(reply[0], reply[1], reply[2]); err != nil {
				t.Error(err)
			}
		}
		synctest.Wait()
		got := bodies(t, s)
		expect(t, "calls", len(got), 4)
		// The ending 92 chooses a STOP.
		expect(t, "first", got[0], `{"type":"stop","phone_number":"+33600000092","text":"STOP","message_id":1112}`)
		expect(t, "second", got[1], `{"type":"response","phone_number":"+33600000001","text":"Merci","message_id":1112}`)
		expect(t, "third", got[2], `{"type":"stop","phone_number":"+33600000002","text":" sToP ","message_id":1112}`)
		expectFields(t, got[3], `"msisdn":"33600000001","to":"33700000000"`)

		_, body := get(t, s, messageStatusPath, query("messageId", "1112", "phoneNumber", "0600000002"))
		expectFields(t, body, `"stopSms": true`)
		_, body = get(t, s, messageStatusPath, statusQuery())
		expectFields(t, body, `"stopSms": true`)
		for _, number := range []string{"0600000002", "0600000000"} {
			_, body = post(t, s, sendPath, sendBody(t, "phoneNumbers", number))
			expectFields(t, body, `"code": 14`)
		}
		_, body = post(t, s, sendPath, sendBody(t))
		expectFields(t, body, `"success": true`)
	})
}

func TestReply_Refused(t *testing.T) {
	t.Parallel()
	s, _ := scheduledMessage(t, Options{})
	for _, test := range []struct {
		id, number string
		want       error
	}{
		{"5", "0600000001", ErrNoSuchMessage},
		{"1112", "0600000002", ErrNoSuchMessage},
		{"1112", "0600000001", ErrNotSent},
	} {
		if err := s.Reply(test.id, test.number, "STOP"); !errors.Is(err, test.want) {
			t.Errorf("a reply to %s returned %v", test.id, err)
		}
	}
	_, body := post(t, s, sendPath, sendBody(t))
	expectFields(t, body, `"success": true`)
}

func TestWebhooks_Failures(t *testing.T) {
	t.Parallel()
	answers := make(chan http.HandlerFunc, 3)
	answers <- func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://127.0.0.1:8/elsewhere", http.StatusTemporaryRedirect)
	}
	answers <- func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }
	answers <- func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
	handler := func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		(<-answers)(w, r)
	}
	hooked(t, Options{}, handler, func(t *testing.T, s *Account, _ *pipeClient) {
		for range 3 {
			post(t, s, sendPath, sendBody(t, "urlDlr", hook))
		}
		if err := s.AwaitWebhookCalls(t.Context(), 3); err != nil {
			t.Fatal(err)
		}
		calls := s.WebhookCalls()
		expect(t, "status of a redirect", calls[0].Status, http.StatusTemporaryRedirect)
		if !errors.Is(calls[1].Err, io.EOF) {
			t.Errorf("a dropped call ended with %v", calls[1].Err)
		}
		if !errors.Is(calls[2].Err, context.DeadlineExceeded) {
			t.Errorf("a call without answer ended with %v", calls[2].Err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if err := s.AwaitWebhookCalls(ctx, 4); !errors.Is(err, context.Canceled) {
			t.Errorf("waiting in vain returned %v", err)
		}
	})
}

// Closing ends a call under way, and leaves those to come undone.
func TestWebhooks_Close(t *testing.T) {
	t.Parallel()
	handler := func(_ http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		<-r.Context().Done()
	}
	hooked(t, Options{}, handler, func(t *testing.T, s *Account, c *pipeClient) {
		post(t, s, sendPath, sendBody(t, "urlDlr", hook))
		post(t, s, sendPath, sendBody(t, "urlDlr", hook))
		synctest.Wait()
		if err := c.server.Close(); err != nil {
			t.Error(err)
		}
		expect(t, "time", c.elapsed(), time.Duration(0))
		expect(t, "calls", len(s.WebhookCalls()), 1)
	})
}

// On a network: loopback is called, anybody else is not.
func TestWebhooks_Network(t *testing.T) {
	t.Parallel()
	got := make(chan string, 1)
	receiver := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		got <- r.Method + " " + r.Header.Get("Content-Type") + " " + string(body)
	}))
	defer receiver.Close()
	s := New(Options{})
	served, err := s.Listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := served.Close(); err != nil {
			t.Error(err)
		}
	}()
	for _, url := range []string{receiver.URL + "/dlr", "https://example.com/dlr", "http://192.0.2.1/"} {
		post(t, s, sendPath, sendBody(t, "urlDlr", url))
	}
	if err := s.AwaitWebhookCalls(t.Context(), 3); err != nil {
		t.Fatal(err)
	}
	expectFields(t, <-got, "POST application/json {", `"status": "delivered"`)
	for _, call := range s.WebhookCalls()[1:] {
		if !errors.Is(call.Err, wire.ErrNotLoopback) {
			t.Errorf("%s: %d, %v", call.URL, call.Status, call.Err)
		}
	}
}

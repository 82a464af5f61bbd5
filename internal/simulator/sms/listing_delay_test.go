package sms

import (
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// expectListed asks every status call about message 1112 with the tag t.
func expectListed(t *testing.T, s *Account, listed bool) {
	t.Helper()
	_, single := get(t, s, messageStatusPath, query("messageId", "1112", "phoneNumber", "0600000001"))
	_, several := post(t, s, multiStatusPath, listBody(`[{"phoneNumber": "+33600000001", "messageId": 1112}]`))
	_, byMessage := get(t, s, bulkStatusPath, query("messageId", "1112"))
	_, byTag := get(t, s, byTagPath, query("tag", "t"))
	for name, body := range map[string]string{
		"message-status": single, "multi-status": several, "bulk-status": byMessage, "bulk-status-by-tag": byTag,
	} {
		expect(t, name+" has a status", strings.Contains(body, statusWaiting) || strings.Contains(body, statusDelivered), listed)
		expect(t, name+" answers code 4", strings.Contains(body, `"code": 4`), !listed)
	}
}

func TestListingDelay(t *testing.T) {
	t.Parallel()
	for name, schedule := range map[string][]any{
		"at once":   nil,
		"scheduled": {"scheduledDeliveryDate", "02/07/2026", "time", 9, "minute", 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := newClock()
			s := New(Options{Options: wire.Options{Now: c.Now}, ListingDelay: time.Minute})
			_, body := post(t, s, sendPath, sendBody(t, append(schedule, "tag", "t")...))
			expectFields(t, body, `"message_id": 1112`)
			expectListed(t, s, false)
			c.advance(time.Minute - time.Nanosecond)
			expectListed(t, s, false)
			c.advance(time.Nanosecond)
			expectListed(t, s, true)
			expectNoViolations(t, s)
		})
	}
}

// A message that is not listed yet keeps its tag's earlier ones listed.
func TestListingDelay_Tag(t *testing.T) {
	t.Parallel()
	c := newClock()
	s := New(Options{Options: wire.Options{Now: c.Now}, ListingDelay: time.Minute})
	post(t, s, sendPath, sendBody(t, "tag", "t"))
	c.advance(time.Minute)
	post(t, s, sendPath, sendBody(t, "tag", "t", "phoneNumbers", "+33600000002"))
	_, body := get(t, s, byTagPath, query("tag", "t"))
	expectFields(t, body, `"total": 1`, `+33600000001`)
	c.advance(time.Minute)
	_, body = get(t, s, byTagPath, query("tag", "t"))
	expectFields(t, body, `"total": 2`, `+33600000001`, `+33600000002`)
}

// The message is in the account: it can be cancelled, and it counts as sent.
func TestListingDelay_Cancel(t *testing.T) {
	t.Parallel()
	s := New(Options{Options: wire.Options{Now: newClock().Now}, ListingDelay: time.Minute})
	post(t, s, sendPath, sendBody(t, "scheduledDeliveryDate", "02/07/2026", "time", 9, "minute", 0))
	expect(t, "sent", len(s.Sent()), 1)
	_, body := get(t, s, cancelPath, query("messageId", "1112"))
	expectFields(t, body, `"success": true`)
	expect(t, "cancelled", s.Sent()[0].Cancelled, true)
}

func TestListingDelay_AddMessage(t *testing.T) {
	t.Parallel()
	s := New(Options{Options: wire.Options{Now: newClock().Now}, ListingDelay: time.Minute})
	s.AddMessage(Message{ID: "1112", Tag: "t", Recipients: []Recipient{{Number: "+33600000001"}}})
	expectListed(t, s, true)
}

package sms

import (
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// The race detector looks on while tests seed the account under way.
func TestStatusCalls_Concurrent(t *testing.T) {
	t.Parallel()
	s := documentedAccount(Options{Options: wire.Options{NoRateLimits: true}})
	var running sync.WaitGroup
	for i := range 8 {
		running.Go(func() {
			for range 10 {
				s.SetCredits(Credits{SMS: i})
				s.AddStatistics(Period{Start: s.Now(), Sent: i})
				s.AddMessage(Message{ID: strconv.Itoa(i), Tag: "t", Recipients: []Recipient{
					{Number: "0600000001", Statuses: []string{statusWaiting, statusDelivered}},
				}})
				get(t, s, mePath, query())
				get(t, s, statisticsPath, query("interval", "last_twelve_months"))
				get(t, s, bulkStatusPath, query("messageId", strconv.Itoa(i)))
				get(t, s, byTagPath, query("tag", "t"))
				post(t, s, multiStatusPath, listBody(documentedPairs))
				post(t, s, sendPath, sendBody(t, "tag", "t"))
				post(t, s, bulkPath, bulkBody(t, []string{"0600000001", "m"}, "urlDlr", hook, "scheduledDeliveryDate", "31/12/2099", "time", 0, "minute", 0))
				get(t, s, cancelPath, query("messageId", "1113"))
				_ = s.Reply("1112", "0600000001", "Merci")
				s.AddStop("0600000009")
				s.Advance(time.Nanosecond)
				s.Sent()
				s.WebhookCalls()
			}
		})
	}
	running.Wait()
	expectNoViolations(t, s)
	_, body := get(t, s, byTagPath, query("tag", "t"))
	expectFields(t, body, `"total": 88,`)
}

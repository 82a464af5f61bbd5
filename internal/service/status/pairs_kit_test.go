package status

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
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

func isTransient(err error) bool {
	failed, ok := errors.AsType[*partner.Error](err)
	return ok && failed.IsTransient()
}

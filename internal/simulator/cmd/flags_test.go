package main

import (
	"flag"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// exchange sends a request with the right key: a GET with a query, or a POST
// with the members of a JSON body.
func exchange(t *testing.T, baseURL, path, query, members string) (status int, body string) {
	t.Helper()
	method, target := http.MethodGet, baseURL+path+"?apiKey="+simulator.DefaultAPIKey+"&"+query
	var content io.Reader
	if members != "" {
		method, target = http.MethodPost, baseURL+path
		content = strings.NewReader(`{"apiKey": "` + simulator.DefaultAPIKey + `", ` + members + `}`)
	}
	r, err := http.NewRequestWithContext(t.Context(), method, target, content)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	transport := &http.Transport{}
	defer transport.CloseIdleConnections()
	answer, err := (&http.Client{Transport: transport}).Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	b, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(b)
}

func TestRun_StatusFlags(t *testing.T) {
	t.Parallel()
	flags := []string{
		"-no-item-code", "-tag-page-size", "1", "-tag-page-ignored",
		"-low-cost-credits", "-balance-only", "-username-only", "-general-comma-code", "-lookup-verbatim",
	}
	plain, stop := start(t, io.Discard)
	defer stop()
	other, stopOther := start(t, io.Discard, flags...)
	defer stopOther()
	for _, baseURL := range []string{plain, other} {
		exchange(t, baseURL, "/send", "", `"phoneNumbers": "+33600000001,+33600000002", "message": "Hello", "tag": "t"`)
	}
	for name, test := range map[string]struct{ path, query, members, text string }{
		"item code":        {"/multi-status", "", `"SMSStatut_List": [{"phoneNumber": "+33600000001", "messageId": 5}]`, `"code": 4`},
		"page size":        {"/bulk-status-by-tag", "tag=t", "", "+33600000002"},
		"page":             {"/bulk-status-by-tag", "tag=t&page=2", "", `"currentPage": 2`},
		"low-cost credits": {"/me", "", "", "creditSmsECO"},
		"solde":            {"/me", "", "", "solde"},
		"names":            {"/me", "", "", "firstname"},
		"comma code":       {"/lookup", "", `"phoneNumbers": "+33600000001;+33600000002"`, `"code": 3`},
		"lookup request":   {"/lookup", "", `"phoneNumbers": "+33600000001"`, `"request": "33600000001"`},
	} {
		for baseURL, want := range map[string]bool{plain: true, other: false} {
			_, body := exchange(t, baseURL, test.path, test.query, test.members)
			if strings.Contains(body, test.text) != want {
				t.Errorf("%s: %s is there: %t, in %s", name, test.text, !want, body)
			}
		}
	}
}

// What the flag changes shows in nine months of the year only.
func TestDeclareVariant_UnpaddedMonth(t *testing.T) {
	t.Parallel()
	var variant simulator.Variant
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	declareVariant(flags, &variant)
	if err := flags.Parse([]string{"-unpadded-month"}); err != nil {
		t.Fatal(err)
	}
	if !variant.UnpaddedMonth {
		t.Error("the month stays padded")
	}
}

func TestRun_ListingDelay(t *testing.T) {
	t.Parallel()
	baseURL, stop := start(t, io.Discard, "-listing-delay", "1h")
	defer stop()
	exchange(t, baseURL, "/send", "", `"phoneNumbers": "+33600000001", "message": "Hello"`)
	_, body := exchange(t, baseURL, "/bulk-status", "messageId=1112", "")
	if !strings.Contains(body, `"code": 4`) {
		t.Errorf("a message is listed at once: %s", body)
	}
}

func TestRun_RateLimits(t *testing.T) {
	t.Parallel()
	query := url.Values{"interval": {"last_month"}}.Encode()
	for _, test := range []struct {
		flags []string
		last  int
	}{
		{nil, http.StatusTooManyRequests},
		{[]string{"-no-rate-limits"}, http.StatusOK},
	} {
		baseURL, stop := start(t, io.Discard, test.flags...)
		var status int
		for range 6 {
			status, _ = exchange(t, baseURL, "/statistics/cost-resume", query, "")
		}
		stop()
		if status != test.last {
			t.Errorf("%v: the sixth call is answered with %d", test.flags, status)
		}
	}
}

package main

import (
	"flag"
	"io"
	"net/http"
	"net/url"
	"reflect"
	"slices"
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
	return do(t, r)
}

// postForm sends a body under the content type of a form.
func postForm(t *testing.T, target, content string) string {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, target, strings.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	_, body := do(t, r)
	return body
}

func do(t *testing.T, r *http.Request) (status int, body string) {
	t.Helper()
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

// Each switch has a flag.
func TestDeclareVariant_All(t *testing.T) {
	t.Parallel()
	var variant simulator.Variant
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	declare(flags, &variant)
	ofAnyKind := []string{"true", "1", "1s", "errors"} // One of these suits each flag.
	flags.VisitAll(func(f *flag.Flag) {
		if !slices.ContainsFunc(ofAnyKind, func(value string) bool { return f.Value.Set(value) == nil }) {
			t.Errorf("%s takes none of %q", f.Name, ofAnyKind)
		}
	})
	for forms, values := range reflect.ValueOf(variant).Fields() {
		for field, value := range values.Fields() {
			if value.IsZero() {
				t.Errorf("no flag sets %s of %s", field.Name, forms.Name)
			}
		}
	}
}

// What these flags change shows on some days of the year only, or asks for another
// number.
func TestDeclareVariant(t *testing.T) {
	t.Parallel()
	var variant simulator.Variant
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	declare(flags, &variant)
	if err := flags.Parse([]string{"-unpadded-month", "-daily-statistics", "-status-of-mobiles-only"}); err != nil {
		t.Fatal(err)
	}
	if !variant.UnpaddedMonth || !variant.DailyStatistics || !variant.StatusOfMobilesOnly {
		t.Errorf("the variant is %+v", variant)
	}
}

// The preset, and flags that take something back or add to it, on either side.
func TestRun_Recorded(t *testing.T) {
	t.Parallel()
	const asked = "messageId=1111&phoneNumber=0600000000"
	for name, test := range map[string]struct {
		flags      []string
		answer     string
		unknownIDs int // The status that goes with code 4.
	}{
		"alone":      {[]string{"-recorded"}, `"date": "1423345186"`, http.StatusOK},
		"less":       {[]string{"-recorded", "-unix-dates=false"}, `"date": "2015-02-07 22:39:46"`, http.StatusOK},
		"less first": {[]string{"-unix-dates=false", "-recorded"}, `"date": "2015-02-07 22:39:46"`, http.StatusOK},
		"more":       {[]string{"-flags-as-strings", "-recorded", "-client-error-status"}, `"stopSms": "0"`, http.StatusNotFound},
		"off":        {[]string{"-recorded=false"}, `"number": "0600000000"`, http.StatusOK},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			baseURL, stop := start(t, io.Discard, test.flags...)
			defer stop()
			if _, body := exchange(t, baseURL, "/message-status", asked, ""); !strings.Contains(body, test.answer) {
				t.Errorf("no %s in %s", test.answer, body)
			}
			if status, _ := exchange(t, baseURL, "/message-status", "messageId=5&phoneNumber=0600000000", ""); status != test.unknownIDs {
				t.Errorf("an unknown id is answered with %d", status)
			}
		})
	}
}

func TestRun_RecordedWrongKey(t *testing.T) {
	t.Parallel()
	for flags, want := range map[string]int{"-client-error-status=false": http.StatusOK, "-latency=0s": http.StatusForbidden} {
		baseURL, stop := start(t, io.Discard, "-recorded", flags)
		status, _ := read(t, baseURL, url.Values{"apiKey": {"wrong"}})
		stop()
		if status != want {
			t.Errorf("%s: a wrong key is answered with %d", flags, status)
		}
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

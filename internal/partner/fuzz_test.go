package partner

import (
	"math"
	"net/http"
	"strings"
	"testing"
	"time"
)

var fuzzedStatuses = []int{200, 201, 302, 404, 429, 503}

// FuzzAnswer has the client read anything: it finds a status, or says what is
// wrong.
func FuzzAnswer(f *testing.F) {
	for _, seed := range []string{
		delivered,
		degraded,
		`{"success": true, "code": 200, "number": "0600000000", "messageId": "1111", "stopSms": false, "date": "2015-02-07 22:39:46", "statut": "Delivered", "cost": 0.045, "countryCode": "FR", "currency": "EUR"}`,
		`{"success": "1", "code": "200", "number": "+33600000000", "stopSms": "0", "date": "1534615206", "statut": "Not delivered", "cost": "4.5e-2"}`,
		`{"success": false, "code": 10, "message": "Cl\u00e9 API incorrecte"}`,
		`{"success": false, "code": 9, "error": [{"elementId": "children[phoneNumber].data", "message": "` + plainKey + `"}]}`,
		`{"success": false, "code": 55, "message": "Aucun prix", "errors": [{"success": false, "code": "9", "phoneNumber": "1", "message": "Non"}]}`,
		`{"success": false, "error": "Non"}`,
		`{"success": true, "statut": "` + plainKey + `", "date": "apiKey=` + plainKey + `"}`,
		`{"success": true, "code": 200, "StatutResponse_List": [{"status": "Delivered"}]}`,
		entries("true", "200", "<![CDATA[0600000000]]>", "\n<![CDATA[1111]]>\n", "false", "<![CDATA[2015-02-07 22:39:46]]>", "<![CDATA[Delivered]]>", "0.045", "<![CDATA[FR]]>", "EUR"),
		entries("false", "10", "Clé API incorrecte"),
		entries("false", "9", group("entry", "children[message].data", plainKey)),
		entries("true", "<entry>1</entry>", group("entry", group("entry", "a"))),
		plainKey[5:16], `{"success": false, "message": "` + plainKey[20:31] + `"}`,
		"<!DOCTYPE html><html><a href='/v1/me?apiKey=" + plainKey + "'>", "Bad Gateway", "[]", `"x"`, "null", "", "\xef\xbb\xbf{}", "\xff\xfe{\x00",
	} {
		for i := range fuzzedStatuses {
			f.Add([]byte(seed), uint8(i))
		}
	}
	f.Fuzz(func(t *testing.T, body []byte, choice uint8) {
		httpStatus := fuzzedStatuses[int(choice)%len(fuzzedStatuses)]
		got, failed := interpreted(&status, httpStatus, http.Header{"Location": {string(body)}}, string(body), plainKey)
		if failed == nil {
			if httpStatus/100 != 2 || got.statut == nil || *got.statut == "" {
				t.Errorf("HTTP %d counts as success, with %s", httpStatus, got)
			}
			if got.date != nil {
				if again, err := time.Parse(time.RFC3339, got.date.Format(time.RFC3339)); err != nil || again.Year() != got.date.Year() {
					t.Errorf("the date %s has no RFC 3339 form: %v", got.date, err)
				}
			}
			expectNoSecret(t, "the answer", got.String()+"\n"+*got.statut, plainKey)
			return
		}
		if !strings.HasPrefix(failed.Error(), status.Name+": ") || len(failed.Error()) < len(status.Name)+5 {
			t.Errorf("the error says nothing: %q", failed)
		}
		if failed.Reason == ReasonVendor && failed.Code == "" && failed.Words() == "" {
			t.Errorf("the vendor's error has neither code nor words: %+v", *failed)
		}
		expectNoSecret(t, "the error", failed.Error(), plainKey)
	})
}

func FuzzRetryAfter(f *testing.F) {
	for _, value := range []string{"", "0", "120", "-1", "1.5", "99999999999999999999", "Sat, 01 Jan 2000 00:02:00 GMT", "Saturday, 01-Jan-00 00:02:00 GMT", "Sat Jan  1 00:02:00 2000", "soon"} {
		f.Add(value)
	}
	f.Fuzz(func(t *testing.T, value string) {
		now := time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)
		got := retryAfter(http.Header{"Retry-After": {value}}, now)
		date, err := http.ParseTime(strings.TrimSpace(value))
		switch {
		case got < 0:
			t.Errorf("%q is %s", value, got)
		case err == nil && got != max(date.Sub(now), 0):
			t.Errorf("%q is %s, want %s", value, got, date.Sub(now))
		case err != nil && (got > math.MaxInt32*time.Second || got%time.Second != 0):
			t.Errorf("%q is %s", value, got)
		}
	})
}

func FuzzDate(f *testing.F) {
	for _, text := range []string{"2015-02-07 22:39:46", "1534615206", "2015-02-07T21:39:46Z", "2015-02-07T21:39:46.5+0000", "9999-12-31T23:59:59Z", "0000-00-00 00:00:00", "-1"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		date, ok := parseDate(text)
		if !ok {
			return
		}
		if date.Location() != Paris {
			t.Errorf("%q is not in Paris time: %s", text, date)
		}
		if _, err := time.Parse(time.RFC3339Nano, date.Format(time.RFC3339Nano)); err != nil {
			t.Errorf("%q has no RFC 3339 form: %v", text, err)
		}
	})
}

package sms

import (
	"bytes"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

func TestViolations_Query(t *testing.T) {
	t.Parallel()
	documented := statusQuery().Encode()
	tests := map[string]struct {
		method, path, query, body string
		want                      string
		status                    int
	}{
		"none":             {query: documented + "&_format=json"},
		"international":    {query: "apiKey=" + wire.DefaultAPIKey + "&messageId=1111&phoneNumber=%2B33600000000"},
		"unencoded plus":   {query: "apiKey=" + wire.DefaultAPIKey + "&messageId=1111&phoneNumber=+33600000000", want: `parameter "phoneNumber": " 33600000000" is neither a national nor an international number`},
		"00 prefix":        {query: "apiKey=" + wire.DefaultAPIKey + "&messageId=1111&phoneNumber=0033600000000", want: `parameter "phoneNumber": "0033600000000" is neither`},
		"blanks":           {query: "apiKey=" + wire.DefaultAPIKey + "&messageId=1111&phoneNumber=06%2000000000", want: "is neither"},
		"repeated":         {query: documented + "&messageId=1112", want: `parameter "messageId" is repeated`},
		"unknown":          {query: documented + "&message_id=1", want: `unknown parameter "message_id"`},
		"wrong case":       {query: documented + "&apikey=1", want: `unknown parameter "apikey"`},
		"wrong id":         {query: "apiKey=" + wire.DefaultAPIKey + "&messageId=abc&phoneNumber=0600000000", want: "is not a whole number"},
		"wrong format":     {query: documented + "&_format=csv", want: `"csv" is not one of json, xml`},
		"malformed query":  {query: documented + "&a=%zz", want: "the query is malformed"},
		"a body":           {query: documented, body: "{}", want: "a GET has a body"},
		"unknown path":     {path: "/v1/message-statut", want: "unknown path", status: 404},
		"outside the base": {path: "/message-status", want: "unknown path", status: 404},
		"longer path":      {path: messageStatusPath + "/1", want: "unknown path", status: 404},
		"trailing slash":   {path: messageStatusPath + "/", want: "unknown path", status: 404},
		"wrong method":     {method: http.MethodPost, want: "the method is not GET", status: 405},
		"delete":           {method: http.MethodDelete, path: sendPath, want: "the method is not POST", status: 405},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if test.method == "" {
				test.method = http.MethodGet
			}
			if test.path == "" {
				test.path = messageStatusPath
			}
			if test.status == 0 {
				test.status = http.StatusOK
			}
			s := New(Options{})
			r := ask(t, s, test.method, test.path+"?"+test.query, test.body)
			expect(t, "status", r.Code, test.status)
			if test.status != http.StatusOK {
				expect(t, "content type", r.Header().Get("Content-Type"), "text/html; charset=utf-8")
			}
			if body := r.Body.String(); test.status != http.StatusOK && !strings.HasPrefix(body, "<!DOCTYPE html>") {
				t.Errorf("not HTML: %s", body)
			}
			expectViolation(t, s, test.method+" "+test.path+": ", test.want)
		})
	}
}

// expectViolation wants exactly one, or none when it is to hold nothing.
func expectViolation(t *testing.T, s *Account, prefix, want string) {
	t.Helper()
	if want == "" {
		expectNoViolations(t, s)
		return
	}
	got := s.Violations()
	if len(got) != 1 || !strings.HasPrefix(got[0], prefix) || !strings.Contains(got[0], want) {
		t.Errorf("violations are %q, want one with %q", got, want)
	}
}

// Samples write a plus sign without escaping it, which makes a blank of it: the
// vendor understands them all the same.
func TestMessageStatus_UnescapedPlus(t *testing.T) {
	t.Parallel()
	for _, number := range []string{"+33600000000", "%20%2B33600000000", "%200600000000", "33600000000", "%2B33600000000"} {
		s := New(Options{})
		r := ask(t, s, http.MethodGet, messageStatusPath+"?messageId=1111&apiKey="+wire.DefaultAPIKey+"&phoneNumber="+number, "")
		expect(t, number, r.Body.String(), document(t, "message_status.json"))
	}
}

func TestViolations_WrongMethodNamesTheRightOne(t *testing.T) {
	t.Parallel()
	r := ask(t, New(Options{}), http.MethodGet, sendPath, "")
	expect(t, "Allow", r.Header().Get("Allow"), "POST")
}

func TestViolations_Body(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		body string
		want string
	}{
		"none":             {body: sendBody(t)},
		"unknown":          {body: sendBody(t, "range", 1), want: `unknown parameter "range"`},
		"repeated":         {body: `{"message": "a", ` + sendBody(t)[1:], want: `parameter "message" is repeated`},
		"blank in list":    {body: sendBody(t, "phoneNumbers", "0600000001, 0600000002"), want: "holds a part that is neither"},
		"flag false":       {body: sendBody(t, "isStopSms", false), want: `"false" is not one of 0, 1`},
		"flag true":        {body: sendBody(t, "isStopSms", true), want: `"true" is not one of 0, 1`},
		"flag 2":           {body: sendBody(t, "sandbox", 2), want: "is not one of 0, 1"},
		"range 3":          {body: sendBody(t, "gamme", 3), want: "is not one of 1, 2"},
		"short sender":     {body: sendBody(t, "sender", "AB"), want: "does not have 3 to 11 characters"},
		"long sender":      {body: sendBody(t, "sender", "ABCDEFGHIJKL"), want: "does not have 3 to 11 characters"},
		"sender of 3":      {body: sendBody(t, "sender", "ABC")},
		"sender of 11":     {body: sendBody(t, "sender", "ABCDEFGHIJK")},
		"tag of 20":        {body: sendBody(t, "tag", strings.Repeat("a", 20))},
		"tag of 21":        {body: sendBody(t, "tag", strings.Repeat("a", 21)), want: "is not a tag"},
		"tag with blank":   {body: sendBody(t, "tag", "a b"), want: "is not a tag"},
		"tag in capitals":  {body: sendBody(t, "tag", "A"), want: "is not a tag"},
		"ISO date":         {body: sendBody(t, "scheduledDeliveryDate", "2030-10-21", "time", 1, "minute", 0), want: "is not dd/MM/yyyy"},
		"midnight":         {body: sendBody(t, "scheduledDeliveryDate", "21/10/2030", "time", 0, "minute", 0)},
		"hour in words":    {body: sendBody(t, "scheduledDeliveryDate", "21/10/2030", "time", "x", "minute", 0), want: "is not an hour"},
		"minute in words":  {body: sendBody(t, "scheduledDeliveryDate", "21/10/2030", "time", 0, "minute", "x"), want: "is not a minute"},
		"negative hour":    {body: sendBody(t, "scheduledDeliveryDate", "21/10/2030", "time", -1, "minute", 0), want: "is not an hour"},
		"negative minute":  {body: sendBody(t, "scheduledDeliveryDate", "21/10/2030", "time", 0, "minute", -5), want: "is not a minute"},
		"broken address":   {body: sendBody(t, "urlDlr", "http://a b/"), want: "is not a web address"},
		"no host":          {body: sendBody(t, "urlDlr", "https:///dlr"), want: "is not a web address"},
		"hour 24":          {body: sendBody(t, "scheduledDeliveryDate", "21/10/2030", "time", 24, "minute", 55)},
		"hour 25":          {body: sendBody(t, "scheduledDeliveryDate", "21/10/2030", "time", 25, "minute", 0), want: "is not an hour"},
		"minute 3":         {body: sendBody(t, "scheduledDeliveryDate", "21/10/2030", "time", 1, "minute", 3), want: "is not a minute"},
		"minute 60":        {body: sendBody(t, "scheduledDeliveryDate", "21/10/2030", "time", 1, "minute", 60), want: "is not a minute"},
		"address":          {body: sendBody(t, "urlDlr", "example.com"), want: "is not a web address"},
		"address scheme":   {body: sendBody(t, "urlResponse", "ftp://example.com"), want: "is not a web address"},
		"null":             {body: `{"tag": null, ` + sendBody(t)[1:], want: `parameter "tag" is neither text, number nor flag`},
		"list of numbers":  {body: sendBody(t, "phoneNumbers", []string{"0600000001"}), want: `parameter "phoneNumbers" is neither text, number nor flag`},
		"number as number": {body: sendBody(t, "phoneNumbers", 33600000001), want: "holds a part that is neither"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := New(Options{})
			_, answer := post(t, s, sendPath, test.body)
			expectViolation(t, s, "POST /v1/send: ", test.want)
			if test.want == "" {
				expect(t, "success", fields(t, answer)["success"], true)
			}
		})
	}
	t.Run("query", func(t *testing.T) {
		t.Parallel()
		s := New(Options{})
		_, body := post(t, s, sendPath+"?apiKey="+wire.DefaultAPIKey, sendBody(t, "apiKey", nil))
		expect(t, "the key is read from the body", strings.Contains(body, `"code": 1,`), true)
		expectViolation(t, s, "POST /v1/send: ", "a POST has parameters in the query")
	})
}

func TestKeyNeverShows(t *testing.T) {
	t.Parallel()
	for name, keys := range map[string]struct{ right, sent string }{
		"right key":       {wire.DefaultAPIKey, wire.DefaultAPIKey},
		"special key":     {`a"b\c&d/é %2B+`, `a"b\c&d/é %2B+`},
		"wrong key":       {wire.DefaultAPIKey, "short-wrong-key"},
		"another account": {wire.DefaultAPIKey, "fedcba9876543210fedcba9876543210fedcba98"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var log bytes.Buffer
			s := New(Options{Options: wire.Options{APIKey: keys.right, Log: slog.New(slog.NewTextHandler(&log, nil))}})
			stray := []string{"apiKey", keys.sent, "messageId", keys.sent, "phoneNumber", keys.sent, keys.sent, keys.sent}
			get(t, s, messageStatusPath, query(stray...))
			get(t, s, wire.BasePath+"/nothing", query(stray...))
			post(t, s, sendPath, sendBody(t, "apiKey", keys.sent, "tag", keys.sent, keys.sent, 1))
			post(t, s, sendPath+"?"+query(stray...).Encode(), sendBody(t))
			ask(t, s, http.MethodGet, wire.BasePath+"/me/"+strings.NewReplacer(`"`, "%22", `\`, "%5C", " ", "%20", "%", "%25").Replace(keys.sent)+"?"+query(stray...).Encode(), "")

			if got := strings.Count(log.String(), "\n"); got != 5 {
				t.Errorf("%d lines in the log, want 5", got)
			}
			if len(s.Violations()) < 5 {
				t.Errorf("too few violations to tell: %q", s.Violations())
			}
			text := log.String() + strings.Join(s.Violations(), "\n")
			for _, form := range []string{keys.sent, strings.Trim(strings.ReplaceAll(keys.sent, `\`, `\\`), `"`), `a\"b`} {
				if strings.Contains(text, form) {
					t.Errorf("%s stands in:\n%s", form, text)
				}
			}
			if strings.Contains(log.String(), "0600000") || strings.Contains(log.String(), "3360000") {
				t.Errorf("a phone number stands in the log:\n%s", log.String())
			}
		})
	}
}

package partner

import (
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// Keys of others, in the forms that the vendor's have.
var othersKeys = map[string]string{
	"SMS":   "f7e3d1c9b5a38271605f4e2d1c0b9a8877665544",
	"voice": "AbCd12-3EfGh4-5iJkL6-mNoP78",
}

// TestSecretAnswer has a server answer with the keys of others in every place of an
// answer: nothing of it gets into logs and errors.
func TestSecretAnswer(t *testing.T) {
	t.Parallel()
	for name, echo := range echoes {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			op := status
			op.Secret = true
			for _, key := range othersKeys {
				var w witness
				text := "GET /v1/me?apiKey=" + key
				asJSON, err := json.Marshal(text)
				if err != nil {
					t.Fatal(err)
				}
				bubble(t, func(c *Config) { c.Logger = w.logger() }, says(echo(text, string(asJSON))), func(t *testing.T, world *world) {
					_, err := Do(t.Context(), world.client, &op, Params{"messageId": "1111"}, decodeValues)
					w.result(values{}, err)
				})
				expectContains(t, "what is let out", w.seen.String(), "Asking the vendor")
				expectNoSecret(t, "the call", w.seen.String(), key)
			}
		})
	}
}

// TestSecretAnswer_IsRead proves that the values themselves are read, and what of an
// error is told.
func TestSecretAnswer_IsRead(t *testing.T) {
	t.Parallel()
	op := status
	op.Secret = true
	got, failed := interpreted(&op, 200, nil, `{"success": true, "code": 200, "statut": "`+othersKeys["SMS"]+`"}`, plainKey)
	if failed != nil {
		t.Fatal(failed)
	}
	expect(t, "value", *got.statut, othersKeys["SMS"])
	_, failed = interpreted(&op, 200, nil, `{"success": false, "code": 7, "message": "Le sous-compte `+othersKeys["voice"]+` n'existe pas au 2026-01-31"}`, plainKey)
	expect(t, "words", failed.Words(), "Le sous-compte [REDACTED] n'existe pas au 2026-01-31")
	_, failed = interpreted(&op, 200, nil, `nothing of `+othersKeys["SMS"], plainKey)
	expect(t, "detail", failed.Detail, `the answer is neither a JSON object nor XML: it starts with "(not shown: it can hold keys)"`)
	_, failed = interpreted(&op, 200, nil, `{"success": false, "statut": "x"}`, plainKey)
	expect(t, "tells success", failed.TellsSuccess(), true)
	expect(t, "data", failed.Data, redacted)
}

// TestMask takes out what can be a key in any form, and keeps words, numbers and dates.
func TestMask(t *testing.T) {
	t.Parallel()
	for _, kept := range []string{
		"Le sous-compte n'existe pas", "authentification", "TOKEN_AUDIO_REQUIRED", "+33600000001", "2026-01-31",
	} {
		if got := mask(kept); got != kept {
			t.Errorf("%q becomes %q", kept, got)
		}
	}
	for _, secret := range []string{
		othersKeys["SMS"], othersKeys["voice"], "abcdefghijklmnopqrstuvw", "aGVsbG8+d29ybGQ/Zm9v", "eyJhb.eyJzdWI.c2ln", "QwErTyUiOpAsDf",
	} {
		expect(t, secret, mask("sub-account "+secret+" is unknown"), "sub-account [REDACTED] is unknown")
	}
}

// TestRequest_Secret keeps the parameters of a secret operation out of the log.
func TestRequest_Secret(t *testing.T) {
	t.Parallel()
	var w witness
	op := status
	op.Secret = true
	bubble(t, func(c *Config) { c.Logger = w.logger() }, says(ok(delivered)), func(t *testing.T, world *world) {
		_, err := Do(t.Context(), world.client, &op, Params{"token": othersKeys["voice"]}, decodeValues)
		w.result(values{}, err)
	})
	expectContains(t, "log", w.seen.String(), "/v1/message-status")
	expectNoSecret(t, "log", w.seen.String(), othersKeys["voice"])
}

// TestRequest_InPath puts the key and other parameters into the path, and what is left
// into the query, the body or neither.
func TestRequest_InPath(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		method, path, key string
		params            Params
		line, body        string
	}{
		"GET":             {"GET", "/me/{apiKey}", "Ab-1", nil, "GET /v1/me/Ab-1", ""},
		"GET, a query":    {"GET", "/me/{apiKey}", "Ab-1", Params{"_format": JSON}, "GET /v1/me/Ab-1?_format=json", ""},
		"DELETE":          {"DELETE", "/campaign/cancel/{apiKey}/{campaignId}", "Ab-1", Params{"campaignId": 7}, "DELETE /v1/campaign/cancel/Ab-1/7", ""},
		"DELETE, a body":  {"DELETE", "/group/delete", "Ab-1", Params{"groupId": "G"}, "DELETE /v1/group/delete", `{"apiKey":"Ab-1","groupId":"G"}`},
		"POST":            {"POST", "/tts/send", "Ab-1", Params{"text": ""}, "POST /v1/tts/send", `{"apiKey":"Ab-1","text":""}`},
		"what is escaped": {"GET", "/me/{apiKey}", "a/b?c#d%e", nil, "GET /v1/me/a%2Fb%3Fc%23d%25e", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, failed := New(Config{BaseURL: "https://voice.example/v1", APIKey: test.key}).
				draft(t.Context(), &Operation{Method: test.method, Path: test.path}, test.params)
			if failed != nil {
				t.Fatal(failed)
			}
			req, err := d.request(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			expect(t, "request", req.Method+" "+req.URL.RequestURI(), test.line)
			expect(t, "body", string(d.body), test.body)
			want := "application/json"
			if test.body == "" {
				want = ""
			}
			expect(t, "content type", req.Header.Get("Content-Type"), want)
		})
	}
}

// TestRequest_NotInPath refuses, before anything is sent, what would lead to another path.
func TestRequest_NotInPath(t *testing.T) {
	t.Parallel()
	for _, value := range []any{"", ".", "..", nil} {
		bubble(t, nil, nil, func(t *testing.T, w *world) {
			params := Params{"campaignId": value}
			if value == nil {
				delete(params, "campaignId")
			}
			op := Operation{Name: "campaign/cancel", Method: http.MethodDelete, Path: "/campaign/cancel/{apiKey}/{campaignId}", Class: Write}
			_, failed := w.client.call(t.Context(), &op, params)
			if failed == nil {
				t.Fatal("no error")
			}
			expect(t, "reason", failed.Reason, ReasonUnsendable)
			expectContains(t, "error", failed.Error(), "campaignId can't be part of a path")
			expect(t, "sent", failed.Sent, false)
			expect(t, "requests", len(w.Requests()), 0)
		})
	}
}

// TestDialect has the forms in which voice and mail write what SMS has in "code".
func TestDialect(t *testing.T) {
	t.Parallel()
	voice := Dialect{
		Codes:      map[string]Meaning{"10": MeaningKeyInvalid, "NOT_CREDIT": MeaningRefused},
		CodeFields: []string{"code", "error", "message"},
	}
	mail := Dialect{Codes: map[string]Meaning{"429": MeaningTooSoon}}
	for body, test := range map[string]struct {
		dialect Dialect
		code    string
		meaning Meaning
	}{
		`{"success": false, "code": "NOT_CREDIT"}`:                    {voice, "NOT_CREDIT", MeaningRefused},
		`{"success": false, "error": "NOT_CREDIT"}`:                   {voice, "NOT_CREDIT", MeaningRefused},
		`{"message": "NOT_CREDIT"}`:                                   {voice, "NOT_CREDIT", MeaningRefused},
		`{"error": 10}`:                                               {voice, "10", MeaningKeyInvalid},
		`{"success": false, "message": "Le crédit est insuffisant"}`:  {voice, "", MeaningUnknown},
		`{"success": false, "error": "Unauthorized", "code": 401}`:    {voice, "401", MeaningUnknown},
		`{"success": false, "message": "NOT_CREDIT", "code": "X"}`:    {voice, "X", MeaningUnknown},
		`{"success": false, "message": "NOT_CREDIT"}`:                 {mail, "", MeaningUnknown},
		`{"success": false, "code": 429, "message": "Too many"}`:      {mail, "429", MeaningTooSoon},
		`{"success": false, "code": "429", "message": "Doucement !"}`: {mail, "429", MeaningTooSoon},
	} {
		_, failed := interpret(&test.dialect, &status, &answer{status: 200, body: []byte(body)}, redactor{})
		expect(t, body+": code", failed.Code, test.code)
		expect(t, body+": meaning", failed.Meaning(), test.meaning)
		expect(t, body+": throttled", failed.IsThrottled(), test.meaning == MeaningTooSoon)
	}
}

// TestProof has an answer with each combination of success and data, under each rule.
func TestProof(t *testing.T) {
	t.Parallel()
	const groups = `"groups": [{"id": "G"}]`
	for body, want := range map[string]string{ // s: by success, d: by data, a: by data alone
		`{"success": true, ` + groups + `}`:                                    "sda",
		`{` + groups + `}`:                                                     "da",
		`{"success": null, ` + groups + `}`:                                    "da",
		`{"success": false, ` + groups + `}`:                                   "a",
		`{"success": "maybe", ` + groups + `}`:                                 "a",
		`{"success": false, "code": 10, ` + groups + `}`:                       "",
		`{"code": 10, ` + groups + `}`:                                         "",
		`{"success": false, "error": "Non", ` + groups + `}`:                   "",
		`{"success": true}`:                                                    "",
		`{"success": false}`:                                                   "",
		`{"success": false, "message": "Indisponible", ` + groups + `}`:        "",
		`{"success": false, "groups": {}}`:                                     "",
		`{"success": true, "code": 200, "message": "Request queued"}`:          "",
		`{"success": false, "code": 10, "message": "Clef API incorrecte"}`:     "",
		`{"success": true, "success": false, "groups": [], "code": "200"}`:     "",
		`{"success": true, "groups": [{"id": "G"}], "groups": [{"id": "H"}]}`:  "",
		`{"success": false, "Success": true, "groups": [], "code": 200}`:       "a",
		`{"success": true, "errors": [], "error": false, ` + groups + `}`:      "sda",
		`{"success": true, "code": 404, "message": "Non", "groups": [{}, {}]}`: "",
	} {
		got := ""
		for i, letter := range "sda" {
			op := Operation{Name: "group/list", Data: "groups", DataKind: List, Proof: Proof(i)}
			if _, failed := interpret(&dialect, &op, &answer{status: 200, body: []byte(body)}, redactor{}); failed == nil {
				got += string(letter)
			}
		}
		expect(t, body, got, want)
	}
}

// TestRate_Shared lets operations with the same limit wait for each other, and all for
// that of their product.
func TestRate_Shared(t *testing.T) {
	t.Parallel()
	for name, share := range map[string]func(a, b *Operation, c *Config){
		"operations": func(a, b *Operation, _ *Config) { b.Rate = a.Rate },
		"product":    func(a, _ *Operation, c *Config) { c.Dialect.Rate, a.Rate = a.Rate, nil },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			one, other := limited(), limited()
			change := func(c *Config) { share(one, other, c) }
			other.Rate = nil
			bubble(t, change, nil, func(t *testing.T, w *world) {
				for range 5 {
					if _, err := call(t.Context(), w.client, one); err != nil {
						t.Fatal(err)
					}
				}
				expect(t, "nothing waited", w.elapsed() == 0, true)
				if _, err := call(t.Context(), w.client, other); err != nil {
					t.Fatal(err)
				}
				expect(t, "the other one waited", w.elapsed() > 0, true)
			})
		})
	}
}

// TestDownload has a file, what is none, and what ends too early.
func TestDownload(t *testing.T) {
	t.Parallel()
	op := Operation{Name: "location/file/download", Method: http.MethodGet, Path: "/location/file/download", Class: Write}
	for name, test := range map[string]struct {
		raw    string
		want   string
		reason Reason // where it is no file
	}{
		"text":         {ok("+33600000001\n+33600000002\n"), "+33600000001\n+33600000002\n", 0},
		"JSON":         {ok(`[{"phone": "+33600000001"}]`), `[{"phone": "+33600000001"}]`, 0},
		"JSON, object": {ok(`{"success": true, "numbers": []}`), `{"success": true, "numbers": []}`, 0},
		"empty":        {ok(""), "", ReasonIncomplete},
		"sign-in page": {ok("<html>Sign in"), "", ReasonUnreadable},
		"gateway":      {ok(degraded), "", ReasonUnreadable},
		"code alone":   {ok(`{"code": 404, "message": "Non"}`), "", ReasonVendor},
		"long":         {ok(strings.Repeat("0123456789", 20_000)), strings.Repeat("0123456789", 20_000), 0},
		"refusal":      {ok(`{"success": false, "code": 34, "message": "d\u00e9j\u00e0 utilis\u00e9"}`), "", ReasonVendor},
		"HTML, 502":    {"HTTP/1.1 502 Bad\r\n\r\n<html>", "", ReasonStatus},
		"redirect":     {"HTTP/1.1 302 Found\r\nLocation: /x\r\n\r\n", "", ReasonRedirect},
		"broken off":   {"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + strings.Repeat("0", 90_000), "", ReasonDropped},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble(t, nil, says(test.raw), func(t *testing.T, w *world) {
				var file strings.Builder
				n, err := Download(t.Context(), w.client, &op, nil, &file)
				if err == nil {
					expect(t, "file", file.String(), test.want)
					expect(t, "bytes", n, int64(len(test.want)))
					expect(t, "no file", test.reason, 0)
					return
				}
				failed, _ := err.(*Error) //nolint:errorlint // it is not wrapped
				expect(t, "reason", failed.Reason, test.reason)
				expect(t, "bytes", n, int64(file.Len()))
				if name == "broken off" && file.Len() == 0 {
					t.Error("the bytes that came are lost")
				}
			})
		})
	}
}

// TestDownload_Stalls ends a file of which nothing more comes, and no other.
func TestDownload_Stalls(t *testing.T) {
	t.Parallel()
	op := Operation{Name: "location/file/download", Method: http.MethodGet, Path: "/location/file/download", Class: Write}
	silent := func(context.Context, int64, simulator.Dial) (net.Conn, error) {
		ours, theirs := net.Pipe()
		go func() { _, _ = io.Copy(io.Discard, theirs) }()
		return ours, nil
	}
	bubble(t, nil, silent, func(t *testing.T, w *world) {
		_, err := Download(t.Context(), w.client, &op, nil, &strings.Builder{})
		expectContains(t, "error", err.Error(), "nothing more of the file within 10s")
		expect(t, "time", w.elapsed(), w.client.config.RequestTimeout)
	})
}

package partner

import (
	"encoding/binary"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// degraded is what the vendor's gateway answered to anything for a while.
const degraded = `{"success": true, "code": 200, "message": "Request queued for processing"}`

func TestInterpret_Success(t *testing.T) {
	t.Parallel()
	for name, body := range map[string]string{
		"plain":                  delivered,
		"code of success":        `{"success": true, "code": "200", "statut": "Delivered"}`,
		"code of another type":   `{"success": true, "code": 200.0, "statut": "Delivered"}`,
		"no code":                `{"success": true, "code": null, "statut": "Delivered"}`,
		"no error":               `{"success": true, "error": null, "errors": [], "statut": "Delivered"}`,
		"one value twice":        `{"success": true, "statut": "Delivered", "statut": "Delivered"}`,
		"success as text":        `{"success": "true", "statut": "Delivered"}`,
		"success as number":      `{"success": 1, "statut": "Delivered"}`,
		"byte order mark":        "\xef\xbb\xbf" + delivered,
		"blanks around":          "\r\n\t " + delivered + "\n\n",
		"unknown values besides": `{"new": {"a": [1, {"b": null}]}, "success": true, "statut": "Delivered"}`,
		"as long as the bound":   delivered + strings.Repeat(" ", maxAnswer-len(delivered)),
	} {
		for _, code := range []int{http.StatusOK, http.StatusCreated} {
			t.Run(fmt.Sprintf("%s, HTTP %d", name, code), func(t *testing.T) {
				t.Parallel()
				got, failed := interpreted(&status, code, nil, body, "")
				if failed != nil {
					t.Fatal(failed)
				}
				expect(t, "statut", *got.statut, "Delivered")
			})
		}
	}
}

func TestInterpret_Failure(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		status int // 200 when 0
		header http.Header
		body   string
		reason Reason
		want   string // of the error
	}{
		"success false":                 {body: `{"success": false, "code": 4, "message": "Message introuvable"}`, reason: ReasonVendor, want: "HTTP 200: code 4: Message introuvable"},
		"success false with the data":   {body: `{"success": false, "statut": "Delivered"}`, reason: ReasonIncomplete, want: `neither a "success" that is true nor`},
		"success false alone":           {body: `{"success": false}`, reason: ReasonIncomplete, want: `neither a "success" that is true nor`},
		"success with another code":     {body: `{"success": true, "code": 11, "message": "Non", "statut": "Delivered"}`, reason: ReasonIncomplete, want: "Non: the answer reports success, but has code 11"},
		"success with a code as text":   {body: `{"success": true, "Code": "4", "statut": "Delivered"}`, reason: ReasonIncomplete, want: "the answer reports success, but has code 4"},
		"success with an odd code":      {body: `{"success": true, "code": [4], "statut": "Delivered"}`, reason: ReasonIncomplete, want: "the answer reports success, but its code can't be read"},
		"success with an error":         {body: `{"success": true, "error": "Non", "statut": "Delivered"}`, reason: ReasonIncomplete, want: `Non: the answer reports success, but has "error"`},
		"success with errors":           {body: `{"success": true, "errors": [{"code": "9"}], "statut": "Delivered"}`, reason: ReasonIncomplete, want: `the answer reports success, but has "errors"`},
		"two values for one name":       {body: `{"success": true, "statut": "Delivered", "statut": "Waiting"}`, reason: ReasonIncomplete, want: `it gives two values for "statut"`},
		"success twice":                 {body: `{"success": false, "success": true, "code": 10, "statut": "Delivered"}`, reason: ReasonIncomplete, want: `it gives two values for "success"`},
		"success absent":                {body: `{"statut": "Delivered"}`, reason: ReasonIncomplete, want: `neither a "success" that is true nor`},
		"success null":                  {body: `{"success": null, "statut": "Delivered"}`, reason: ReasonIncomplete, want: `neither a "success" that is true nor`},
		"success of another type":       {body: `{"success": {}, "statut": "Delivered"}`, reason: ReasonIncomplete, want: `neither a "success" that is true nor`},
		"success of another word":       {body: `{"success": "ok", "statut": "Delivered"}`, reason: ReasonIncomplete, want: `neither a "success" that is true nor`},
		"nothing":                       {body: `{}`, reason: ReasonIncomplete, want: `neither a "success" that is true nor`},
		"empty problems":                {body: `{"success": false, "errors": [{}, null, 5]}`, reason: ReasonIncomplete, want: `neither a "success" that is true nor`},
		"degraded gateway":              {body: degraded, reason: ReasonIncomplete, want: `Request queued for processing: the answer reports success, but has no "statut"`},
		"empty data":                    {body: `{"success": true, "statut": " "}`, reason: ReasonIncomplete, want: `has no "statut"`},
		"data of another type":          {body: `{"success": true, "statut": ["Delivered"]}`, reason: ReasonIncomplete, want: `has no "statut"`},
		"404 with success":              {status: 404, body: delivered, reason: ReasonStatus, want: "HTTP 404: the body reports success all the same"},
		"500 with success":              {status: 500, body: delivered, reason: ReasonStatus, want: "HTTP 500: the body reports success all the same"},
		"404 with success false":        {status: 404, body: `{"success": false}`, reason: ReasonStatus, want: "HTTP 404"},
		"401 with a code":               {status: 401, body: `{"success": false, "code": 10, "message": "Clé API incorrecte"}`, reason: ReasonVendor, want: "HTTP 401: code 10: Clé API incorrecte"},
		"500 with a code":               {status: 500, body: `{"success": false, "code": "500"}`, reason: ReasonVendor, want: "HTTP 500: code 500"},
		"400 without success":           {status: 400, body: `{"code": 90}`, reason: ReasonVendor, want: "HTTP 400: code 90"},
		"404 of a framework":            {status: 404, body: `{"code": 404, "message": "Not Found"}`, reason: ReasonStatus, want: "HTTP 404: code 404: Not Found"},
		"405 of a framework":            {status: 405, body: `{"code": "405"}`, reason: ReasonStatus, want: "HTTP 405: code 405"},
		"404 of the vendor":             {status: 404, body: `{"success": false, "code": 404}`, reason: ReasonVendor, want: "HTTP 404: code 404"},
		"404 as code alone":             {body: `{"code": 404}`, reason: ReasonVendor, want: "HTTP 200: code 404"},
		"empty":                         {body: "", reason: ReasonUnreadable, want: "the answer is empty"},
		"blank":                         {body: " \r\n\t\u00a0", reason: ReasonUnreadable, want: "the answer is empty"},
		"byte order mark alone":         {body: "\xef\xbb\xbf", reason: ReasonUnreadable, want: "the answer is empty"},
		"204":                           {status: 204, body: "", reason: ReasonUnreadable, want: "HTTP 204: the answer is empty"},
		"502 without a body":            {status: 502, body: "", reason: ReasonStatus, want: "HTTP 502: the answer is empty"},
		"truncated JSON":                {body: delivered[:len(delivered)-1], reason: ReasonUnreadable, want: "the answer breaks off after 39 bytes of JSON"},
		"truncated in a name":           {body: `{"succ`, reason: ReasonUnreadable, want: "the answer breaks off after 6 bytes of JSON"},
		"wrong JSON":                    {body: `{"success": true, statut: 1}`, reason: ReasonUnreadable, want: "the answer is not correct JSON at byte 19"},
		"wrong at the last byte":        {body: `{"success": true,}`, reason: ReasonUnreadable, want: "the answer is not correct JSON at byte 18"},
		"two objects":                   {body: delivered + delivered, reason: ReasonUnreadable, want: "the answer is not correct JSON at byte 41"},
		"a JSON list":                   {body: "[" + delivered + "]", reason: ReasonUnreadable, want: `neither a JSON object nor XML: it starts with "[{`},
		"a JSON text":                   {body: `"Delivered"`, reason: ReasonUnreadable, want: "neither a JSON object nor XML"},
		"a JSON null":                   {body: "null", reason: ReasonUnreadable, want: "neither a JSON object nor XML"},
		"plain text":                    {body: "Bad Gateway", reason: ReasonUnreadable, want: `it starts with "Bad Gateway"`},
		"one byte past the bound":       {body: delivered + strings.Repeat(" ", maxAnswer+1-len(delivered)), reason: ReasonUnreadable, want: "longer than 4 MiB"},
		"too long with an error status": {status: 503, body: strings.Repeat(" ", maxAnswer+1), reason: ReasonStatus, want: "HTTP 503: the answer is longer than 4 MiB"},
		"ISO-8859-1":                    {body: "{\"success\": false, \"message\": \"Cl\xe9\"}", reason: ReasonUnreadable, want: "not in UTF-8 (its content type is unknown): it starts with \"{\\\"success\\\": false, \\\"message\\\": \\\"Cl\ufffd"},
		"another set, declared": {
			header: http.Header{"Content-Type": {"application/json; charset=koi8-r"}}, body: "{\"message\": \"\xeb\"}",
			reason: ReasonUnreadable, want: "not in UTF-8 (its content type is application/json; charset=koi8-r): it starts with",
		},
		"nested too deep":            {body: strings.Repeat(`{"a":`, 10_001), reason: ReasonUnreadable, want: `the answer is nested too deep: it starts with "{\"a\":{`},
		"UTF-16":                     {body: utf16Text("\ufeff" + delivered), reason: ReasonUnreadable, want: "not in UTF-8"},
		"UTF-16 without a mark":      {body: utf16Text(delivered), reason: ReasonUnreadable, want: `it starts with "(no text)"`},
		"redirect":                   {status: 302, header: http.Header{"Location": {"https://elsewhere.example/login?back=1#top"}}, reason: ReasonRedirect, want: "HTTP 302: redirected to https://elsewhere.example/login"},
		"redirect to nowhere":        {status: 301, reason: ReasonRedirect, want: "redirected to an address that cannot be read"},
		"redirect to nonsense":       {status: 308, header: http.Header{"Location": {"https://%zz"}}, reason: ReasonRedirect, want: "redirected to an address that cannot be read"},
		"redirect with an answer":    {status: 307, body: delivered, reason: ReasonRedirect, want: "HTTP 307"},
		"a page":                     {body: "<!DOCTYPE html>\n<html><head><meta charset=utf-8></head><body>Hello<br></body></html>", reason: ReasonUnreadable, want: `the answer is HTML, not the vendor's: it starts with "<!DOCTYPE html>`},
		"a page with an error":       {status: 502, body: "<html><body><h1>502 Bad Gateway</h1></body></html>", reason: ReasonStatus, want: "HTTP 502: the answer is HTML"},
		"a page in capitals, broken": {body: "<HTML><BODY>", reason: ReasonUnreadable, want: "the answer is HTML"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if test.status == 0 {
				test.status = http.StatusOK
			}
			failed := rejected(t, test.status, test.header, test.body, test.reason)
			expectContains(t, "error", failed.Error(), test.want)
		})
	}
}

// TestInterpret_CharacterSet reads the vendor's verdict in the character sets in
// which French was written before UTF-8, if the server says which.
func TestInterpret_CharacterSet(t *testing.T) {
	t.Parallel()
	const latin = "{\"success\": false, \"code\": 10, \"message\": \"Cl\xe9 API incorrecte\"}"
	for name, test := range map[string]struct{ contentType, body, want string }{
		"ISO-8859-1":                {"application/json; charset=ISO-8859-1", latin, "Clé API incorrecte"},
		"latin1":                    {`application/json; charset="latin1"`, latin, "Clé API incorrecte"},
		"Windows-1252":              {"text/plain;charset=windows-1252", strings.ReplaceAll(latin, "API", "\x80"), "Clé € incorrecte"},
		"cp1252":                    {"application/json; charset=CP1252", latin, "Clé API incorrecte"},
		"XML":                       {"text/xml; charset=iso-8859-1", entries("false", "10", "Cl\xe9 API incorrecte"), "Clé API incorrecte"},
		"UTF-8, called otherwise":   {"application/json; charset=iso-8859-1", strings.ReplaceAll(latin, "\xe9", "é"), "Clé API incorrecte"},
		"UTF-8 in an unknown other": {"application/json; charset=", strings.ReplaceAll(latin, "\xe9", "é"), "Clé API incorrecte"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			failed := rejected(t, 200, http.Header{"Content-Type": {test.contentType}}, test.body, ReasonVendor)
			expect(t, "code", failed.Code, "10")
			expect(t, "message", failed.Message, test.want)
			expect(t, "invalid key", failed.IsInvalidKey(), true)
		})
	}
}

func utf16Text(s string) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(s)) {
		b.Write(binary.BigEndian.AppendUint16(nil, unit))
	}
	return b.String()
}

// TestInterpret_RedirectCutShort proves that what can hold a secret is left out.
func TestInterpret_RedirectCutShort(t *testing.T) {
	t.Parallel()
	location := http.Header{"Location": {"https://me:pass@elsewhere.example/login?token=1#token=2"}}
	failed := rejected(t, 302, location, "", ReasonRedirect)
	expect(t, "detail", failed.Detail, "redirected to https://elsewhere.example/login")
}

func TestInterpret_NoDataWanted(t *testing.T) {
	t.Parallel()
	op := status
	op.Data = ""
	if _, failed := interpreted(&op, 200, nil, degraded, ""); failed != nil {
		t.Error(failed)
	}
}

// TestDo_LongAnswer proves that what is past the bound is not even read.
func TestDo_LongAnswer(t *testing.T) {
	t.Parallel()
	var counted counter
	bubble(t, nil, counted.dial, func(t *testing.T, w *world) {
		w.Script(status.Path, simulator.Step{Body: delivered + strings.Repeat(" ", 40<<20)})
		failed := failure(t.Context(), t, w.client, &status)
		expect(t, "reason", failed.Reason, ReasonUnreadable)
		expectContains(t, "error", failed.Error(), "HTTP 200: the answer is longer than 4 MiB")
		if read := counted.read.Load(); read > maxAnswer+64<<10 {
			t.Errorf("%d bytes were read", read)
		}
	})
}

// TestAnswer_Encoding names an encoding that nobody asked for where the answer can't be
// read, which is of more use than its bytes.
func TestAnswer_Encoding(t *testing.T) {
	t.Parallel()
	const compressed = "\x8b\x03\x80not JSON"
	for encoding, want := range map[string]string{
		"br":             `the answer has the content encoding "br", which the provider did not ask for`,
		"zstd":           `the answer has the content encoding "zstd", which the provider did not ask for`,
		"deflate, gzip":  `the answer has the content encoding "deflate, gzip", which the provider did not ask for`,
		"a\x1b" + "b":    `the answer has the content encoding "a\x1bb", which the provider did not ask for`,
		"identity":       `the answer is not in UTF-8 (its content type is unknown): it starts with "�\x03�not JSON"`,
		"":               `the answer is not in UTF-8 (its content type is unknown): it starts with "�\x03�not JSON"`,
		"br " + plainKey: `the answer has the content encoding "br [REDACTED]", which the provider did not ask for`,
	} {
		header := http.Header{"Content-Encoding": {encoding}}
		for httpStatus, reason := range map[int]Reason{200: ReasonUnreadable, 502: ReasonStatus} {
			_, failed := interpreted(&status, httpStatus, header, compressed, plainKey)
			expect(t, "reason", failed.Reason, reason)
			expect(t, encoding, failed.Detail, want)
		}
		if _, failed := interpreted(&status, 200, header, delivered, plainKey); failed != nil {
			t.Errorf("what can be read is refused: %v", failed)
		}
	}
}

package partner

import (
	"bufio"
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// witness keeps all that a call lets out: log lines, as they are and as JSON,
// the result, and every printed form of the error and of what it wraps.
type witness struct{ seen strings.Builder }

func (w *witness) logger() *slog.Logger {
	return slog.New(slog.NewJSONHandler(&w.seen, &slog.HandlerOptions{
		Level: LevelTrace,
		ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			w.seen.WriteString(a.Value.String() + "\n")
			return a
		},
	}))
}

func (w *witness) result(got values, err error) {
	fmt.Fprintf(&w.seen, "%+v %s\n", got, got)
	for ; err != nil; err = errors.Unwrap(err) {
		fmt.Fprintf(&w.seen, "%v\n%+v\n%#v\n%q\n", err, err, err, err.Error())
		if failed, ok := errors.AsType[*Error](err); ok {
			fmt.Fprintf(&w.seen, "%+v %s\n", *failed, failed.Words())
		}
	}
}

// secretOps carry the key in the query, in the body and in the path.
func secretOps() map[string]Operation {
	reading := writes["POST"]
	reading.Class = Read
	path := status
	path.Name, path.Path = "me", "/me/{apiKey}"
	return map[string]Operation{"in the query": status, "in the body": reading, "in the path": path}
}

// voiceKey has the form of Voice Partner's keys.
const voiceKey = "AbC1-dEf2GhI3-jKl4MnO5-pQr6-StU7vWx8"

func eachSecret(t *testing.T, test func(t *testing.T, op Operation, key string)) {
	t.Helper()
	for where, op := range secretOps() {
		common := plainKey
		if where == "in the path" {
			common = voiceKey
		}
		for _, key := range []string{common, hardKey} {
			t.Run("key "+where, func(t *testing.T) {
				t.Parallel()
				test(t, op, key)
			})
		}
	}
}

// TestSecret_Network is the failures in which no answer comes, on real
// connections and with the client's own transport.
func TestSecret_Network(t *testing.T) {
	t.Parallel()
	plain := httptest.NewServer(http.NotFoundHandler())
	t.Cleanup(plain.Close)
	encrypted := httptest.NewUnstartedServer(http.NotFoundHandler())
	other := httptest.NewUnstartedServer(http.NotFoundHandler())
	other.TLS = &tls.Config{NextProtos: []string{"no-http"}}
	for _, server := range []*httptest.Server{plain, encrypted, other} {
		server.Config.ErrorLog = log.New(io.Discard, "", 0)
	}
	other.StartTLS()
	t.Cleanup(other.Close)
	encrypted.StartTLS()
	t.Cleanup(encrypted.Close)
	// A port that nothing takes: one that was closed just now can be another test's already.
	const closed = "127.0.0.1:1"

	for name, test := range map[string]struct {
		base   string
		reason Reason
		want   string
	}{
		"unknown host":          {"https://sms.invalid/v1", ReasonUnreachable, ""},
		"refused connection":    {"http://" + closed, ReasonUnreachable, closed + " refused the connection"},
		"untrusted certificate": {encrypted.URL, ReasonUntrusted, "certificate signed by unknown authority"},
		"TLS spoken to none":    {strings.Replace(plain.URL, "http:", "https:", 1), ReasonUntrusted, "does not speak TLS"},
		"TLS refused":           {other.URL, ReasonUntrusted, "it refused the TLS connection: tls: no application protocol"},
		"none spoken to TLS":    {strings.Replace(encrypted.URL, "https:", "http:", 1), ReasonStatus, "HTTP 400"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			eachSecret(t, func(t *testing.T, op Operation, key string) {
				t.Helper()
				var w witness
				c := New(Config{
					Product: "SMS Partner", BaseURL: test.base, APIKey: key, RequestTimeout: 10 * time.Second, Logger: w.logger(),
				})
				failed := failure(t.Context(), t, c, &op)
				expect(t, "reason", failed.Reason, test.reason)
				expectContains(t, "error", failed.Error(), test.want)
				w.result(values{}, failed)
				expectNoSecret(t, "the call", w.seen.String(), key)
			})
		})
	}
}

// TestSecret_Faults is the other failures that end with little or no answer.
func TestSecret_Faults(t *testing.T) {
	t.Parallel()
	for _, faults := range []map[string]fault{passing, lasting} {
		for name, fault := range faults {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				eachSecret(t, func(t *testing.T, op Operation, key string) {
					t.Helper()
					var w witness
					change := func(c *Config) {
						fault.config(1)(c)
						c.APIKey, c.Logger = key, w.logger()
					}
					bubble(t, change, fault.dial, func(t *testing.T, world *world) {
						w.result(values{}, fault.meet(t, world, &op))
					})
					expectNoSecret(t, "the call", w.seen.String(), key)
				})
			})
		}
	}
}

// echoes are answers that repeat a text, which holds the key.
var echoes = map[string]func(text, asJSON string) string{
	"vendor error": func(_, asJSON string) string {
		return ok(`{"success": false, "code": 10, "message": ` + asJSON + `}`)
	},
	"vendor error, HTTP 401": func(_, asJSON string) string {
		return "HTTP/1.1 401 No\r\n\r\n" + `{"success": false, "code": ` + asJSON + `}`
	},
	"problems": func(_, asJSON string) string {
		return ok(strings.ReplaceAll(`{"code": 9, "error": $, "errors": [{"elementId": $, "phoneNumber": $, "code": $, "message": $}]}`, "$", asJSON))
	},
	"no data":         func(_, asJSON string) string { return ok(`{"success": true, "message": ` + asJSON + `}`) },
	"data":            func(_, asJSON string) string { return ok(`{"success": true, "statut": ` + asJSON + `}`) },
	"unreadable data": func(_, asJSON string) string { return ok(`{"success": true, "statut": "x", "date": ` + asJSON + `}`) },
	"wrong JSON":      func(text, _ string) string { return ok(`{"success": false, "message": "` + text + `}`) },
	"truncated JSON":  func(_, asJSON string) string { return ok(`{"message": ` + asJSON) },
	"text":            func(text, _ string) string { return ok(text) },
	"UTF-16":          func(text, _ string) string { return ok(utf16Text(text)) },
	"UTF-16, named":   func(text, _ string) string { return ok(utf16Text("{" + text)) },
	"ISO-8859-1":      func(text, _ string) string { return ok(strings.ReplaceAll(text, "é", "\xe9")) },
	"content type": func(text, _ string) string {
		return "HTTP/1.1 200 OK\r\nContent-Type: " + text + "\r\n\r\n\xff"
	},
	"HTML":          func(text, _ string) string { return ok("<html>You asked for " + text) },
	"HTML, 502":     func(text, _ string) string { return "HTTP/1.1 502 Bad\r\n\r\n<!DOCTYPE html><html>" + text },
	"another root":  func(text, _ string) string { return ok("<error message=\"" + text + "\"/>") },
	"XML":           func(text, _ string) string { return ok(entries("false", "10", text)) },
	"XML in CDATA":  func(text, _ string) string { return ok(entries("false", "10", "<![CDATA["+text+"]]>")) },
	"XML problems":  func(text, _ string) string { return ok(entries("false", "9", group("entry", text, text))) },
	"XML, an entry": func(text, _ string) string { return ok("<result><entry " + text) },
	"XML, a name":   func(text, _ string) string { return ok("<result><x" + bare(text) + "></result>") },
	"XML, an entity": func(text, _ string) string {
		return ok("<result><entry>&x" + bare(text) + ";</entry></result>")
	},
	"XML, a group": func(text, _ string) string {
		return ok("<result><entry>false</entry><x" + bare(text) + "><entry/></x" + bare(text) + "></result>")
	},
	"redirect": func(text, _ string) string {
		return "HTTP/1.1 302 Found\r\nLocation: https://elsewhere.example/" + bare(text) + "?q=" + text + "\r\n\r\n"
	},
	"redirect, user": func(text, _ string) string { return "HTTP/1.1 302 Found\r\nLocation: //" + bare(text) + "@x\r\n\r\n" },
	"redirect, host": func(text, _ string) string { return "HTTP/1.1 302 Found\r\nLocation: //" + bare(text) + "/\r\n\r\n" },
	"redirect, long": func(text, _ string) string {
		return "HTTP/1.1 302 Found\r\nLocation: /" + strings.Repeat("x", 180) + bare(text) + "\r\n\r\n"
	},
	"redirect, wrong": func(text, _ string) string { return "HTTP/1.1 302 Found\r\nLocation: :" + text + "\r\n\r\n" },
	"retry after":     func(text, _ string) string { return "HTTP/1.1 503 No\r\nRetry-After: " + text + "\r\n\r\n" },
	"status text":     func(text, _ string) string { return "HTTP/1.1 500 " + text + "\r\n\r\n" },
	"status code":     func(text, _ string) string { return "HTTP/1.1 " + text + " OK\r\n\r\n" },
	"no HTTP":         func(text, _ string) string { return text + "\r\n\r\n" },
	"no header":       func(text, _ string) string { return "HTTP/1.1 200 OK\r\n" + text + "\r\n\r\n" },
	"wrong length":    func(text, _ string) string { return "HTTP/1.1 200 OK\r\nContent-Length: " + text + "\r\n\r\n" },
	"wrong encoding":  func(text, _ string) string { return "HTTP/1.1 200 OK\r\nTransfer-Encoding: " + text + "\r\n\r\n" },
	"wrong chunk": func(text, _ string) string {
		return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + text + "\r\n"
	},
	"cut in a log line": func(text, _ string) string {
		return ok(strings.Repeat("x", maxLogged-20-strings.Index(text, "=")) + text)
	},
	"cut in an excerpt": func(text, _ string) string { return ok(strings.Repeat("x", 60-strings.Index(text, "=")) + text) },
}

// bare is the key alone, of a text that an echo is given.
func bare(text string) string { return text[strings.Index(text, "=")+1:] }

func ok(body string) string { return "HTTP/1.1 200 OK\r\n\r\n" + body }

// TestSecret_Echoed has servers repeat the key, in every spelling that they are
// known to use, wherever something of an answer gets into results and errors.
func TestSecret_Echoed(t *testing.T) {
	t.Parallel()
	for name, echo := range echoes {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			eachSecret(t, func(t *testing.T, op Operation, key string) {
				t.Helper()
				var w witness
				change := func(c *Config) { c.APIKey, c.Logger = key, w.logger() }
				var raw string
				answer := func(ctx context.Context, number int64, open simulator.Dial) (net.Conn, error) {
					return says(raw)(ctx, number, open)
				}
				bubble(t, change, answer, func(t *testing.T, world *world) {
					for spelling := range uniqueSpellings(key) {
						text := "GET /v1/me?apiKey=" + spelling
						asJSON, err := json.Marshal(text)
						if err != nil {
							t.Fatal(err)
						}
						raw = echo(text, string(asJSON))
						w.seen.Reset()
						w.result(call(t.Context(), world.client, &op))
						expectContains(t, "what is let out", w.seen.String(), "Asking the vendor")
						expectNoSecret(t, "the call", w.seen.String(), key)
					}
				})
			})
		})
	}
}

func uniqueSpellings(key string) map[string]bool {
	unique := map[string]bool{}
	for _, spelling := range spelled(key) {
		unique[spelling] = true
	}
	return unique
}

// says is a dialer to a server that gives one answer, as it stands.
func says(raw string) dialer {
	return func(context.Context, int64, simulator.Dial) (net.Conn, error) {
		ours, theirs := net.Pipe()
		go func() {
			defer theirs.Close() //nolint:errcheck // the end of the exchange
			request, err := http.ReadRequest(bufio.NewReader(theirs))
			if err != nil {
				return
			}
			if _, err := io.Copy(io.Discard, request.Body); err == nil {
				_, _ = io.WriteString(theirs, raw)
			}
		}()
		return ours, nil
	}
}

// TestSecret_Witness proves that the tests above would see a key: what the
// client logs of a call shows where it was.
func TestSecret_Witness(t *testing.T) {
	t.Parallel()
	var w witness
	change := func(c *Config) { c.Logger = w.logger() }
	bubble(t, change, says(ok(`{"success": true, "statut": "`+simulator.DefaultAPIKey+`", "code": 7}`)), func(t *testing.T, world *world) {
		w.result(call(t.Context(), world.client, &status))
	})
	for _, want := range []string{
		"\nhttp://127.0.0.1:1/v1/message-status?apiKey=[REDACTED]&messageId=1111",
		"\n" + `{"success": true, "statut": "[REDACTED]", "code": 7}` + "\n",
		`"level":"DEBUG-4"`,
		`"operation":"message-status"`,
	} {
		expectContains(t, "log", w.seen.String(), want)
	}
}

func TestLog_Nothing(t *testing.T) {
	t.Parallel()
	bubble(t, func(c *Config) { c.Logger = nil }, nil, func(t *testing.T, w *world) {
		if _, err := call(t.Context(), w.client, &status); err != nil {
			t.Error(err)
		}
	})
}

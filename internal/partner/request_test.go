package partner

import (
	"net/http"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// hardKey has a character of each kind that URLs, JSON, HTML or Go's quotes
// escape.
const hardKey = `k+9/&="<>é'%41\n;~?#y€😀`

func TestRequest_InQuery(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*Config){
		"base URL":                func(c *Config) { c.UserAgent = "test/1" },
		"base URL with a slash":   func(c *Config) { c.UserAgent = "test/1"; c.BaseURL += "/" },
		"base URL with two of it": func(c *Config) { c.UserAgent = "test/1"; c.BaseURL += "//" },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble(t, change, nil, func(t *testing.T, w *world) {
				if _, err := call(t.Context(), w.client, &status); err != nil {
					t.Fatal(err)
				}
				request := w.Requests()[0]
				expect(t, "method", request.Method, http.MethodGet)
				expect(t, "path", request.Path, "/v1/message-status")
				expect(t, "query", request.Query.Encode(),
					"apiKey="+simulator.DefaultAPIKey+"&messageId=1111&phoneNumber=%2B33600000000")
				expect(t, "body", string(request.Body), "")
				expect(t, "user agent", request.Header.Get("User-Agent"), "test/1")
				expect(t, "content type", request.Header.Get("Content-Type"), "")
			})
		})
	}
}

func TestRequest_HardKey(t *testing.T) {
	t.Parallel()
	op := writes["POST"]
	bubble(t, func(c *Config) { c.APIKey = hardKey }, nil, func(t *testing.T, w *world) {
		for _, op := range []*Operation{&status, &op} {
			w.Script(op.Path, simulator.Step{Body: delivered})
			if _, err := call(t.Context(), w.client, op); err != nil {
				t.Fatal(err)
			}
		}
		expect(t, "key in the query", w.Requests()[0].Query.Get("apiKey"), hardKey)
		expect(t, "body", string(w.Requests()[1].Body),
			`{"apiKey":"k+9/\u0026=\"\u003c\u003eé'%41\\n;~?#y€😀","messageId":"1111","phoneNumber":"+33600000000"}`)
	})
}

// TestRequest_InBody proves that hour 0 and other zeros do not vanish, and that
// the caller's parameters stay as they are.
func TestRequest_InBody(t *testing.T) {
	t.Parallel()
	op := writes["POST"]
	bubble(t, nil, nil, func(t *testing.T, w *world) {
		w.Script(op.Path, simulator.Step{Body: delivered})
		params := Params{"time": 0, "minute": 0, "isStopSms": false, "sender": "", "_format": JSON}
		if _, err := Do(t.Context(), w.client, &op, params, decodeValues); err != nil {
			t.Fatal(err)
		}
		request := w.Requests()[0]
		expect(t, "method", request.Method, http.MethodPost)
		expect(t, "query", request.Query.Encode(), "")
		expect(t, "content type", request.Header.Get("Content-Type"), "application/json")
		expect(t, "body", string(request.Body), `{"_format":"json","apiKey":"`+simulator.DefaultAPIKey+`","isStopSms":false,"minute":0,"sender":"","time":0}`)
		expect(t, "parameters", len(params), 5)
	})
}

// TestRequest_Impossible proves that an address that net/http does not take is
// told without the key that is part of it.
func TestRequest_Impossible(t *testing.T) {
	t.Parallel()
	for name, base := range map[string]string{
		"base URL":  "https://sms.example\x7f/v1",
		"no scheme": "sms.example/v1",
		"scheme":    "://sms.example/v1",
	} {
		for _, key := range []string{plainKey, hardKey} {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				c := New(Config{Product: "SMS Partner", BaseURL: base, APIKey: key})
				failed := failure(t.Context(), t, c, &status)
				expect(t, "reason", failed.Reason, ReasonUnreachable)
				expect(t, "sent", failed.Sent, false)
				expectNoSecret(t, "the error", failed.Error(), key)
			})
		}
	}
}

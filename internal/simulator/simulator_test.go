package simulator

import (
	"bytes"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"
)

// read asks a product for something, and wants what a file holds.
func read(t *testing.T, c *http.Client, target, file string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, target, nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := c.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(file) //nolint:gosec // A file of the simulator's tests.
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "answer", compact(t, body), compact(t, want))
}

func compact(t *testing.T, document []byte) string {
	t.Helper()
	var b bytes.Buffer
	if err := json.Compact(&b, document); err != nil {
		t.Fatalf("%v in %q", err, document)
	}
	return b.String()
}

// readDocumented asks a server for the documented message.
func readDocumented(t *testing.T, c *http.Client, baseURL string) {
	t.Helper()
	read(t, c, baseURL+"/message-status?apiKey="+DefaultAPIKey+"&messageId=1111&phoneNumber=0600000000", "sms/testdata/message_status.json")
}

func expect(t *testing.T, what string, got, want any) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\n got %v\nwant %v", what, got, want)
	}
}

// spy is a test whose end a test can bring about.
type spy struct {
	*testing.T
	cleanups []func()
}

func (s *spy) Cleanup(f func()) { s.cleanups = append(s.cleanups, f) }

func TestStart(t *testing.T) {
	t.Parallel()
	inner := &spy{T: t}
	s, baseURL := Start(inner, Options{})
	if !strings.HasPrefix(baseURL, "http://127.0.0.1:") || !strings.HasSuffix(baseURL, "/v1") {
		t.Errorf("the base URL is %s", baseURL)
	}
	expect(t, "connections at the start", s.Connections(), 0)
	transport := &http.Transport{}
	c := &http.Client{Transport: transport}
	readDocumented(t, c, baseURL)
	readDocumented(t, c, baseURL)
	expect(t, "connections of one client", s.Connections(), 1)
	transport.CloseIdleConnections()
	readDocumented(t, c, baseURL)
	expect(t, "connections after closing it", s.Connections(), 2)
	transport.CloseIdleConnections()

	expect(t, "cleanups", len(inner.cleanups), 1)
	inner.cleanups[0]()
	var dialer net.Dialer
	address := strings.TrimSuffix(strings.TrimPrefix(baseURL, "http://"), BasePath)
	if conn, err := dialer.DialContext(t.Context(), "tcp", address); err == nil {
		_ = conn.Close()
		t.Error("the server outlives the test")
	}
}

// The three products of one simulator: each at its own address, with its own key,
// requests, scripts and credits, and on one clock.
func TestStartAll(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, time.July, 1, 12, 0, 0, 0, time.UTC)
	const voiceKey, mailKey = "aB3d-Ef5h-Jk7m", "mail"
	s, server := StartAll(t, Options{VoiceAPIKey: voiceKey, MailAPIKey: mailKey, Now: func() time.Time { return now }})
	transport := &http.Transport{}
	defer transport.CloseIdleConnections()
	c := &http.Client{Transport: transport}
	read(t, c, server.URL+"/me?apiKey="+DefaultAPIKey, "sms/testdata/me.json")
	read(t, c, server.VoiceURL+"/me/"+voiceKey, "voice/testdata/me.json")
	read(t, c, server.MailURL+"/me?apiKey="+mailKey, "mail/testdata/me.json")
	expect(t, "requests to SMS Partner", len(s.Requests()), 1)
	expect(t, "requests to Voice Partner", len(s.Voice.Requests("/me/{apiKey}")), 1)
	expect(t, "requests to Mail Partner", len(s.Mail.Requests("/me")), 1)
	expect(t, "violations", len(s.Violations()), 0)

	read(t, c, server.MailURL+"/me?apiKey="+mailKey+"&stray=1", "mail/testdata/me.json")
	expect(t, "violation", strings.Join(s.Violations(), "\n"), `GET /v1/me: unknown parameter "stray"`)
	s.Advance(time.Hour)
	for product, at := range map[string]time.Time{"SMS": s.Now(), "Voice": s.Voice.Now(), "Mail": s.Mail.Now()} {
		expect(t, "clock of "+product+" Partner", at, now.Add(time.Hour))
	}
}

// A simulator that cannot have one of its addresses has none.
func TestListen_OneRefused(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	server, err := s.Listen(t.Context(), Addresses{})
	if err != nil {
		t.Fatal(err)
	}
	taken := strings.TrimSuffix(strings.TrimPrefix(server.MailURL, "http://"), BasePath)
	if _, err := New(Options{}).Listen(t.Context(), Addresses{Mail: taken}); err == nil {
		t.Error("listens twice on one address")
	}
	if err := server.Close(); err != nil {
		t.Error(err)
	}
	server.Wait(t.Context()) // Returns: the products have ended.
}

package mail

import (
	"bytes"
	"log/slog"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// A line names the mail, the tag, the addresses, cut short, and the statuses. Texts and keys
// are in none.
func TestLog(t *testing.T) {
	t.Parallel()
	const secret = "Secr3t-of-the-account"
	var log bytes.Buffer
	a := New(Options{Options: wire.Options{
		APIKey: secret, Log: slog.New(slog.NewTextHandler(&log, nil)), Now: func() time.Time { return noon },
	}})
	params := to("alice@example.com", "bob@example.com", "x", "carol@example.com", secret+"@example.com")
	send(t, a, "apiKey", secret, "params", to("alice@example.com", "pending@example.com", "carol@example.com"), "tag", "report")
	send(t, a, "apiKey", secret, "params", params)
	send(t, a, "apiKey", secret, "to", list{object{"email": secret + "@example.com"}})
	get(t, a, "/bulk-status?apiKey="+secret+"&messageId=300")
	get(t, a, "/message-cancel?apiKey=wrong&messageId=300")
	get(t, a, "/message-cancel?apiKey="+secret+"&messageId="+secret)
	text := regexp.MustCompile(`(?m)^time=\S+ level=INFO msg=request | took=\S+$`).ReplaceAllString(log.String(), "")
	want := strings.Join([]string{
		`method=POST path=/v1/send status=200 code=200 mail=300 tag=report recipient="ali...@example.com, pen...@example.com, car...@example.com" scripted=false violations=0`,
		`method=POST path=/v1/send status=200 code=19 recipient="ali...@example.com, ...@example.com, ... and 2 more" scripted=false violations=1`,
		`method=POST path=/v1/send status=200 code=200 mail=301 recipient="...@example.com, ...@example.com" scripted=false violations=1`,
		`method=GET path=/v1/bulk-status status=200 code=200 mail=300 status="Delivered (2), Pending" scripted=false violations=0`,
		`method=GET path=/v1/message-cancel status=200 code=10 mail=300 scripted=false violations=0`,
		`method=GET path=/v1/message-cancel status=200 code=4 mail=*** scripted=false violations=0`,
	}, "\n") + "\n"
	expect(t, "log", text, want)
	for _, hidden := range []string{secret, "wrong", "alice", "Bonjour", "Salut"} {
		expect(t, hidden, strings.Contains(log.String()+strings.Join(a.Violations(), "\n"), hidden), false)
	}
}

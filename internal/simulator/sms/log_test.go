package sms

import (
	"bytes"
	"log/slog"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// logged returns the lines of the log without what varies.
func logged(log *bytes.Buffer) []string {
	text := regexp.MustCompile(`(?m)^time=\S+ level=INFO msg=request | took=\S+$`).ReplaceAllString(log.String(), "")
	return strings.Split(strings.TrimSuffix(text, "\n"), "\n")
}

func TestLog(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	s := New(Options{Options: wire.Options{Log: slog.New(slog.NewTextHandler(&log, nil))}})
	get(t, s, messageStatusPath, statusQuery())
	get(t, s, messageStatusPath, statusQuery("messageId", "5", "extra", "1"))
	post(t, s, sendPath, sendBody(t, "phoneNumbers", "+33600000001,0600000090,+33600000003,+33600000004,+33600000005", "tag", "promo1"))
	get(t, s, bulkStatusPath, query("messageId", "1112"))
	get(t, s, byTagPath, query("tag", "promo1"))
	post(t, s, multiStatusPath, listBody(`[{"phoneNumber": "+33600000001", "messageId": 1112}, {"phoneNumber": "+33600000001", "messageId": 7}]`))
	post(t, s, bulkPath, bulkBody(t, []string{"0600000001", "m", "0600000002", "m"}))
	post(t, s, vnPath, longNumberBody(t))
	get(t, s, cancelPath, query("messageId", "1112"))
	get(t, s, mePath, query())
	s.Script("/send", wire.Step{Status: 502})
	post(t, s, sendPath, sendBody(t))
	get(t, s, wire.BasePath+"/nothing/+33600000001", nil)
	want := []string{
		`method=GET path=/v1/message-status status=200 code=200 message=1111 number=06...00 statut=Delivered scripted=false violations=0`,
		`method=GET path=/v1/message-status status=200 code=4 message=5 number=06...00 scripted=false violations=1`,
		`method=POST path=/v1/send status=200 code=200 message=1112 tag=promo1 number="+33...01, 06...90, +33...03 and 2 more" scripted=false violations=0`,
		`method=GET path=/v1/bulk-status status=200 code=200 message=1112 statut="Delivered (4), Not delivered" scripted=false violations=0`,
		`method=GET path=/v1/bulk-status-by-tag status=200 code=200 tag=promo1 statut="Delivered (4), Not delivered" scripted=false violations=0`,
		`method=POST path=/v1/multi-status status=200 code=200 message="1112, 7" number="+33...01, +33...01" statut="Delivered, Numéro introuvable" scripted=false violations=0`,
		`method=POST path=/v1/bulk-send status=200 code=200 message=1113 number="06...01, 06...02" scripted=false violations=0`,
		`method=POST path=/v1/vn/send status=200 code=200 message=1114 number=33...01 scripted=false violations=0`,
		`method=GET path=/v1/message-cancel status=200 code=7 message=1112 scripted=false violations=0`,
		`method=GET path=/v1/me status=200 code=200 scripted=false violations=0`,
		`method=POST path=/v1/send status=502 code=0 number=+33...01 scripted=true violations=0`,
		`method=GET path=/v1/nothing/+33...01 status=404 code=0 scripted=false violations=1`,
	}
	lines := logged(&log)
	expect(t, "lines", len(lines), len(want))
	for i, line := range lines {
		expect(t, "line", line, want[i])
	}
}

// Wherever a number stands, the log cuts it short.
func TestLog_NoWholeNumber(t *testing.T) {
	t.Parallel()
	for _, number := range []string{
		"+33600000001", "0600000001", "0033600000001", "33600000001", " 33600000001", "+33 6 00 00 00 01", "06.00.00.00.01", "06-00-00-00-01",
		"+1234567", "1234567", "+999999999999999", "0600000001;0600000001", "0600000001/0600000001",
	} {
		var log bytes.Buffer
		s := New(Options{Options: wire.Options{Log: slog.New(slog.NewTextHandler(&log, nil))}})
		get(t, s, messageStatusPath, statusQuery("phoneNumber", number))
		post(t, s, sendPath, sendBody(t, "phoneNumbers", number+","+number))
		post(t, s, vnPath, longNumberBody(t, "to", number))
		post(t, s, bulkPath, bulkBody(t, []string{number, "m " + number}))
		post(t, s, multiStatusPath, listBody(`[{"phoneNumber": "`+number+`", "messageId": 1}]`))
		if len(number) > 8 { // Fewer digits are an id.
			get(t, s, messageStatusPath, statusQuery("messageId", number))
			get(t, s, byTagPath, query("tag", number))
			post(t, s, sendPath, sendBody(t, "tag", "t"+number))
		}
		if text := log.String(); strings.Contains(text, strings.TrimSpace(number)) || regexp.MustCompile(`[^.]\b[0-9]{10}`).MatchString(strings.Join(logged(&log), "\n")) {
			t.Errorf("%s stands in the log:\n%s", number, text)
		}
	}
}

// What was sent for something else does not fill the log either.
func TestLog_LongValues(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	s := New(Options{Options: wire.Options{APIKey: "a,b", Log: slog.New(slog.NewTextHandler(&log, nil))}})
	get(t, s, byTagPath, query("tag", strings.Repeat("é", 1<<14)))
	ask(t, s, http.MethodGet, wire.BasePath+"/"+strings.Repeat("x", 1<<14), "")
	post(t, s, sendPath, sendBody(t, "apiKey", "a,b", "phoneNumbers", "a,b,"+numbers(500), "tag", "a,b"))
	lines := logged(&log)
	expect(t, "lines", len(lines), 3)
	expectFields(t, lines[0], "tag="+strings.Repeat("é", 40)+"... ")
	for _, line := range lines {
		if len(line) > 300 {
			t.Errorf("a line of %d bytes: %s", len(line), line)
		}
	}
	if strings.Contains(log.String(), "a,b") {
		t.Errorf("the key stands in %s", lines[2])
	}
	expectFields(t, lines[2], `tag=***`, `number="..., +33...00, +33...00 and 498 more"`)
}

package mail

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/mail"
)

// scheduled is a mail that can be cancelled for years.
var scheduled = SendRequest{
	Subject: "Bonjour", HTMLContent: "<p>Salut #FIRSTNAME#</p>",
	To:        []Address{{Email: "a@example.com", Name: "A"}, {Email: "b@example.com"}},
	Scheduled: time.Date(2040, 9, 25, 12, 0, 0, 0, partner.Paris),
}

func text(content string) *partner.File {
	return partner.NewFile(int64(len(content)), func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(content)), nil })
}

// The request is the documented one, with what the sample does not show where the
// documentation most likely wants it, and zeros.
func TestSend(t *testing.T) {
	t.Parallel()
	s, c := serve(t, simulator.Options{}, simulator.DefaultAPIKey)
	full := scheduled
	full.ReplyTo = &Address{Email: "ops@example.com", Name: "Ops"}
	full.Variables = map[string]string{"FIRSTNAME": "Ada"}
	full.Attachments = []Attachment{{"a", "text/csv", text("one")}, {"b", "text/plain", text("two")}}
	full.Tag, full.Sandbox = "deploy", new(true)
	for _, r := range []SendRequest{scheduled, full} {
		if _, err := c.Send(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	requests := s.Mail.Requests("send")
	expect(t, "sample", body(t, requests[0]), `{"htmlContent":"\u003cp\u003eSalut #FIRSTNAME#\u003c/p\u003e","minute":0,"params":{"to":[{"email":"a@example.com","name":"A"},{"email":"b@example.com"}]},`+
		`"scheduledDeliveryDate":"25/09/2040","subject":"Bonjour","time":12}`)
	expect(t, "full", body(t, requests[1]), `{"attachments":[{"base64Content":"b25l","contentType":"text/csv","filename":"a"},{"base64Content":"dHdv","contentType":"text/plain","filename":"b"}],`+
		`"htmlContent":"\u003cp\u003eSalut #FIRSTNAME#\u003c/p\u003e","minute":0,"params":{"to":[{"email":"a@example.com","name":"A"},{"email":"b@example.com"}]},`+
		`"replyTo":{"email":"ops@example.com","name":"Ops"},"sandbox":1,"scheduledDeliveryDate":"25/09/2040","subject":"Bonjour","tag":"deploy","time":12,"variables":{"FIRSTNAME":"Ada"}}`)
	expectNoViolations(t, s)
}

// What the vendor said is read in each form that it may have.
func TestSend_Answers(t *testing.T) {
	t.Parallel()
	for answer, want := range map[string]string{
		`{"success":true,"code":200,"messageId":"xxx","nbMail":2,"cost":2,"currency":"EUR","scheduledDeliveryDate":"2030-09-25 12:00:00"}`: `xxx 2 2 EUR 2030-09-25T12:00:00+02:00 []`,
		`{"success":true,"code":"200","messageId":300,"nbMail":"1","cost":"0,5"}`:                                                          `300 1 0.5 - - []`,
		`{"success":true,"message_id":300}`:                                             `300 - - - - []`,
		`{"success":true,"messageId":"300","cost":"frei","scheduledDeliveryDate":null}`: `300 - - - - ["cost" holds "frei", which is not a number]`,
	} {
		s, c := serve(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Mail.Script("send", simulator.Step{Body: answer})
		got, err := c.Send(t.Context(), scheduled)
		if err != nil {
			t.Fatal(err)
		}
		said := []any{got.MessageID, "-", "-", "-", "-", got.Unread}
		if got.NbMail != nil {
			said[1] = *got.NbMail
		}
		if got.Cost != nil {
			said[2] = got.Cost.Text('f', -1)
		}
		if got.Currency != nil {
			said[3] = *got.Currency
		}
		if got.Scheduled != nil {
			said[4] = got.Scheduled.Format(time.RFC3339)
		}
		expect(t, answer, strings.TrimSuffix(fmt.Sprintln(said...), "\n"), want)
	}
}

// A part that the vendor did not see beside "params" is sent inside, once, and only after a
// certain refusal that says so.
func TestSend_Places(t *testing.T) {
	t.Parallel()
	r := SendRequest{Subject: "x", HTMLContent: "y", To: []Address{{Email: "a@example.com"}}}
	withReply, withFile := r, r
	withReply.ReplyTo = &Address{Email: "ops@example.com"}
	withFile.Attachments = []Attachment{{"a", "text/csv", text("one")}}
	for name, test := range map[string]struct {
		r        SendRequest
		step     simulator.Step
		requests int
		code     string
	}{
		"no reply address":             {withReply, simulator.Step{Body: `{"success":false,"code":23}`, Repeat: true}, 2, "23"},
		"no reply address, none sent":  {r, simulator.Step{Body: `{"success":false,"code":23}`, Repeat: true}, 1, "23"},
		"a wrong reply address":        {withReply, simulator.Step{Body: `{"success":false,"code":24}`, Repeat: true}, 1, "24"},
		"no reply address, but an id":  {withReply, simulator.Step{Body: `{"success":false,"code":23,"messageId":"5"}`, Repeat: true}, 1, "23"},
		"no attachment name":           {withFile, simulator.Step{Body: `{"success":false,"code":16}`, Repeat: true}, 2, "16"},
		"no attachment name, no file":  {withReply, simulator.Step{Body: `{"success":false,"code":16}`, Repeat: true}, 1, "16"},
		"an attachment address":        {withFile, simulator.Step{Body: `{"success":false,"code":8}`, Repeat: true}, 1, "8"},
		"no recipients":                {r, simulator.Step{Body: `{"success":false,"code":22}`, Repeat: true}, 2, "22"},
		"no recipients, but an id":     {r, simulator.Step{Body: `{"success":false,"code":22,"messageId":"5"}`, Repeat: true}, 1, "22"},
		"no recipient address":         {r, simulator.Step{Body: `{"success":false,"code":18}`, Repeat: true}, 1, "18"},
		"no reply address, HTTP error": {withReply, simulator.Step{Status: 400, Body: `{"success":false,"code":23}`, Repeat: true}, 2, "23"},
	} {
		s, c := serve(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Mail.Script("send", test.step)
		_, err := c.Send(t.Context(), test.r)
		failed := failure(t, err, "send", partner.ReasonVendor)
		expect(t, name+": code", failed.Code, test.code)
		expect(t, name+": requests", len(s.Mail.Requests()), test.requests)
	}
}

// The table of the page has the recipients beside "params", unlike all samples.
func TestSend_RecipientsAtTop(t *testing.T) {
	t.Parallel()
	s, c := serve(t, simulator.Options{MailVariant: simulated.Variant{PlaceForms: simulated.PlaceForms{ToPlace: simulated.AtTop, ReplyToPlace: simulated.Either}}}, simulator.DefaultAPIKey)
	r := SendRequest{Subject: "x", HTMLContent: "y", To: []Address{{Email: "a@example.com"}}, ReplyTo: &Address{Email: "ops@example.com"}}
	if _, err := c.Send(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	expect(t, "mails", len(s.Mail.Mails()), 1)
	requests := s.Mail.Requests()
	expect(t, "requests", len(requests), 2)
	expect(t, "last", body(t, requests[1]), `{"htmlContent":"y","replyTo":{"email":"ops@example.com"},"subject":"x","to":[{"email":"a@example.com"}]}`)
}

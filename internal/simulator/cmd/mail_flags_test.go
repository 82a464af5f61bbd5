package main

import (
	"errors"
	"flag"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// Each switch of Mail Partner has a flag.
func TestDeclareMailVariant_All(t *testing.T) {
	t.Parallel()
	variant := (&settings{}).MailVariant
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	declare(flags, &variant)
	ofAnyKind := []string{"true", "1s", "1", "either", "letters"} // One of these suits each flag.
	flags.VisitAll(func(f *flag.Flag) {
		if !strings.HasPrefix(f.Name, "mail-") {
			t.Errorf("the name of %s does not tell the product", f.Name)
		}
		if !slices.ContainsFunc(ofAnyKind, func(value string) bool { return f.Value.Set(value) == nil }) {
			t.Errorf("%s takes none of %q", f.Name, ofAnyKind)
		}
	})
	for forms, values := range reflect.ValueOf(variant).Fields() {
		for field, value := range values.Fields() {
			if value.IsZero() {
				t.Errorf("no flag sets %s of %s", field.Name, forms.Name)
			}
		}
	}
}

// Each flag changes what one request is answered.
func TestRun_MailFlags(t *testing.T) {
	t.Parallel()
	const texts = `"subject": "s", "htmlContent": "h", `
	const mail = texts + `"params": {"to": [{"email": "a@example.com"}]}`
	const file = mail + `, "attachments": [{"base64Content": "AAAA", "contentType": "text/csv", "filename": "f"}]`
	for _, test := range []struct {
		flags                  []string
		members, without, with string
	}{
		{[]string{"-mail-to", "top"}, texts + `"to": [{"email": "a@example.com"}]`, `"code": 22`, `"nbMail": 1`},
		{[]string{"-mail-reply-to", "params"}, mail + `, "replyTo": {"email": "x"}`, `"code": 24`, `"nbMail": 1`},
		{[]string{"-mail-variables", "params"}, mail + `, "variables": {"A": 1}`, `"code": 9`, `"nbMail": 1`},
		{[]string{"-mail-attachments", "params"}, mail + `, "attachments": [{}]`, `"code": 16`, `"nbMail": 1`},
		{[]string{"-mail-attachment-types", "text/plain,application/pdf"}, file, `"nbMail": 1`, `"code": 9`},
		{[]string{"-mail-attachment-types", "text/plain,text/csv"}, file, `"nbMail": 1`, `"nbMail": 1`},
		{[]string{"-mail-message-id", "number"}, mail, `"messageId": "300"`, `"messageId": 300`},
		{[]string{"-mail-date-always"}, mail, `"nbMail": 1`, `scheduledDeliveryDate`},
		{[]string{"-mail-no-sender"}, mail, `"nbMail": 1`, `"code": 4`},
		{[]string{"-mail-sandbox-free"}, mail + `, "sandbox": 1`, `"cost": 1`, `"cost": 0`},
		{[]string{"-english"}, texts + `"params": {}`, "La liste des destinataires", "The recipient list is required"},
	} {
		for want, flags := range map[string][]string{test.without: nil, test.with: test.flags} {
			if test.without == test.with {
				flags = test.flags
			}
			urls, stop := startAll(t, io.Discard, flags...)
			_, body := exchange(t, urls["MAILPARTNER_BASE_URL"], "/send", "", test.members)
			stop()
			if !strings.Contains(body, want) {
				t.Errorf("with %v: no %s in %s", flags, want, body)
			}
		}
	}
}

// The delays of the program are those of mails too.
func TestRun_MailDelays(t *testing.T) {
	t.Parallel()
	for want, flags := range map[string][]string{
		`"status": "Delivered"`: {"-delivery-delay", "0"},
		`"status": "Pending"`:   {"-delivery-delay", "1h"},
		`"status": "Sent"`:      {"-delivery-delay", "1h", "-mail-waiting-status", "Sent"},
		`"code": 4`:             {"-listing-delay", "1h"},
	} {
		urls, stop := startAll(t, io.Discard, flags...)
		exchange(t, urls["MAILPARTNER_BASE_URL"], "/send", "", `"subject": "s", "htmlContent": "h", "params": {"to": [{"email": "a@example.com"}]}`)
		_, body := exchange(t, urls["MAILPARTNER_BASE_URL"], "/bulk-status", "messageId=300", "")
		stop()
		if !strings.Contains(body, want) {
			t.Errorf("with %v: no %s in %s", flags, want, body)
		}
	}
}

func TestRun_MailHelp(t *testing.T) {
	t.Parallel()
	var stderr strings.Builder
	if err := run(t.Context(), []string{"-help"}, io.Discard, &stderr); !errors.Is(err, flag.ErrHelp) {
		t.Errorf("the help ends with %v", err)
	}
	for _, want := range []string{simulator.MailHelp(), "-mail-to place", "-mail-message-id form", "-mail-attachment-types types", "-mail-waiting-status word"} {
		if !strings.Contains(stderr.String(), want) {
			t.Errorf("the help does not mention %q", want)
		}
	}
}

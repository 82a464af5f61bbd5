package main

import (
	"flag"
	"io"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// Each flag changes what one request is answered.
func TestRun_SendFlags(t *testing.T) {
	t.Parallel()
	const to = `"phoneNumbers": "+33600000001", "message": "m"`
	const landline = `"phoneNumbers": "+33140000000", "message": "m"`
	const failing = `"SMSList": [{"phoneNumber": "+33600000001", "message": "m"}, {"phoneNumber": "+33600000001", "message": "m"}]`
	for _, test := range []struct {
		flags                        []string
		path, members, without, with string
	}{
		{[]string{"-balance", "0.037"}, "/send", to, `"success": true`, `"code": 11`},
		{[]string{"-stop", "0600000005,0600000001"}, "/send", to, `"success": true`, `"code": 14`},
		{[]string{"-senders", "ACME,OTHER"}, "/send", to + `, "sender": "FREE"`, `"success": true`, `"code": 992`},
		{[]string{"-no-low-cost"}, "/send", to + `, "gamme": 2`, `"success": true`, `"code": 51`},
		{[]string{"-marketing"}, "/send", strings.Replace(to, `"m"`, `"`+strings.Repeat("m", 150)+`"`, 1) + `, "scheduledDeliveryDate": "21/10/2030", "time": 9, "minute": 0`, `"nb_sms": 1`, `"nb_sms": 2`},
		{[]string{"-single-codes"}, "/send", `"phoneNumbers": "+33600000001"`, `"code": 9`, `"code": 43`},
		{[]string{"-not-mobile-details"}, "/send", landline, `"code": 9`, `"message": "Aucun numero a envoyer"`},
		{[]string{"-not-mobile-details", "-not-mobile-old-text"}, "/send", landline, `"code": 9`, `"message": "Aucun prix par default`},
		{[]string{"-not-mobile-details", "-detail-numbers"}, "/send", landline, `"code": 9`, `"phoneNumber": "+33140000000"`},
		{[]string{"-errors-as-text"}, "/send", `"phoneNumbers": "+33600000001"`, `"elementId"`, `"error": "Le message est requis"`},
		{[]string{"-balance", "0", "-no-credits-object"}, "/send", to, `"success": true`, `NOCREDITS`},
		{[]string{"-strict-clock"}, "/send", to + `, "scheduledDeliveryDate": "21/10/2030", "time": 9, "minute": 0`, `"success": true`, `"code": 9`},
		{[]string{"-sandbox-without-id"}, "/send", to + `, "sandbox": 1`, `message_id`, `"nb_sms": 1`},
		{[]string{"-sandbox-free"}, "/send", to + `, "sandbox": 1`, `"cost": 0.038`, `"cost": 0,`},
		{[]string{"-item-code-as-string"}, "/bulk-send", failing, `"code": 15`, `"code": "15"`},
		{[]string{"-no-item-message"}, "/bulk-send", failing, `"message": "Le num`, `"code": 15`},
		{[]string{"-no-item-code"}, "/bulk-send", failing, `"code": 15`, `"message": "Le num`},
		{[]string{"-marketing", "-quiet-hours-held"}, "/send", to + `, "scheduledDeliveryDate": "20/10/2030", "time": 9, "minute": 0`, `"success": true`, `"success": true`},
		{[]string{"-marketing", "-quiet-from-22"}, "/send", to + `, "scheduledDeliveryDate": "21/10/2030", "time": 21, "minute": 0`, `"success": true`, `"success": true`},
		{[]string{"-hlr-general-comma-code"}, "/hlr/notify", `"phoneNumbers": "+33600000001;+33600000002"`, `"code": 3`, `"code": 19`},
		{[]string{"-hlr-stops-left-out", "-stop", "0600000001"}, "/hlr/notify", `"phoneNumbers": "+33600000001,+33600000002"`, `"number": 2`, `"number": 1`},
	} {
		plain, stop := start(t, io.Discard)
		_, body := exchange(t, plain, test.path, "", test.members)
		stop()
		if !strings.Contains(body, test.without) {
			t.Errorf("without %v: no %s in %s", test.flags, test.without, body)
		}
		other, stop := start(t, io.Discard, test.flags...)
		_, body = exchange(t, other, test.path, "", test.members)
		stop()
		if !strings.Contains(body, test.with) || test.with != test.without && strings.Contains(body, test.without) {
			t.Errorf("with %v: no %s in %s", test.flags, test.with, body)
		}
	}
}

func TestRun_FormBodies(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		flags []string
		want  string
	}{{nil, `"code": 90`}, {[]string{"-form-bodies"}, `"code": 10`}} {
		baseURL, stop := start(t, io.Discard, test.flags...)
		body := postForm(t, baseURL+"/send", "apiKey=wrong")
		stop()
		if !strings.Contains(body, test.want) {
			t.Errorf("%v: no %s in %s", test.flags, test.want, body)
		}
	}
}

// What these flags change shows only after a send.
func TestDeclareSendVariant(t *testing.T) {
	t.Parallel()
	var got simulator.Variant
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	declare(flags, &got)
	err := flags.Parse([]string{
		"-scheduled-status", "Planned", "-cancelled-status", simulator.NotFound,
		"-sandbox-forgotten", "-reply-id-as-string", "-degraded-carried-out",
	})
	if err != nil {
		t.Fatal(err)
	}
	if got.ScheduledStatus != "Planned" || got.CancelledStatus != simulator.NotFound ||
		!got.SandboxForgotten || !got.ReplyIDAsString || !got.DegradedCarriedOut {
		t.Errorf("the variant is %+v", got)
	}
}

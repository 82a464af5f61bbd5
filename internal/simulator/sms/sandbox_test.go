package sms

import (
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

func TestSandbox(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		variant Variant
		want    string
		gone    bool
	}{
		"default":   {want: `"message_id":1112,"nb_sms":1,"cost":0.038,`},
		"no id":     {variant: Variant{SandboxForms: SandboxForms{SandboxWithoutID: true}}, want: `"code":200,"nb_sms":1,"cost":0.038,`},
		"free":      {variant: Variant{SandboxForms: SandboxForms{SandboxFree: true}}, want: `"message_id":1112,"nb_sms":1,"cost":0,`},
		"forgotten": {variant: Variant{SandboxForms: SandboxForms{SandboxForgotten: true}}, want: `"message_id":1112,"nb_sms":1,"cost":0.038,`, gone: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := newClock()
			s := New(Options{Options: wire.Options{Now: c.Now}, Variant: test.variant})
			_, body := post(t, s, sendPath, sendBody(t, "sandbox", 1, "tag", "t", "scheduledDeliveryDate", "02/07/2026", "time", 0, "minute", 0))
			expectFields(t, compact(t, body), test.want)
			expect(t, "sandbox", s.Sent()[0].Sandbox, true)
			_, credits := get(t, s, mePath, query())
			expectFields(t, credits, `"balance": "52.119"`, `"toSend": 0,`)
			_, byTag := get(t, s, byTagPath, query("tag", "t"))
			expect(t, "not found", strings.Contains(byTag, `"code": 4`), test.gone)
			_, cancelled := get(t, s, cancelPath, query("messageId", "1112"))
			expect(t, "no cancel", strings.Contains(cancelled, `"code": 4`), test.gone)
			c.advance(100 * 24 * time.Hour)
			_, statistics := get(t, s, statisticsPath, query("interval", "last_twelve_months"))
			expectFields(t, statistics, `"datas": []`)

			// A batch, and a send that is in earnest.
			_, body = post(t, s, bulkPath, bulkBody(t, []string{"0600000001", "m"}, "sandbox", "1"))
			expect(t, "id of a batch", strings.Contains(body, "message_id"), name != "no id")
			expect(t, "cost 0 of a batch", strings.Count(body, `"cost": 0,`), map[bool]int{true: 2}[name == "free"])
			_, body = post(t, s, sendPath, sendBody(t, "sandbox", 0))
			expectFields(t, body, `"message_id": 1114`, `"cost": 0.038`)
			expect(t, "statut", statut(t, s, "1114", "0600000001"), statusDelivered)
			expectNoViolations(t, s)
		})
	}
}

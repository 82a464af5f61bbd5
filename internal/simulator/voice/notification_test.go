package voice

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// hook is where notifications arrive under a fake clock.
const hook = "http://127.0.0.1:7/hook"

// notified runs a test whose account calls a receiver in memory, under a fake clock. It
// hands on what has arrived.
func notified(t *testing.T, v Variant, test func(t *testing.T, a *Account, got *[]string)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		l, dial := wire.NewPipe()
		var got []string // one call at a time
		receiver := &http.Server{ReadHeaderTimeout: time.Second, Handler: http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
			body, _ := io.ReadAll(r.Body)
			words := []string{r.Method, r.URL.String(), r.Header.Get("Content-Type")}
			got = append(got, strings.Join(append(words, strings.Fields(string(body))...), " "))
		})}
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			_ = receiver.Serve(l)
		}()
		a := New(Options{Options: wire.Options{APIKey: key, WebhookDial: dial}, DeliveryDelay: 20 * time.Second, Variant: v})
		server, _ := a.Pipe()
		test(t, a, &got)
		if err := server.Close(); err != nil {
			t.Error(err)
		}
		_ = receiver.Close()
		<-ended
	})
}

// The bubble's clock begins at midnight UTC of the first day of 2000.
func TestNotifications_VoiceSMS(t *testing.T) {
	t.Parallel()
	notified(t, Variant{}, func(t *testing.T, a *Account, got *[]string) {
		speak(t, a, "phoneNumbers", "0600000001,0600000090,0600000091,0600000092", "notifyUrl", hook, "scheduledDate", "2000-01-02 14:15:00")
		speak(t, a)
		time.Sleep(37*time.Hour + 15*time.Minute + 19*time.Second)
		synctest.Wait()
		expect(t, "calls before the end", len(a.WebhookCalls()), 0)
		time.Sleep(time.Second)
		if err := a.AwaitWebhookCalls(t.Context(), 4); err != nil {
			t.Fatal(err)
		}
		const about = `POST /hook application/json { "campaignId": "Zz9yX8wV7u", "status": `
		const sent = `"phoneNumber": "006.........", "sendAt": "2000-01-02 14:15:00", `
		const done = `"doneAt": "2000-01-02 14:15:20", `
		for i, want := range []string{
			about + `"delivered", "additionnal_status": "VOICE_ANSWERED", ` + sent + done + `"duration": 6 }`,
			about + `"undelivered", ` + sent + done + `"duration": 0 }`,
			about + `"pending", ` + sent + `"duration": 0 }`,
			about + `"delivered", "additionnal_status": "VOICE_NOT_ANSWERED", ` + sent + done + `"duration": 0 }`,
		} {
			expect(t, "notification", (*got)[i], want)
		}
		expect(t, "method", a.WebhookCalls()[0].Method, http.MethodPost)
		violated(t, a, "")
	})
}

func TestNotifications_VoiceSMSDocumented(t *testing.T) {
	t.Parallel()
	at := time.Date(2030, time.February, 2, 14, 15, 0, 0, wire.Paris)
	a := atNoon(Variant{})
	c := &Campaign{ID: "Zz9yX8wV7u", Kind: VoiceSMS, Token: audioToken, leaves: at, seconds: 63}
	forms := NotificationForms{ComplementaryFile: true}
	sameJSON(t, a.WebhookBody(forms.notification(c, number, at.Add(20*time.Second))), "tts_notification.json")
	forms = NotificationForms{NotifiedNumber: NumberFull}
	body := a.WebhookBody(forms.notification(c, number, at))
	contains(t, body, `"phoneNumber": "0033600000001"`)
	expect(t, "file", strings.Contains(body, "audioFileComplementaire"), false)
	c.Token = ""
	body = a.WebhookBody(NotificationForms{ComplementaryFile: true}.notification(c, number, at))
	expect(t, "file of a text", strings.Contains(body, "audioFileComplementaire"), false)
}

func TestNotifications_Deposits(t *testing.T) {
	t.Parallel()
	notified(t, Variant{}, func(t *testing.T, a *Account, got *[]string) {
		deposit(t, a, "phoneNumbers", "0600000001,0600000090,0600000092", "notifyUrl", hook+"?mine=1")
		deposit(t, a, "notifyUrl", hook)
		if err := a.AwaitWebhookCalls(t.Context(), 2); err != nil {
			t.Fatal(err)
		}
		time.Sleep(24 * time.Hour)
		expect(t, "calls", len(*got), 2)
		expect(t, "first", (*got)[0], "GET /hook?campaign_id=NDA_20000101_00001&campaign_token=aBcD1234&delivered_quantity=2&mine=1&total_quantity=3 ")
		expect(t, "second", (*got)[1], "GET /hook?campaign_id=NDA_20000101_00002&campaign_token=aBcD1235&delivered_quantity=1&total_quantity=1 ")
		call := a.WebhookCalls()[1]
		expect(t, "recorded", call.Method+" "+call.URL, "GET http://127.0.0.1:7"+strings.Fields((*got)[1])[1])
	})
	notified(t, Variant{NotificationForms: NotificationForms{DepositsNotNotified: true}}, func(t *testing.T, a *Account, _ *[]string) {
		deposit(t, a, "notifyUrl", hook)
		speak(t, a, "notifyUrl", hook)
		time.Sleep(24 * time.Hour)
		expect(t, "calls", len(a.WebhookCalls()), 1)
		expect(t, "method", a.WebhookCalls()[0].Method, http.MethodPost)
	})
}

// Nobody is told of a cancelled campaign, and nobody but loopback of others.
func TestNotifications_None(t *testing.T) {
	t.Parallel()
	notified(t, Variant{}, func(t *testing.T, a *Account, got *[]string) {
		deposit(t, a, "notifyUrl", hook, "scheduledDate", "2000-01-02 14:15:00")
		speak(t, a, "notifyUrl", hook, "scheduledDate", "2000-01-02 14:15:00")
		for _, id := range []string{"aBcD1234", "Zz9yX8wV7u"} {
			_, body := cancel(t, a, id)
			contains(t, body, `"success": true`)
		}
		deposit(t, a, "notifyUrl", "https://example.com/n")
		time.Sleep(100 * time.Hour)
		expect(t, "arrived", len(*got), 0)
		expect(t, "calls", len(a.WebhookCalls()), 1)
		expect(t, "error", a.WebhookCalls()[0].Err, wire.ErrNotLoopback)
	})
}

// The help of the program has every ending.
func TestHelp(t *testing.T) {
	t.Parallel()
	for _, o := range outcomes() {
		contains(t, Help(), "  ..."+o.ending+"  "+o.meaning+" ("+o.status)
	}
	contains(t, Help(), "  other  put through, and answered (delivered, VOICE_ANSWERED)\n")
}

func TestNotifiedNumber_Set(t *testing.T) {
	t.Parallel()
	var form NotifiedNumber
	for name, taken := range map[string]bool{"masked": true, "full": true, "none": false} {
		expect(t, name, form.Set(name) == nil, taken)
	}
	expect(t, "none", (*NotifiedNumber)(nil).String(), "")
}

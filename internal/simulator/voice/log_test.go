package voice

import (
	"bytes"
	"log/slog"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// A line names the campaign and the numbers, cut short, and why a call was refused. The key
// is in the path of some calls and in no line.
func TestLog(t *testing.T) {
	t.Parallel()
	for forms, word := range map[FailureForms]string{
		{}:                     "refusal=NOT_CREDIT",
		{FailureTexts: true}:   "refusal=NOT_CREDIT",
		{FailureKey: "number"}: "refusal=NOT_CREDIT",
	} {
		var log bytes.Buffer
		a := New(Options{
			Options: wire.Options{APIKey: key, Log: slog.New(slog.NewTextHandler(&log, nil)), Now: func() time.Time { return noon }},
			Variant: Variant{FailureForms: forms},
		})
		deposit(t, a, "phoneNumbers", numbers, "scheduledDate", tomorrow)
		cancel(t, a, "aBcD1234")
		cancel(t, a, "nothing")
		speak(t, a, "text", "Appelez le 0600000001 "+key)
		a.SetCredits(Credits{Balance: "0"})
		speak(t, a)
		get(t, a, "/me/"+key)
		get(t, a, "/nothing/"+key)
		ask(t, a, http.MethodDelete, "/campaign/cancel/Wr0n-gKey/aBcD1234", "")
		text := regexp.MustCompile(`(?m)^time=\S+ level=INFO msg=request | took=\S+$`).ReplaceAllString(log.String(), "")
		want := strings.Join([]string{
			`method=POST path=/v1/campaign/send status=200 code=200 campaign=aBcD1234 number="+33...01, 06...02" scripted=false violations=0`,
			`method=DELETE path=/v1/campaign/cancel/***/aBcD1234 status=200 code=200 campaign=aBcD1234 scripted=false violations=0`,
			`method=DELETE path=/v1/campaign/cancel/***/nothing status=200 code=404 campaign=nothing scripted=false violations=0`,
			`method=POST path=/v1/tts/send status=200 code=200 campaign=Zz9yX8wV7u number=+33...01 scripted=false violations=0`,
			`method=POST path=/v1/tts/send status=200 code=0 number=+33...01 ` + word + ` scripted=false violations=0`,
			`method=GET path=/v1/me/*** status=200 code=200 scripted=false violations=0`,
			`method=GET path=/v1/nothing/*** status=404 code=0 scripted=false violations=1`,
			`method=DELETE path=/v1/campaign/cancel/***/aBcD1234 status=200 code=10 campaign=aBcD1234 scripted=false violations=0`,
		}, "\n") + "\n"
		expect(t, "log", text, want)
		text = log.String() + strings.Join(a.Violations(), "\n")
		for _, secret := range []string{key, "Wr0n-gKey", number, "0600000002"} {
			expect(t, secret, strings.Contains(text, secret), false)
		}
	}
}

package main

import (
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// TestSandboxNotHonoured has servers that charge a sandbox message.
func TestSandboxNotHonoured(t *testing.T) {
	t.Parallel()
	for _, counter := range []string{"balance", "creditSms", "creditSmsECO"} {
		a := newAccount(t, simulator.Options{})
		sends, cancels := 0, 0
		a.behind(t, func(api http.Handler) http.HandlerFunc {
			return func(w http.ResponseWriter, r *http.Request) {
				switch path := r.URL.Path; {
				case strings.HasSuffix(path, "/me") && r.URL.Query().Get("apiKey") == smsKey && r.URL.Query().Get("_format") == "":
					credits := map[string]int{"balance": 10, "creditSms": 300, "creditSmsECO": 400}
					credits[counter] -= sends
					answerJSON(w, `{"success":true,"code":200,"user":{"username":"u","firstname":"A","lastname":"B"},"credits":{"balance":"`+
						strconv.Itoa(credits["balance"])+`.00","creditSms":`+strconv.Itoa(credits["creditSms"])+`,"creditSmsECO":`+strconv.Itoa(credits["creditSmsECO"])+`}}`)
				case strings.HasSuffix(path, "send"):
					sends++
					api.ServeHTTP(w, r)
				case strings.HasSuffix(path, "/message-cancel"):
					cancels++
					api.ServeHTTP(w, r)
				default:
					api.ServeHTTP(w, r)
				}
			}
		})
		o := a.run(t.Context(), t, append([]string{"-real-sms"}, everything...)...)
		if sends != 1 || cancels != 1 || !strings.Contains(o.report, "The sandbox was not honoured: "+counter+" fell") ||
			!strings.Contains(o.report, "**SMS Partner: the sandbox was not honoured; cancel scheduled ones in the dashboard.**") {
			t.Errorf("%s: %d sends and %d cancellations", counter, sends, cancels)
		}
		if len(a.Mail.Requests("/send")) == 0 {
			t.Errorf("%s: no mail is sent, although its sandbox works", counter)
		}
	}
}

func TestMailSandboxNotHonoured(t *testing.T) {
	t.Parallel()
	a := newAccount(t, simulator.Options{})
	sends := 0
	a.behindMail(t, func(api http.Handler) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			switch path := r.URL.Path; {
			case strings.HasSuffix(path, "/me") && r.URL.Query().Get("apiKey") == mailKey:
				answerJSON(w, `{"success":true,"code":200,"user":{},"credits":{"balance":"10.00","creditMail":`+strconv.Itoa(500-sends)+`}}`)
			case strings.HasSuffix(path, "/send"):
				params, err := paramsOf(r)
				if err == nil && params["htmlContent"] != nil { // the mail without a content is refused
					sends++
				}
				api.ServeHTTP(w, r)
			default:
				api.ServeHTTP(w, r)
			}
		}
	})
	o := a.run(t.Context(), t, everything...)
	if sends != 1 || !strings.Contains(o.report, "The sandbox was not honoured: creditMail fell") {
		t.Errorf("%d mails", sends)
	}
}

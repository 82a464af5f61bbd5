package voice

import (
	"net/http"
	"strings"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// depositPage is the page "Déposer un message vocal".
func (a *Account) depositPage() []wire.Route {
	return []wire.Route{{
		Method: http.MethodPost,
		Path:   string(Deposit),
		Parameters: []wire.Parameter{
			wire.KeyParameter,
			tokenParameter,
			{Name: "emailForNotification", Check: wire.IsEmail},
			numbersParameter,
			{Name: "sender", Check: wire.IsPhoneNumber},
			scheduledParameter,
			notifyParameter,
		},
		Rate:   &wire.Rate{Requests: 5, Period: time.Minute},
		Handle: a.deposit,
	}}
}

func (a *Account) deposit(c *wire.Call) (wire.Object, *wire.Failure) {
	made := &Campaign{Kind: Deposit, Token: c.Text(tokenParameter.Name), Email: c.Text("emailForNotification")}
	if made.Email == "" && a.options.Variant.EmailRequired {
		return nil, a.refusal("EMAIL_REQUIRED")
	}
	if failed := a.send(c, made); failed != nil {
		return nil, failed
	}
	file := a.audio(made.Token)
	return append(a.sent(made),
		wire.Nested("audioFile", wire.Text("filename", withExtension(file.Name)), wire.Text("size", file.Size)),
		a.detail(made),
	), nil
}

// withExtension names a file as the answer to a deposit does.
func withExtension(name string) string {
	return strings.TrimSuffix(name, audioExtension) + audioExtension
}

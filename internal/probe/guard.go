package main

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

// guard stands before every request, so that a mistake in a question cannot spend money,
// reach a stranger or touch what the probe has no business with.
type guard struct {
	numbers, addresses []string
	realSMS, hlr       bool
	// sent is true once the one real SMS was asked for.
	sent bool
}

func newGuard(s settings) *guard {
	g := &guard{realSMS: s.realSMS, hlr: s.hlr}
	for _, number := range []string{s.ownNumber, s.landline} {
		if number != "" {
			g.numbers = append(g.numbers, number)
		}
	}
	if s.ownMail != "" {
		g.addresses = []string{s.ownMail}
	}
	return g
}

// permitted are all calls that the probe ever makes, by product. No transfer, rental,
// sub-account, call, RCS, survey or send from a long number is among them.
var permitted = map[string][]string{
	product.SMS.Name: {
		"GET /me", "GET /message-status", "POST /multi-status", "GET /bulk-status",
		"GET /bulk-status-by-tag", "GET /statistics/cost-resume", "POST /lookup",
		"POST /group/add", "GET /group/list",
		"POST /group/delete", "DELETE /group/delete", "POST /groupe/delete", "DELETE /groupe/delete",
		"POST /contact/add", "POST /contact/multiple/add", "POST /contact/update", "POST /contact/delete",
		"GET /contact/detail", "GET /contact/list", "POST /contact/list",
		"GET /stop-sms/list", "POST /stop-sms/add", "GET /stop-sms/delete",
		"POST /send", "POST /bulk-send", "GET /message-cancel", "POST /hlr/notify",
	},
	product.Voice.Name: {
		"GET /me/{apiKey}", "GET /me", "GET /audios/{apiKey}", "POST /audio-file/rename",
		"DELETE /campaign/cancel/{apiKey}/" + unknownText,
	},
	product.Mail.Name: {
		"GET /me", "GET /bulk-status", "GET /unsubscribe/list", "POST /send", "GET /message-cancel",
	},
}

func (g *guard) check(p product.Product, asked call) error {
	if !slices.Contains(permitted[p.Name], asked.operation()) {
		return fmt.Errorf("the probe does not make the call %s", asked.operation())
	}
	if p == product.Voice && asked.method == http.MethodPost && asked.params["tokenAudio"] != unknownToken {
		return errors.New("the probe renames no audio file")
	}
	switch {
	case asked.path == "/hlr/notify" && !g.hlr:
		return errors.New("a verification needs the flag -hlr")
	case asked.path == "/send" && p == product.SMS && asked.params["sandbox"] != 1 && (!g.realSMS || g.sent),
		asked.path == "/send" && p == product.Mail && asked.params["sandbox"] != 1,
		asked.path == "/bulk-send" && asked.params["sandbox"] != 1:
		return errors.New("this send is no sandbox send")
	}
	for _, recipient := range recipients(asked.params) {
		if !slices.Contains(g.numbers, recipient) && !slices.Contains(g.addresses, recipient) && sends(asked.path) {
			return errors.New("a recipient was not given on the command line")
		}
	}
	if asked.path == "/send" && asked.params["sandbox"] != 1 {
		g.sent = true
	}
	return nil
}

func sends(path string) bool { return path == "/send" || path == "/bulk-send" || path == "/hlr/notify" }

// recipients are the numbers and addresses that a send goes to.
func recipients(params map[string]any) []string {
	var found []string
	if list, ok := params["phoneNumbers"].(string); ok {
		found = strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ';' })
	}
	items, _ := params["SMSList"].([]map[string]any)
	for _, item := range items {
		number, _ := item["phoneNumber"].(string)
		found = append(found, number)
	}
	inside, _ := params["params"].(map[string]any)
	for _, place := range []map[string]any{params, inside} {
		to, _ := place["to"].([]map[string]any)
		for _, address := range to {
			email, _ := address["email"].(string)
			found = append(found, email)
		}
	}
	return found
}

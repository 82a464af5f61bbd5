package diagnostic_test

import (
	"errors"
	"fmt"
	"net/http"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// What the vendor refuses: what happened, its code and words, what to do.
func TestFromError_Vendor(t *testing.T) {
	t.Parallel()
	const (
		refused = "SMS Partner refused the request."
		goBy    = "The documentation does not explain this code for this call: go by the words above."
	)
	const checkKey = "The API key may be wrong: check api_key in the provider block, or the environment variable SMSPARTNER_API_KEY. " +
		"If it is right, the account, or this machine's address, may not use this call, or a proxy or firewall refuses it: " +
		"check these, and base_url in the provider block."
	for name, test := range map[string]struct {
		status           int
		body             string
		at               path.Path
		what, answer, do string
	}{
		"key missing": {
			200, `{"success":false,"code":1,"message":"La Clé API est requise"}`, path.Empty(),
			"SMS Partner received no API key.",
			`The answer (HTTP 200): code 1, "La Clé API est requise"`,
			"The provider sends one with each call, so something on the way removed it: check base_url in the provider block, and proxies.",
		},
		"key invalid": {
			401, `{"success":false,"code":"10","message":"Clé API incorrecte"}`, path.Empty(),
			"SMS Partner does not accept the API key.",
			`The answer (HTTP 401): code 10, "Clé API incorrecte"`,
			"Copy the key from the dashboard's API page into api_key in the provider block, or into the environment variable SMSPARTNER_API_KEY.",
		},
		"account disabled": {
			200, `{"success":false,"code":20,"message":"Compte désactivé"}`, path.Empty(),
			"The account of this API key is disabled.",
			`The answer (HTTP 200): code 20, "Compte désactivé"`,
			"Ask the support of SMS Partner to enable it, or use the key of another account.",
		},
		"account blocked": {
			200, `{"success":false,"code":30,"message":"Compte bloqué"}`, path.Empty(),
			"The account of this API key is blocked.",
			`The answer (HTTP 200): code 30, "Compte bloqué"`,
			"Ask the support of SMS Partner why, or use the key of another account.",
		},
		"access denied": {
			200, `{"success":false,"code":40,"message":"L'accès à l'API est refusé"}`, path.Empty(),
			"This account may not use the API.",
			`The answer (HTTP 200): code 40, "L'accès à l'API est refusé"`,
			"Ask the support of SMS Partner to open the API for it. A sub-account's key may lack rights that the main account's has.",
		},
		"malformed": {
			400, `{"success":false,"code":90,"message":"Le JSON est malformé: erreur de syntaxe"}`, path.Empty(),
			"SMS Partner could not read the request.",
			`The answer (HTTP 400): code 90, "Le JSON est malformé: erreur de syntaxe"`,
			"The request may have been changed on the way: check base_url in the provider block, and proxies. If neither is to blame, report it as a bug of the provider.",
		},
		"address": {
			200, `{"success":false,"code":96,"message":"L'IP n'est pas autorisée"}`, path.Empty(),
			"The account accepts calls from listed IP addresses only, and this machine's is not among them.",
			`The answer (HTTP 200): code 96, "L'IP n'est pas autorisée"`,
			"Add the public IP address from which this run reaches the internet to the account's list, in its dashboard, or run from a listed machine.",
		},
		"meaning of the operation": {
			200, `{"success":false,"code":4,"message":"Message introuvable"}`, path.Root("message_id"),
			"SMS Partner knows no such message.",
			`The answer (HTTP 200): code 4, "Message introuvable"`,
			"Check message_id.",
		},
		"unknown code":                {200, `{"success":false,"code":777,"message":"Erreur inconnue"}`, path.Empty(), refused, `The answer (HTTP 200): code 777, "Erreur inconnue"`, goBy},
		"unknown code, on one line":   {200, `{"success":false,"code":777,"message":"Erreur\u00a0:\nrien ne va\u202f!"}`, path.Empty(), refused, `The answer (HTTP 200): code 777, "Erreur : rien ne va !"`, goBy},
		"unknown code, escaped":       {200, `{"success":false,"code":777,"message":"\u001b[2Jrien"}`, path.Empty(), refused, `The answer (HTTP 200): code 777, "�[2Jrien"`, goBy},
		"problem of a parameter":      {200, `{"success":false,"code":777,"error":[{"elementId":"children[phoneNumber].data","message":"pas valide"}]}`, path.Root("phone_number"), refused, `The answer (HTTP 200): code 777, "phoneNumber: pas valide"`, goBy},
		"problem of another":          {200, `{"success":false,"code":777,"error":[{"elementId":"children[sender].data","message":"trop long"}]}`, path.Empty(), refused, `The answer (HTTP 200): code 777, "sender: trop long"`, goBy},
		"problems of two parameters":  {200, `{"success":false,"code":777,"errors":[{"elementId":"phoneNumber","message":"a"},{"elementId":"messageId","message":"b"}]}`, path.Empty(), refused, `The answer (HTTP 200): code 777, "phoneNumber: a; messageId: b"`, goBy},
		"problem, but known meaning":  {200, `{"success":false,"code":4,"error":[{"elementId":"phoneNumber","message":"a"}]}`, path.Root("message_id"), "SMS Partner knows no such message.", `The answer (HTTP 200): code 4, "phoneNumber: a"`, "Check message_id."},
		"unknown code, without words": {404, `{"success":false,"code":777}`, path.Empty(), refused, `The answer (HTTP 404): code 777, without words.`, "The documentation does not explain this code for this call: ask the support of SMS Partner what it means."},
		"words without code":          {403, `{"success":false,"message":"Interdit"}`, path.Empty(), refused, `The answer (HTTP 403): "Interdit"`, "Go by the words above. " + checkKey},
		"unknown code, no access":     {401, `{"success":false,"code":777,"message":"Interdit"}`, path.Empty(), refused, `The answer (HTTP 401): code 777, "Interdit"`, goBy + " " + checkKey},
		"server error with a code": {
			500, `{"success":false,"code":777,"message":"Erreur interne"}`, path.Empty(),
			"api.smspartner.fr answered HTTP 500 (Internal Server Error).",
			`The answer (HTTP 500): code 777, "Erreur interne"`,
			"The server failed, not this configuration: run again later.",
		},
		"too many requests, with a code": {
			http.StatusTooManyRequests, `{"success":false,"code":429,"message":"Trop de requêtes"}`, path.Empty(),
			"api.smspartner.fr refused the call because it came too soon after others (HTTP 429).",
			`The answer (HTTP 429): code 429, "Trop de requêtes"`,
			"Run again later, with fewer calls at once (-parallelism=2), or raise max_retries in the provider block.",
		},
		"success without data": {
			200, `{"success":true,"code":200,"message":"Request queued for processing"}`, path.Empty(),
			`api.smspartner.fr gave no usable answer: the answer reports success, but has no "statut".`,
			`The answer (HTTP 200): "Request queued for processing"`,
			"Run again later. If it goes on, ask the support of SMS Partner.",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			detail := test.what + "\n\n" + test.answer + "\n\n" + test.do
			wantDiagnostic(t, answered(t, test.status, test.body), test.at, detail)
			wantDiagnostic(t, fmt.Errorf("read: %w", answered(t, test.status, test.body)), test.at, detail)
		})
	}
}

func TestFromError_NotOfTheVendor(t *testing.T) {
	t.Parallel()
	wantDiagnostic(t, errors.New("Something else"), path.Empty(), "Something else")
	wantDiagnostic(t, &partner.Error{Product: "SMS Partner", Host: host, Reason: partner.ReasonVendor, HTTPStatus: 200, Code: "777"}, path.Empty(),
		"SMS Partner refused the request.\n\nThe answer (HTTP 200): code 777, without words.\n\n"+
			"The documentation does not explain this code for this call: ask the support of SMS Partner what it means.")
}

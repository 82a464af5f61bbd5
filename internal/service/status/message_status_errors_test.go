package status_test

import (
	"fmt"
	"net/http"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// What an engine prints of an error: its summary, the data source, and the line
// to blame.
const (
	unableToRead  = "Error: Unable to read message status"
	withTest      = "with " + messageStatusAddress + ","
	atBlock       = `data "smspartner_message_status" "test" {`
	atMessageID   = `message_id = "`
	atPhoneNumber = `phone_number = "`
)

// Each error that the vendor documents is one diagnostic: at the attribute to
// blame, with the code, the vendor's words and what to do. Asking again would
// not help, so each takes one request.
func TestMessageStatus_DocumentedErrors(t *testing.T) {
	t.Parallel()
	cases := acctest.Cases{}
	for code, test := range map[int]struct {
		script   []simulator.Step
		at       string
		what     string
		words    string
		whatToDo string
	}{
		1: {
			[]simulator.Step{acctest.Refusal(1, "La Clé API est requise")},
			atBlock,
			"SMS Partner received no API key.", "La Clé API est requise",
			"check base_url in the provider block, and proxies.",
		},
		2: {
			[]simulator.Step{acctest.Refusal(2, "Le numéro de téléphone est requis")},
			atPhoneNumber,
			"SMS Partner received no phone number.", "Le numéro de téléphone est requis",
			"check base_url in the provider block, and proxies.",
		},
		3: {
			[]simulator.Step{acctest.Refusal(3, "L'ID du message est requis")},
			atMessageID,
			"SMS Partner received no message id.", "L'ID du message est requis",
			"so something on the way removed it",
		},
		4: {
			nil, atMessageID,
			"SMS Partner knows no message with this id to this phone number.", "Message introuvable",
			"Check that message_id is the one that sending returned, that phone_number is among its recipients, " +
				"and that the API key belongs to the account that sent it.",
		},
		9: {
			[]simulator.Step{acctest.Refusal(9, "Ne semble pas être un numéro de mobile")},
			atPhoneNumber,
			"SMS Partner says that this is not the number of a mobile phone.", "Ne semble pas être un numéro de mobile",
			"Write the number of a mobile phone",
		},
		10: {
			nil, atBlock,
			"SMS Partner does not accept the API key.", "Clé API incorrecte",
			"Copy the key from the dashboard's API page into api_key in the provider block, or into the environment variable SMSPARTNER_API_KEY.",
		},
		20: {
			nil, atBlock,
			"The account of this API key is disabled.", "Compte désactivé",
			"Ask the support of SMS Partner to enable it",
		},
		30: {
			nil, atBlock,
			"The account of this API key is blocked.", "Compte bloqué",
			"Ask the support of SMS Partner why",
		},
		40: {
			nil, atBlock,
			"This account may not use the API.", "L'accès à l'API est refusé",
			"Ask the support of SMS Partner to open the API for it.",
		},
		90: {
			[]simulator.Step{acctest.Refusal(90, "Le JSON est malformé: erreur de syntaxe")},
			atBlock,
			"SMS Partner could not read the request.", "Le JSON est malformé: erreur de syntaxe",
			"The request may have been changed on the way",
		},
		96: {
			nil, atBlock,
			"The account accepts calls from listed IP addresses only", "L'IP n'est pas autorisée",
			"Add the public IP address from which this run reaches the internet to the account's list",
		},
		777: {
			[]simulator.Step{acctest.Refusal(777, "Erreur jamais vue")},
			atBlock,
			"SMS Partner refused the request.", "Erreur jamais vue",
			"The documentation does not explain this code for this call: go by the words above.",
		},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		a.Script("message-status", test.script...)
		id := "1111"
		switch code {
		case 4:
			id = "4711"
		case 10:
			a.Key = "wrong-key"
		case 20, 30, 40, 96:
			a.SetAccount(code)
		}
		cases[fmt.Sprint(code)] = acctest.Case{
			Account: a, Config: a.Provider() + messageStatus(id, "0600000000", ""),
			Want:     []string{unableToRead, withTest, test.at, test.what, fmt.Sprintf("The answer (HTTP 200): code %d, %q", code, test.words), test.whatToDo},
			Requests: 1,
		}
	}
	cases.Fail(t, "plan")
}

// The same error in the other forms in which the vendor may give it.
func TestMessageStatus_ErrorVariants(t *testing.T) {
	t.Parallel()
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		variant simulator.Variant
		more    string
		answer  string
	}{
		"HTTP status":    {simulator.Variant{Forms: simulator.Forms{ErrorStatus: simulator.ClientErrorStatus}}, "", `The answer (HTTP 404): code 4, "Message introuvable"`},
		"English":        {simulator.Variant{Forms: simulator.Forms{English: true}}, "", `The answer (HTTP 200): code 4, "Message not found"`},
		"code as string": {simulator.Variant{Forms: simulator.Forms{NumbersAsStrings: true}}, "", `The answer (HTTP 200): code 4, "Message introuvable"`},
		"XML":            {simulator.Variant{}, `format = "xml"`, `The answer (HTTP 200): code 4, "Message introuvable"`},
		"XML and status": {simulator.Variant{Forms: simulator.Forms{ErrorStatus: simulator.ClientErrorStatus}}, `format = "xml"`, `The answer (HTTP 404): code 4, "Message introuvable"`},
	} {
		a := acctest.NewAccount(t, simulator.Options{Variant: test.variant})
		cases[name] = acctest.Case{
			Account: a, Config: a.Provider() + messageStatus("4711", "0600000000", test.more),
			Want:     []string{unableToRead, withTest, atMessageID, "SMS Partner knows no message with this id to this phone number.", test.answer},
			Requests: 1,
		}
	}
	cases.Fail(t, "plan")
}

// The vendor's words may hold escapes, and name the parameter to blame.
func TestMessageStatus_ErrorWords(t *testing.T) {
	t.Parallel()
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		step   simulator.Step
		at     string
		answer string
	}{
		"escapes": {
			simulator.Step{Status: http.StatusForbidden, Body: `{"success":false,"code":40,"message":"L'acc\u00e8s \u00e0 l'API est refus\u00e9"}`},
			atBlock, `The answer (HTTP 403): code 40, "L'accès à l'API est refusé"`,
		},
		"problem of a parameter": {
			simulator.Step{Body: `{"success":false,"code":777,"error":[{"elementId":"children[phoneNumber].data","message":"Ce numero de telephone n'est pas valide"}]}`},
			atPhoneNumber, `The answer (HTTP 200): code 777, "phoneNumber: Ce numero de telephone n'est pas valide"`,
		},
	} {
		a := acctest.NewAccount(t, simulator.Options{})
		a.Script("message-status", test.step)
		cases[name] = acctest.Case{
			Account: a, Config: a.Provider() + documented(""), Want: []string{unableToRead, withTest, test.at, test.answer}, Requests: 1,
		}
	}
	cases.Fail(t, "plan")
}

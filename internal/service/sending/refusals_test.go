package sending_test

import (
	"fmt"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// refusal is an answer that the simulator does not give by itself.
func refusal(code int, words string) simulator.Step {
	return simulator.Step{Body: fmt.Sprintf(`{"success":false,"code":%d,"message":%q}`, code, words)}
}

// What the vendor refuses is an error at the line to blame, with its code and
// words; nothing is sent, and nothing is in the state.
func TestRefusals(t *testing.T) {
	t.Parallel()
	const (
		atBlock    = `resource "smspartner_sms" "test" {`
		atNumbers  = "phone_numbers ="
		atMessage  = "message ="
		atSender   = "sender ="
		atSchedule = "scheduled_delivery_date ="
	)
	g, wanted, accounts := acctest.NewGroup(t), map[string]want{}, map[string]*acctest.Account{}
	for code, test := range map[int]struct {
		words, at, what string
	}{
		1:   {"La clé API est requise", atBlock, "SMS Partner received no API key."},
		2:   {"Le champ phoneNumbers est requis", atNumbers, "SMS Partner received no phone number."},
		4:   {"message introuvable", atBlock, "SMS Partner says that it does not find a message."},
		9:   {"Au moins une contrainte n'a pas été respectée", atBlock, "SMS Partner refused an argument."},
		10:  {"Clef API incorrecte", atBlock, "SMS Partner does not accept the API key."},
		11:  {"Crédit insuffisant", atBlock, "The account's credit does not pay for this."},
		13:  {"Aucun prix par défaut n'a été trouvé pour les numéros suivant", atNumbers, "SMS Partner has no price"},
		14:  {"Le numéro est dans la liste des STOP SMS", atNumbers, "One of these numbers is on the account's STOP list"},
		15:  {"Le numéro est déjà présent dans la liste", atNumbers, "One of these numbers is listed twice."},
		20:  {"Compte désactivé", atBlock, "The account of this API key is disabled."},
		22:  {"SMS Marketing: L'heure d'envoi n'est pas valide", atSchedule, "The account sends marketing SMS"},
		23:  {"SMS Marketing: La date n'est pas valide", atSchedule, "The account sends marketing SMS"},
		30:  {"Compte bloqué", atBlock, "The account of this API key is blocked."},
		40:  {"L'accès à l'API est refusé", atBlock, "This account may not use the API."},
		42:  {"Le nombre de caractères pour un sms Low Cost est 160 caractères", atMessage, "The text is too long."},
		43:  {"Le message est requis", atMessage, "SMS Partner received no text."},
		44:  {"L'émetteur est invalide", atSender, "SMS Partner does not take this sender."},
		45:  {"La date est requise", atSchedule, "SMS Partner does not take this moment."},
		46:  {"L'heure est requise", atSchedule, "SMS Partner does not take this moment."},
		47:  {"Le chiffre des minutes est invalide", atSchedule, "SMS Partner does not take this moment."},
		48:  {"Les minutes doivent-être comprise entre 5 et 55", atSchedule, "SMS Partner does not take this moment."},
		49:  {"La date est invalide", atSchedule, "SMS Partner does not take this moment."},
		50:  {"Le nombre de numéros autorisés est de 500 maxi", atNumbers, "SMS Partner does not take this many numbers at once."},
		51:  {"La gamme lowcost n'est pas éligible", "gamme =", "These numbers can't be reached with the low_cost range."},
		52:  {"Le nombre de SMS concaténés ne peut excéder 10 SMS", atMessage, "The text is too long."},
		55:  {"Aucun numéro à envoyer", atNumbers, "None of these numbers can be sent to."},
		90:  {"Le JSON est malformé: erreur de syntaxe", atBlock, "SMS Partner could not read the request."},
		96:  {"L'IP n'est pas autorisée", atBlock, "The account accepts calls from listed IP addresses only"},
		992: {"Sender non autorisé", atSender, "The account may not send under this name."},
		777: {"Erreur jamais vue", atBlock, "SMS Partner refused the request."},
	} {
		name, a := fmt.Sprint(code), acctest.NewAccount(t, simulator.Options{})
		a.Script("send", refusal(code, test.words))
		g.Set(t, name, a.Provider()+`
resource "smspartner_sms" "test" {
  phone_numbers           = ["0600000001"]
  message                 = "Deployed."
  gamme                   = "low_cost"
  sender                  = "ACME"
  scheduled_delivery_date = "2099-06-01T09:30:00+02:00"
}
`)
		accounts[name] = a
		wanted[name] = want{1, 0, "", []string{
			unableToSend, "with " + smsAddress, test.at, nothingSent + test.what, fmt.Sprintf("The answer (HTTP 200): code %d, %q", code, test.words),
		}}
	}
	if g.Run(t, "apply") {
		t.Error("it succeeded")
	}
	g.Each(t, func(t *testing.T, name string) {
		want := wanted[name]
		acctest.WantError(t, g.Said(name))
		want.checkMember(t, accounts[name], g, name)
		accounts[name].WantRequests(t, 1) // the refusal is no reason to look for the message
	})
}

// The simulator's own refusals, at apply: what no plan could know.
func TestRefusals_Account(t *testing.T) {
	t.Parallel()
	g, wanted, accounts := acctest.NewGroup(t), map[string]want{}, map[string]*acctest.Account{}
	for name, test := range map[string]struct {
		options simulator.Options
		prepare func(*simulator.Simulator)
		more    string
		text    []string
	}{
		"credit": {
			simulator.Options{},
			func(s *simulator.Simulator) { s.SetCredits(simulator.Credits{Balance: "0"}) }, "",
			[]string{nothingSent + "The account's credit does not pay for this.", "code 11"},
		},
		"sender": {
			simulator.Options{Senders: []string{"OTHER"}},
			nil, `sender = "ACME"`,
			[]string{`sender = "ACME"`, nothingSent + "The account may not send under this name.", "code 992"},
		},
		"no low cost": {
			simulator.Options{NoLowCost: true},
			nil, `gamme = "low_cost"`,
			[]string{`gamme = "low_cost"`, "can't be reached with the low_cost range", "code 51"},
		},
		"night": {
			simulator.Options{Marketing: true},
			nil, `scheduled_delivery_date = "2099-06-01T23:30:00+02:00"`,
			[]string{"scheduled_delivery_date =", "between 08:00 and 20:00 in Paris"},
		},
		"blocked": {
			simulator.Options{},
			func(s *simulator.Simulator) { s.SetAccount(30) }, "",
			[]string{nothingSent + "The account of this API key is blocked.", "code 30"},
		},
	} {
		a := acctest.NewAccount(t, test.options)
		if test.prepare != nil {
			test.prepare(a.Simulator)
		}
		g.Set(t, name, a.Provider()+plain(test.more))
		accounts[name], wanted[name] = a, want{1, 0, "", append([]string{unableToSend}, test.text...)}
	}
	a := acctest.NewAccount(t, simulator.Options{})
	a.BreakQueue(true)
	g.Set(t, "queue", a.Provider()+plain())
	accounts["queue"], wanted["queue"] = a, want{1, 0, "", lost("code 500")}
	g.Run(t, "apply")
	checkMembers(t, g, accounts, wanted)
}

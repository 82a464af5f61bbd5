package mail

import (
	"fmt"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

func attached(members object) list { return list{members} }

// Every code that a request alone decides. A switch answers each with code 9 and a list.
func TestSend_Codes(t *testing.T) {
	t.Parallel()
	var many []string
	for i := range maxRecipients + 1 {
		many = append(many, fmt.Sprintf("a%d@example.com", i))
	}
	text := func(name any) list {
		return attached(object{"base64Content": "AAAA", "contentType": "text/plain", "filename": name})
	}
	for _, test := range []struct {
		pairs         []any
		code          int
		message, list string
		violation     string
	}{
		{[]any{"htmlContent", nil}, 2, "Le contenu du mail est requis", "htmlContent", ""},
		{[]any{"htmlContent", " "}, 2, "Le contenu du mail est requis", "htmlContent", ""},
		{[]any{"subject", ""}, 3, "L'objet du mail est requis", "subject", ""},
		{[]any{"params", nil}, 22, "La liste des destinataires est requise", "to", ""},
		{[]any{"params", to()}, 22, "La liste des destinataires est requise", "to", ""},
		{[]any{"params", object{"to": "a@example.com"}}, 22, "La liste des destinataires est requise", "to", `"params.to" is not a list`},
		{[]any{"params", list{}}, 22, "La liste des destinataires est requise", "to", `"params" is not an object`},
		{[]any{"params", to(many...)}, 50, "Le nombre de mails autorisés est de 500 maxi", "to", ""},
		{[]any{"params", object{"to": list{object{"name": "A"}}}}, 18, "L'email du destinataire est requis", "to", ""},
		{[]any{"params", object{"to": list{"a@example.com"}}}, 18, "L'email du destinataire est requis", "to", `"params.to[0]" is not an object`},
		{[]any{"params", to("a@example.com", "x")}, 19, "L'email du destinataire est invalide", "to", `"params.to[1].email": "x" is not an e-mail address`},
		{[]any{"params", to("A <a@example.com>")}, 19, "L'email du destinataire est invalide", "to", "is not an e-mail address"},
		{[]any{"params", object{"to": list{object{"email": "a@example.com", "name": ""}}}}, 21, "Le nom du destinataire ne peut pas être vide", "to", ""},
		{[]any{"replyTo", object{"name": "A"}}, 23, "L'email de réponse est requis", "replyTo", ""},
		{[]any{"replyTo", object{"email": "x"}}, 24, "L'email de réponse est invalide", "replyTo", `"replyTo.email": "x" is not`},
		{[]any{"replyTo", object{"email": "a@example.com", "name": " "}}, 25, "Le nom de réponse ne peut pas être vide", "replyTo", ""},
		{[]any{"attachments", text("")}, 16, "Le nom de la pièce jointe ne peut pas être vide", "attachments", ""},
		{[]any{"attachments", text(nil)}, 16, "Le nom de la pièce jointe ne peut pas être vide", "attachments", "is not text"},
		{[]any{"attachments", attached(object{"base64Content": "AAAA", "contentType": "Application/X-SH; a=b", "filename": "f"})}, 9, "L'extension de la pièce jointe n'est pas autorisée", "attachments", ""},
		{[]any{"time", 12, "minute", 0}, 45, "La date est requise", "scheduledDeliveryDate", ""},
		{[]any{"scheduledDeliveryDate", "25/09/2030", "minute", 0}, 46, "L'heure est requise", "time", ""},
		{[]any{"scheduledDeliveryDate", "25/09/2030", "time", 12}, 47, "Le chiffre des minutes est invalide", "minute", ""},
		{at("25/09/2030", 12, 60), 47, "Le chiffre des minutes est invalide", "minute", `"minute"`},
		{at("25/09/2030", 12, 7), 48, "Les minutes doivent-être comprise entre 5 et 55 dans un interval de 5 minutes", "minute", `"minute"`},
		{at("23/09/2030", 11, 55), 49, "La date est invalide", "scheduledDeliveryDate", ""},
		{at("2030-09-25", 12, 0), 49, "La date est invalide", "scheduledDeliveryDate", "dd/MM/yyyy"},
		{at("25/09/2030", 25, 0), 49, "La date est invalide", "scheduledDeliveryDate", `"time"`},
	} {
		a := atNoon(Variant{})
		contains(t, send(t, a, test.pairs...), fmt.Sprintf(`{ "success": false, "code": %d, "message": "%s" }`, test.code, test.message))
		expect(t, "mails", len(a.Mails()), 0)
		violated(t, a, test.violation)
		a = atNoon(Variant{RefusalForms: RefusalForms{ValidationList: true}})
		contains(t, send(t, a, test.pairs...), list9+test.list+`].data", "message": `)
		expect(t, "mails", len(a.Mails()), 0)
	}
}

// A list holds each mistake, with accents in XML alone. With codes, the first one counts.
func TestSend_ValidationList(t *testing.T) {
	t.Parallel()
	pairs := []any{"subject", nil, "params", object{"to": list{object{"email": "a@example.com", "name": ""}}}, "tag", "T"}
	contains(t, send(t, atNoon(Variant{}), pairs...), `"code": 3,`)
	contains(t, send(t, open(Options{Forms: wire.Forms{English: true}}), pairs...), `"message": "The mail subject is required"`)
	listed := Variant{RefusalForms: RefusalForms{ValidationList: true}}
	contains(t, send(t, atNoon(listed), pairs...), list9+`subject].data", "message": "L'objet du mail est requis" }, `+
		`{ "elementId": "children[to].data", "message": "Le nom du destinataire ne peut pas etre vide" }, `+
		`{ "elementId": "children[tag].data", "message": "Le tag doit comporter de 3 a 20 caracteres, en minuscules et sans espace" } ] }`)
	contains(t, send(t, atNoon(listed), append(pairs, "_format", "xml")...), "Le nom du destinataire ne peut pas être vide")
}

// No code is documented for what breaks these limits, so it may be taken.
func TestSend_Limits(t *testing.T) {
	t.Parallel()
	nine, file := object{}, object{"base64Content": "AAAA", "contentType": "text/plain", "filename": "f"}
	for i := range maxVariables + 1 {
		nine[fmt.Sprint("V", i)] = "v"
	}
	with := func(name string, content any) list {
		changed := object{"base64Content": "AAAA", "contentType": "text/plain", "filename": "f"}
		changed[name] = content
		return attached(changed)
	}
	for _, test := range []struct {
		name            string
		content         any
		text, violation string
	}{
		{"tag", "ab", "Le tag doit comporter", "is not a tag"},
		{"tag", "abc d", "Le tag doit comporter", "is not a tag"},
		{"tag", "Abc", "Le tag doit comporter", "is not a tag"},
		{"tag", strings.Repeat("é", 21), "Le tag doit comporter", "is not a tag"},
		{"variables", nine, "Le nombre de variables est de 8 maxi", "more than 8 members"},
		{"variables", object{"N": 1}, "La variable N n'est pas un texte", `"variables.N" is not text`},
		{"attachments", list{file, file, file, file}, "Le nombre de pieces jointes est de 3 maxi", "more than 3 items"},
		{"attachments", with("base64Content", "A-_A"), "Le contenu de la piece jointe est invalide", "not in base64"},
		{"attachments", with("base64Content", ""), "Le contenu de la piece jointe est invalide", ""},
		{"attachments", with("contentType", "pdf"), "Le type de la piece jointe est invalide", "is not a MIME type"},
	} {
		a := atNoon(Variant{})
		contains(t, send(t, a, test.name, test.content), list9+test.name+`].data", "message": "`+test.text)
		violated(t, a, test.violation)
		a = atNoon(Variant{RefusalForms: RefusalForms{LimitsAccepted: true}})
		contains(t, send(t, a, test.name, test.content), well)
		violated(t, a, test.violation)
	}
	for _, taken := range [][]any{{"tag", "abc"}, {"tag", strings.Repeat("é", 20)}, {"variables", object{"A": ""}}, {"replyTo", object{"email": "a@b.example"}}} {
		a := atNoon(Variant{})
		contains(t, send(t, a, taken...), well)
		violated(t, a, "")
	}
	a := atNoon(Variant{})
	contains(t, send(t, a, "attachments", with("filename", "plan.PDF")), well)
	violated(t, a, `"attachments[0].filename": "plan.PDF" has an extension`)
}

func TestSend_RefusalForms(t *testing.T) {
	t.Parallel()
	var many []string
	for i := range maxRecipients + 1 {
		many = append(many, fmt.Sprintf("a%d@example.com", i))
	}
	file := []any{"attachments", attached(object{"base64Content": "AAAA", "contentType": "text/plain", "filename": "f"})}
	for _, test := range []struct {
		forms RefusalForms
		pairs []any
		want  string
	}{
		{RefusalForms{NoSender: true}, nil, `"code": 4, "message": "L'email de l'expéditeur est requis"`},
		{RefusalForms{NoSenderName: true}, nil, `"code": 5, "message": "Le nom de l'expéditeur ne peut pas être vide"`},
		{RefusalForms{TooManyRecipients: true}, []any{"params", to(many...)}, `"code": 17, "message": "Le nombre de destinataires est trop élevé"`},
		{RefusalForms{AttachmentTypes: []string{"application/pdf"}}, file, `"code": 9, "message": "L'extension`},
		{RefusalForms{AttachmentTypes: []string{"text/plain"}}, file, well},
	} {
		contains(t, send(t, atNoon(Variant{RefusalForms: test.forms}), test.pairs...), test.want)
	}
}

// optOut puts an address on the unsubscribe list, as a client does.
func optOut(t *testing.T, a *Account, email string) {
	t.Helper()
	post(t, a, "/unsubscribe/add", object{"apiKey": key, "email": email})
}

func TestSend_Recipients(t *testing.T) {
	t.Parallel()
	const gone = "unsubscribed@example.com"
	for _, test := range []struct {
		leftOut bool
		emails  []string
		want    string
	}{
		{false, []string{"a@example.com", "b@example.com", "A@Example.com"}, `"code": 15, "message": "L'email est déjà présent dans la liste d'envoi"`},
		{false, []string{"a@example.com", "Unsubscribed@example.com"}, `"code": 14, "message": "L'email est dans la liste des désabonnements"`},
		{false, []string{"a@example.com"}, `"nbMail": 1, "cost": 1,`},
		{true, []string{"a@example.com", gone}, `"nbMail": 1, "cost": 1,`},
		{true, []string{gone}, `"code": 14`},
	} {
		a := atNoon(Variant{RefusalForms: RefusalForms{OptOutsLeftOut: test.leftOut}})
		optOut(t, a, gone)
		contains(t, send(t, a, "params", to(test.emails...)), test.want)
		for _, m := range a.Mails() {
			expect(t, "recipient", m.Recipients[0].Email, "a@example.com")
		}
	}
	// A recipient who opts out after a mail shows in its status.
	a := atNoon(Variant{})
	send(t, a, "params", to("optout+1@example.com", "b@example.com"))
	contains(t, statuses(t, a, "300"), `"stopMail": true`, `"stopMail": false`)
}

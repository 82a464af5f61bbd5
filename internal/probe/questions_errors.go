package main

import (
	"bytes"
	"net/http"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

var errorQuestions = []*question{
	{
		numbers: "C12, C13", title: "credits", product: product.SMS, most: 2, ask: askCredits,
	},
	{
		numbers: "C15, C26, U1, U4", title: "wrong and missing keys, missing parameters, and the language of messages",
		product: product.SMS, most: 9, ask: askErrors,
	},
	{
		numbers: "U5, U10", title: "malformed JSON, and a body that is a form", product: product.SMS, most: 2, ask: askBodies,
	},
}

func askCredits(a *asked) {
	me := a.get("/me", nil)
	credits, user := me.object("credits"), me.object("user")
	a.variant(me.degraded("credits"), "degraded", "a success without data")
	if credits == nil || !me.succeeded() {
		a.note(me.arrived(), "The credits could not be read, so the probe makes nothing on this account")
		return
	}
	a.probe.usable[product.SMS.Name] = true
	a.probe.credits[product.SMS.Name] = creditsOf(me)
	_, eco := credits["creditSmsECO"]
	_, lowCost := credits["creditSmsLowCost"]
	a.variant(lowCost && !eco, "low-cost-credits", "creditSmsLowCost in the place of creditSmsECO")
	a.note(lowCost && eco, "Both creditSmsECO and creditSmsLowCost are there")
	_, solde := credits["solde"]
	_, balance := credits["balance"]
	a.variant(balance && !solde, "balance-only", "balance without solde")
	_, first := user["firstname"]
	_, last := user["lastname"]
	a.variant(!first && !last, "username-only", "no names beside the user's username")
	a.variant(isText(credits["creditSms"]), "numbers-as-strings", "creditSms is a text")
	xml := a.get("/me", map[string]any{"_format": "xml"})
	a.expect(hasAll(credits, "balance", "solde", "creditSms", "creditSmsECO"), hasAll(user, "username", "firstname", "lastname"))
	a.expect(isNumber(credits["creditSms"]), xml.isXML())
	a.note(xml.arrived() && !xml.isXML(), "_format=xml is not answered in XML")
}

func askErrors(a *asked) {
	wrong := a.do(call{method: http.MethodGet, path: "/me", otherKey: wrongKey})
	missing := []*answer{
		a.do(call{method: http.MethodGet, path: "/me", noKey: true}),
		a.get("/message-status", map[string]any{"messageId": unknownID}),
		a.get("/message-status", nil),
		a.get("/bulk-status", nil),
		a.post("/multi-status", map[string]any{"SMSStatut_List": []any{}}),
		a.post("/lookup", nil),
	}
	unknown := a.get("/bulk-status", map[string]any{"messageId": unknownID})
	group := a.do(call{method: http.MethodGet, path: "/group/list", otherKey: wrongKey})
	a.note(group.refused() && group.code() != "10", "A wrong key on the pages of contacts gets code "+group.code()+", not 10")
	a.expect(wrong.refusedWith("10"), wrong.has("message"), unknown.refusedWith("4"))
	a.expect(group.refusedWith("10"))
	for _, each := range missing {
		a.expect(each.refused())
	}
	a.judgeStatuses(wrong, missing, unknown)
	message := wrong.text("message")
	a.variant(strings.Contains(message, "API key"), "english", "messages are in English")
	a.variant(bytes.Contains(wrong.body, []byte(`\u00`)), "escape-unicode", `letters with accents arrive as \u escapes`)
	a.variant(isText(wrong.content["code"]), "numbers-as-strings", "code is a text")
	a.variant(unknown.degraded("StatutResponse_List"), "degraded", "a success without data")
}

// judgeStatuses finds the form of the HTTP statuses of errors.
func (a *asked) judgeStatuses(wrong *answer, missing []*answer, unknown *answer) {
	if !wrong.refused() || !unknown.refused() {
		a.note(wrong.arrived() && !wrong.refused(), "A wrong key is not refused in the vendor's envelope")
		a.note(unknown.arrived() && !unknown.refused(), "An unknown message is not refused in the vendor's envelope")
		return
	}
	others, plain := 0, unknown.status == http.StatusOK
	for _, each := range missing {
		if each.status != http.StatusOK {
			others++
		}
	}
	switch {
	case wrong.status == http.StatusOK && others == 0 && plain:
	case wrong.status == http.StatusForbidden && others == 0 && plain:
		a.variantWith("recorded", "", "HTTP 403 for a wrong key, and 200 with success false for other errors")
	case wrong.status == http.StatusForbidden && others == len(missing) && unknown.status == http.StatusNotFound:
		a.variantWith("client-error-status", "", "errors come as 400, 403 and 404")
	default:
		a.note(true, "The HTTP statuses of errors are none of the simulator's forms: see the answers")
	}
}

func askBodies(a *asked) {
	cut := a.do(call{method: http.MethodPost, path: "/lookup", cut: true})
	a.note(cut.arrived() && cut.code() != "90", "Malformed JSON is not answered with code 90")
	a.note(cut.code() == "90" && cut.status != http.StatusBadRequest, "Code 90 does not come with HTTP 400")
	// Without a number: a form that is read lacks the number, and one that is not lacks all.
	form := a.do(call{method: http.MethodPost, path: "/lookup", form: true})
	a.expect(cut.code() == "90", cut.status == http.StatusBadRequest, form.code() == "1" || form.code() == "90" || form.code() == "10")
	switch form.code() {
	case "2":
		a.variantWith("form-bodies", "", "a form-encoded body is read")
	case "1", "90", "10":
	default:
		a.note(form.arrived(), "A form-encoded body is answered in a way of its own")
	}
}

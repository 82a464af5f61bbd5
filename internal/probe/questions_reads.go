package main

import (
	"encoding/json"
	"strings"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

var readQuestions = []*question{
	{
		numbers: "C37, U26", title: "lookup of your number", product: product.SMS,
		needs: []string{"-own-number"}, most: 3, ask: askLookup,
	},
	{
		numbers: "C2, C3, U13", title: "statuses of a message that does not exist", product: product.SMS,
		needs: []string{"-own-number"}, most: 3, ask: askUnknown,
	},
	{
		numbers: "general code 9", title: "status for a number that is no mobile", product: product.SMS,
		needs: []string{"-landline"}, most: 2, ask: askLandlineStatus,
	},
	{
		numbers: "C7, U14", title: "statuses of a message of yours", product: product.SMS,
		needs: []string{"-message-id"}, most: 3, ask: func(a *asked) {
			a.judgeStatus(a.probe.settings.messageID, a.probe.settings.phone)
		},
	},
	{
		numbers: "U21", title: "statistics", product: product.SMS, most: 4, ask: askStatistics,
	},
	{
		numbers: "C19, C20, U31", title: "pages of a group of yours", product: product.SMS,
		needs: []string{"-group"}, most: 3, ask: askPages,
	},
}

func askLookup(a *asked) {
	own := a.probe.settings.ownNumber
	found := a.post("/lookup", map[string]any{"phoneNumbers": own})
	for _, row := range found.rows("lookup") {
		a.expect(hasAll(row, "request", "type", "countryCode"))
		a.variant(strings.HasPrefix(textOf(row["request"]), "+"), "lookup-verbatim", "request keeps the plus sign")
		a.note(textOf(row["type"]) != "Mobile", "The type of a mobile number is "+textOf(row["type"]))
	}
	comma := a.post("/lookup", map[string]any{"phoneNumbers": own + ";" + own})
	a.expect(len(found.rows("lookup")) == 1, found.succeeded(), comma.refusedWith("3"))
	a.variant(comma.code() == "19", "general-comma-code", "numbers without commas get code 19, not 3")
	a.note(comma.succeeded(), "Numbers without commas are not refused")
}

func askUnknown(a *asked) {
	own := a.probe.settings.ownNumber
	one := a.get("/message-status", map[string]any{"messageId": unknownID, "phoneNumber": own})
	tag := a.get("/bulk-status-by-tag", map[string]any{"tag": unknownText})
	a.expect(one.refusedWith("4"), tag.refusedWith("4"))
	list := map[string]any{"SMSStatut_List": []map[string]any{{"phoneNumber": own, "messageId": 1}}}
	multi := a.post("/multi-status", list)
	if multi.noCall() {
		a.note(true, "POST /multi-status does not exist; the provider relies on it")
	}
	rows := multi.rows("StatutResponse_List")
	for _, row := range rows {
		_, coded := row["code"]
		a.variant(row["success"] == false && !coded, "no-item-code", "a failed item has no code")
	}
	a.expect(len(rows) == 1 && rows[0]["success"] == false && textOf(rows[0]["code"]) == "4")
	a.note(multi.arrived() && len(rows) == 0, "An unknown message is not answered as an item of the list")
}

func askLandlineStatus(a *asked) {
	landline := a.probe.settings.landline
	got := a.get("/message-status", map[string]any{"messageId": unknownID, "phoneNumber": landline})
	a.expect(got.refusedWith("4"))
	a.variant(got.code() == "9", "status-of-mobiles-only", "a number that is no mobile gets code 9, not 4")
	found := a.post("/lookup", map[string]any{"phoneNumbers": landline})
	for _, row := range found.rows("lookup") {
		a.note(true, "The type of this number is "+textOf(row["type"]))
	}
}

// judgeStatus reads the statuses of a message that is there. It returns that for one number.
func (a *asked) judgeStatus(id, number string) *answer {
	got := a.get("/message-status", map[string]any{"messageId": id, "phoneNumber": number})
	if !got.succeeded() {
		return got
	}
	date := got.text("date")
	a.expect(got.gives("messageId", "number", "date", "statut", "cost"), isNumber(got.content["cost"]))
	a.variant(date != "" && strings.Trim(date, "0123456789") == "", "unix-dates", "date is in Unix seconds")
	a.variant(strings.HasPrefix(got.text("number"), "+"), "international-numbers", "number has a plus sign")
	a.variant(isText(got.content["cost"]), "numbers-as-strings", "cost is a text")
	a.variant(isText(got.content["stopSms"]), "flags-as-strings", "stopSms is a text")
	a.get("/bulk-status", map[string]any{"messageId": id})
	a.post("/multi-status", map[string]any{"SMSStatut_List": []map[string]any{{"phoneNumber": number, "messageId": asNumber(id)}}})
	return got
}

func askStatistics(a *asked) {
	const path, layout = "/statistics/cost-resume", "02-01-2006"
	yesterday := a.probe.console.clock.now().AddDate(0, 0, -1).Format(layout)
	year := a.get(path, map[string]any{"interval": "last_twelve_months"})
	month := a.get(path, map[string]any{"interval": "last_month"})
	custom := a.get(path, map[string]any{"interval": "custom", "from": yesterday, "to": yesterday})
	a.get(path, nil)
	a.expect(year.gives("datas"), month.gives("datas"), custom.gives("datas"))
	small := false
	for _, row := range append(year.rows("datas"), append(month.rows("datas"), custom.rows("datas")...)...) {
		m := strings.TrimPrefix(textOf(row["m"]), "0")
		small = small || len(m) == 1
		a.variant(len(m) == 1 && m == textOf(row["m"]), "unpadded-month", `m is "9", not "09"`)
	}
	a.note(year.succeeded() && !small, "No month from January to September is listed, so the padding of m does not show")
	for _, row := range append(month.rows("datas"), custom.rows("datas")...) {
		a.variant(row["type"] == "day", "daily-statistics", "last_month or custom is told by days")
	}
	a.note(len(month.rows("datas"))+len(custom.rows("datas")) == 0, "Nothing was sent last month or yesterday, so type does not show")
}

func askPages(a *asked) {
	group := a.probe.settings.group
	first, rows := a.page(group, 1)
	if !first.succeeded() {
		return
	}
	total := first.text("total")
	a.expect(first.gives("total", "datas"))
	for _, row := range rows {
		a.expect(hasAll(row, "contactId", "phone"))
	}
	_, next := a.page(group, 2)
	switch n := len(rows); {
	case len(next) > 0 && textOf(next[0]["contactId"]) == textOf(rows[0]["contactId"]):
		a.variantWith("contact-last-page-repeats", "", "behind the last page, it comes again")
	case len(next) > 0 && n != 20:
		a.variantWith("contact-page-size", textOf(jsonNumber(n)), "a full page has another size than 20")
	}
	a.variant(len(next) > 0 && total == textOf(jsonNumber(len(rows))), "contact-total-of-page", "total counts the page, not the group")
}

// page reads a page of a group's contacts, with POST where GET does not exist.
func (a *asked) page(group string, n int) (*answer, []map[string]any) {
	params := map[string]any{"groupId": group, "page": n}
	got := a.get("/contact/list", params)
	if got.noCall() {
		got = a.post("/contact/list", params)
		a.variant(!got.noCall() && got.arrived(), "contact-list-post", "contacts are listed with POST")
	}
	rows := got.rows("datas")
	a.probe.contacts.list(rows)
	return got, rows
}

// asNumber writes an id as the documentation does where it can be a number.
func asNumber(id string) any {
	if isWholeNumber(id) {
		return json.Number(id)
	}
	return id
}

// inDays is a day from now as a send takes it.
func (p *probe) inDays(days int) string {
	paris, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		paris = time.UTC
	}
	return p.console.clock.now().In(paris).AddDate(0, 0, days).Format("02/01/2006")
}

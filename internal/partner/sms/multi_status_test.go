package sms

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// listed writes the items of a list for comparisons.
func listed(items []StatusItem) string {
	lines := make([]string, len(items))
	for i, item := range items {
		lines[i] = fmt.Sprintf("%s %s %t %q stop=%s spam=%s %s",
			or(item.MessageID, strings.Clone), or(item.PhoneNumber, strings.Clone), item.Found, or(item.Status, strings.Clone),
			or(item.StopSMS, strconv.FormatBool), or(item.IsSpam, strconv.FormatBool),
			or(item.Date, func(date time.Time) string { return date.Format(time.RFC3339) }))
	}
	return strings.Join(lines, "\n")
}

// documentedPairs are those of the documented example, of which the second one
// is not found.
var documentedPairs = []Pair{{"2270142", "+33600000001"}, {"1000", "+33600000002"}}

// documentedMessage is the one that is.
func documentedMessage() simulator.Message {
	return simulator.Message{ID: "2270142", Recipients: []simulator.Recipient{
		{Number: "+33600000001", Date: time.Unix(1517934416, 0)},
	}}
}

func TestMultiStatus_Documented(t *testing.T) {
	t.Parallel()
	const found = `2270142 +33600000001 true "Delivered" stop=false spam=false 2018-02-06T17:26:56+01:00`
	for name, test := range map[string]struct {
		variant simulator.Variant
		missing string
	}{
		"documented":       {simulator.Variant{}, `"Numéro introuvable" stop=- spam=- -`},
		"numbers as texts": {simulator.Variant{Forms: simulator.Forms{NumbersAsStrings: true}}, `"Numéro introuvable" stop=- spam=- -`},
		"no code":          {simulator.Variant{ItemForms: simulator.ItemForms{NoItemCode: true}, Forms: simulator.Forms{EscapeUnicode: true}}, `"Numéro introuvable" stop=- spam=- -`},
		"English":          {simulator.Variant{Forms: simulator.Forms{English: true}}, `"Number not found" stop=- spam=- -`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{Variant: test.variant}, simulator.DefaultAPIKey)
			s.AddMessage(documentedMessage())
			list, err := c.MultiStatus(t.Context(), documentedPairs)
			if err != nil {
				t.Fatal(err)
			}
			expect(t, "items", listed(list.Items), found+"\n1000 +33600000002 false "+test.missing)
			expectNoViolations(t, s)
			expect(t, "request", body(t, s.Requests()[0]),
				`{"SMSStatut_List":[{"phoneNumber":"+33600000001","messageId":2270142},{"phoneNumber":"+33600000002","messageId":1000}]}`)
		})
	}
}

// An id is the number that the vendor documents where it is one, digit for digit;
// another id goes as the text that it is.
func TestMultiStatus_IDs(t *testing.T) {
	t.Parallel()
	for id, want := range map[string]string{
		"300":                  `300`,
		"0":                    `"0"`,
		"9007199254740993":     `9007199254740993`,
		"18446744073709551615": `18446744073709551615`,
		"18446744073709551616": `"18446744073709551616"`,
		"0300":                 `"0300"`,
		"-300":                 `"-300"`,
		"+300":                 `"+300"`,
		"3e2":                  `"3e2"`,
		"300.0":                `"300.0"`,
		"02000000A1B2C3":       `"02000000A1B2C3"`,
	} {
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Script("multi-status", simulator.Step{Body: `{"success":true,"StatutResponse_List":[{"success":true,"phoneNumber":"+33600000001","messageId":` +
				want + `,"status":"Delivered"}]}`})
			list, err := c.MultiStatus(t.Context(), []Pair{{id, "+33600000001"}})
			if err != nil {
				t.Fatal(err)
			}
			expect(t, "id in the answer", *list.Items[0].MessageID, id)
			expect(t, "request", body(t, s.Requests()[0]), `{"SMSStatut_List":[{"phoneNumber":"+33600000001","messageId":`+want+`}]}`)
		})
	}
}

// item is an item of a scripted answer.
func item(id, number, status string) string {
	return fmt.Sprintf(`{"success":true,"messageId":%s,"phoneNumber":%q,"status":%q}`, id, number, status)
}

func scripted(items ...string) simulator.Step {
	return simulator.Step{Body: `{"success":true,"code":200,"StatutResponse_List":[` + strings.Join(items, ",") + `]}`}
}

// Each pair gets its own item, whatever the order and the spelling of the answer.
func TestMultiStatus_Order(t *testing.T) {
	t.Parallel()
	pairs := []Pair{{"300", "+33600000001"}, {"300", "+33600000002"}, {"301", "+33600000001"}}
	first, second, third := item("300", "+33600000001", "one"), item("300", "+33600000002", "two"), item("301", "+33600000001", "three")
	for name, items := range map[string][]string{
		"as asked":             {first, second, third},
		"another order":        {third, first, second},
		"ids as texts":         {item(`"301"`, "+33600000001", "three"), item(`"300"`, "+33600000002", "two"), item(`"300"`, "+33600000001", "one")},
		"national numbers":     {item("300", "0600000001", "one"), item("300", "06 00 00 00 02", "two"), item("301", "33600000001", "three")},
		"dialled from far":     {item("300", "0033600000001", "one"), item("300", "+33 6 00 00 00 02", "two"), item("301", "0600000001", "three")},
		"other spellings":      {`{"message_id":300,"phone":"0600000001","statut":"one"}`, `{"msgId":"300","number":"+33600000002","Status":"two"}`, third},
		"one without a number": {first, second, `{"messageId":301,"status":"three"}`},
		"one without an id":    {first, `{"phoneNumber":"+33600000002","status":"two"}`, third},
		"one twice":            {first, second, third, first},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Script("multi-status", scripted(items...))
			list, err := c.MultiStatus(t.Context(), pairs)
			if err != nil {
				t.Fatal(err)
			}
			got := list.Items
			expect(t, "items", len(got), len(pairs))
			for i, want := range []string{"one", "two", "three"} {
				expect(t, "status", *got[i].Status, want)
				expect(t, "found", got[i].Found, true)
			}
		})
	}
}

// What an answer leaves out has one reading where one thing was asked for.
func TestMultiStatus_OnePair(t *testing.T) {
	t.Parallel()
	for _, bare := range []string{`{"status":"one"}`, `{"status":"one","messageId":300}`, `{"status":"one","phoneNumber":"0600000001"}`} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("multi-status", scripted(bare))
		list, err := c.MultiStatus(t.Context(), []Pair{{"300", "+33600000001"}})
		if err != nil {
			t.Fatal(err)
		}
		expect(t, "status", *list.Items[0].Status, "one")
	}
}

// A pair without an item of its own is never given another one's, and an answer that
// contradicts itself, or is about something else too, proves nothing of any.
func TestMultiStatus_NoProof(t *testing.T) {
	t.Parallel()
	const second = "it leaves out message 300 to +33600000002"
	other := func(id, number string) string {
		return fmt.Sprintf("it lists message %q to %q, which is none or several of those asked for", id, number)
	}
	first, two := item("300", "+33600000001", "one"), item("300", "+33600000002", "two")
	with := func(member string) string {
		return `{"messageId":300,"phoneNumber":"+33600000002","status":"Delivered",` + member + `}`
	}
	for name, test := range map[string]struct {
		items []string
		want  string
	}{
		"one too few":             {[]string{first}, second},
		"none":                    {nil, "it leaves out message 300 to +33600000001"},
		"another number":          {[]string{first, item("300", "+33600000003", "other")}, other("300", "+33600000003")},
		"another number besides":  {[]string{first, two, item("300", "+33600000003", "other")}, other("300", "+33600000003")},
		"another message":         {[]string{first, item("301", "+33600000002", "other")}, other("301", "+33600000002")},
		"an id with a zero":       {[]string{first, item(`"0300"`, "+33600000002", "other")}, other("0300", "+33600000002")},
		"one twice":               {[]string{first, first}, second},
		"others, without name":    {[]string{first, `{"status":"a"}`, `{"status":"b"}`}, other("", "")},
		"only places":             {[]string{`{"status":"a"}`, `{"status":"b"}`}, other("", "")},
		"no number":               {[]string{first, item("300", "?", "other")}, other("300", "?")},
		"alike at the end":        {[]string{first, item("300", "0700000002", "other")}, other("300", "0700000002")},
		"of another country":      {[]string{first, item("300", "+32600000002", "other")}, other("300", "+32600000002")},
		"two statuses":            {[]string{first, two, item("300", "+33600000002", "other")}, "it tells two things of message 300 to +33600000002"},
		"two, in other spellings": {[]string{first, two, item("300", "0600000002", "other")}, "it tells two things of message 300 to +33600000002"},
		"success and a code":      {[]string{first, with(`"success":true,"code":4`)}, "its StatutResponse_List[1] reports success, but has code 4"},
		"failure and no code":     {[]string{first, with(`"success":false,"code":200`)}, "its StatutResponse_List[1] reports a failure, but has code 200"},
		"no clear success":        {[]string{first, with(`"success":"peut-être"`)}, "its StatutResponse_List[1] says neither that it succeeded nor that it failed"},
		"success and an error":    {[]string{first, with(`"success":true,"error":"Non"`)}, `its StatutResponse_List[1] reports success, but has "error"`},
		"two words":               {[]string{first, with(`"statut":"Waiting"`)}, `its "StatutResponse_List[1].status" is "Delivered", but its "StatutResponse_List[1].statut" is "Waiting"`},
		"a member twice":          {[]string{first, with(`"status":"Waiting"`)}, `its "StatutResponse_List[1].status" is no single text or number`},
		"two ids":                 {[]string{first, with(`"message_id":301`)}, `its "StatutResponse_List[1].messageId" is "300", but its "StatutResponse_List[1].message_id" is "301"`},
		"an id of no kind":        {[]string{first, with(`"message_id":{}`)}, `its "StatutResponse_List[1].message_id" is no single text or number`},
		"a status of no kind":     {[]string{first, with(`"statut":["Delivered"]`)}, `its "StatutResponse_List[1].statut" is no single text or number`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Script("multi-status", scripted(test.items...))
			_, err := c.MultiStatus(t.Context(), []Pair{{"300", "+33600000001"}, {"300", "+33600000002"}})
			expect(t, "detail", failure(t, err, "multi-status", partner.ReasonIncomplete).Detail, test.want)
		})
	}
	s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
	s.Script("multi-status", simulator.Step{Body: `{"success":true,"total":2,"StatutResponse_List":[` + first + `]}`})
	_, err := c.MultiStatus(t.Context(), []Pair{{"300", "+33600000001"}})
	expect(t, "detail", failure(t, err, "multi-status", partner.ReasonIncomplete).Detail, "its list is not whole by its own count")
}

// The vendor's most pairs of a request pass, one more does not.
func TestMultiStatus_Most(t *testing.T) {
	t.Parallel()
	s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
	pairs := make([]Pair, MaxPerRequest+1)
	for i := range pairs {
		pairs[i] = pairOf(i + 1)
	}
	list, err := c.MultiStatus(t.Context(), pairs[:MaxPerRequest])
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "found", slices.ContainsFunc(list.Items, func(i StatusItem) bool { return i.Found }), false)
	expect(t, "items", len(list.Items), MaxPerRequest)
	_, err = c.MultiStatus(t.Context(), pairs)
	expect(t, "meaning", failure(t, err, "multi-status", partner.ReasonVendor).Meaning(), partner.MeaningRefused)
	expectNoViolations(t, s)
}

// Only "not found" leaves the rest of a list standing: other verdicts on an item
// say nothing of its message, and pass for no status.
func TestMultiStatus_ItemRefused(t *testing.T) {
	t.Parallel()
	for code, meaning := range map[string]partner.Meaning{
		"96":  partner.MeaningAddressNotAllowed,
		"9":   partner.MeaningRefused,
		"777": partner.MeaningUnknown,
	} {
		t.Run(code, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Script("multi-status", scripted(item("300", "+33600000001", "one"),
				`{"success":false,"code":`+code+`,"messageId":300,"phoneNumber":"+33600000002","status":"Non"}`))
			_, err := c.MultiStatus(t.Context(), []Pair{{"300", "+33600000001"}, {"300", "+33600000002"}})
			failed := failure(t, err, "multi-status", partner.ReasonVendor)
			expect(t, "code", failed.Code, code)
			expect(t, "meaning", failed.Meaning(), meaning)
			expect(t, "words", failed.Words(), "+33600000002: Non")
		})
	}
}

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
		"numbers as texts": {simulator.Variant{NumbersAsStrings: true}, `"Numéro introuvable" stop=- spam=- -`},
		"no code":          {simulator.Variant{NoItemCode: true, EscapeUnicode: true}, `"Numéro introuvable" stop=- spam=- -`},
		"English":          {simulator.Variant{English: true}, `"Number not found" stop=- spam=- -`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{Variant: test.variant}, simulator.DefaultAPIKey)
			s.AddMessage(documentedMessage())
			items, err := c.MultiStatus(t.Context(), documentedPairs)
			if err != nil {
				t.Fatal(err)
			}
			expect(t, "items", listed(items), found+"\n1000 +33600000002 false "+test.missing)
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
		"0":                    `0`,
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
			items, err := c.MultiStatus(t.Context(), []Pair{{id, "+33600000001"}})
			if err != nil {
				t.Fatal(err)
			}
			expect(t, "id in the answer", *items[0].MessageID, id)
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
		"as asked":         {first, second, third},
		"another order":    {third, first, second},
		"ids as texts":     {item(`"301"`, "+33600000001", "three"), item(`"300"`, "+33600000002", "two"), item(`"300"`, "+33600000001", "one")},
		"national numbers": {item("300", "0600000001", "one"), item("300", "06 00 00 00 02", "two"), item("301", "33600000001", "three")},
		"dialled from far": {item("300", "0033600000001", "one"), item("300", "+33 6 00 00 00 02", "two"), item("301", "0600000001", "three")},
		"without numbers":  {`{"messageId":300,"status":"one"}`, `{"messageId":300,"status":"two"}`, `{"messageId":301,"status":"three"}`},
		"without ids":      {`{"phoneNumber":"+33600000001","status":"one"}`, `{"phoneNumber":"+33600000002","status":"two"}`, `{"phoneNumber":"+33600000001","status":"three"}`},
		"bare":             {`{"status":"one"}`, `{"status":"two"}`, `{"status":"three"}`},
		"another one more": {item("300", "+33600000003", "other"), first, second, third},
		"one twice":        {first, second, third, first},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Script("multi-status", scripted(items...))
			got, err := c.MultiStatus(t.Context(), pairs)
			if err != nil {
				t.Fatal(err)
			}
			expect(t, "items", len(got), len(pairs))
			for i, want := range []string{"one", "two", "three"} {
				expect(t, "status", *got[i].Status, want)
				expect(t, "found", got[i].Found, true)
			}
		})
	}
}

// A pair without an item of its own is never given another one's.
func TestMultiStatus_ItemMissing(t *testing.T) {
	t.Parallel()
	const second = "it leaves out message 300 to +33600000002"
	first := item("300", "+33600000001", "one")
	for name, test := range map[string]struct {
		items []string
		want  string
	}{
		"one too few":          {[]string{first}, second},
		"none":                 {nil, "it leaves out message 300 to +33600000001"},
		"another number":       {[]string{first, item("300", "+33600000003", "other")}, second},
		"another message":      {[]string{first, item("301", "+33600000002", "other")}, second},
		"one twice":            {[]string{first, first}, second},
		"others, without name": {[]string{first, `{"status":"a"}`, `{"status":"b"}`}, second},
		"no number":            {[]string{first, item("300", "?", "other")}, second},
		"alike at the end":     {[]string{first, item("300", "0700000002", "other")}, second},
		"of another country":   {[]string{first, item("300", "+32600000002", "other")}, second},
		"contradicting":        {[]string{first, item("300", "+33600000002", "two"), item("300", "+33600000002", "other")}, "it tells two things of message 300 to +33600000002"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Script("multi-status", scripted(test.items...))
			items, err := c.MultiStatus(t.Context(), []Pair{{"300", "+33600000001"}, {"300", "+33600000002"}})
			failed := failure(t, err, "multi-status", partner.ReasonIncomplete)
			expect(t, "detail", failed.Detail, test.want)
			expect(t, "items", len(items), 0)
		})
	}
}

// The vendor's most pairs of a request pass, one more does not.
func TestMultiStatus_Most(t *testing.T) {
	t.Parallel()
	s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
	pairs := make([]Pair, MaxPerRequest+1)
	for i := range pairs {
		pairs[i] = pairOf(i)
	}
	items, err := c.MultiStatus(t.Context(), pairs[:MaxPerRequest])
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "not found", len(items)-slices.IndexFunc(items, func(i StatusItem) bool { return !i.Found }), MaxPerRequest)
	_, err = c.MultiStatus(t.Context(), pairs)
	expect(t, "meaning", failure(t, err, "multi-status", partner.ReasonVendor).Meaning(), partner.MeaningTooMany)
	expectNoViolations(t, s)
}

// Only "not found" leaves the rest of a list standing: other verdicts on an item
// say nothing of its message, and pass for no status.
func TestMultiStatus_ItemRefused(t *testing.T) {
	t.Parallel()
	for code, meaning := range map[string]partner.Meaning{
		"96":  partner.MeaningAddressNotAllowed,
		"9":   partner.MeaningNotMobile,
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

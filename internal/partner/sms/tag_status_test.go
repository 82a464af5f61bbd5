package sms

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

func TestTagStatus_Documented(t *testing.T) {
	t.Parallel()
	for name, variant := range map[string]simulator.Variant{
		"documented":       {},
		"numbers as texts": {Forms: simulator.Forms{NumbersAsStrings: true}},
		"flags as texts":   {Forms: simulator.Forms{FlagsAsStrings: true}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{Variant: variant}, simulator.DefaultAPIKey)
			s.AddMessage(exampleMessage("promo1", "Waiting"))
			status, err := c.TagStatus(t.Context(), "promo1")
			if err != nil {
				t.Fatal(err)
			}
			expect(t, "items", listed(status.Items), exampleItems("Waiting"))
			expect(t, "total", or(status.Total, decimal), "2")
			expectNoViolations(t, s)
			expect(t, "requests", pagesAsked(s), "first")
		})
	}
}

func decimal(n int64) string { return fmt.Sprint(n) }

// pagesAsked lists the pages that were asked for.
func pagesAsked(s *simulator.Simulator) string {
	var pages []string
	for _, request := range s.Requests("bulk-status-by-tag") {
		page := "first"
		if request.Query.Has("page") {
			page = request.Query.Get("page")
		}
		pages = append(pages, page)
	}
	return strings.Join(pages, " ")
}

// numbers lists the recipients of a tag by their last digit.
func numbers(items []StatusItem) string {
	var last strings.Builder
	for _, item := range items {
		number := or(item.PhoneNumber, strings.Clone)
		last.WriteString(number[len(number)-1:])
	}
	return last.String()
}

// recipients is a message to numbers with these last digits.
func recipients(digits string, date time.Time) simulator.Message {
	m := simulator.Message{Tag: "promo"}
	for _, digit := range digits {
		m.Recipients = append(m.Recipients, simulator.Recipient{Number: "+3360000000" + string(digit), Date: date})
	}
	return m
}

func TestTagStatus_Pages(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		variant  simulator.Variant
		messages []string
		items    string
		total    string
		pages    string
	}{
		"one page":                 {simulator.Variant{}, []string{"12345"}, "12345", "5", "first"},
		"a page that is full":      {simulator.Variant{TagForms: simulator.TagForms{TagPageSize: 5}}, []string{"12345"}, "12345", "5", "first"},
		"three pages":              {simulator.Variant{TagForms: simulator.TagForms{TagPageSize: 2}}, []string{"12345"}, "12345", "5", "first 2 3"},
		"totals as texts":          {simulator.Variant{TagForms: simulator.TagForms{TagPageSize: 2}, Forms: simulator.Forms{NumbersAsStrings: true}}, []string{"12345"}, "12345", "5", "first 2 3"},
		"page is ignored":          {simulator.Variant{TagForms: simulator.TagForms{TagPageSize: 2, TagPageIgnored: true}}, []string{"12345"}, "12", "5", "first 2"},
		"several messages":         {simulator.Variant{TagForms: simulator.TagForms{TagPageSize: 2}}, []string{"123", "4"}, "1234", "4", "first 2"},
		"the same numbers again":   {simulator.Variant{TagForms: simulator.TagForms{TagPageSize: 2}}, []string{"12", "12", "12"}, "121212", "6", "first 2 3"},
		"the same, page ignored":   {simulator.Variant{TagForms: simulator.TagForms{TagPageSize: 2, TagPageIgnored: true}}, []string{"12", "12"}, "12", "4", "first 2"},
		"one number over and over": {simulator.Variant{TagForms: simulator.TagForms{TagPageSize: 1}}, []string{"1", "1", "1"}, "111", "3", "first 2 3"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{Variant: test.variant}, simulator.DefaultAPIKey)
			for i, digits := range test.messages {
				s.AddMessage(recipients(digits, time.Unix(int64(i), 0)))
			}
			status, err := c.TagStatus(t.Context(), "promo")
			if err != nil {
				t.Fatal(err)
			}
			expect(t, "items", numbers(status.Items), test.items)
			expect(t, "total", or(status.Total, decimal), test.total)
			expect(t, "pages", pagesAsked(s), test.pages)
			expectNoViolations(t, s)
		})
	}
}

// page is a scripted page of a tag; head holds its counters.
func page(head, digits string) simulator.Step {
	var items []string
	for _, digit := range digits {
		items = append(items, `{"phoneNumber":"+3360000000`+string(digit)+`","status":"Delivered"}`)
	}
	return simulator.Step{Body: `{"success":true,` + head + `"StatutResponse_List":[` + strings.Join(items, ",") + `]}`}
}

// Whatever the counters say, reading ends, and with no number twice that stood
// in the list once.
func TestTagStatus_StrangePages(t *testing.T) {
	t.Parallel()
	again := func(step simulator.Step) simulator.Step { step.Repeat = true; return step }
	nameless := simulator.Step{Body: `{"success":true,"total":1000000000,"StatutResponse_List":[{"status":"Waiting"}]}`, Repeat: true}
	for name, test := range map[string]struct {
		script []simulator.Step
		items  string
		total  string
		pages  string
	}{
		"no total":                      {[]simulator.Step{again(page(``, "12"))}, "12", "-", "first"},
		"total too low":                 {[]simulator.Step{again(page(`"total":1,`, "12"))}, "12", "1", "first"},
		"nothing":                       {[]simulator.Step{again(page(`"total":0,`, ""))}, "", "0", "first"},
		"nothing, but counted":          {[]simulator.Step{again(page(`"total":7,`, ""))}, "", "7", "first"},
		"ends early":                    {[]simulator.Step{page(`"total":5,`, "12"), page(`"currentPage":2,"total":5,`, "3"), again(page(`"currentPage":3,"total":5,`, ""))}, "123", "5", "first 2 3"},
		"page is ignored, no page told": {[]simulator.Step{again(page(`"total":5,`, "12"))}, "12", "5", "first 2"},
		"page is ignored, a status moved on": {[]simulator.Step{
			{Body: `{"success":true,"total":5,"StatutResponse_List":[{"phoneNumber":"+33600000001","status":"Waiting"}]}`}, again(page(`"total":5,`, "1")),
		}, "1", "5", "first 2"},
		"page is ignored, other order":             {[]simulator.Step{page(`"currentPage":1,"total":5,`, "12"), again(page(`"currentPage":1,"total":5,`, "21"))}, "12", "5", "first 2"},
		"page is echoed, but ignored":              {[]simulator.Step{page(`"currentPage":1,"total":5,`, "12"), page(`"currentPage":2,"total":5,`, "12")}, "12", "5", "first 2"},
		"page is echoed, but ignored, other order": {[]simulator.Step{page(`"currentPage":1,"total":4,`, "12"), page(`"currentPage":2,"total":4,`, "21")}, "12", "4", "first 2"},
		"an earlier page again": {[]simulator.Step{
			page(`"total":9,`, "12"), page(`"currentPage":2,"total":9,`, "34"), page(`"currentPage":3,"total":9,`, "12"),
		}, "1234", "9", "first 2 3"},
		"the list grew meanwhile":  {[]simulator.Step{page(`"total":4,`, "12"), page(`"currentPage":2,"total":5,`, "23")}, "12", "4", "first 2"},
		"second page is refused":   {[]simulator.Step{page(`"total":4,`, "12"), {Status: http.StatusBadRequest, Body: `{"success":false,"code":9,"message":"Non"}`}}, "12", "4", "first 2"},
		"second page is not found": {[]simulator.Step{page(`"total":4,`, "12"), {Body: `{"success":false,"code":4,"message":"Introuvable"}`}}, "12", "4", "first 2"},
		"second page has no list":  {[]simulator.Step{page(`"total":4,`, "12"), {Body: `{"success":true}`}}, "12", "4", "first 2"},
		"items without numbers":    {[]simulator.Step{nameless}, "-", "1000000000", "first 2"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Script("bulk-status-by-tag", test.script...)
			status, err := c.TagStatus(t.Context(), "promo")
			if err != nil {
				t.Fatal(err)
			}
			expect(t, "items", numbers(status.Items), test.items)
			expect(t, "total", or(status.Total, decimal), test.total)
			expect(t, "pages", pagesAsked(s), test.pages)
		})
	}
}

// Pages that overlap hide what they leave out, and a list of another tag proves nothing.
func TestTagStatus_NoProof(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		script []simulator.Step
		doubt  string
	}{
		"pages that overlap":                {[]simulator.Step{page(`"currentPage":1,"total":4,`, "12"), page(`"currentPage":2,"total":4,`, "23")}, "its page 2 repeats the end of the one before"},
		"the same numbers, not at the edge": {[]simulator.Step{page(`"currentPage":1,"total":4,`, "12"), page(`"currentPage":2,"total":4,`, "13")}, ""},
		"pages without a count":             {[]simulator.Step{page(`"currentPage":1,"nbPages":3,`, "12")}, "it is one of 3 pages"},
		"begins elsewhere":                  {[]simulator.Step{page(`"currentPage":2,"total":2,`, "12")}, "it starts with page 2"},
		"fewer than counted":                {[]simulator.Step{page(`"total":3,`, "12"), page(`"total":3,`, "12")}, "it counts 3 recipients, but lists 2"},
		"its own tag":                       {[]simulator.Step{page(`"tag":"promo","total":2,`, "12")}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Script("bulk-status-by-tag", test.script...)
			list, err := c.TagStatus(t.Context(), "promo")
			if err != nil {
				t.Fatal(err)
			}
			expect(t, "doubt", list.Doubt, test.doubt)
		})
	}
	for _, other := range []string{
		`{"success":true,"tag":"other","StatutResponse_List":[{"phoneNumber":"+33600000001","status":"Delivered"}]}`,
		`{"success":true,"StatutResponse_List":[{"phoneNumber":"+33600000001","status":"Delivered","tag":"other"}]}`,
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("bulk-status-by-tag", simulator.Step{Body: other})
		_, err := c.TagStatus(t.Context(), "promo")
		expect(t, "detail", failure(t, err, "bulk-status-by-tag", partner.ReasonIncomplete).Detail, `it is not about tag promo, but about tag "other"`)
	}
}

// A page that fails is asked for again by itself; one that can't be read fails
// the call, since the rest would pass for all.
func TestTagStatus_PageFails(t *testing.T) {
	t.Parallel()
	bubble.Run(t, simulator.Options{Variant: simulator.Variant{TagForms: simulator.TagForms{TagPageSize: 2}}}, func(t *testing.T, w *bubble.World) {
		w.AddMessage(recipients("12345", time.Now()))
		c := New(w.Config(1))
		unavailable := simulator.Step{Status: http.StatusServiceUnavailable}
		w.Script("bulk-status-by-tag", simulator.Step{Process: true}, unavailable)
		status, err := c.TagStatus(t.Context(), "promo")
		if err != nil {
			t.Fatal(err)
		}
		expect(t, "items", numbers(status.Items), "12345")
		expect(t, "pages", pagesAsked(w.Simulator), "first 2 2 3")

		w.Script("bulk-status-by-tag", simulator.Step{Process: true}, unavailable, unavailable)
		status, err = c.TagStatus(t.Context(), "promo")
		expect(t, "attempts", failure(t, err, "bulk-status-by-tag", partner.ReasonStatus).Attempts, 2)
		expect(t, "items beside the error", numbers(status.Items), "12")
	})
}

// A list that grows with each page ends all the same.
func TestTagStatus_Endless(t *testing.T) {
	t.Parallel()
	s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
	steps := make([]simulator.Step, 0, maxTagPages+1)
	for i := range maxTagPages + 1 {
		steps = append(steps, simulator.Step{Body: fmt.Sprintf(
			`{"success":true,"currentPage":%d,"total":1000000000000000,"StatutResponse_List":[{"phoneNumber":"+336%08d","status":"Waiting"}]}`, i+1, i)})
	}
	s.Script("bulk-status-by-tag", steps...)
	status, err := c.TagStatus(t.Context(), "promo")
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "items", len(status.Items), maxTagPages)
	expect(t, "requests", len(s.Requests()), maxTagPages)
}

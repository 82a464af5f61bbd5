package sms

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const (
	bulkStatusPath = wire.BasePath + "/bulk-status"
	byTagPath      = wire.BasePath + "/bulk-status-by-tag"
)

func TestBulkStatus_DocumentedExample(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	s.AddMessage(Message{ID: "300", Recipients: []Recipient{
		{Number: "+33600000001", Date: time.Unix(1517989111, 0)},
		{Number: "+33600000002", Date: time.Unix(1517989112, 0), Statuses: []string{statusNotDelivered}},
	}})
	status, body := get(t, s, bulkStatusPath, query("messageId", "300"))
	expect(t, "status", status, http.StatusOK)
	expectDocumented(t, body, "bulk_status.json")
	expectNoViolations(t, s)
}

// Two messages have the tag, as an answer over all of them may.
func TestBulkStatusByTag_DocumentedExample(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	s.AddMessage(Message{Tag: "promo1", Recipients: []Recipient{{Number: "0600000001", Date: time.Unix(1517989111, 0)}}})
	s.AddMessage(Message{Tag: "promo2", Recipients: []Recipient{{Number: "0600000003"}}})
	s.AddMessage(Message{Tag: "promo1", Recipients: []Recipient{{
		Number: "0600000002", Date: time.Unix(1517989112, 0), Statuses: []string{statusWaiting},
	}}})
	status, body := get(t, s, byTagPath, query("tag", "promo1"))
	expect(t, "status", status, http.StatusOK)
	expectDocumented(t, body, "bulk_status_by_tag.json")
	expectNoViolations(t, s)
}

func TestBulkStatus_Refusals(t *testing.T) {
	t.Parallel()
	const noID, noIDEnglish = "L'ID du message est requis", "Message ID is required"
	const unknown, unknownEnglish = "Message introuvable", "Message not found"
	expectRefusals(t, http.MethodGet, bulkStatusPath, map[string]refusal{
		"no id":      {query: query(), code: "3", french: noID, english: noIDEnglish},
		"unknown id": {query: query("messageId", "5"), code: "4", french: unknown, english: unknownEnglish},
	})
	expectRefusals(t, http.MethodGet, byTagPath, map[string]refusal{
		"no tag":          {query: query(), code: "3", french: noID, english: noIDEnglish},
		"unknown tag":     {query: query("tag", "promo1"), code: "4", french: unknown, english: unknownEnglish},
		"page without":    {query: query("tag", "promo1", "page", "2"), code: "4", french: unknown, english: unknownEnglish},
		"untagged is not": {query: query("tag", " "), code: "4", french: unknown, english: unknownEnglish},
	})
}

// items are the numbers, words and flags of an answer.
func items(t *testing.T, body string) string {
	t.Helper()
	var answer struct {
		Items []struct {
			Number string `json:"phoneNumber"`
			Status string `json:"status"`
			Stop   bool   `json:"stopSMS"`
		} `json:"StatutResponse_List"`
	}
	if err := json.Unmarshal([]byte(body), &answer); err != nil {
		t.Fatalf("%v in %q", err, body)
	}
	var all []string
	for _, i := range answer.Items {
		all = append(all, fmt.Sprint(i.Number, i.Status, i.Stop))
	}
	return strings.Join(all, " ")
}

func TestBulkStatus_Order(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	s.AddMessage(Message{ID: "7", Recipients: []Recipient{
		{Number: "0600000009"},
		{Number: "+4915112345678", StopSMS: true},
		{Number: "0600000001"},
		{Number: "0600000005", NotFound: true},
		{Number: "+33600000009", Statuses: []string{"ko"}},
	}})
	_, body := get(t, s, bulkStatusPath, query("messageId", "7"))
	expect(t, "items", items(t, body), "+33600000009kofalse +4915112345678Deliveredtrue +33600000001Deliveredfalse")
	expect(t, "id", fields(t, body)["message_id"], any("7"))
}

func TestBulkStatus_Nobody(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	s.AddMessage(Message{ID: "7", Tag: "t", Recipients: []Recipient{{Number: "0600000001", NotFound: true}}})
	s.AddMessage(Message{ID: "8"})
	_, body := get(t, s, bulkStatusPath, query("messageId", "7"))
	expect(t, "a message that no number knows", body, errorAnswer("4", "Message introuvable"))
	_, body = get(t, s, byTagPath, query("tag", "t"))
	expect(t, "a tag that no number knows", body, errorAnswer("4", "Message introuvable"))
	_, body = get(t, s, bulkStatusPath, query("messageId", "8"))
	expectFields(t, body, `"success": true`, `"StatutResponse_List": []`)
}

func TestBulkStatus_AfterSend(t *testing.T) {
	t.Parallel()
	c := newClock()
	s := New(Options{Options: wire.Options{Now: c.Now}, DeliveryDelay: time.Minute})
	post(t, s, sendPath, sendBody(t, "phoneNumbers", "+33600000092,+33600000001,+33600000093", "tag", "promo1"))
	post(t, s, sendPath, sendBody(t, "phoneNumbers", "+33600000002", "tag", "promo1"))
	post(t, s, sendPath, sendBody(t, "phoneNumbers", "+33600000003"))
	_, body := get(t, s, bulkStatusPath, query("messageId", "1112"))
	expect(t, "items after the send", items(t, body), "+33600000092Waitingfalse +33600000001Waitingfalse")
	c.advance(time.Minute)
	_, body = get(t, s, bulkStatusPath, query("messageId", "1112"))
	expect(t, "items later", items(t, body), "+33600000092Deliveredtrue +33600000001Deliveredfalse")
	_, body = get(t, s, byTagPath, query("tag", "promo1"))
	expect(t, "items by tag", items(t, body), "+33600000092Deliveredtrue +33600000001Deliveredfalse +33600000002Deliveredfalse")
	expect(t, "total", fields(t, body)["total"], any(json.Number("3")))
	expectNoViolations(t, s)
}

func TestBulkStatusByTag_Pages(t *testing.T) {
	t.Parallel()
	const huge = "9223372036854775807"
	for name, test := range map[string]struct {
		variant Variant
		pages   map[string]string // The last digits of the numbers by page asked for.
		current map[string]string // The current page, where it is not the one asked for.
	}{
		"one page":   {Variant{}, map[string]string{"": "12345", "1": "12345", "2": "", huge: ""}, map[string]string{"": "1"}},
		"two":        {Variant{TagForms: TagForms{TagPageSize: 2}}, map[string]string{"": "12", "1": "12", "2": "34", "3": "5", "4": "", huge: "", "0": "12", "x": "12"}, map[string]string{"": "1", "0": "1", "x": "1"}},
		"five":       {Variant{TagForms: TagForms{TagPageSize: 5}}, map[string]string{"1": "12345", "2": ""}, nil},
		"six":        {Variant{TagForms: TagForms{TagPageSize: 6}}, map[string]string{"1": "12345", "2": ""}, nil},
		"ignored":    {Variant{TagForms: TagForms{TagPageSize: 2, TagPageIgnored: true}}, map[string]string{"": "12", "2": "12", huge: "12"}, map[string]string{"": "1", "2": "1", huge: "1"}},
		"ignored, 0": {Variant{TagForms: TagForms{TagPageIgnored: true}}, map[string]string{"2": "12345"}, map[string]string{"2": "1"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := New(Options{Variant: test.variant})
			s.AddMessage(Message{ID: "7", Tag: "t", Recipients: []Recipient{{Number: "+33600000001"}, {Number: "+33600000002"}, {Number: "+33600000003"}}})
			s.AddMessage(Message{ID: "8", Tag: "t", Recipients: []Recipient{{Number: "+33600000004"}, {Number: "+33600000009", NotFound: true}, {Number: "+33600000005"}}})
			for asked, want := range test.pages {
				_, body := get(t, s, byTagPath, query("tag", "t", "page", asked))
				got := ""
				for item := range strings.FieldsSeq(items(t, body)) {
					got += strings.TrimSuffix(strings.TrimPrefix(item, "+3360000000"), "Deliveredfalse")
				}
				expect(t, "numbers of page "+asked, got, want)
				current, other := test.current[asked]
				if !other {
					current = asked
				}
				expect(t, "current page for "+asked, fields(t, body)["currentPage"], any(json.Number(current)))
				expect(t, "total of page "+asked, fields(t, body)["total"], any(json.Number("5")))
			}
		})
	}
}

// What a page does not show has not been read.
func TestBulkStatusByTag_ReadsOnePage(t *testing.T) {
	t.Parallel()
	s := New(Options{Variant: Variant{TagForms: TagForms{TagPageSize: 1}}})
	s.AddMessage(Message{ID: "7", Tag: "t", Recipients: []Recipient{
		{Number: "+33600000001", Statuses: []string{"a", "b"}}, {Number: "+33600000002", Statuses: []string{"a", "b"}},
	}})
	for _, want := range []string{"+33600000001afalse", "+33600000001bfalse"} {
		_, body := get(t, s, byTagPath, query("tag", "t"))
		expect(t, "first page", items(t, body), want)
	}
	_, body := get(t, s, byTagPath, query("tag", "t", "page", "2"))
	expect(t, "second page", items(t, body), "+33600000002afalse")
}

func TestAddMessage_ReplacedKeepsItsPlace(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	for _, m := range []Message{
		{ID: "7", Tag: "old", Recipients: []Recipient{{Number: "+33600000001"}}},
		{ID: "8", Tag: "t", Recipients: []Recipient{{Number: "+33600000002"}}},
		{ID: "7", Tag: "t", Recipients: []Recipient{{Number: "+33600000003"}}},
	} {
		s.AddMessage(m)
	}
	_, body := get(t, s, byTagPath, query("tag", "t"))
	expect(t, "items", items(t, body), "+33600000003Deliveredfalse +33600000002Deliveredfalse")
	_, body = get(t, s, byTagPath, query("tag", "old"))
	expect(t, "the tag before", body, errorAnswer("4", "Message introuvable"))
}

func TestBulkStatus_Violations(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ path, query, want string }{
		"format":        {bulkStatusPath, query("messageId", "1111", "_format", "json").Encode(), `unknown parameter "_format"`},
		"id in words":   {bulkStatusPath, query("messageId", "x").Encode(), "is not a whole number"},
		"number":        {bulkStatusPath, query("messageId", "1", "phoneNumber", "0600000000").Encode(), `unknown parameter "phoneNumber"`},
		"tag format":    {byTagPath, query("tag", "t", "_format", "json").Encode(), `unknown parameter "_format"`},
		"tag":           {byTagPath, query("tag", "Promo 1").Encode(), "is not a tag"},
		"page in words": {byTagPath, query("tag", "t", "page", "x").Encode(), "is not a number from 1"},
		"page 0":        {byTagPath, query("tag", "t", "page", "0").Encode(), "is not a number from 1"},
		"page":          {byTagPath, query("tag", "t", "page", "2").Encode(), ""},
		"per page":      {byTagPath, query("tag", "t", "nb_per_page", "2").Encode(), `unknown parameter "nb_per_page"`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := New(Options{})
			ask(t, s, http.MethodGet, test.path+"?"+test.query, "")
			expectViolation(t, s, "GET "+test.path+": ", test.want)
		})
	}
}

package sms

import (
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// exampleMessage is the one that the pages of bulk-status and bulk-status-by-tag
// print, as far as they agree.
func exampleMessage(tag, second string) simulator.Message {
	return simulator.Message{ID: "300", Tag: tag, Recipients: []simulator.Recipient{
		{Number: "+33600000001", Date: time.Unix(1517989111, 0)},
		{Number: "+33600000002", Date: time.Unix(1517989112, 0), Statuses: []string{second}},
	}}
}

// exampleItems is what the client reads of it.
func exampleItems(second string) string {
	return `- +33600000001 true "Delivered" stop=false spam=- 2018-02-07T08:38:31+01:00` + "\n" +
		`- +33600000002 true "` + second + `" stop=false spam=- 2018-02-07T08:38:32+01:00`
}

func TestBulkStatus_Documented(t *testing.T) {
	t.Parallel()
	for name, variant := range map[string]simulator.Variant{
		"documented":       {},
		"numbers as texts": {Forms: simulator.Forms{NumbersAsStrings: true}},
		"flags as texts":   {Forms: simulator.Forms{FlagsAsStrings: true}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{Variant: variant}, simulator.DefaultAPIKey)
			s.AddMessage(exampleMessage("", "Not delivered"))
			list, err := c.BulkStatus(t.Context(), "300")
			if err != nil {
				t.Fatal(err)
			}
			expect(t, "items", listed(list.Items), exampleItems("Not delivered"))
			expectNoViolations(t, s)
			expect(t, "query", s.Requests()[0].Query.Encode(), "apiKey="+simulator.DefaultAPIKey+"&messageId=300")
		})
	}
}

// What the documentation does not promise may be there, or not.
func TestBulkStatus_Items(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ items, want string }{
		"none":                 {``, ``},
		"bare":                 {`{}`, `- - true "-" stop=- spam=- -`},
		"with a cost":          {`{"phoneNumber":"+33600000001","status":"Delivered","cost":"0.038 EUR"}`, `- +33600000001 true "Delivered" stop=- spam=- -`},
		"failed":               {`{"phoneNumber":"+33600000001","success":false,"status":"Numéro introuvable"}`, `- +33600000001 false "Numéro introuvable" stop=- spam=- -`},
		"flag as multi-status": {`{"status":"Waiting","stopSms":"1"}`, `- - true "Waiting" stop=true spam=- -`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Script("bulk-status", scripted(test.items))
			list, err := c.BulkStatus(t.Context(), "300")
			if err != nil {
				t.Fatal(err)
			}
			expect(t, "items", listed(list.Items), test.want)
		})
	}
}

// Another message's recipients must not vouch for a delivery.
func TestBulkStatus_OtherMessage(t *testing.T) {
	t.Parallel()
	for id, fits := range map[string]bool{`"300"`: true, `300`: true, `null`: true, `"301"`: false, `301`: false} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("bulk-status", simulator.Step{Body: `{"success":true,"message_id":` + id + `,"StatutResponse_List":[]}`})
		_, err := c.BulkStatus(t.Context(), "300")
		if fits {
			expect(t, id, err, nil)
			continue
		}
		expect(t, id, failure(t, err, "bulk-status", partner.ReasonIncomplete).Detail, "it is not about message 300, but about message \"301\"")
	}
}

// A list that can't be whole says so: what it leaves out could be anything.
func TestBulkStatus_Doubt(t *testing.T) {
	t.Parallel()
	const two = `{"phoneNumber":"+33600000001","status":"Delivered"},{"phoneNumber":"+33600000002","status":"Delivered"}`
	for name, test := range map[string]struct{ head, items, want string }{
		"nothing against it":   {``, two, ""},
		"as many as it counts": {`"total":2,"nbData":"2",`, two, ""},
		"fewer than it counts": {`"total":3,`, two, "it counts 3 recipients, but lists 2"},
		"more than it counts":  {`"count":"1",`, two, "it counts 1 recipients, but lists 2"},
		"two counts":           {`"count":1,"total":2,`, two, "it counts 1 recipients in one place and 2 in another"},
		"a count of no kind":   {`"total":"many",`, two, `the number of recipients, "total", can't be read`},
		"another page":         {`"currentPage":2,`, two, "it starts with page 2"},
		"one twice":            {`"total":3,`, two + `,{"phoneNumber":"06 00 00 00 01","status":"Delivered"}`, "it lists 06 00 00 00 01 twice"},
		"one without a number": {`"total":1,`, `{"status":"Delivered"}`, "it lists a recipient without a number"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Script("bulk-status", simulator.Step{Body: `{"success":true,` + test.head + `"StatutResponse_List":[` + test.items + `]}`})
			list, err := c.BulkStatus(t.Context(), "300")
			if err != nil {
				t.Fatal(err)
			}
			expect(t, "doubt", list.Doubt, test.want)
		})
	}
}

// Nor must what an item says of itself be about another message.
func TestBulkStatus_ItemOfAnother(t *testing.T) {
	t.Parallel()
	for member, fits := range map[string]bool{`"messageId":300`: true, `"message_id":"300"`: true, `"messageId":301`: false, `"msgId":"0300"`: false, `"message_id":[300]`: false} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("bulk-status", scripted(`{"phoneNumber":"+33600000001","status":"Delivered",`+member+`}`))
		_, err := c.BulkStatus(t.Context(), "300")
		expect(t, member, err == nil, fits)
	}
}

// A value beside the statuses that can't be read withholds none.
func TestBulkStatus_Unread(t *testing.T) {
	t.Parallel()
	s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
	s.Script("bulk-status", scripted(`{"phoneNumber":"+33600000001","status":"Delivered","stopSMS":"peut-être","date":"-0001-11-30 00:00:00"}`))
	list, err := c.BulkStatus(t.Context(), "300")
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "items", listed(list.Items), `- +33600000001 true "Delivered" stop=- spam=- -`)
	expect(t, "unread", strings.Join(list.Unread, "\n"), `"StatutResponse_List[0].date" holds "-0001-11-30 00:00:00", which is not a date in a form that the vendor documents`+"\n"+
		`"StatutResponse_List[0].stopSMS" holds "peut-être", which is not true or false`)
}

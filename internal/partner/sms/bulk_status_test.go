package sms

import (
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
		"numbers as texts": {NumbersAsStrings: true},
		"flags as texts":   {FlagsAsStrings: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{Variant: variant}, simulator.DefaultAPIKey)
			s.AddMessage(exampleMessage("", "Not delivered"))
			items, err := c.BulkStatus(t.Context(), "300")
			if err != nil {
				t.Fatal(err)
			}
			expect(t, "items", listed(items), exampleItems("Not delivered"))
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
			items, err := c.BulkStatus(t.Context(), "300")
			if err != nil {
				t.Fatal(err)
			}
			expect(t, "items", listed(items), test.want)
		})
	}
}

// Another message's recipients must not vouch for a delivery.
func TestBulkStatus_OtherMessage(t *testing.T) {
	t.Parallel()
	for id, fits := range map[string]bool{`"300"`: true, `300`: true, `"0300"`: true, `null`: true, `"301"`: false, `301`: false} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("bulk-status", simulator.Step{Body: `{"success":true,"message_id":` + id + `,"StatutResponse_List":[]}`})
		_, err := c.BulkStatus(t.Context(), "300")
		if fits {
			expect(t, id, err, nil)
			continue
		}
		expect(t, id, failure(t, err, "bulk-status", partner.ReasonIncomplete).Detail, "it is not about message 300, but about message 301")
	}
}

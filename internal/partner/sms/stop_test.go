package sms

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// withStops are the options of an account that answers in these forms.
func withStops(forms sms.StopForms) simulator.Options {
	return simulator.Options{Variant: simulator.Variant{StopForms: forms}}
}

// What can't be read of an entry is left out. An entry that can't be told from others, or
// a list that may lack some, makes the whole list no answer.
func TestStopNumbers(t *testing.T) {
	t.Parallel()
	for answer, want := range map[string]string{
		`"nbData": 0, "data": []`: `[]`,
		`"nbData": 1, "data": [{"id": 19, "phoneNumber": "+33600000003", "createdAt": "2024-07-20 10:19:45"}]`: `[{"ID":"19","PhoneNumber":"+33600000003","CreatedAt":"2024-07-20T10:19:45+02:00","Unread":null}]`,
		`"nbData": "1", "data": [{"id": "19", "createdAt": "soon"}]`:                                           `[{"ID":"19","PhoneNumber":null,"CreatedAt":null,"Unread":["\"data[0].createdAt\" holds \"soon\", which is not a date in a form that the vendor documents"]}]`,
		`"nbData": 2, "data": [{"id": 19}, {"id": 19}]`:                                                        `[{"ID":"19"`,
		`"data": [{"phoneNumber": "+33600000003"}]`:                                                            `its data[0] has no id`,
		`"data": [{"id": 1, "phoneNumber": "+33600000003"}, {"id": 1, "phoneNumber": "+33600000004"}]`:         `it lists the id 1 with two numbers`,
		`"data": [{"id": 1, "phoneNumber": "+33600000003", "phone": "+33600000004"}]`:                          `but its "data[0].phoneNumber" is "+33600000003"`,
		`"nbData": 30, "data": [{"id": 1}]`:                                                                    `its list is not whole by its own count`,
		`"nbData": 1, "nbPages": 2, "data": [{"id": 1}]`:                                                       `its list is one of several pages`,
		`"nbData": 0`:                              `[]`,
		`"nbData": 0, "data": {}`:                  `[]`,
		`"nbData": 0, "message": "Erreur interne"`: `the answer reports success, but has no "data"`,
		`"nbData": 0, "data": null`:                `[]`,
		`"nbData": 3, "data": ""`:                  `its list is not whole by its own count`,
		`"data": null`:                             `the answer reports success, but has no "data"`,
		`"data": {}`:                               `the answer reports success, but has no "data"`,
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("stop-sms/list", simulator.Step{Body: `{"success": true, "code": 200, ` + answer + `}`})
		stops, err := c.StopNumbers(t.Context())
		got, _ := json.Marshal(stops)
		if err != nil {
			got = []byte(failure(t, err, "stop-sms/list", partner.ReasonIncomplete).Detail)
		}
		if !strings.Contains(string(got), want) {
			t.Errorf("%s:\ngot  %s\nwant %s", answer, got, want)
		}
	}
}

func TestStopNumbers_Part(t *testing.T) {
	t.Parallel()
	s, c := start(t, withStops(sms.StopForms{StopListLimit: 1}), simulator.DefaultAPIKey)
	s.AddStop("+33600000003")
	s.AddStop("+33600000004")
	_, err := c.StopNumbers(t.Context())
	expect(t, "detail", failure(t, err, "stop-sms/list", partner.ReasonIncomplete).Detail, "its list is not whole by its own count")
}

// A number that can't be read may be any number.
func TestStopNumber(t *testing.T) {
	t.Parallel()
	for number, test := range map[string]struct{ is, readable bool }{
		"+33600000003":   {true, true},
		"33600000003":    {true, true},
		"06 00 00 00 03": {true, true},
		"+33600000004":   {false, true},
		"336****0003":    {false, false},
		"-":              {false, false},
	} {
		stop := StopNumber{PhoneNumber: &number}
		expect(t, number+" is", stop.Is("+33600000003"), test.is)
		expect(t, number+" is readable", stop.IsReadable(), test.readable)
	}
	expect(t, "no number is", StopNumber{}.Is("+33600000003"), false)
	expect(t, "no number is readable", StopNumber{}.IsReadable(), false)
}

func TestAddStop(t *testing.T) {
	t.Parallel()
	for want, forms := range map[string]sms.StopForms{"300": {StopIDInRefusal: true}, "1300": {OtherStopIDs: true}} {
		s, c := start(t, withStops(forms), simulator.DefaultAPIKey)
		id, err := c.AddStop(t.Context(), "+33600000003")
		if err != nil {
			t.Fatal(err)
		}
		expect(t, "id", id, want)
		expect(t, "body", body(t, s.Requests()[0]), `{"phoneNumber":"+33600000003"}`)
		_, err = c.AddStop(t.Context(), "+33600000003")
		failed := failure(t, err, "stop-sms/add", partner.ReasonVendor)
		expect(t, "meaning", failed.Meaning(), partner.MeaningExists)
		// The id of an entry that was there before is no sign that this call made it.
		expect(t, "outcome unknown", failed.OutcomeUnknown(), false)
		expectNoViolations(t, s)
	}
}

func TestAddStop_Refused(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]partner.Meaning{
		"1": partner.MeaningKeyMissing, "2": partner.MeaningRefused, "3": partner.MeaningExists, "9": partner.MeaningRefused, "10": partner.MeaningKeyInvalid,
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("stop-sms/add", simulator.Step{Body: `{"success": false, "code": ` + code + `}`})
		_, err := c.AddStop(t.Context(), "+33600000003")
		expect(t, code, failure(t, err, "stop-sms/add", partner.ReasonVendor).Meaning(), want)
	}
	// Two of the vendor's samples send another name. What has that form misses the number.
	_, c := start(t, withStops(sms.StopForms{StopNumberPlural: true}), simulator.DefaultAPIKey)
	_, err := c.AddStop(t.Context(), "+33600000003")
	expect(t, "code", failure(t, err, "stop-sms/add", partner.ReasonVendor).Code, "2")
}

func TestAddStop_Unclear(t *testing.T) {
	t.Parallel()
	for answer, detail := range map[string]string{
		`"code": 200, "stopId": 0`: `its "stopId" is 0`,
		`"code": 200`:              `it reports success, but has no "stopId"`,
		`"code": 200, "stopId": 300, "phoneNumber": "+33600000004"`:       `it is not about number +33600000003, but about number "+33600000004"`,
		`"code": 3, "stopId": 300`:                                        `the answer reports success, but has code 3`,
		`"code": 200, "stopId": 300, "stop_id": 301, "message": "queued"`: `its "stopId" is "300", but its "stop_id" is "301"`,
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("stop-sms/add", simulator.Step{Body: `{"success": true, ` + answer + `}`})
		_, err := c.AddStop(t.Context(), "+33600000003")
		failed := failure(t, err, "stop-sms/add", partner.ReasonIncomplete)
		expect(t, "detail", failed.Detail, detail)
		expect(t, "outcome unknown", failed.OutcomeUnknown(), true)
		expect(t, "requests", len(s.Requests()), 1)
	}
}

func TestDeleteStop(t *testing.T) {
	t.Parallel()
	s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
	s.AddStop("+33600000003")
	if err := c.DeleteStop(t.Context(), "300"); err != nil {
		t.Fatal(err)
	}
	expect(t, "numbers", len(s.StoppedNumbers()), 0)
	expect(t, "not found", partner.IsNotFound(c.DeleteStop(t.Context(), "300")), true)
	s.Script("stop-sms/delete", simulator.Step{Body: `{"success": true, "code": 200, "id": 301}`})
	failed := failure(t, c.DeleteStop(t.Context(), "300"), "stop-sms/delete", partner.ReasonIncomplete)
	expect(t, "detail", failed.Detail, `it is not about entry 300, but about entry "301"`)
	expectNoViolations(t, s)
}

// A GET that deletes is made once, whatever becomes of it, and in the documented form only.
func TestDeleteStop_Once(t *testing.T) {
	t.Parallel()
	s, url := simulator.Start(t, simulator.Options{})
	c := New(partner.Config{BaseURL: url, APIKey: simulator.DefaultAPIKey, MaxRetries: 3, RequestTimeout: 10 * time.Second})
	s.AddStop("+33600000003")
	s.Script("stop-sms/delete", simulator.Step{Process: true, Status: http.StatusBadGateway})
	expect(t, "outcome unknown", partner.OutcomeUnknown(c.DeleteStop(t.Context(), "300")), true)
	expect(t, "requests", len(s.Requests()), 1)

	other, c := start(t, withStops(sms.StopForms{StopDeleteByAdd: true}), simulator.DefaultAPIKey)
	other.AddStop("+33600000003")
	expect(t, "outcome unknown", partner.OutcomeUnknown(c.DeleteStop(t.Context(), "300")), false)
	expect(t, "numbers", len(other.StoppedNumbers()), 1)
	expect(t, "requests", len(other.Requests()), 1)
}

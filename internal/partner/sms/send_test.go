package sms

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// What is sent is what is set, under the vendor's names and in its types. The
// simulator takes it all without a complaint.
func TestSend_Parameters(t *testing.T) {
	t.Parallel()
	yes, no := true, false
	numbers := []string{"+33600000001", "+33600000002"}
	at := func(value string) time.Time {
		moment, err := time.Parse(time.RFC3339, value)
		if err != nil {
			t.Fatal(err)
		}
		return moment
	}
	scheduled := func(value string) SendRequest {
		return SendRequest{Numbers: numbers[:1], Text: "Hello", Scheduled: at(value)}
	}
	for name, test := range map[string]struct {
		request SendRequest
		path    string
		body    string
	}{
		"single": {
			SendRequest{Numbers: numbers, Text: "Hello"},
			"send",
			`{"message":"Hello","phoneNumbers":"+33600000001,+33600000002"}`,
		},
		"single, everything": {
			SendRequest{
				Numbers: numbers[:1], Text: "Hello", Gamme: Premium, Sender: "ACME", Tag: "promo1",
				Scheduled:   at("2030-10-21T09:00:00+02:00"),
				URLResponse: "http://127.0.0.1:1/reply", URLDlr: "http://127.0.0.1:1/dlr",
				IsStopSMS: &no, IsUnicode: &no, Sandbox: &yes,
			},
			"send",
			`{"gamme":1,"isStopSms":0,"isUnicode":0,"message":"Hello","minute":0,"phoneNumbers":"+33600000001","sandbox":1,` +
				`"scheduledDeliveryDate":"21/10/2030","sender":"ACME","tag":"promo1","time":9,` +
				`"urlDlr":"http://127.0.0.1:1/dlr","urlResponse":"http://127.0.0.1:1/reply"}`,
		},
		"low cost": {
			SendRequest{Numbers: numbers[:1], Text: "Hello", Gamme: LowCost, IsStopSMS: &no},
			"send",
			`{"gamme":2,"isStopSms":0,"message":"Hello","phoneNumbers":"+33600000001"}`,
		},
		"flags": {
			SendRequest{Numbers: numbers[:1], Text: "Hello", IsStopSMS: &yes, IsUnicode: &yes, Sandbox: &no},
			"send",
			`{"isStopSms":1,"isUnicode":1,"message":"Hello","phoneNumbers":"+33600000001","sandbox":0}`,
		},
		"midnight in summer": {
			scheduled("2030-06-30T22:00:00Z"), "send",
			`{"message":"Hello","minute":0,"phoneNumbers":"+33600000001","scheduledDeliveryDate":"01/07/2030","time":0}`,
		},
		"midnight in winter": {
			scheduled("2029-12-31T23:00:00Z"), "send",
			`{"message":"Hello","minute":0,"phoneNumbers":"+33600000001","scheduledDeliveryDate":"01/01/2030","time":0}`,
		},
		"leap day": {
			scheduled("2032-02-29T23:55:00+01:00"), "send",
			`{"message":"Hello","minute":55,"phoneNumbers":"+33600000001","scheduledDeliveryDate":"29/02/2032","time":23}`,
		},
		"the hour that is left out": {
			scheduled("2030-03-31T02:30:00+01:00"), "send",
			`{"message":"Hello","minute":30,"phoneNumbers":"+33600000001","scheduledDeliveryDate":"31/03/2030","time":3}`,
		},
		"bulk": {
			SendRequest{Kind: Bulk, Texts: []NumberText{{"+33600000001", "m1"}, {"+33600000002", "m \"2\""}}, Tag: "promo1", Sender: "ACME"},
			"bulk-send",
			`{"SMSList":[{"phoneNumber":"+33600000001","message":"m1"},{"phoneNumber":"+33600000002","message":"m \"2\""}],"sender":"ACME","tag":"promo1"}`,
		},
		"long number": {
			SendRequest{Kind: LongNumber, Numbers: numbers, From: "+33700000000", Text: "Hello", Sandbox: &yes},
			"vn/send",
			`{"from":"33700000000","message":"Hello","sandbox":1,"to":"33600000001,33600000002"}`,
		},
		"survey": {
			SendRequest{Kind: Survey, Numbers: numbers, SondageIdent: "SONDAGE_IDENT", Scheduled: at("2030-07-05T10:35:00+02:00")},
			"sondage/to/send",
			`{"minute":35,"phoneNumbers":"+33600000001,+33600000002","scheduledDeliveryDate":"05/07/2030","sondageIdent":"SONDAGE_IDENT","time":10}`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			expectSent(t, test.request, test.path, test.body)
		})
	}
}

// expectSent sends once, and wants a body that the simulator takes without a complaint.
func expectSent(t *testing.T, request SendRequest, path, want string) {
	t.Helper()
	s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
	sent, err := c.Send(t.Context(), request)
	if err != nil {
		t.Fatal(err)
	}
	requests := s.Requests()
	expect(t, "requests", len(requests), 1)
	expect(t, "path", strings.TrimPrefix(requests[0].Path, simulator.BasePath+"/"), path)
	expect(t, "body", body(t, requests[0]), want)
	expectNoViolations(t, s)
	expect(t, "messages", len(s.Sent()), 1)
	expect(t, "message id", sent.MessageID, s.Sent()[0].ID)
	expect(t, "scheduled", s.Sent()[0].Scheduled.Equal(request.Scheduled), true)
}

// The answers that the vendor documents, and their other spellings.
func TestSend_Answers(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ answer, want string }{
		"documented":   {`{"success":true,"code":200,"message_id":307,"nb_sms":1,"cost":0.038,"currency":"EUR"}`, "307 1 0.038 EUR"},
		"texts":        {`{"success":"1","code":"200","message_id":"307","nb_sms":"1","cost":"0.038","currency":"EUR"}`, "307 1 0.038 EUR"},
		"scheduled":    {`{"success":true,"code":200,"message_id":308,"nb_sms":1,"cost":0.038,"currency":"EUR","scheduledDeliveryDate":"2018-08-18 20:00:00"}`, "308 1 0.038 EUR at 2018-08-18T20:00:00+02:00"},
		"the id alone": {`{"success":true,"message_id":9007199254740993}`, "9007199254740993 - - -"},
		"bulk": {
			`{"success":true,"code":200,"message_id":2254444,"currency":"EUR","cost":0.076,"nbSMS":2,"SMSResponse_List":[` +
				`{"success":true,"code":200,"nbSms":1,"cost":0.038,"phoneNumber":"+33600000001"},` +
				`{"success":false,"code":"14","message":"Stop","phoneNumber":"+33600000002"},{"phoneNumber":"+33600000003"},{"code":55},{"success":true,"code":55}]}`,
			"2254444 2 0.076 EUR; +33600000001 true 200 - 1 0.038; +33600000002 false 14 Stop - -; +33600000003 true - - - -" +
				"; - false 55 - - -; - doubtful 55 - - -",
		},
		"a cost with a comma":    {`{"success":true,"message_id":4711,"nb_sms":1,"cost":"0,038"}`, `4711 1 0.038 -`},
		"a cost that is none":    {`{"success":true,"message_id":4711,"nb_sms":1,"cost":"free"}`, `4711 1 - -! "cost" holds "free", which is not a number`},
		"an item twice two":      {`{"success":true,"message_id":4711,"SMSResponse_List":[{"code":200,"code":9},{"code":200}]}`, `4711 - - -; - doubtful - - - -; - true 200 - - -! "SMSResponse_List[0].code" holds "two values", which is not one value`},
		"a count that is none":   {`{"success":true,"message_id":4711,"nb_sms":1.5}`, `4711 - - -! "nb_sms" holds "1.5", which is not a whole number`},
		"a date that is none":    {`{"success":true,"message_id":4711,"scheduledDeliveryDate":"soon"}`, `4711 - - -! "scheduledDeliveryDate" holds "soon", which is not a date in a form that the vendor documents`},
		"a list that is none":    {`{"success":true,"message_id":4711,"SMSResponse_List":"x"}`, `4711 - - -! "SMSResponse_List" holds "\"x\"", which is not a list`},
		"an item that is none":   {`{"success":true,"message_id":4711,"SMSResponse_List":[5,{"success":true,"phoneNumber":"+33600000001"}]}`, `4711 - - -; +33600000001 true - - - -! "SMSResponse_List[0]" holds "5", which is not an object`},
		"an item that is unsure": {`{"success":true,"message_id":4711,"SMSResponse_List":[{"success":"maybe","code":200}]}`, `4711 - - -; - doubtful 200 - - -! "SMSResponse_List[0].success" holds "maybe", which is not true or false`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Script("send", simulator.Step{Body: test.answer})
			sent, err := c.Send(t.Context(), SendRequest{Numbers: []string{"+33600000001"}, Text: "Hello"})
			if err != nil {
				t.Fatal(err)
			}
			expect(t, "answer", written(sent), test.want)
		})
	}
}

func written(s *Sent) string {
	itself := func(text string) string { return text }
	var b strings.Builder
	cost := func(c *Sent) string {
		if c.Cost == nil {
			return "-"
		}
		return c.Cost.Text('g', -1)
	}
	fmt.Fprintf(&b, "%s %s %s %s", s.MessageID, or(s.NbSMS, decimal), cost(s), or(s.Currency, itself))
	if s.Scheduled != nil {
		b.WriteString(" at " + s.Scheduled.Format(time.RFC3339))
	}
	for _, i := range s.Items {
		success := fmt.Sprint(i.Success)
		if i.Doubtful {
			success = "doubtful"
		}
		fmt.Fprintf(&b, "; %s %v %s %s %s %s", or(i.PhoneNumber, itself), success, or(i.Code, itself), or(i.Message, itself),
			or(i.NbSMS, decimal), cost(&Sent{Cost: i.Cost}))
	}
	for _, clause := range s.Unread {
		b.WriteString("! " + clause)
	}
	return b.String()
}

// Each code has its meaning in each way to send.
func TestSend_Codes(t *testing.T) {
	t.Parallel()
	for kind, op := range sends {
		for code, want := range op.Codes {
			s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Script(op.Path, simulator.Step{Body: fmt.Sprintf(`{"success":false,"code":%s,"message":"Non"}`, code)})
			_, err := c.Send(t.Context(), SendRequest{Kind: kind, Numbers: []string{"+33600000001"}, Text: "Hello"})
			failed := failure(t, err, op.Name, partner.ReasonVendor)
			expect(t, op.Name+" "+code, failed.Meaning(), want)
			expect(t, "success", *failed.Success, false)
		}
	}
}

// What contradicts the success that an answer reports leaves open whether the message
// went out. The id is kept, to look for it.
func TestSend_Contradictions(t *testing.T) {
	t.Parallel()
	for member, detail := range map[string]string{
		`"code":11,"message":"Non"`:    "the answer reports success, but has code 11",
		`"errors":[{"message":"Non"}]`: `the answer reports success, but has "errors"`,
		`"message_id":5`:               `it gives two values for "message_id"`,
		`"messageId":5`:                `its "messageId" is "5", but its "message_id" is "4711"`,
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("send", simulator.Step{Body: `{"success":true,"message_id":4711,` + member + `}`})
		_, err := c.Send(t.Context(), SendRequest{Numbers: []string{"+33600000001"}, Text: "Hello"})
		failed := failure(t, err, "send", partner.ReasonIncomplete)
		expect(t, "detail", failed.Detail, detail)
		expect(t, "was sent", failed.Sent, true)
		expect(t, "requests", len(s.Requests()), 1)
		if member != `"message_id":5` {
			expect(t, "id", AnsweredID(failed), "4711")
		}
	}
}

// An id is a positive whole number: an answer with anything else in its place may
// or may not have been a send.
func TestSend_ID(t *testing.T) {
	t.Parallel()
	for id, want := range map[string]string{
		"0": "", "false": "", "true": "", "-1": "", "1.5": "", `"0"`: "", `"none"`: "", `"+5"`: "", "1e3": "",
		"1": "1", `"4711"`: "4711", "9007199254740993": "9007199254740993",
	} {
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			for _, status := range []int{http.StatusOK, http.StatusNotFound} {
				s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
				s.Script("send", simulator.Step{Status: status, Body: `{"success":true,"code":200,"message_id":` + id + `}`})
				sent, err := c.Send(t.Context(), SendRequest{Numbers: []string{"+33600000001"}, Text: "Hello"})
				if status == http.StatusOK && want != "" {
					if err != nil || sent.MessageID != want {
						t.Errorf("got %v and %v", sent, err)
					}
					continue
				}
				reason := partner.ReasonIncomplete
				if status != http.StatusOK {
					reason = partner.ReasonStatus
				}
				expect(t, "id", AnsweredID(failure(t, err, "send", reason)), want)
			}
		})
	}
}

package sms

import (
	"fmt"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// dryRuns are the ways to send that have a sandbox, by the vendor's names.
var dryRuns = map[string]SendRequest{
	"send":      {Numbers: []string{"+33600000001"}, Text: "Hello"},
	"bulk-send": {Kind: Bulk, Texts: []NumberText{{"+33600000001", "Hello"}}},
	"vn/send":   {Kind: LongNumber, Numbers: []string{"+33600000001"}, From: "+33700000000", Text: "Hello"},
}

// The answer to a dry run needs no id if it has something else that only the answer to a send
// has.
func TestSend_DryRun(t *testing.T) {
	t.Parallel()
	yes := true
	for more, want := range map[string]string{
		`"message_id":307,"nb_sms":1`:                  "307 1 - -",
		`"message_id":307`:                             "307 - - -",
		`"nb_sms":1,"cost":0,"currency":"EUR"`:         " 1 0 EUR",
		`"nb_sms":"0"`:                                 " 0 - -",
		`"nbSMS":1`:                                    " 1 - -",
		`"cost":"0,038"`:                               " - 0.038 -",
		`"message_id":null,"nb_sms":1`:                 " 1 - -",
		`"message_id":"","cost":0`:                     " - 0 -",
		`"message_id":0,"cost":0`:                      " - 0 -",
		`"message":"Sandbox","cost":0,"nb_sms":"many"`: ` - 0 -! "nb_sms" holds "many", which is not a whole number`,
		`"SMSResponse_List":[{"success":true,"phoneNumber":"+33600000001"}]`:                 " - - -; +33600000001 true - - - -",
		`"SMSResponse_List":[{"success":false,"code":14,"phoneNumber":"+33600000001"}]`:      " - - -; +33600000001 false 14 - - -",
		`"SMSResponse_List":[{"phoneNumber":"+33600000001","nbSms":1,"cost":0}],"sandbox":1`: " - - -; +33600000001 true - - 1 0",
	} {
		for path, r := range dryRuns {
			s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Script(path, simulator.Step{Body: `{"success":true,"code":200,` + more + `}`})
			r.Sandbox = &yes
			sent, err := c.Send(t.Context(), r)
			if err != nil {
				t.Errorf("%s, %s: %v", path, more, err)
				continue
			}
			expect(t, path+", "+more, written(sent), want)
			expect(t, "requests", len(s.Requests()), 1)
		}
	}
}

// Without an id, what contradicts itself, is no success or could be any server's answer leaves
// open what became of a dry run.
func TestSend_DryRunUnclear(t *testing.T) {
	t.Parallel()
	yes := true
	const noID = `the answer reports success, but has no "message_id"`
	for answer, detail := range map[string]string{
		`{"success":true,"code":200,"message":"Request queued for processing"}`: noID,
		`{"success":true}`: noID,
		`{"success":true,"code":200,"currency":"EUR"}`:                             noID,
		`{"success":true,"code":200,"nb_sms":"many","cost":null}`:                  noID,
		`{"success":true,"code":200,"SMSResponse_List":[]}`:                        noID,
		`{"success":true,"code":200,"SMSResponse_List":[{"success":true}]}`:        noID,
		`{"success":true,"code":200,"nb_sms":1,"nb_sms":2}`:                        noID,
		`{"success":true,"code":11,"nb_sms":1,"cost":0}`:                           "the answer reports success, but has code 11",
		`{"success":true,"code":200,"nb_sms":1,"errors":[{"message":"Non"}]}`:      `the answer reports success, but has "errors"`,
		`{"success":true,"code":200,"nb_sms":1,"message_id":"none"}`:               `its message_id is "none", which is not a positive whole number`,
		`{"success":true,"code":200,"nb_sms":1,"message_id":-1}`:                   `its message_id is "-1", which is not a positive whole number`,
		`{"success":true,"code":200,"nb_sms":1,"message_id":[307]}`:                `its "message_id" is no single text or number`,
		`{"success":true,"code":200,"nb_sms":1,"message_id":307,"message_id":308}`: `it gives two values for "message_id"`,
		`{"success":true,"success":false,"nb_sms":1,"cost":0}`:                     `it gives two values for "success"`,
		`{"nb_sms":1,"cost":0}`:                                                    `the answer has neither a "success" that is true nor an error code`,
	} {
		for path, r := range dryRuns {
			s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Script(path, simulator.Step{Body: answer})
			r.Sandbox = &yes
			sent, err := c.Send(t.Context(), r)
			if sent != nil {
				t.Fatalf("%s: %s is taken for %v", path, answer, sent)
			}
			expect(t, path+", "+answer, failure(t, err, path, partner.ReasonIncomplete).Detail, detail)
			expect(t, "open", partner.OutcomeUnknown(err), true)
			expect(t, "requests", len(s.Requests()), 1)
		}
	}
}

// Nothing but an id proves a send that may reach somebody: one without sandbox, and one of a
// kind for which the vendor documents none.
func TestSend_RealNeedsID(t *testing.T) {
	t.Parallel()
	yes, no := true, false
	const answer = `{"success":true,"code":200,"nb_sms":1,"nbSMS":1,"nb_rcs":1,"cost":0,"currency":"EUR","SMSResponse_List":[{"success":true,"phoneNumber":"+33600000001"}]`
	requests := map[string]SendRequest{}
	for path, r := range dryRuns {
		requests[path+", no word of a sandbox"] = r
		r.Sandbox = &no
		requests[path+", no sandbox"] = r
	}
	requests["sondage/to/send"] = SendRequest{Kind: Survey, Numbers: []string{"+33600000001"}, SondageIdent: "A", Sandbox: &yes}
	requests["rcs/send"] = SendRequest{Kind: RCS, Numbers: []string{"+33600000001"}, Rich: &Rich{Text: "Hello"}, Sandbox: &yes}
	for name, r := range requests {
		for more, detail := range map[string]string{
			`}`:                   `the answer reports success, but has no "message_id"`,
			`,"message_id":null}`: `the answer reports success, but has no "message_id"`,
			`,"message_id":0}`:    `its message_id is "0", which is not a positive whole number`,
		} {
			s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Script(sends[r.Kind].Name, simulator.Step{Body: answer + more})
			sent, err := c.Send(t.Context(), r)
			if sent != nil {
				t.Fatalf("%s: it is taken for %v", name, sent)
			}
			what := fmt.Sprintf("%s %s", name, more)
			expect(t, what, failure(t, err, sends[r.Kind].Name, partner.ReasonIncomplete).Detail, detail)
			expect(t, what+": open", partner.OutcomeUnknown(err), true)
			expect(t, what+": requests", len(s.Requests()), 1)
		}
	}
}

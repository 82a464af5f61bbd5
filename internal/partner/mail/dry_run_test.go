package mail

import (
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// The answer to a dry run needs no id if it counts mails or has a cost. A mail that is sent needs
// one, as does an answer that any server could give.
func TestSend_DryRun(t *testing.T) {
	t.Parallel()
	yes, no := true, false
	const noID = `the answer reports success, but has no "messageId"`
	for more, want := range map[string]struct{ id, unclear, real string }{
		`"messageId":"300"`:                         {id: "300"},
		`"nbMail":1`:                                {real: noID},
		`"cost":"0"`:                                {real: noID},
		`"nbMail":2,"cost":0`:                       {real: noID},
		`"messageId":null,"nbMail":1`:               {real: noID},
		`"messageId":"","nbMail":1`:                 {real: noID},
		`"messageId":0,"nbMail":1`:                  {real: "its messageId is no id"},
		`"messageId":"a b","nbMail":1`:              {unclear: "its messageId is no id"},
		`"messageId":[300],"nbMail":1`:              {unclear: `its "messageId" is no single text or number`},
		`"messageId":1,"message_id":2,"nbMail":1`:   {unclear: `its "messageId" is "1", but its "message_id" is "2"`},
		`"message":"Request queued for processing"`: {unclear: noID},
		`"currency":"EUR"`:                          {unclear: noID},
		`"nbMail":"many"`:                           {unclear: noID},
		`"nbMail":1,"code":11`:                      {unclear: "the answer reports success, but its code can't be read"},
		`"nbMail":1,"errorCode":11`:                 {unclear: `the answer reports success, but has "errorCode"`},
	} {
		for name, sandbox := range map[string]*bool{"dry run": &yes, "real": nil, "no sandbox": &no} {
			s, c := serve(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Mail.Script("send", simulator.Step{Body: `{"success":true,"code":200,` + more + `}`})
			r := scheduled
			r.Sandbox = sandbox
			sent, err := c.Send(t.Context(), r)
			unclear := want.unclear
			if sandbox != &yes && want.real != "" {
				unclear = want.real
			}
			if unclear == "" {
				if err != nil || sent.MessageID != want.id {
					t.Errorf("%s, %s: got %v and %v", name, more, sent, err)
				}
				continue
			}
			if sent != nil {
				t.Fatalf("%s: %s is taken for %v", name, more, sent)
			}
			failed := failure(t, err, "send", partner.ReasonIncomplete)
			expect(t, "open", partner.OutcomeUnknown(err), true)
			if sandbox == &yes || want.real != "" {
				expect(t, name+", "+more, failed.Detail, unclear)
			}
			expect(t, "requests", len(s.Mail.Requests()), 1)
		}
	}
}

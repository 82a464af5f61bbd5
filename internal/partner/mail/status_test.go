package mail

import (
	"fmt"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

const delivered = `{"email":"a@example.com","token":"t1","status":"Delivered","cost":1,"stopMail":true,"date":"1599061044"}`

// Each form of an answer is read, or says why the list proves nothing.
func TestBulkStatus_Answers(t *testing.T) {
	t.Parallel()
	const first = "a@example.com Delivered true cost=1 stop=true 2020-09-02T17:37:24+02:00"
	for answer, want := range map[string]string{
		`{"success":true,"code":200,"messageId":"300","StatutResponseList":[` + delivered + `]}`:                                        first + "; ",
		`{"success":true,"code":200,"messageId":300,"total":1,"StatutResponseList":[` + delivered + `]}`:                                first + "; ",
		`{"success":true,"StatutResponse_List":[` + delivered + `]}`:                                                                    first + "; ",
		`{"success":true,"StatutResponseList":[]}`:                                                                                      "; ",
		`{"success":true,"StatutResponseList":[{"email":"a@example.com","status":"Bounced"}]}`:                                          "a@example.com Bounced true; ",
		`{"success":true,"StatutResponseList":[{"email":"a@example.com","success":false,"code":4,"status":"Introuvable"}]}`:             "a@example.com Introuvable false; ",
		`{"success":true,"StatutResponseList":[{"email":"a@example.com","success":false,"code":"4"}]}`:                                  "a@example.com - false; ",
		`{"success":true,"total":2,"StatutResponseList":[{"email":"a@example.com"}]}`:                                                   "a@example.com - true; it counts 2 recipients, but lists 1",
		`{"success":true,"total":1,"nbData":2,"StatutResponseList":[{"email":"a@example.com"}]}`:                                        "a@example.com - true; it counts ",
		`{"success":true,"total":"viele","StatutResponseList":[{"email":"a@example.com"}]}`:                                             `a@example.com - true; the number of recipients, "total", can't be read`,
		`{"success":true,"nbPages":2,"StatutResponseList":[{"email":"a@example.com"}]}`:                                                 "a@example.com - true; it is one of 2 pages",
		`{"success":true,"page":2,"StatutResponseList":[{"email":"a@example.com"}]}`:                                                    "a@example.com - true; it starts with page 2",
		`{"success":true,"StatutResponseList":[{"status":"Delivered"}]}`:                                                                "- Delivered true; it lists a recipient without an address",
		`{"success":true,"StatutResponseList":[{"email":"a@example.com","status":"Delivered"},{"email":"A@EXAMPLE.com","status":"x"}]}`: "a@example.com Delivered true, A@EXAMPLE.com x true; it lists A@EXAMPLE.com twice",
	} {
		s, c := serve(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Mail.Script("bulk-status", simulator.Step{Body: answer})
		list, err := c.BulkStatus(t.Context(), "300")
		if err != nil {
			t.Errorf("%s: %v", answer, err)
			continue
		}
		rows := make([]string, len(list.Items))
		for i, item := range list.Items {
			rows[i] = shown(item)
		}
		if got := strings.Join(rows, ", ") + "; " + list.Doubt; got != want && (!strings.HasSuffix(want, " ") || !strings.HasPrefix(got, want)) {
			t.Errorf("%s: got %q, want %q", answer, got, want)
		}
	}
}

// shown writes what a row says.
func shown(item StatusItem) string {
	parts := []any{"-", "-", item.Found}
	if item.Email != nil {
		parts[0] = *item.Email
	}
	if item.Status != nil {
		parts[1] = *item.Status
	}
	if item.Cost != nil {
		parts = append(parts, "cost="+item.Cost.Text('f', -1), fmt.Sprintf("stop=%t", *item.StopMail), item.Date.Format("2006-01-02T15:04:05Z07:00"))
	}
	return strings.TrimSuffix(fmt.Sprintln(parts...), "\n")
}

// An answer about another mail, or that contradicts itself, is an error: nothing in it proves
// a delivery. No error and no value has a token.
func TestBulkStatus_Rejected(t *testing.T) {
	t.Parallel()
	for answer, reason := range map[string]partner.Reason{
		`{"success":true,"messageId":"301","StatutResponseList":[` + delivered + `]}`:                                    partner.ReasonIncomplete,
		`{"success":true,"StatutResponseList":[{"messageId":"301","email":"a@example.com","status":"Delivered"}]}`:       partner.ReasonIncomplete,
		`{"success":true,"StatutResponseList":[{"email":"a@example.com","mail":"b@example.com","status":"Delivered"}]}`:  partner.ReasonIncomplete,
		`{"success":true,"StatutResponseList":[{"email":"a@example.com","status":"Delivered","statut":"Bounced"}]}`:      partner.ReasonIncomplete,
		`{"success":true,"StatutResponseList":[{"email":"a@example.com","status":"Delivered","success":true,"code":9}]}`: partner.ReasonIncomplete,
		`{"success":true,"StatutResponseList":[],"StatutResponse_List":[` + delivered + `]}`:                             partner.ReasonIncomplete,
		`{"success":true,"code":200}`: partner.ReasonIncomplete,
		`{"success":true,"StatutResponse_List":[` + delivered + `],"statutResponseList":[]}`:                                       partner.ReasonIncomplete,
		`{"success":true,"StatutResponseList":[{"email":"a@example.com","success":false,"code":96}]}`:                              partner.ReasonVendor,
		`{"success":false,"code":4,"StatutResponseList":[` + delivered + `]}`:                                                      partner.ReasonVendor,
		`{"success":true,"code":4,"StatutResponseList":[` + delivered + `]}`:                                                       partner.ReasonIncomplete,
		`{"success":true,"StatutResponseList":[{"email":"a@example.com","messageId":{"token":"0123456789abcdef0123456789abcd"}}]}`: partner.ReasonIncomplete,
	} {
		s, c := serve(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Mail.Script("bulk-status", simulator.Step{Body: answer})
		_, err := c.BulkStatus(t.Context(), "300")
		failed := failure(t, err, "bulk-status", reason)
		if strings.Contains(failed.Error(), "0123456789abcdef") || strings.Contains(failed.Error(), "t1") {
			t.Errorf("the error has a token: %s", failed)
		}
	}
}

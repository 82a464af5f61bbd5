package sending

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

func batch(count int) *sms.SendRequest {
	r := &sms.SendRequest{Kind: sms.Bulk}
	for i := range count {
		r.Texts = append(r.Texts, sms.NumberText{Number: fmt.Sprintf("+336%08d", i+1), Text: "Hello"})
	}
	return r
}

// What a batch's answer says of its numbers is told in a warning that counts, and
// what it does not say in another.
func TestBatchRemarks(t *testing.T) {
	t.Parallel()
	const (
		accepted = "SMS Partner accepted the batch of SMS (message 4711), but "
		refused  = "Warning|messages|Unable to send to every number of the batch|" + accepted
		untold   = "Warning|messages|Unable to read the result of every number of the batch|" + accepted
		again    = "\n\nTo reach them, send to them alone: sending this batch again sends to all its numbers again."
		read     = ": they may get the SMS or not.\n\nRead their status with the data source smspartner_bulk_status before you send to them again."
	)
	many := make([]string, 0, 500)
	for i := range 500 {
		many = append(many, fmt.Sprintf(`{"success":false,"code":14,"phoneNumber":"+336%08d"}`, i+1))
	}
	for name, test := range map[string]struct {
		count int
		items string
		want  [][]string // the parts of each warning
	}{
		"all":                  {2, `[{"success":true,"phoneNumber":"+33600000001"},{"success":true,"phoneNumber":"+33600000002"}]`, nil},
		"in another order":     {2, `[{"success":true,"phoneNumber":"0600000002"},{"success":true,"phoneNumber":"0033600000001"}]`, nil},
		"one refused":          {2, `[{"success":false,"code":14,"message":"En\nSTOP","phoneNumber":"0600000002"},{"code":200,"phoneNumber":"0600000001"}]`, [][]string{{refused + "refused 1 of its 2 numbers. Nothing is sent to these:\n\n- 1, 0600000002: code 14, \"En STOP\". One of these numbers is on the account's STOP list: its owner refuses SMS." + again}}},
		"without success":      {2, `[{"code":55,"phoneNumber":"0600000002"},{"phoneNumber":"0600000001"}]`, [][]string{{refused + "refused 1 of its 2 numbers. Nothing is sent to these:\n\n- 1, 0600000002: code 55. None of these numbers can be sent to." + again}}},
		"with nothing else":    {1, `[{"success":false,"phoneNumber":"0600000001"}]`, [][]string{{refused + "refused 1 of its 1 numbers. Nothing is sent to these:\n\n- 1, 0600000001: without a code." + again}}},
		"several codes":        {3, `[{"code":14,"phoneNumber":"0600000001"},{"code":777,"message":"Non","phoneNumber":"0600000002"},{"code":14,"phoneNumber":"0600000003"}]`, [][]string{{"\n\n- 2, 0600000001, 0600000003: code 14. One of these", "\n- 1, 0600000002: code 777, \"Non\"." + again}}},
		"a number left out":    {3, `[{"success":true,"phoneNumber":"0600000002"}]`, [][]string{{untold + "its answer is unclear about 2 of its 3 numbers, +33600000001, +33600000003" + read}}},
		"an item of nobody":    {1, `[{"success":false,"code":9}]`, [][]string{{refused + "refused 1 of its 1 numbers. Nothing is sent to these:\n\n- 1, a number that the answer does not name: code 9."}, {untold + "its answer is unclear about 1 of its 1 numbers, +33600000001" + read}}},
		"no list":              {7, `null`, [][]string{{untold + "its answer is unclear about 7 of its 7 numbers, +33600000001, +33600000002, +33600000003, +33600000004, +33600000005, and 2 more" + read}}},
		"500 refused":          {500, "[" + strings.Join(many, ",") + "]", [][]string{{"- 500, +33600000001, +33600000002, +33600000003, +33600000004, +33600000005, and 495 more: code 14."}}},
		"one twice, one never": {2, `[{"phoneNumber":"0600000001"},{"phoneNumber":"+33600000001"}]`, [][]string{{untold + "its answer is unclear about 1 of its 2 numbers, +33600000002" + read}}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
				w.Script("bulk-send", simulator.Step{Body: `{"success":true,"code":200,"message_id":4711,"SMSResponse_List":` + test.items + `}`})
				sent, diags := send(t, w, batch(test.count))
				if sent == nil {
					t.Fatalf("got %v", diags)
				}
				if len(diags) != len(test.want) {
					t.Fatalf("got %v, want %q", diags, test.want)
				}
				for i, want := range test.want {
					wantTold(t, diags[i:i+1], want...)
				}
			})
		})
	}
}

// Who waits for a batch waits for the numbers that were not refused, in whatever
// order the answer has them.
func TestDivide(t *testing.T) {
	t.Parallel()
	item := func(number string, success bool) sms.SentItem {
		return sms.SentItem{PhoneNumber: &number, Success: success}
	}
	for name, test := range map[string]struct {
		request *sms.SendRequest
		items   []sms.SentItem
		want    []string
	}{
		"one text":         {toThree(""), nil, []string{"+33600000001", "+33600000002", "+33600000003"}},
		"another order":    {batch(3), []sms.SentItem{item("0600000003", false), item("0600000001", true), item("0600000002", true)}, []string{"+33600000001", "+33600000002"}},
		"not mentioned":    {batch(3), []sms.SentItem{item("+33600000002", false)}, []string{"+33600000001", "+33600000003"}},
		"in doubt":         {batch(2), []sms.SentItem{{PhoneNumber: new("+33600000001"), Doubtful: true}, item("+33600000002", false)}, []string{"+33600000001"}},
		"no number at all": {batch(1), []sms.SentItem{{}}, []string{"+33600000001"}},
	} {
		taken, refused := divide(*test.request, &sms.Sent{Items: test.items})
		if !slices.Equal(taken, test.want) || len(taken)+len(refused) != len(test.request.Recipients()) {
			t.Errorf("%s: got %v and %v, want %v", name, taken, refused, test.want)
		}
	}
}

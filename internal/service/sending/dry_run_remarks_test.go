package sending

import (
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// What is odd about a dry run is told as of one: nobody gets it, and without an id nothing can be
// read or cancelled.
func TestRemarks_DryRun(t *testing.T) {
	t.Parallel()
	yes := true
	const (
		accepted = "SMS Partner accepted the batch of SMS (a dry run), but "
		nobody   = "This is a dry run: nobody gets an SMS."
		moved    = `,"scheduledDeliveryDate":"2041-01-01 09:00:00"`
	)
	for name, test := range map[string]struct {
		answer string
		want   [][]string // the parts of each warning
	}{
		"all":            {`"nbSMS":2,"SMSResponse_List":[{"phoneNumber":"0600000001"},{"phoneNumber":"0600000002"}]`, nil},
		"one refused":    {`"cost":0,"SMSResponse_List":[{"phoneNumber":"0600000001"},{"code":14,"phoneNumber":"0600000002"}]`, [][]string{{"Warning|messages|Unable to send to every number of the batch|" + accepted + "refused 1 of its 2 numbers:\n\n- 1, 0600000002: code 14.", nobody}}},
		"no list":        {`"nbSMS":2`, [][]string{{"Warning|messages|Unable to read the result of every number of the batch|" + accepted + "its answer is unclear about 2 of its 2 numbers, +33600000001, +33600000002.\n\n" + nobody}}},
		"unread":         {`"nbSMS":2,"cost":"free","SMSResponse_List":[{"phoneNumber":"0600000001"},{"phoneNumber":"0600000002"}]`, [][]string{{"Unable to read all of the answer", accepted + "part of its answer can't be read"}}},
		"moved":          {`"nbSMS":2,"SMSResponse_List":[{"phoneNumber":"0600000001"},{"phoneNumber":"0600000002"}]` + moved, [][]string{{"Warning|scheduled_delivery_date|Scheduled for another moment|" + accepted, nobody}}},
		"moved, an id":   {`"message_id":4711,"SMSResponse_List":[{"phoneNumber":"0600000001"},{"phoneNumber":"0600000002"}]` + moved, [][]string{{"Warning|scheduled_delivery_date|Scheduled for another moment|SMS Partner accepted the batch of SMS (message 4711), but ", nobody}}},
		"no list, an id": {`"message_id":4711`, [][]string{{"(message 4711)", "unclear about 2 of its 2 numbers", nobody}}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
				w.Script("bulk-send", simulator.Step{Body: `{"success":true,"code":200,` + test.answer + `}`})
				r := batch(2)
				r.Sandbox = &yes
				sent, diags := send(t, w, r)
				if sent == nil || len(diags) != len(test.want) {
					t.Fatalf("got %v and %v, want %q", sent, diags, test.want)
				}
				for i, want := range test.want {
					wantTold(t, diags[i:i+1], want...)
					for _, wrong := range []string{"send to them", "smspartner_bulk_status", "cancel", "(message )"} {
						if got := told(diags[i]); strings.Contains(got, wrong) {
							t.Errorf("%q is in %q", wrong, got)
						}
					}
				}
			})
		})
	}
}

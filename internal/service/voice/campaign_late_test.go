package voice

import (
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/voice"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// deposit is a voice message to one number, for a moment in RFC 3339 form.
func deposit(t *testing.T, moment string) *draft {
	t.Helper()
	number := types.SetValueMust(phone.Type{}, []attr.Value{phone.Number{StringValue: types.StringValue("+33600000001")}})
	values := map[string]attr.Value{
		argTokenAudio.Name: types.StringValue(documentedToken), argPhoneNumbers.Name: number, argScheduledDate.Name: types.StringValue(moment),
	}
	kindsOf := map[string]attr.Type{argTokenAudio.Name: types.StringType, argPhoneNumbers.Name: types.SetType{ElemType: phone.Type{}}, argScheduledDate.Name: types.StringType}
	d := kinds[0].draft(types.ObjectValueMust(kindsOf, values))
	if diags := d.ready("FR"); diags.HasError() {
		t.Fatal(text(diags))
	}
	return d
}

// The sixth message of a minute waits its turn, and is not sent if its moment is over by
// then. The clock in a bubble begins at midnight, 2000-01-01 UTC.
func TestSendOnce_Late(t *testing.T) {
	t.Parallel()
	for moment, sent := range map[string]int{"2000-01-01T00:01:00Z": 5, "2000-01-01T00:02:00Z": 6} {
		t.Run(moment, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
				client := voice.New(w.VoiceConfig(0))
				for range 5 {
					if _, diags := deposit(t, "2000-01-02T00:00:00Z").sendOnce(t.Context(), client); diags.HasError() {
						t.Fatal(text(diags))
					}
				}
				time.Sleep(30 * time.Second)
				_, diags := deposit(t, moment).sendOnce(t.Context(), client)
				if late := sent == 5; diags.HasError() != late || late && !strings.Contains(text(diags), "The calls are scheduled for 2000-01-01T00:01:00Z, and the vendor's limit lets this request leave only after this moment.") {
					t.Errorf("got %s", text(diags))
				}
				if got := len(w.Voice.Campaigns()); got != sent {
					t.Errorf("%d campaigns, want %d", got, sent)
				}
			})
		})
	}
}

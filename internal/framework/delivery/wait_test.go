package delivery_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/delivery"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
)

func TestWait_Outcome(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		until            types.String
		final, delivered bool
		want             wait.Outcome
	}{
		{types.StringNull(), false, false, wait.Pending},
		{types.StringNull(), true, true, wait.Success},
		{types.StringNull(), true, false, wait.Success},
		{types.StringValue("final"), false, false, wait.Pending},
		{types.StringValue("final"), true, true, wait.Success},
		{types.StringValue("final"), true, false, wait.Success},
		{types.StringValue("delivered"), false, false, wait.Pending},
		{types.StringValue("delivered"), true, true, wait.Success},
		{types.StringValue("delivered"), true, false, wait.Failure},
	} {
		w := delivery.Wait{Until: test.until}
		if got := w.Outcome(test.final, test.delivered); got != test.want {
			t.Errorf("until %s, final %v, delivered %v: %v, want %v", test.until, test.final, test.delivered, got, test.want)
		}
	}
}

// Without a wait nothing is wanted, and what is read is read once.
func TestWait_None(t *testing.T) {
	t.Parallel()
	var none *delivery.Wait
	if none.WantsDelivery() || none.Polling() != nil || none.Outcome(true, false) != wait.Success {
		t.Error("it wants something")
	}
}

func TestUndelivered(t *testing.T) {
	t.Parallel()
	const summary = "Unable to read message status"
	about := delivery.Subject(summary, "the message 1111 to +33600000000", func(error) diag.Diagnostic { return nil })
	got := delivery.Undelivered(about, `The message 1111 to +33600000000 has the final status "Not delivered"`)
	want := diag.NewAttributeErrorDiagnostic(path.Root("wait").AtName("until"), summary,
		"The message 1111 to +33600000000 has the final status \"Not delivered\". This wait requires delivery, and a "+
			"final status no longer changes.\n\nCheck that the number is in service and takes SMS, then send again. "+
			"To read a final status of any kind, set until to \"final\".")
	if !got.Equal(want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

// Of a wait that is over people learn how long delivery reports take.
func TestSubject_Normally(t *testing.T) {
	t.Parallel()
	about := delivery.Subject("s", "them", nil)
	diags := (&wait.Model{}).Diagnostics(&wait.TimeoutError{LastErr: nil, LastState: "one was not found"}, about, "")
	wantDetail(t, diags, []string{"or raise timeout. Delivery reports normally arrive within seconds, and within 48 hours at the latest."})
}

package virtualnumber

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

const number = "+33700000000"

var toNumber = sms.Forwarding{Type: sms.ForwardCalls, Param: "+33100000000"}

func answers(code int) simulator.Step {
	return simulator.Step{Body: fmt.Sprintf(`{"success": false, "code": %d, "message": "Non"}`, code)}
}

func told(diags diag.Diagnostics) string {
	var all strings.Builder
	for _, d := range diags {
		all.WriteString(d.Summary() + "\n" + d.Detail() + "\n")
	}
	return all.String()
}

// Whatever the vendor answers in turn, a change takes three requests at most, and says what
// is left.
func TestForward(t *testing.T) {
	t.Parallel()
	done := simulator.Step{Process: true}
	lost := simulator.Step{Process: true, Drop: simulator.DropDuring}
	const offNow = "Calls to +33700000000 are not forwarded now: SMS Partner disabled the forwarding, as the change needed, and did not set the new one. The next apply sets it."
	for name, test := range map[string]struct {
		steps    []simulator.Step
		left     left
		requests int
		want     string
	}{
		"set":                             {[]simulator.Step{done}, asWanted, 1, ""},
		"16, off, set":                    {[]simulator.Step{answers(16), done, done}, asWanted, 3, ""},
		"17, off, set":                    {[]simulator.Step{answers(17), done, done}, asWanted, 3, ""},
		"16, 18, set":                     {[]simulator.Step{answers(16), answers(18), done}, asWanted, 3, ""},
		"17, 14, set":                     {[]simulator.Step{answers(17), answers(14), done}, asWanted, 3, ""},
		"14":                              {[]simulator.Step{answers(14)}, asBefore, 1, "Nothing was changed. SMS Partner answers that call forwarding is not enabled."},
		"15":                              {[]simulator.Step{answers(15)}, asBefore, 1, "Nothing was changed. The virtual number is disabled."},
		"18":                              {[]simulator.Step{answers(18)}, asBefore, 1, "Nothing was changed. SMS Partner answers that call forwarding is not enabled."},
		"16, 16":                          {[]simulator.Step{answers(16), answers(16)}, asBefore, 2, "Nothing was changed: SMS Partner changes a forwarding only after it was disabled, and did not disable it. SMS Partner answers that calls are forwarded"},
		"16, 17":                          {[]simulator.Step{answers(16), answers(17)}, asBefore, 2, "and did not disable it."},
		"16, 15":                          {[]simulator.Step{answers(16), answers(15)}, asBefore, 2, "and did not disable it. The virtual number is disabled."},
		"16, off, 16":                     {[]simulator.Step{answers(16), done, answers(16)}, notForwarding, 3, offNow + " SMS Partner answers that calls are forwarded, or go to a voicemail, already."},
		"16, off, 17":                     {[]simulator.Step{answers(16), done, answers(17)}, notForwarding, 3, offNow},
		"17, 18, 14":                      {[]simulator.Step{answers(17), answers(18), answers(14)}, notForwarding, 3, offNow},
		"16, off, 12":                     {[]simulator.Step{answers(16), done, answers(12)}, notForwarding, 3, offNow + " SMS Partner does not take the number to which calls are to go."},
		"16, off, 15":                     {[]simulator.Step{answers(16), done, answers(15)}, notForwarding, 3, offNow + " The virtual number is disabled."},
		"lost":                            {[]simulator.Step{lost}, notKnown, 1, "calls to +33700000000 may go where they went before, to the new target, or nowhere."},
		"16, lost":                        {[]simulator.Step{answers(16), lost}, notKnown, 2, "Unable to tell whether call forwarding was set"},
		"16, off, lost":                   {[]simulator.Step{answers(16), done, lost}, notKnown, 3, "Unable to tell whether call forwarding was set"},
		"16, queued by a gateway":         {[]simulator.Step{answers(16), simulator.DegradedStep(false)}, notKnown, 2, "its code is 200, where the documentation has 2"},
		"502":                             {[]simulator.Step{{Status: http.StatusBadGateway}}, notKnown, 1, "Apply again: to set the same target twice does no harm."},
		"the address of the sample, at 5": {[]simulator.Step{answers(5)}, asBefore, 1, "the documentation gives this code to both"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
				w.SetForwarding(number, simulated.Forwarding{Type: simulated.ForwardCalls, Param: "33199999999"})
				w.Script("vn/callforward", test.steps...)
				result, diags := forward(t.Context(), sms.New(w.Config(3)), number, toNumber)
				if result != test.left || diags.HasError() != (test.want != "") || !strings.Contains(told(diags), test.want) {
					t.Errorf("got %d and %s", result, told(diags))
				}
				if got := len(w.Requests()); got != test.requests {
					t.Errorf("%d requests, want %d", got, test.requests)
				}
			})
		})
	}
}

// An interrupt after the forwarding was disabled does not leave it disabled.
func TestForward_Interrupted(t *testing.T) {
	t.Parallel()
	options := simulator.Options{Variant: simulator.Variant{ForwardForms: simulated.ForwardForms{ForwardChangeRefused: true}}}
	bubble.Run(t, options, func(t *testing.T, w *bubble.World) {
		w.SetForwarding(number, simulated.Forwarding{Type: simulated.ForwardVoicemail, Param: "a@example.com"})
		done := simulator.Step{Process: true}
		w.Script("vn/callforward", done, simulator.Step{Process: true, Delay: 2 * time.Second}, done)
		ctx, interrupt := context.WithCancel(t.Context())
		time.AfterFunc(time.Second, interrupt)
		result, diags := forward(ctx, sms.New(w.Config(0)), number, toNumber)
		if want := (simulated.Forwarding{Type: simulated.ForwardCalls, Param: "33100000000"}); result != asWanted || w.Forwarding(number) != want {
			t.Errorf("got %d, %s and %+v", result, told(diags), w.Forwarding(number))
		}
		if ctx.Err() == nil {
			t.Error("it was not interrupted")
		}
	})
}

func TestDisable(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		step  simulator.Step
		fails bool
		want  string
	}{
		"disabled":            {step: simulator.Step{Process: true}},
		"14":                  {step: answers(14)},
		"18":                  {step: answers(18)},
		"13":                  {step: answers(13), want: "SMS Partner knows no virtual number +33700000000, so there is no forwarding to disable."},
		"15":                  {step: answers(15), fails: true, want: "Unable to disable call forwarding\nThe virtual number is disabled."},
		"16":                  {step: answers(16), fails: true, want: "calls are forwarded, or go to a voicemail, already"},
		"lost":                {step: simulator.Step{Process: true, Drop: simulator.DropDuring}, fails: true, want: "the connection broke"},
		"queued by a gateway": {step: simulator.DegradedStep(false), fails: true, want: "its code is 200"},
		"another's 404":       {step: simulator.Step{Status: 404, Body: "<html>"}, fails: true, want: "HTTP 404"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
				w.SetForwarding(number, simulated.Forwarding{Type: simulated.ForwardCalls, Param: "33199999999"})
				w.Script("vn/callforward", test.step)
				diags := disable(t.Context(), sms.New(w.Config(3)), number)
				if diags.HasError() != test.fails || len(diags) > 0 != (test.want != "") || !strings.Contains(told(diags), test.want) {
					t.Errorf("got %s", told(diags))
				}
				if got := len(w.Requests()); got != 1 {
					t.Errorf("%d requests, want 1", got)
				}
			})
		})
	}
}

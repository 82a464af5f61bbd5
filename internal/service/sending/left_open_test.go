package sending

import (
	"fmt"
	"net/http"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// Whatever is no refusal beyond doubt leaves open whether a message went out.
func TestLeftOpen(t *testing.T) {
	t.Parallel()
	yes, no := true, false
	for _, test := range []struct {
		failed partner.Error
		want   bool
	}{
		{partner.Error{Reason: partner.ReasonCanceled}, false},
		{partner.Error{Reason: partner.ReasonCanceled, Sent: true}, true},
		{partner.Error{Reason: partner.ReasonUnreachable}, false},
		{partner.Error{Reason: partner.ReasonUntrusted}, false},
		{partner.Error{Reason: partner.ReasonDropped, Sent: true}, true},
		{partner.Error{Reason: partner.ReasonTimeout, Sent: true}, true},
		{partner.Error{Reason: partner.ReasonRedirect, Sent: true, HTTPStatus: 300}, true},
		{partner.Error{Reason: partner.ReasonRedirect, Sent: true, HTTPStatus: 301}, true},
		{partner.Error{Reason: partner.ReasonRedirect, Sent: true, HTTPStatus: 302}, true},
		{partner.Error{Reason: partner.ReasonRedirect, Sent: true, HTTPStatus: 303}, true},
		{partner.Error{Reason: partner.ReasonRedirect, Sent: true, HTTPStatus: 307}, false},
		{partner.Error{Reason: partner.ReasonRedirect, Sent: true, HTTPStatus: 308}, false},
		{partner.Error{Reason: partner.ReasonStatus, Sent: true, HTTPStatus: 404}, false},
		{partner.Error{Reason: partner.ReasonStatus, Sent: true, HTTPStatus: 404, Success: &yes}, true},
		{partner.Error{Reason: partner.ReasonStatus, Sent: true, HTTPStatus: 404, Success: &no}, false},
		{partner.Error{Reason: partner.ReasonStatus, Sent: true, HTTPStatus: 404, Success: &no, Data: "4711"}, true},
		{partner.Error{Reason: partner.ReasonStatus, Sent: true, HTTPStatus: 404, Success: &no, Data: "0"}, false},
		{partner.Error{Reason: partner.ReasonStatus, Sent: true, HTTPStatus: 429}, false},
		{partner.Error{Reason: partner.ReasonStatus, Sent: true, HTTPStatus: 429, Success: &yes}, true},
		{partner.Error{Reason: partner.ReasonStatus, Sent: true, HTTPStatus: 502}, true},
		{partner.Error{Reason: partner.ReasonUnreadable, Sent: true, HTTPStatus: 200}, true},
		{partner.Error{Reason: partner.ReasonIncomplete, Sent: true, HTTPStatus: 200, Success: &yes}, true},
		{partner.Error{Reason: partner.ReasonIncomplete, Sent: true, HTTPStatus: 200, Success: &no}, true},
		{partner.Error{Reason: partner.ReasonIncomplete, Sent: true, HTTPStatus: 200}, true},
		{partner.Error{Reason: partner.ReasonVendor, Sent: true, HTTPStatus: 200, Success: &no, Code: "777"}, false},
		{partner.Error{Reason: partner.ReasonVendor, Sent: true, HTTPStatus: 200, Success: &no, Code: "777", Data: "4711"}, true},
		{partner.Error{Reason: partner.ReasonVendor, Sent: true, HTTPStatus: 200, Success: &no, Code: "200"}, true},
		{partner.Error{Reason: partner.ReasonVendor, Sent: true, HTTPStatus: 400, Success: &no, Code: "200"}, true},
		{partner.Error{Reason: partner.ReasonVendor, Sent: true, HTTPStatus: 200, Code: "200"}, true},
		{partner.Error{Reason: partner.ReasonVendor, Sent: true, HTTPStatus: 403, Message: "Forbidden"}, false},
		{partner.Error{Reason: partner.ReasonVendor, Sent: true, HTTPStatus: 429, Success: &no}, false},
		{partner.Error{Reason: partner.ReasonVendor, Sent: true, HTTPStatus: 429, Success: &no, Code: "9", Data: "4711"}, true},
		{partner.Error{Reason: partner.ReasonVendor, Sent: true, HTTPStatus: 500, Success: &no, Code: "777"}, true},
	} {
		if got := leftOpen(&test.failed); got != test.want {
			t.Errorf("%#v: got %v, want %v", test.failed, got, test.want)
		}
	}
}

// What the vendor's own meaning of a code closes, an id beside it opens.
func TestLeftOpen_CodeWithID(t *testing.T) {
	t.Parallel()
	for more, want := range map[string]bool{"": false, `,"message_id":null`: false, `,"message_id":0`: false, `,"message_id":4711`: true} {
		bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
			w.Script("send", simulator.Step{Body: fmt.Sprintf(`{"success":false,"code":11%s}`, more)})
			_, diags := send(t, w, example(kinds[0]))
			if searched := len(w.Requests("bulk-status-by-tag")) > 0; searched != want {
				t.Errorf("%s: it is looked for: %v, want %v; %v", more, searched, want, diags)
			}
		})
	}
}

// Everything that is certainly not sent says so, once.
func TestSendOnce_NothingSent(t *testing.T) {
	t.Parallel()
	for name, step := range map[string]simulator.Step{
		"redirect": {Status: http.StatusPermanentRedirect}, "404": {Status: http.StatusNotFound}, "429": {Status: http.StatusTooManyRequests},
		"unexplained": {Body: `{"success":false,"code":777}`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
				w.Script("send", step)
				_, diags := send(t, w, example(kinds[0]))
				wantTold(t, diags, "Error||Unable to send SMS|Nothing was sent. ")
			})
		})
	}
}

package partner

import "testing"

// Whatever is no refusal beyond doubt leaves open whether a write was carried out.
func TestOutcomeUnknown(t *testing.T) {
	t.Parallel()
	yes, no := true, false
	for _, test := range []struct {
		failed Error
		want   bool
	}{
		{Error{Reason: ReasonCanceled}, false},
		{Error{Reason: ReasonCanceled, Sent: true}, true},
		{Error{Reason: ReasonUnreachable}, false},
		{Error{Reason: ReasonUntrusted}, false},
		{Error{Reason: ReasonDropped, Sent: true}, true},
		{Error{Reason: ReasonTimeout, Sent: true}, true},
		{Error{Reason: ReasonRedirect, Sent: true, HTTPStatus: 300}, true},
		{Error{Reason: ReasonRedirect, Sent: true, HTTPStatus: 301}, true},
		{Error{Reason: ReasonRedirect, Sent: true, HTTPStatus: 302}, true},
		{Error{Reason: ReasonRedirect, Sent: true, HTTPStatus: 303}, true},
		{Error{Reason: ReasonRedirect, Sent: true, HTTPStatus: 307}, false},
		{Error{Reason: ReasonRedirect, Sent: true, HTTPStatus: 308}, false},
		{Error{Reason: ReasonStatus, Sent: true, HTTPStatus: 404}, false},
		{Error{Reason: ReasonStatus, Sent: true, HTTPStatus: 404, Success: &yes}, true},
		{Error{Reason: ReasonStatus, Sent: true, HTTPStatus: 404, Success: &no}, false},
		{Error{Reason: ReasonStatus, Sent: true, HTTPStatus: 404, Success: &no, Data: "4711"}, true},
		{Error{Reason: ReasonStatus, Sent: true, HTTPStatus: 404, Success: &no, Data: "0"}, false},
		{Error{Reason: ReasonStatus, Sent: true, HTTPStatus: 429}, false},
		{Error{Reason: ReasonStatus, Sent: true, HTTPStatus: 429, Success: &yes}, true},
		{Error{Reason: ReasonStatus, Sent: true, HTTPStatus: 404, proved: true}, true},
		{Error{Reason: ReasonStatus, Sent: true, HTTPStatus: 429, proved: true}, true},
		{Error{Reason: ReasonStatus, Sent: true, HTTPStatus: 502}, true},
		{Error{Reason: ReasonUnreadable, Sent: true, HTTPStatus: 200}, true},
		{Error{Reason: ReasonIncomplete, Sent: true, HTTPStatus: 200, Success: &yes}, true},
		{Error{Reason: ReasonIncomplete, Sent: true, HTTPStatus: 200, Success: &no}, true},
		{Error{Reason: ReasonIncomplete, Sent: true, HTTPStatus: 200}, true},
		{Error{Reason: ReasonVendor, Sent: true, HTTPStatus: 200, Success: &no, Code: "777"}, false},
		{Error{Reason: ReasonVendor, Sent: true, HTTPStatus: 200, Success: &no, Code: "777", Data: "4711"}, true},
		{Error{Reason: ReasonVendor, Sent: true, HTTPStatus: 200, Success: &no, Code: "200"}, true},
		{Error{Reason: ReasonVendor, Sent: true, HTTPStatus: 400, Success: &no, Code: "200"}, true},
		{Error{Reason: ReasonVendor, Sent: true, HTTPStatus: 200, Code: "200"}, true},
		{Error{Reason: ReasonVendor, Sent: true, HTTPStatus: 403, Message: "Forbidden"}, false},
		{Error{Reason: ReasonVendor, Sent: true, HTTPStatus: 429, Success: &no}, false},
		{Error{Reason: ReasonVendor, Sent: true, HTTPStatus: 429, Success: &no, Code: "9", Data: "4711"}, true},
		{Error{Reason: ReasonVendor, Sent: true, HTTPStatus: 500, Success: &no, Code: "777"}, true},
	} {
		if got := OutcomeUnknown(&test.failed); got != test.want {
			t.Errorf("%#v: got %v, want %v", test.failed, got, test.want)
		}
	}
}

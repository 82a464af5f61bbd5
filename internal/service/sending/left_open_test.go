package sending

import (
	"fmt"
	"net/http"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// What the vendor's own meaning of a code closes, an id beside it opens.
func TestSendOnce_CodeWithID(t *testing.T) {
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

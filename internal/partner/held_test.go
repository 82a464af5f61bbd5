package partner

import (
	"bytes"
	"fmt"
	"log/slog"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// TestHeld has calls that the vendor's limit holds up: the log says so before the pause, and
// the answer says how long it took. A pause that nobody notices is not worth a line.
func TestHeld(t *testing.T) {
	t.Parallel()
	const line = "level=INFO msg=\"Waiting for the vendor's limit\" operation=limited seconds=%d\n"
	for name, test := range map[string]struct {
		rate   Rate
		calls  int
		steps  []simulator.Step
		log    string
		waited time.Duration
	}{
		"within the limit":  {Rate{Count: 5, Per: time.Minute}, 5, nil, "", 0},
		"beyond it":         {Rate{Count: 5, Per: time.Minute}, 6, nil, fmt.Sprintf(line, 60), time.Minute},
		"hardly beyond it":  {Rate{Count: 5, Per: time.Second}, 6, nil, "", time.Second},
		"refused":           {Rate{Count: 5, Per: time.Minute}, 1, []simulator.Step{{Status: 429}}, fmt.Sprintf(line, 15), 15 * time.Second},
		"refused, hourly":   {Rate{Count: 5, Per: time.Hour}, 1, []simulator.Step{{Status: 429}}, fmt.Sprintf(line, 15), 15 * time.Second},
		"another's failure": {Rate{Count: 5, Per: time.Minute}, 1, []simulator.Step{{Status: 503}}, "", 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var log bytes.Buffer
			change := func(c *Config) {
				c.MaxRetries = 1
				c.Logger = slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
					if a.Key == slog.TimeKey {
						return slog.Attr{}
					}
					return a
				}}))
			}
			bubble(t, change, nil, func(t *testing.T, w *world) {
				op := limited()
				op.Rate = &test.rate
				w.Script(op.Path, test.steps...)
				var waited time.Duration
				for range test.calls {
					params := Params{"messageId": "1111", "phoneNumber": "+33600000000"}
					last, err := Do(t.Context(), w.client, op, params, func(o *Object) time.Duration { return o.Waited() })
					if err != nil {
						t.Fatal(err)
					}
					waited = last
				}
				expect(t, "waited", waited.Round(time.Millisecond), test.waited)
			})
			expect(t, "log", log.String(), test.log)
		})
	}
}

package sending

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-log/tflogtest"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// Before anything leaves, the tag is told and in the log, at a level that people
// keep: of a run that is killed then nothing else is left to find the send by.
func TestSendOnce_TellsTagFirst(t *testing.T) {
	t.Parallel()
	for name, tag := range map[string]string{"made": "", "the user's own": "mine"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var log bytes.Buffer
			var toldTag, logged string
			var dialed bool
			client := sms.New(partner.Config{
				BaseURL: "http://127.0.0.1:1/v1", APIKey: "k",
				Transport: &http.Transport{DialContext: func(context.Context, string, string) (net.Conn, error) {
					dialed, logged = true, log.String()
					return nil, errors.New("nobody there")
				}},
			})
			r := example(kinds[0])
			r.Tag = tag
			_, _ = kinds[0].sendOnce(tflogtest.RootLogger(t.Context(), &log), client, r, func(tag string) {
				if toldTag = tag; dialed {
					t.Error("it is told too late")
				}
			})
			if toldTag != r.Tag || r.Tag == "" {
				t.Errorf("told %q, sent with %q", toldTag, r.Tag)
			}
			for _, part := range []string{`"@level":"info"`, `"@message":"Sending"`, fmt.Sprintf(`"tag":%q`, r.Tag)} {
				if !strings.Contains(logged, part) {
					t.Errorf("%s is not in the log when it is sent: %s", part, logged)
				}
			}
		})
	}
}

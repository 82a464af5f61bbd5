package simulator

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// A commercial customer's mails wait for the end of the quiet hours, others do not.
func TestNew_MailMarketing(t *testing.T) {
	t.Parallel()
	sunday := time.Date(2030, time.September, 29, 12, 0, 0, 0, wire.Paris)
	for marketing, want := range map[bool]time.Time{false: sunday, true: sunday.Add(20 * time.Hour)} {
		s := New(Options{Marketing: marketing, Now: func() time.Time { return sunday }})
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, BasePath+"/send", strings.NewReader(
			`{"apiKey": "`+DefaultAPIKey+`", "subject": "s", "htmlContent": "h", "params": {"to": [{"email": "a@example.com"}]}}`,
		))
		r.Header.Set("Content-Type", "application/json")
		s.Mail.ServeHTTP(httptest.NewRecorder(), r)
		if mails := s.Mail.Mails(); len(mails) != 1 || !mails[0].Leaves.Equal(want) {
			t.Errorf("marketing %t: the mails are %+v, want one that leaves at %s", marketing, mails, want)
		}
	}
}

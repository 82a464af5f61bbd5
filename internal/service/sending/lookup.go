package sending

import (
	"context"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// sought identifies a send, besides its tag.
type sought struct {
	numbers []string
	// since excludes older messages, which may have the same tag if the user chose it.
	since time.Time
}

// clockSkew is how far this machine's clock may be ahead of the vendor's. It is short: a
// message with the same tag that was sent just before must not pass for the new one.
const clockSkew = 5 * time.Second

// newSought returns what identifies a send that begins now.
func newSought(r *sms.SendRequest) sought {
	s := sought{numbers: r.Recipients()}
	if r.Tag != "" {
		s.since = time.Now().Add(-clockSkew)
	}
	return s
}

// isProof reports whether recipients with the tag prove that the send went out: a tag of the
// user's may have been sent before.
func (s sought) isProof() bool { return s.since.IsZero() }

// missing returns the numbers of the send that are not in a list of a tag's
// recipients.
func (s sought) missing(items []sms.StatusItem) []string {
	var written []string
	for _, item := range items {
		older := !s.since.IsZero() && (item.Date == nil || item.Date.Before(s.since))
		if item.Found && item.PhoneNumber != nil && !older {
			written = append(written, *item.PhoneNumber)
		}
	}
	return absent(s.numbers, written)
}

// search asks for the recipients of a tag until all of a send's numbers are among
// them, and returns those that never were.
func search(ctx context.Context, client *sms.Client, tag string, s sought) ([]string, error) {
	missing := s.numbers
	_, err := wait.Listed(ctx, func(ctx context.Context) (bool, error) {
		status, err := client.TagStatus(ctx, tag)
		if partner.IsNotFound(err) {
			err = nil
		}
		if status != nil { // the first pages may show the send, though a later page failed
			if now := s.missing(status.Items); len(now) < len(missing) {
				missing = now
			}
		}
		if len(missing) == 0 {
			return true, nil
		}
		return false, err
	})
	return missing, err
}

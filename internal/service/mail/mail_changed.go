package mail

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"maps"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/mail"
)

// changed returns what makes a plan a new mail: each argument, or triggers, that differs from
// what was sent. Another order of the recipients, another spelling of an address or the
// moment, or another place of the same file must not send, and cost, a second time.
func (d *draft) changed(before *draft) path.Paths {
	return once.Changed(arguments, d.Values, before.Values, func(a attribute.Argument) bool { return d.same(a, before) })
}

// same reports whether an argument means the same in both drafts.
func (d *draft) same(a attribute.Argument, before *draft) bool {
	switch a.Name {
	case argTo.Name:
		now := byAddress(d.request.To)
		return len(now) == len(d.request.To) && maps.Equal(now, byAddress(before.request.To))
	case argReplyTo.Name:
		now, was := d.request.ReplyTo, before.request.ReplyTo
		return now == nil && was == nil || now != nil && was != nil && now.Name == was.Name && partner.SameEmail(now.Email, was.Email)
	case argVariables.Name:
		return maps.EqualFunc(d.request.Variables, before.request.Variables, sameLines)
	case argAttachments.Name:
		return d.sameAttachments(before)
	case argSchedule.Name:
		return d.request.Scheduled.Equal(before.request.Scheduled)
	case argSandbox.Name:
		return isSet(d.request.Sandbox) == isSet(before.request.Sandbox)
	default:
		return sameLines(d.Text(a), before.Text(a))
	}
}

func sameLines(a, b string) bool { return attribute.UnixLines(a) == attribute.UnixLines(b) }

func isSet(flag *bool) bool { return flag != nil && *flag }

// byAddress returns the name of each recipient.
func byAddress(to []mail.Address) map[string]string {
	names := make(map[string]string, len(to))
	for _, address := range to {
		names[partner.FoldEmail(address.Email)] = address.Name
	}
	return names
}

// sameAttachments compares with attachments that were sent, whose content is known by its
// SHA-256.
func (d *draft) sameAttachments(sent *draft) bool {
	if len(d.attachments) != len(sent.attachments) || len(sent.attached) != len(sent.attachments) {
		return false
	}
	for i, now := range d.attachments {
		was := sent.attachments[i]
		sum := now.announced()
		switch {
		case now.Text(argFilename) != was.Text(argFilename) || now.Text(argContentType) != was.Text(argContentType):
			return false
		case sum != "" && sum != sent.attached[i].sha256:
			return false
		case sum == "" && (now.Text(argSource) != was.Text(argSource) || now.IsNull(argSource)):
			return false
		}
	}
	return true
}

// announced returns the SHA-256 that the configuration has of the content; empty if it has
// none.
func (a attachment) announced() string {
	if content, err := base64.StdEncoding.DecodeString(a.Text(argContentBase64)); err == nil && !a.IsNull(argContentBase64) {
		sum := sha256.Sum256(content)
		return hex.EncodeToString(sum[:])
	}
	return strings.ToLower(a.Text(argSourceSHA256))
}

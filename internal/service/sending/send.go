package sending

import (
	"context"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-log/tflog"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// sendOnce sends at most once, and makes a tag if r has none and the call takes one. Without
// an error the message went out; the answer is nil if it was unclear. sendOnce calls tell
// with the tag before the request leaves.
func (k kind) sendOnce(
	ctx context.Context, client *sms.Client, r *sms.SendRequest, tell func(tag string),
) (*sms.Sent, diag.Diagnostics) {
	sought := newSought(r)
	trace := byTag(client, r, sought)
	logged := map[string]any{"object": k.object}
	if k.sendOnly {
		trace = untraced(r, time.Now())
	} else {
		if r.Tag == "" {
			r.Tag = newTag()
		}
		// After a killed run, only this line can lead to the send.
		logged["tag"] = r.Tag
	}
	tflog.Info(ctx, "Sending", logged)
	tell(r.Tag)
	sent, outcome, diags := once.Run(ctx, k.write(*r), func(ctx context.Context) (*sms.Sent, error) {
		return client.Send(ctx, *r)
	}, trace)
	if outcome == once.Accepted {
		diags.Append(k.remarks(*r, sent)...)
	}
	return sent, diags
}

// write describes a send for diagnostics.
func (k kind) write(r sms.SendRequest) once.Write {
	verb := once.Send
	if isDryRun(r) {
		verb = once.TrySend
	}
	return once.Write{Verb: verb, Object: k.object, Faults: k.faults(r)}
}

// isDryRun reports whether the vendor is asked to send and charge nothing.
func isDryRun(r sms.SendRequest) bool { return r.Sandbox != nil && *r.Sandbox }

// unable is the summary of the errors before a send.
func (k kind) unable() string { return once.Write{Verb: once.Send, Object: k.object}.Summary() }

func (k kind) faults(r sms.SendRequest) diagnostic.Faults {
	if k.sendOnly {
		return rcsFaults()
	}
	numbers := path.Root(argPhoneNumbers.Name)
	text := textAt(r)
	switch {
	case k.send == sms.Bulk:
		numbers, text = path.Root(argMessages.Name), path.Root(argMessages.Name)
	case k.has(argTo):
		numbers = path.Root(argTo.Name)
	}
	faults := sendFaults(numbers, text)
	faults.Parameters = map[string]path.Path{
		"phoneNumbers": numbers, "phoneNumber": numbers, "to": numbers, "message": text,
		"from": path.Root(argFrom.Name), "sender": path.Root(argSender.Name), "tag": path.Root(argTag.Name),
		"scheduledDeliveryDate": path.Root(argSchedule.Name), "time": path.Root(argSchedule.Name), "minute": path.Root(argSchedule.Name),
		"urlResponse": path.Root(argURLResponse.Name), "urlDlr": path.Root(argURLDlr.Name), "gamme": path.Root(argGamme.Name),
		"isStopSms": path.Root(argIsStopSMS.Name), "isUnicode": path.Root(argIsUnicode.Name), "sondageIdent": path.Root(argSondageIdent.Name),
	}
	return faults
}

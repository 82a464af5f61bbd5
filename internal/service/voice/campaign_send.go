package voice

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-log/tflog"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/voice"
)

// sendOnce sends at most once, and not after the moment for which the calls are scheduled: the
// vendor's limit can hold up a send, and what the vendor makes of a moment that is over is not
// documented. Without an error the vendor has accepted the campaign.
func (d *draft) sendOnce(ctx context.Context, client *voice.Client) (*voice.Campaign, diag.Diagnostics) {
	began, inTime := time.Now(), ctx
	if due := d.request.Scheduled; !due.IsZero() {
		var stop context.CancelFunc
		inTime, stop = context.WithDeadline(ctx, due)
		defer stop()
	}
	tflog.Info(ctx, "Sending", map[string]any{"object": d.kind.object})
	late := false
	campaign, _, diags := once.Run(inTime, d.kind.write(), func(ctx context.Context) (*voice.Campaign, error) {
		campaign, err := client.Send(ctx, d.request)
		late = errors.Is(err, context.DeadlineExceeded) && !partner.OutcomeUnknown(err)
		return campaign, err
	}, func(_ context.Context, lost *partner.Error) (once.Trace[*voice.Campaign], error) {
		return d.untraced(lost, began), nil
	})
	switch {
	case campaign != nil:
		diags.Append(d.remarks(campaign)...)
	case late && ctx.Err() == nil:
		return nil, diag.Diagnostics{diag.NewAttributeErrorDiagnostic(path.Root(argScheduledDate.Name), d.kind.unable(), fmt.Sprintf(
			"Nothing was sent. The calls are scheduled for %s, and the vendor's limit lets this request leave only after this moment.\n\nChoose a later moment.", d.Text(argScheduledDate)))}
	}
	return campaign, diags
}

// untraced asks nobody: no call finds a campaign, which has no tag. It says what is known of
// the send that began at a moment.
func (d *draft) untraced(lost *partner.Error, began time.Time) once.Trace[*voice.Campaign] {
	form := func(moment time.Time) string { return moment.In(partner.Paris).Format(time.RFC3339) }
	named, with, due := "", "", ""
	if id := lost.AnsweredID(); id != "" {
		named = fmt.Sprintf(" with the id %s, which the answer names,", id)
	}
	if token := d.request.TokenAudio; token != "" {
		with = fmt.Sprintf(" with the audio file %s", token)
	}
	if !d.request.Scheduled.IsZero() {
		due = " and scheduled for " + form(d.request.Scheduled)
	}
	return once.Trace[*voice.Campaign]{
		Saw: "The provider can't find out which: a campaign has no tag, and Voice Partner has no call that finds one.",
		Look: fmt.Sprintf("Look in the Voice Partner dashboard for a %s%s%s to %s, sent between %s and %s%s,",
			d.kind.object, named, with, diagnostic.Few(d.request.Numbers, ", "), form(began), form(time.Now()), due),
	}
}

// remarks warns of what is odd in an answer that accepts a campaign.
func (d *draft) remarks(c *voice.Campaign) diag.Diagnostics {
	diags := diagnostic.Unread("Incomplete answer about a "+d.kind.object, c.Unread)
	if asked := int64(len(d.request.Numbers)); c.NbSMS != nil && *c.NbSMS < asked {
		diags.AddAttributeWarning(path.Root(argPhoneNumbers.Name), "Fewer calls than phone numbers", fmt.Sprintf(
			"Voice Partner bills campaign %s as %d of %d phone numbers, and does not say which.\n\n"+
				"Some phones may get no call. The dashboard shows the campaign.", c.ID, *c.NbSMS, asked))
	}
	return diags
}

// bill returns what a campaign costs, as words.
func bill(c *voice.Campaign) string {
	text := "the vendor names no price"
	if c.Cost != nil {
		text = amount(partner.DecimalText(c.Cost), c.Currency)
	}
	if c.Duration != nil {
		text += fmt.Sprintf(", %s s each", partner.DecimalText(c.Duration))
	}
	return text
}

// amount adds the currency, if it is known.
func amount(text string, currency *string) string {
	if currency == nil {
		return text
	}
	return text + " " + *currency
}

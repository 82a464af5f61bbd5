package mail

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-log/tflog"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/schedule"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/mail"
)

// write describes a mail for diagnostics.
var write = once.Write{Verb: once.Send, Object: "mail", Faults: sendFaults}

// unable is the summary of the errors before a send.
var unable = write.Summary()

// write explains code 9, a file that the vendor does not take, for a mail without files too.
func (d *draft) write() once.Write {
	if len(d.attachments) > 0 {
		return write
	}
	own := write
	own.Faults.ByCode = maps.Clone(own.Faults.ByCode)
	own.Faults.ByCode["9"] = own.Faults.WithProblems["9"]
	return own
}

// sendOnce reads the attachments and sends at most once. Without an error the vendor has
// accepted the mail.
func (d *draft) sendOnce(ctx context.Context, client *mail.Client) (*mail.Sent, diag.Diagnostics) {
	diags := d.attach()
	if diags.HasError() {
		return nil, diags
	}
	began := time.Now()
	tflog.Info(ctx, "Sending", map[string]any{"object": write.Object, "subject": d.request.Subject, "tag": d.request.Tag})
	sent, _, more := once.Run(ctx, d.write(), func(ctx context.Context) (*mail.Sent, error) {
		sent, err := client.Send(ctx, d.request)
		if isSet(d.request.Sandbox) && partner.OutcomeUnknown(err) {
			text := "This is a dry run, and its answer is no clear one.\n\n" + diagnostic.Happened(err, sendFaults) + "\n\nApply again: a dry run sends and charges nothing."
			err = errors.New(text)
		}
		return sent, err
	}, func(_ context.Context, lost *partner.Error) (once.Trace[*mail.Sent], error) {
		return d.untraced(lost, began), nil
	})
	diags.Append(more...)
	if sent != nil {
		diags.Append(d.remarks(sent)...)
	}
	return sent, diags
}

// untraced asks nobody: no call finds a mail without its id. It says what is known of the
// send that began at a moment.
func (d *draft) untraced(lost *partner.Error, began time.Time) once.Trace[*mail.Sent] {
	form := func(moment time.Time) string { return moment.In(partner.Paris).Format(time.RFC3339) }
	named, tagged, due := "", "", ""
	if id := lost.AnsweredID(); id != "" {
		named = fmt.Sprintf(" with the id %s, which the answer names,", id)
	}
	if d.request.Tag != "" {
		tagged = fmt.Sprintf(" and the tag %q", d.request.Tag)
	}
	if !d.request.Scheduled.IsZero() {
		due = " and scheduled for " + form(d.request.Scheduled)
	}
	to := make([]string, len(d.request.To))
	for i, address := range d.request.To {
		to[i] = address.Email
	}
	return once.Trace[*mail.Sent]{
		Saw: "The provider can't find out which: Mail Partner has no call that finds a mail without its id.",
		Look: fmt.Sprintf("Look in the Mail Partner dashboard for a mail%s with the subject %s%s to %s, sent between %s and %s%s,",
			named, validate.Quote(d.request.Subject), tagged, diagnostic.Few(to, ", "), form(began), form(time.Now()), due),
	}
}

// remarks warns of what is odd in an answer that accepts a mail.
func (d *draft) remarks(sent *mail.Sent) diag.Diagnostics {
	diags := diagnostic.Unread("Incomplete answer about a mail", sent.Unread)
	which, dryRun := "message "+sent.MessageID, isSet(d.request.Sandbox)
	if sent.MessageID == "" {
		which = "a dry run"
	}
	accepted := fmt.Sprintf("Mail Partner accepted the mail (%s), but ", which)
	const nobody = "\n\nThis is a dry run: nobody gets a mail."
	if !d.request.Scheduled.IsZero() && sent.Scheduled == nil && !dryRun {
		diags.AddAttributeWarning(at(argSchedule), "Unconfirmed schedule of mail", accepted+fmt.Sprintf(
			"its answer names no moment, as the documented one does: nothing shows that the mail waits until %s.\n\n"+
				"Look in the dashboard whether it is still scheduled.", d.Text(argSchedule)))
	}
	if moved := schedule.Moved(d.request.Scheduled, sent.Scheduled); moved != "" {
		then := "\n\nIf that is not what you want, cancel it with the action smspartner_cancel_mail or in the dashboard, at least 5 minutes before that moment."
		if dryRun {
			then = nobody
		}
		diags.AddAttributeWarning(at(argSchedule), "Scheduled for another moment", accepted+moved+then)
	}
	asked := int64(len(d.request.To))
	if billsNone := dryRun && sent.NbMail != nil && *sent.NbMail == 0; sent.NbMail != nil && *sent.NbMail < asked && !billsNone {
		then := "\n\nSome may get no mail. The data source smspartner_mail_status tells, with recipients."
		if dryRun {
			then = nobody
		}
		diags.AddAttributeWarning(at(argTo), "Fewer mails than recipients",
			accepted+fmt.Sprintf("bills %d of %d recipients, and does not say which.", *sent.NbMail, asked)+then)
	}
	return diags
}

// bill returns what a mail costs, as words.
func bill(sent *mail.Sent) string {
	text := "the vendor names no price"
	if sent.NbMail != nil {
		text = fmt.Sprintf("%d mails", *sent.NbMail)
		if *sent.NbMail == 1 {
			text = "1 mail"
		}
	}
	if sent.Cost != nil {
		text += ", " + partner.DecimalText(sent.Cost)
		if sent.Currency != nil {
			text += " " + *sent.Currency
		}
	}
	return text
}

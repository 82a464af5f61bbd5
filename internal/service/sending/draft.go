package sending

import (
	"cmp"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/schedule"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// draft is a send as described by a configuration, a plan or a state.
type draft struct {
	// values also show what is unknown.
	values
	kind kind
	// request is what will be sent, without what is null or unknown. Numbers are absent
	// until address has read them.
	request    sms.SendRequest
	recipients []recipient
}

func (k kind) draft(object types.Object) *draft { return k.draftOf(newValues(object)) }

func (k kind) draftOf(v values) *draft {
	d := &draft{values: v, kind: k, recipients: v.recipients(), request: sms.SendRequest{
		Kind:         k.send,
		Text:         cmp.Or(v.Text(argMessage), v.Text(argMessageWO)),
		Hidden:       v.Text(argMessageWO) != "",
		SondageIdent: v.Text(argSondageIdent),
		Sender:       v.Text(argSender),
		Tag:          v.Text(argTag),
		Scheduled:    v.due(),
		URLResponse:  v.Text(argURLResponse),
		URLDlr:       v.Text(argURLDlr),
		IsStopSMS:    v.Flag(argIsStopSMS),
		IsUnicode:    v.Flag(argIsUnicode),
		Sandbox:      v.Flag(argSandbox),
	}}
	if k.send == sms.RCS {
		d.request.Rich = v.rich()
	}
	switch v.Text(argGamme) {
	case gammePremium:
		d.request.Gamme = sms.Premium
	case gammeLowCost:
		d.request.Gamme = sms.LowCost
	}
	return d
}

// ready completes the request with the numbers, in the provider's region. It refuses
// numbers that are wrong for the region or repeated, and a moment in the past.
func (d *draft) ready(region string) diag.Diagnostics {
	diags := d.address(phone.InRegion(region))
	if err := schedule.CheckAhead(d.Text(argSchedule)); err != nil {
		diags.Append(validate.Invalid(path.Root(argSchedule.Name), err))
	}
	return diags
}

// address reads the numbers, and adds each valid one once to the request.
func (d *draft) address(read phone.Reader) diag.Diagnostics {
	var diags diag.Diagnostics
	seen := map[string]string{}
	for i := range d.recipients {
		to := &d.recipients[i]
		if to.unknown {
			continue
		}
		number, wrong := read(to.at, to.written)
		if wrong.HasError() {
			diags.Append(wrong...)
			continue
		}
		to.number = number
		if other, twice := seen[number]; twice {
			diags.Append(validate.Invalid(to.at, fmt.Errorf("%s is the same phone as %s: write it once, so that it gets one %s",
				validate.Quote(to.written), validate.Quote(other), d.kind.unit())))
			continue
		}
		seen[number] = to.written
		if d.kind.send == sms.Bulk {
			d.request.Texts = append(d.request.Texts, sms.NumberText{Number: number, Text: to.text})
		} else {
			d.request.Numbers = append(d.request.Numbers, number)
		}
	}
	if from := d.Text(argFrom); from != "" {
		number, wrong := read(path.Root(argFrom.Name), from)
		diags.Append(wrong...)
		d.request.From = number
	}
	return diags
}

// asSent returns the phones of an addressed draft.
func (d *draft) asSent() phone.AsSent {
	sent := phone.AsSent{}
	for _, to := range d.recipients {
		sent.Add(to.written, to.number)
	}
	sent.Add(d.Text(argFrom), d.request.From)
	return sent
}

package sending

import (
	"fmt"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/schedule"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// request makes what is sent of the arguments. It refuses numbers that are wrong
// for the region or stand there twice, and a moment that is over, and leaves out
// what is not known yet.
func (k kind) request(v values, region string) (sms.SendRequest, diag.Diagnostics) {
	return k.requestBy(v, inRegion(region))
}

func (k kind) requestBy(v values, read reader) (sms.SendRequest, diag.Diagnostics) {
	r := sms.SendRequest{
		Kind:         k.send,
		Text:         v.text(argMessage),
		SondageIdent: v.text(argSondageIdent),
		Sender:       v.text(argSender),
		Tag:          v.text(argTag),
		URLResponse:  v.text(argURLResponse),
		URLDlr:       v.text(argURLDlr),
		IsStopSMS:    v.flag(argIsStopSMS),
		IsUnicode:    v.flag(argIsUnicode),
		Sandbox:      v.flag(argSandbox),
	}
	switch v.text(argGamme) {
	case gammePremium:
		r.Gamme = sms.Premium
	case gammeLowCost:
		r.Gamme = sms.LowCost
	}
	diags := k.addNumbers(&r, v, read)
	if text := v.text(argSchedule); text != "" {
		moment, err := schedule.Parse(text)
		if err == nil && !moment.After(time.Now()) {
			err = fmt.Errorf("%s is over: choose a moment in the future, or leave it out to send at once", validate.Quote(text))
		}
		if err != nil {
			diags.Append(validate.Invalid(path.Root(argSchedule.name), err))
		}
		r.Scheduled = moment
	}
	return r, diags
}

func (k kind) addNumbers(r *sms.SendRequest, v values, read reader) diag.Diagnostics {
	var diags diag.Diagnostics
	seen := map[string]string{}
	for i, to := range v.recipients() {
		if to.unknown {
			continue
		}
		at := k.pathOf(to, i)
		number, wrong := read(at, to.number)
		if wrong.HasError() {
			diags.Append(wrong...)
			continue
		}
		if other, twice := seen[number]; twice {
			diags.Append(validate.Invalid(at, fmt.Errorf("%s is the same phone as %s: write it once, so that it gets one SMS",
				validate.Quote(to.number), validate.Quote(other))))
			continue
		}
		seen[number] = to.number
		if k.send == sms.Bulk {
			r.Texts = append(r.Texts, sms.NumberText{Number: number, Text: to.text})
		} else {
			r.Numbers = append(r.Numbers, number)
		}
	}
	if from := v.text(argFrom); from != "" {
		number, wrong := read(path.Root(argFrom.name), from)
		diags.Append(wrong...)
		r.From = number
	}
	return diags
}

// pathOf leads to a recipient in the configuration.
func (k kind) pathOf(to recipient, i int) path.Path {
	switch {
	case k.send == sms.Bulk:
		return path.Root(argMessages.name).AtListIndex(i).AtName(argPhoneNumber.name)
	case k.has(argTo):
		return path.Root(argTo.name).AtSetValue(to.element)
	default:
		return path.Root(argPhoneNumbers.name).AtSetValue(to.element)
	}
}

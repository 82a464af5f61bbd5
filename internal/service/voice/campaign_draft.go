package voice

import (
	"errors"
	"unicode/utf8"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/schedule"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/voice"
)

// draft is a send as described by a configuration, a plan or a state.
type draft struct {
	// Values also show what is unknown.
	attribute.Values
	kind kind
	// request is what will be sent, without what is null or unknown. Numbers are absent
	// until address has read them.
	request voice.CampaignRequest
	// sent are the phones of the request by their spelling.
	sent phone.AsSent
}

func (k kind) draft(object types.Object) *draft {
	v := attribute.Values(object.Attributes())
	d := &draft{Values: v, kind: k, request: voice.CampaignRequest{
		Kind:                 k.sends,
		TokenAudio:           v.Text(argTokenAudio),
		Text:                 v.Text(argText),
		Lang:                 v.Text(argLang),
		SpeechRate:           v.Number(argSpeechRate),
		EmailForNotification: v.Text(argEmail),
		NotifyURL:            v.Text(argNotifyURL),
	}}
	if moment, err := schedule.Parse(v.Text(argScheduledDate)); err == nil {
		d.request.Scheduled = moment
	}
	return d
}

// address reads the numbers. It refuses one that is wrong or repeated.
func (d *draft) address(read phone.Reader) diag.Diagnostics {
	numbers, sent, diags := phone.ReadAll(path.Root(argPhoneNumbers.Name), d.phones(), read, "it is called once")
	if written := d.Text(argSender); written != "" {
		sender, wrong := read(path.Root(argSender.Name), written)
		diags.Append(wrong...)
		sent.Add(written, sender)
		d.request.Sender = sender
	}
	d.request.Numbers, d.sent = numbers, sent
	return diags
}

func (d *draft) phones() types.Set {
	set, _ := d.Values[argPhoneNumbers.Name].(types.Set)
	return set
}

// ready completes the request with the numbers, in the provider's region. It refuses a
// moment that is over.
func (d *draft) ready(region string) diag.Diagnostics {
	diags := d.address(phone.InRegion(region))
	if err := schedule.CheckAhead(d.Text(argScheduledDate)); err != nil {
		diags.Append(validate.Invalid(path.Root(argScheduledDate.Name), err))
	}
	return diags
}

// check refuses what contradicts itself. What is unknown may turn out to be null.
func (d *draft) check() diag.Diagnostics {
	var diags diag.Diagnostics
	text, file := !d.IsNull(argText), !d.IsNull(argTokenAudio)
	switch known := d.Known(argText) && d.Known(argTokenAudio); {
	case !d.kind.speaks():
		return nil
	case !text && !file:
		diags.AddAttributeError(path.Root(argText.Name), "Missing text",
			"The call says nothing: write the text to speak in text, or the token of an audio file in token_audio.")
	case text && file && known:
		diags.Append(validate.Invalid(path.Root(argTokenAudio.Name), errors.New("the call has a text to speak too, which Voice Partner would ignore: write either text or token_audio")))
	}
	if file && !text && !d.IsNull(argSpeechRate) && d.Known(argSpeechRate) {
		diags.Append(validate.Invalid(path.Root(argSpeechRate.Name), errors.New("there is no text to speak, and an audio file has its own speed: leave speech_rate out")))
	}
	return diags
}

// characters is the length of the text; null without one, unknown while the text is.
func (d *draft) characters() types.Int64 {
	switch {
	case !d.Known(argText):
		return types.Int64Unknown()
	case d.IsNull(argText):
		return types.Int64Null()
	default:
		return types.Int64Value(int64(utf8.RuneCountInString(d.Text(argText))))
	}
}

// changed returns what makes a plan a new send: each argument, or triggers, that differs
// from what was sent. Another spelling of a number or the moment, another order of the
// numbers, or the vendor's default written out must not call, and cost, a second time. Both
// drafts are addressed by read.
func (d *draft) changed(before *draft, read phone.Reader) path.Paths {
	return once.Changed(d.kind.arguments, d.Values, before.Values, func(a attribute.Argument) bool { return d.same(a, before, read) })
}

// same reports whether an argument means the same in both drafts.
func (d *draft) same(a attribute.Argument, before *draft, read phone.Reader) bool {
	switch a.Name {
	case argPhoneNumbers.Name:
		return phone.SamePhones(d.phones(), before.phones(), read)
	case argSender.Name:
		return d.request.Sender == before.request.Sender && d.request.Sender != ""
	case argScheduledDate.Name:
		return d.request.Scheduled.Equal(before.request.Scheduled)
	case argSpeechRate.Name:
		return d.rate() == before.rate()
	default:
		return attribute.UnixLines(d.Text(a)) == attribute.UnixLines(before.Text(a))
	}
}

// rate is the speech rate, with the vendor's default.
func (d *draft) rate() string {
	if d.request.SpeechRate == nil {
		return "1"
	}
	return partner.DecimalText(d.request.SpeechRate)
}

package sending

import (
	"cmp"
	"reflect"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// changed returns what makes a plan a new send: each argument, or triggers, that differs
// from what was sent. Another spelling of a number or the moment, another order of the
// recipients, or the vendor's default written out must not send, and cost, a second time.
// Both drafts are addressed.
func (d *draft) changed(before *draft) path.Paths {
	return once.Changed(d.kind.resourceArguments(), d.Values, before.Values, func(a attribute.Argument) bool { return d.same(a, before) })
}

// same reports whether an argument means the same in both drafts.
func (d *draft) same(a attribute.Argument, before *draft) bool {
	switch a.Name {
	case argRichContent.Name:
		return sameJSON(d.Text(a), before.Text(a))
	case argRichCard.Name, argSuggestions.Name, argFailover.Name:
		return reflect.DeepEqual(meaning(d.Values[a.Name]), meaning(before.Values[a.Name]))
	}
	switch a.Form.(type) {
	case attribute.Phones, attribute.Objects:
		to := messages(d.request)
		// A wrong or repeated number is a change, so that the new send refuses it.
		return len(d.recipients) == len(to) && slices.Equal(to, messages(before.request))
	case attribute.Phone:
		return d.request.From == before.request.From && d.request.From != ""
	case attribute.Flag:
		return d.isSet(a) == before.isSet(a)
	case attribute.Whole: // no other spelling is equal
		return false
	}
	if a.Name == argSchedule.Name {
		return d.request.Scheduled.Equal(before.request.Scheduled)
	}
	return d.effective(a) == before.effective(a)
}

// messages returns the numbers of a request, sorted, each with its own text, if it has one.
func messages(r sms.SendRequest) []sms.NumberText {
	var list []sms.NumberText
	for _, number := range r.Numbers {
		list = append(list, sms.NumberText{Number: number})
	}
	for _, to := range r.Texts {
		list = append(list, sms.NumberText{Number: to.Number, Text: attribute.UnixLines(to.Text)})
	}
	slices.SortFunc(list, func(a, b sms.NumberText) int { return cmp.Compare(a.Number, b.Number) })
	return list
}

// effective returns a text as the vendor understands it.
func (v values) effective(a attribute.Argument) string {
	text := attribute.UnixLines(v.Text(a))
	if text == "" && a.Name == argGamme.Name {
		return gammePremium
	}
	return text
}

// isSet reports whether a flag is true. An absent flag is false, for the vendor too.
func (v values) isSet(a attribute.Argument) bool {
	flag := v.Flag(a)
	return flag != nil && *flag
}

package sending

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// changed returns what makes a plan a new send: each argument, and triggers, that
// is not what was sent. To write a number or the moment in another way, the recipients
// in another order, or the vendor's default where there was nothing, must not send, and
// cost, a second time. Both drafts are addressed.
func (d *draft) changed(before *draft) path.Paths {
	var paths path.Paths
	if !maps.EqualFunc(before.triggers(), d.triggers(), attr.Value.Equal) || d.values[triggers].IsUnknown() {
		paths.Append(path.Root(triggers))
	}
	for _, a := range d.kind.arguments {
		if before.values[a.Name].Equal(d.values[a.Name]) || d.known(a) && d.same(a, before) {
			continue
		}
		paths.Append(path.Root(a.Name))
	}
	return paths
}

// same reports whether an argument that is written in another way says the same.
func (d *draft) same(a attribute.Argument, before *draft) bool {
	switch a.Form.(type) {
	case attribute.Phones, attribute.Objects:
		to := messages(d.request)
		// Not where a number is wrong or stands there twice, which a new send refuses.
		return len(d.recipients) == len(to) && slices.Equal(to, messages(before.request))
	case attribute.Phone:
		return d.request.From == before.request.From && d.request.From != ""
	case attribute.Flag:
		return d.isSet(a) == before.isSet(a)
	}
	if a.Name == argSchedule.Name {
		return d.request.Scheduled.Equal(before.request.Scheduled)
	}
	return d.effective(a) == before.effective(a)
}

// messages are the numbers of a request, in order, each with the text that is for it alone.
func messages(r sms.SendRequest) []sms.NumberText {
	var list []sms.NumberText
	for _, number := range r.Numbers {
		list = append(list, sms.NumberText{Number: number})
	}
	for _, to := range r.Texts {
		list = append(list, sms.NumberText{Number: to.Number, Text: unixLines(to.Text)})
	}
	slices.SortFunc(list, func(a, b sms.NumberText) int { return cmp.Compare(a.Number, b.Number) })
	return list
}

// effective is the value of a text as the vendor takes it.
func (v values) effective(a attribute.Argument) string {
	text := unixLines(v.text(a))
	if text == "" && a.Name == argGamme.Name {
		return gammePremium
	}
	return text
}

// unixLines writes the line ends that an editor on another system made as they were.
func unixLines(text string) string { return strings.ReplaceAll(text, "\r\n", "\n") }

// isSet reports whether a flag is true. Left out is false, for the vendor too.
func (v values) isSet(a attribute.Argument) bool {
	flag := v.flag(a)
	return flag != nil && *flag
}

// triggers are those that have a value. An empty text is none.
func (v values) triggers() map[string]attr.Value {
	all, _ := v[triggers].(types.Map)
	set := all.Elements()
	maps.DeleteFunc(set, func(_ string, value attr.Value) bool { return value.IsNull() || value.Equal(types.StringValue("")) })
	return set
}

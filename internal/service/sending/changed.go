package sending

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// changed returns what makes a plan a new send: each argument, and triggers, that
// is not what was sent. To write a number or the moment in another way, the recipients
// in another order, or the vendor's default where there was nothing, must not send, and
// cost, a second time. read knows to whom the message went.
func (k kind) changed(before, after values, read reader) path.Paths {
	was, _ := k.requestBy(before, read)
	is, _ := k.requestBy(after, read)
	for _, r := range []sms.SendRequest{was, is} {
		slices.Sort(r.Numbers)
		for i, to := range r.Texts {
			r.Texts[i].Text = unixLines(to.Text)
		}
		slices.SortFunc(r.Texts, func(a, b sms.NumberText) int { return cmp.Compare(a.Number, b.Number) })
	}
	same := slices.Equal(was.Numbers, is.Numbers) && slices.Equal(was.Texts, is.Texts) &&
		// Less for a number that is wrong or stands there twice, which a new send refuses.
		len(after.recipients()) == len(is.Numbers)+len(is.Texts)
	var paths path.Paths
	if !maps.EqualFunc(before.triggers(), after.triggers(), attr.Value.Equal) || after[triggers].IsUnknown() {
		paths.Append(path.Root(triggers))
	}
	for _, a := range k.arguments {
		if before[a.name].Equal(after[a.name]) {
			continue
		}
		respelled := false
		switch a.form {
		case numbersForm, textsForm:
			respelled = same
		case numberForm:
			respelled = was.From == is.From && is.From != ""
		case momentForm:
			respelled = was.Scheduled.Equal(is.Scheduled)
		case textForm:
			respelled = a.effective(before) == a.effective(after)
		case flagForm:
			respelled = before.isSet(a) == after.isSet(a)
		}
		if !respelled || !after.known(a) {
			paths.Append(path.Root(a.name))
		}
	}
	return paths
}

// effective is the value of a text as the vendor takes it.
func (a argument) effective(v values) string { return cmp.Or(unixLines(v.text(a)), a.otherwise) }

// unixLines writes the line ends that an editor on another system made as they were.
func unixLines(text string) string { return strings.ReplaceAll(text, "\r\n", "\n") }

// isSet reports whether a flag is true. Left out is false, for the vendor too.
func (v values) isSet(a argument) bool {
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

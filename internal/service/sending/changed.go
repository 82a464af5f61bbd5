package sending

import (
	"cmp"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// changed returns what makes a plan a new send: each argument, and triggers, that
// is not what was sent. To write a number or the moment in another way, or the
// recipients in another order, must not send, and cost, a second time.
func (k kind) changed(before, after values, region string) path.Paths {
	was, _ := k.request(before, region)
	is, _ := k.request(after, region)
	for _, r := range []sms.SendRequest{was, is} {
		slices.Sort(r.Numbers)
		slices.SortFunc(r.Texts, func(a, b sms.NumberText) int { return cmp.Compare(a.Number, b.Number) })
	}
	same := slices.Equal(was.Numbers, is.Numbers) && slices.Equal(was.Texts, is.Texts) &&
		// Less for a number that is wrong or stands there twice, which a new send refuses.
		len(after.recipients()) == len(is.Numbers)+len(is.Texts)
	var paths path.Paths
	if !before[triggers].Equal(after[triggers]) {
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
		case textForm, flagForm:
		}
		if !respelled || !after.known(a) {
			paths.Append(path.Root(a.name))
		}
	}
	return paths
}

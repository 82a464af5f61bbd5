package sending

import (
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/path"
)

// changed returns the arguments that have several spellings and now name other
// phones or another moment than what was sent. To spell a number in another way
// must not send, and cost, a second time.
func (k kind) changed(before, after values, region string) path.Paths {
	was, _ := k.request(before, region)
	is, _ := k.request(after, region)
	slices.Sort(was.Numbers)
	slices.Sort(is.Numbers)
	same := slices.Equal(was.Numbers, is.Numbers) && slices.Equal(was.Texts, is.Texts) &&
		// Less for a number that is wrong or stands there twice, which a new send refuses.
		len(after.recipients()) == len(is.Numbers)+len(is.Texts)
	var paths path.Paths
	for _, a := range k.arguments {
		if !a.form.respellable() || before[a.name].Equal(after[a.name]) {
			continue
		}
		respelled := same
		switch a.form {
		case numberForm:
			respelled = was.From == is.From && is.From != ""
		case momentForm:
			respelled = was.Scheduled.Equal(is.Scheduled)
		case textForm, flagForm, numbersForm, textsForm:
		}
		if !respelled || !after.known(a) {
			paths.Append(path.Root(a.name))
		}
	}
	return paths
}

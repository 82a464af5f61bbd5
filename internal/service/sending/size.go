package sending

import (
	"errors"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// lowCostCharacters is the most that the low-cost range takes (code 42).
const lowCostCharacters = 160

var errStopLowCost = errors.New("the low_cost range has no STOP text of its own (the vendor wants \"NoPub=STOP\" written " +
	"into the text instead): set gamme to \"premium\", or leave is_stop_sms out")

// errNothingLeft is of a text that is blank without Unicode only: any other is
// refused by itself.
var errNothingLeft = errors.New("nothing is left of it after the vendor's replacements: write what the phone is to show")

// check refuses what the arguments tell without asking anybody, whatever is not
// known yet.
func (k kind) check(v values) diag.Diagnostics {
	var diags diag.Diagnostics
	if stop := v.flag(argIsStopSMS); stop != nil && *stop && v.text(argGamme) == gammeLowCost {
		diags.Append(validate.Invalid(path.Root(argIsStopSMS.name), errStopLowCost))
	}
	_, sizes := k.size(v)
	diags.Append(sizes...)
	return diags
}

// size returns how many SMS are billed in all, and refuses texts that are too
// long. It is 0 while a text, a number or how it is sent is not known, and for a
// survey, whose text is in the dashboard.
func (k kind) size(v values) (int64, diag.Diagnostics) {
	var diags diag.Diagnostics
	known := v.known(argIsUnicode) && v.known(argGamme)
	unicode := v.flag(argIsUnicode)
	segments := func(text string, at path.Path) int64 {
		if text == "" || !known {
			return 0
		}
		asUnicode := unicode != nil && *unicode
		size, err := sms.Segment(text, asUnicode)
		if !asUnicode && sms.IsBlank(text, false) && !sms.IsBlank(text, true) {
			err = errNothingLeft
		}
		if err == nil && v.text(argGamme) == gammeLowCost && size.Characters > lowCostCharacters {
			err = fmt.Errorf("the text has %d characters, and the low_cost range takes %d: shorten it, or set gamme to \"premium\"",
				size.Characters, lowCostCharacters)
		}
		if err != nil {
			diags.Append(validate.Invalid(at, err))
			return 0
		}
		return int64(size.Segments)
	}
	var total int64
	if k.send == sms.Bulk {
		for i, to := range v.recipients() {
			total += segments(to.text, path.Root(argMessages.name).AtListIndex(i).AtName(argMessage.name))
		}
		if !v.known(argMessages) {
			total = 0
		}
		return total, diags
	}
	total = segments(v.text(argMessage), path.Root(argMessage.name)) * int64(len(v.recipients()))
	if !v.known(argPhoneNumbers) || !v.known(argTo) {
		total = 0
	}
	return total, diags
}

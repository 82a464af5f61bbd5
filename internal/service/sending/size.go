package sending

import (
	"errors"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// lowCostCharacters is the most that the low-cost range takes (code 42).
const lowCostCharacters = 160

var errStopLowCost = errors.New("the low_cost range has no STOP text of its own (the vendor wants \"NoPub=STOP\" written " +
	"into the text instead): set gamme to \"premium\", or leave is_stop_sms out")

// errNothingLeft is for a text that the replacements empty: its own rule refuses any other
// blank text.
var errNothingLeft = errors.New("nothing is left of it after the vendor's replacements: write what the phone is to show")

// check refuses what the known arguments alone show to be wrong.
func (d *draft) check() diag.Diagnostics {
	var diags diag.Diagnostics
	if d.isSet(argIsStopSMS) && d.request.Gamme == sms.LowCost {
		diags.Append(validate.Invalid(path.Root(argIsStopSMS.Name), errStopLowCost))
	}
	if d.kind.send == sms.RCS {
		diags.Append(d.checkContent()...)
	}
	_, sizes := d.size()
	diags.Append(sizes...)
	return diags
}

// size returns how many SMS are billed in all, and refuses texts that are too long. The
// size is unknown while a text, a number or the encoding is unknown. It is null after an
// error, and for a survey, whose text is in the dashboard. An RCS has the size of its
// failover.
func (d *draft) size() (types.Int64, diag.Diagnostics) {
	if d.kind.send == sms.Survey {
		return types.Int64Null(), nil
	}
	if d.kind.send == sms.RCS {
		return d.failoverSize()
	}
	var diags diag.Diagnostics
	known := d.recipientsKnown() && d.Known(argMessage) && d.Known(argMessageWO) && d.howIsKnown()
	var total int64
	add := func(text string, at path.Path, times int) {
		if text == "" || !d.howIsKnown() || d.request.Hidden && validate.Visible(text) != nil {
			return // the argument's own rule refuses an invisible character
		}
		segments, err := d.segments(text, d.isSet(argIsUnicode))
		if err != nil {
			diags.Append(validate.Invalid(at, err))
		}
		total += segments * int64(times)
	}
	if d.kind.send == sms.Bulk {
		for _, to := range d.recipients {
			add(to.text, to.at.ParentPath().AtName(argMessage.Name), 1)
		}
	} else {
		add(d.request.Text, textAt(d.request), len(d.recipients))
	}
	switch {
	case diags.HasError():
		return types.Int64Null(), diags
	case !known:
		return types.Int64Unknown(), nil
	default:
		return types.Int64Value(total), nil
	}
}

// howIsKnown reports whether the arguments that decide how texts are counted are known.
func (d *draft) howIsKnown() bool { return d.Known(argIsUnicode) && d.Known(argGamme) }

// segments returns how many SMS a text takes to one phone.
func (d *draft) segments(text string, asUnicode bool) (int64, error) {
	size, err := sms.Segment(text, asUnicode)
	switch {
	case !asUnicode && sms.IsBlank(text, false) && !sms.IsBlank(text, true):
		return 0, errNothingLeft
	case d.request.Hidden && errors.Is(err, sms.ErrUnsendable):
		return 0, d.unsendableHidden()
	case err != nil:
		return 0, err
	case d.request.Gamme == sms.LowCost && size.Characters > lowCostCharacters:
		return 0, fmt.Errorf("the text has %d characters, and the low_cost range takes %d: shorten it, or set gamme to \"premium\"",
			size.Characters, lowCostCharacters)
	default:
		return int64(size.Segments), nil
	}
}

package sending

import (
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/schedule"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// remarks warns of what is odd about a message that was accepted.
func (k kind) remarks(r sms.SendRequest, sent *sms.Sent) diag.Diagnostics {
	var diags diag.Diagnostics
	which := "message " + sent.MessageID
	if sent.MessageID == "" {
		which = "a dry run"
	}
	accepted := fmt.Sprintf("SMS Partner accepted the %s (%s), but ", k.object, which)
	if len(sent.Unread) > 0 {
		diags.AddWarning("Unable to read all of the answer to the send",
			accepted+"part of its answer can't be read and is ignored: "+diagnostic.Few(sent.Unread, "; ")+".")
	}
	if moved := schedule.Moved(r.Scheduled, sent.Scheduled); moved != "" {
		detail := accepted + moved + "\n\nIf that is not what you want, cancel it with the action smspartner_cancel_message or in the dashboard, " +
			"at least 5 minutes before that moment."
		switch {
		case isDryRun(r):
			detail = accepted + moved + reachesNobody
		case k.sendOnly:
			detail = accepted + moved + "\n\nIf that is not what you want, ask the vendor's support to stop it: SMS Partner documents no call that cancels an RCS."
		}
		if at := path.Root(argSchedule.Name); k.has(argSchedule) {
			diags.AddAttributeWarning(at, movedSummary, detail)
		} else {
			diags.AddWarning(movedSummary, detail)
		}
	}
	if k.perNumber {
		at := path.Root(argMessages.Name)
		if refused := k.refused(r, sent); refused != "" {
			diags.AddAttributeWarning(at, "Unable to send to every number of the batch", accepted+refused)
		}
		if untold := untold(r, sent); untold != "" {
			diags.AddAttributeWarning(at, "Unable to read the result of every number of the batch", accepted+untold)
		}
	}
	return diags
}

const (
	movedSummary  = "Scheduled for another moment"
	reachesNobody = "\n\nThis is a dry run: nobody gets an SMS."
)

// refused describes the refused numbers of a batch, grouped by code.
func (k kind) refused(r sms.SendRequest, sent *sms.Sent) string {
	type group struct {
		first   sms.SentItem
		numbers []string
	}
	var groups []*group
	byCode := map[string]*group{}
	total := 0
	for _, item := range sent.Items {
		if !item.Refused() {
			continue
		}
		total++
		code := ""
		if item.Code != nil {
			code = *item.Code
		}
		g := byCode[code]
		if g == nil {
			g = &group{first: item}
			byCode[code] = g
			groups = append(groups, g)
		}
		number := "a number that the answer does not name"
		if item.PhoneNumber != nil {
			number = *item.PhoneNumber
		}
		g.numbers = append(g.numbers, number)
	}
	if total == 0 {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "refused %d of its %d numbers", total, len(r.Texts))
	after := "\n\nTo reach them, send to them alone: sending this batch again sends to all its numbers again."
	if isDryRun(r) {
		after = reachesNobody
	} else {
		b.WriteString(". Nothing is sent to these")
	}
	b.WriteString(":\n")
	for _, g := range groups {
		fmt.Fprintf(&b, "\n- %d, %s: %s", len(g.numbers), diagnostic.Few(g.numbers, ", "), k.reason(r, g.first))
	}
	return b.String() + after
}

// reason says why a number was refused, in the vendor's words and in ours.
func (k kind) reason(r sms.SendRequest, item sms.SentItem) string {
	text := "without a code"
	if item.Code != nil {
		text = "code " + *item.Code
	}
	if item.Message != nil {
		text += fmt.Sprintf(", %q", strings.Join(strings.Fields(*item.Message), " "))
	}
	text += "."
	if item.Code != nil {
		if fault, ok := k.faults(r).Item(*item.Code); ok {
			text += " " + fault.What
		}
	}
	return text
}

// untold describes the numbers of a batch about which the answer is silent or contradicts
// itself.
func untold(r sms.SendRequest, sent *sms.Sent) string {
	missing := absent(r.Recipients(), numbersOf(sent.Items, func(item sms.SentItem) bool { return !item.Doubtful }))
	if len(missing) == 0 {
		return ""
	}
	after := ": they may get the SMS or not.\n\nRead their status with the data source smspartner_bulk_status before you send to them again."
	if isDryRun(r) {
		after = "." + reachesNobody
	}
	return fmt.Sprintf("its answer is unclear about %d of its %d numbers, %s", len(missing), len(r.Texts), diagnostic.Few(missing, ", ")) + after
}

// numbersOf returns the numbers of the items that match, as the vendor wrote them.
func numbersOf(items []sms.SentItem, match func(sms.SentItem) bool) []string {
	var numbers []string
	for _, item := range items {
		if item.PhoneNumber != nil && match(item) {
			numbers = append(numbers, *item.PhoneNumber)
		}
	}
	return numbers
}

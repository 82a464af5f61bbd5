package verification

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-log/tflog"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// write describes a verification for diagnostics.
var write = once.Write{Verb: once.Verify, Object: "list of phone numbers", Faults: verificationFaults}

// verificationFaults explains the vendor's refusals, by the codes of the call's page and of
// the general page.
var verificationFaults = diagnostic.Faults{
	ByCode: map[string]diagnostic.Fault{
		"2":  {Attribute: path.Root(argPhoneNumbers.Name), Missing: "phone number"},
		"3":  notSeparated,
		"19": notSeparated,
		"11": {
			What: "The account's credit does not pay for this.", Do: "Top the account up in the dashboard, then apply again.",
		},
		"13": {
			Attribute: path.Root(argPhoneNumbers.Name), What: "SMS Partner has no price for the destination of one of these numbers.",
			Do: "Check the numbers and their countries, or leave the number out.",
		},
		"14": {
			Attribute: path.Root(argPhoneNumbers.Name), What: "One of these numbers is on the account's STOP list.",
			Do: "Leave the number out. The data source smspartner_stop_numbers tells which it is.",
		},
		"50": {
			Attribute: path.Root(argPhoneNumbers.Name), What: "SMS Partner does not take this many numbers at once.",
			Do: "Split them over several verifications.",
		},
		"55": {
			Attribute: path.Root(argPhoneNumbers.Name), What: "SMS Partner found no number to verify among these.",
			Do: "Check that each element of phone_numbers is a phone number.",
		},
	},
	Parameters: map[string]path.Path{
		"phoneNumbers": path.Root(argPhoneNumbers.Name), "phoneNumber": path.Root(argPhoneNumbers.Name),
		"notifyUrl": path.Root(argNotifyURL.Name), "tag": path.Root(argTag.Name),
	},
}

// verifyOnce verifies at most once.
func verifyOnce(ctx context.Context, client *sms.Client, r sms.VerifyRequest) (*sms.Verification, diag.Diagnostics) {
	// After a killed run, this line alone says what was under way.
	tflog.Info(ctx, "Verifying", map[string]any{"numbers": len(r.Numbers), "tag": r.Tag})
	verification, _, diags := once.Run(ctx, write,
		func(ctx context.Context) (*sms.Verification, error) { return client.Verify(ctx, r) },
		func(_ context.Context, lost *partner.Error) (once.Trace[*sms.Verification], error) {
			return untraceable(r, lost.AnsweredID()), nil
		})
	if verification != nil {
		diags.Append(remarks(r, verification)...)
	}
	return verification, diags
}

// untraceable is the trace of every verification: no call returns one. answered is the
// campaign id of a failed answer; empty if it has none.
func untraceable(r sms.VerifyRequest, answered string) once.Trace[*sms.Verification] {
	look := "Look for a verification in the dashboard, and for results at notify_url,"
	switch {
	case answered != "":
		look = fmt.Sprintf("The answer names the campaign %s. Look for it in the dashboard, and for results at notify_url,", answered)
	case r.Tag != "":
		look = fmt.Sprintf("Look for the tag %q in the dashboard, and for results at notify_url,", r.Tag)
	}
	return once.Trace[*sms.Verification]{
		Saw:  "SMS Partner has no call that tells which. A result that arrives at notify_url proves that it was carried out and paid for.",
		Look: look,
	}
}

// remarks warns of what is odd in an answer that accepts a verification.
func remarks(r sms.VerifyRequest, v *sms.Verification) diag.Diagnostics {
	diags := diagnostic.Unread("Incomplete answer about a verification", v.Unread)
	if v.Number != nil && *v.Number != int64(len(r.Numbers)) {
		diags.AddAttributeWarning(path.Root(argPhoneNumbers.Name), "Unexpected count of verified numbers", fmt.Sprintf(
			"SMS Partner reports that campaign %s verifies %d of %d phone numbers, and does not say which.\n\n"+
				"Expect no result of the others. They may be on the account's STOP list, or be no numbers that it can verify.",
			v.CampaignID, *v.Number, len(r.Numbers)))
	}
	return diags
}

// bill returns the cost of a verification, as words.
func bill(v *sms.Verification) string {
	if v.Cost == nil {
		return "the vendor names no price"
	}
	text := partner.DecimalText(v.Cost)
	if v.Currency != nil {
		text += " " + *v.Currency
	}
	return text
}

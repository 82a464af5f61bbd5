package virtualnumber

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// left is what a change left behind.
type left int

const (
	// asWanted is the goal.
	asWanted left = iota
	// asBefore is what was set before.
	asBefore
	// notForwarding: the old forwarding is disabled, and the new one is not set.
	notForwarding
	// notKnown: the answer was lost.
	notKnown
)

// forward sets what a virtual number does with calls. A forwarding that can't be changed is
// disabled first, at most once.
//
// A lost answer is not followed by the same request, though to set the same target twice
// would do no harm: the vendor may still be working on the first one.
func forward(ctx context.Context, client *sms.Client, number string, goal sms.Forwarding) (left, diag.Diagnostics) {
	err := client.SetForwarding(ctx, number, goal)
	if partner.HasMeaning(err, sms.MeaningForwarding) {
		return change(ctx, client, number, goal)
	}
	switch {
	case err == nil:
		return asWanted, nil
	case partner.OutcomeUnknown(err):
		return notKnown, diag.Diagnostics{unclear(number, err)}
	default:
		return asBefore, diag.Diagnostics{refused("Nothing was changed.", err)}
	}
}

// change disables what is set, then sets the goal. An interrupt between the two would leave
// calls without a target, so it takes effect only after the second.
func change(ctx context.Context, client *sms.Client, number string, goal sms.Forwarding) (left, diag.Diagnostics) {
	err := client.SetForwarding(ctx, number, sms.Forwarding{})
	switch {
	case err == nil, partner.HasMeaning(err, sms.MeaningNotForwarding):
	case partner.OutcomeUnknown(err):
		return notKnown, diag.Diagnostics{unclear(number, err)}
	default:
		return asBefore, diag.Diagnostics{refused("Nothing was changed: SMS Partner changes a forwarding only after it was disabled, and did not disable it.", err)}
	}
	err = client.SetForwarding(context.WithoutCancel(ctx), number, goal)
	switch {
	case err == nil:
		return asWanted, nil
	case partner.OutcomeUnknown(err):
		return notKnown, diag.Diagnostics{unclear(number, err)}
	default:
		return notForwarding, diag.Diagnostics{refused(fmt.Sprintf(
			"Calls to %s are not forwarded now: SMS Partner disabled the forwarding, as the change needed, and did not set the new one. The next apply sets it.", number), err)}
	}
}

// disable ends the forwarding of a virtual number. What is off already, or gone with its
// number, is no error.
func disable(ctx context.Context, client *sms.Client, number string) diag.Diagnostics {
	err := client.SetForwarding(ctx, number, sms.Forwarding{})
	switch {
	case err == nil, partner.HasMeaning(err, sms.MeaningNotForwarding):
		return nil
	case partner.IsNotFound(err):
		return diag.Diagnostics{diag.NewAttributeWarningDiagnostic(path.Root(argNumber), "Virtual number is not known", fmt.Sprintf(
			"SMS Partner knows no virtual number %s, so there is no forwarding to disable. The resource is removed from the state.\n\n"+
				"If the number is rented by another account, its calls may still be forwarded: look in the dashboard of that account.", number))}
	default:
		return diag.Diagnostics{diagnostic.FromError(unableToDisable, err, faults)}
	}
}

// Package cancel calls off what is scheduled, by an action or when its resource is destroyed,
// for the products whose call is message-cancel.
package cancel

import (
	"context"
	"fmt"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

const (
	// window is how long before a scheduled moment the vendor stops cancelling.
	window = 5 * time.Minute
	// argument is the id of what is scheduled.
	argument = "message_id"
)

// Call cancels by an id, and returns the vendor's words.
type Call func(ctx context.Context, id string) (string, error)

// Scheduled is what a product schedules.
type Scheduled struct {
	// Product is the vendor's name of the API.
	Product string
	// Noun names one in diagnostics, such as "message".
	Noun string
}

func (s Scheduled) faults() diagnostic.Faults {
	at := path.Root(argument)
	return diagnostic.Faults{
		ByCode: map[string]diagnostic.Fault{
			"4": {
				Attribute: at, What: fmt.Sprintf("%s knows no %s with this id.", s.Product, s.Noun),
				Do: "Check that message_id is the one that sending returned, and that the API key belongs to the account that sent it.",
			},
			"5": {Attribute: at, What: fmt.Sprintf("The %s is cancelled already.", s.Noun), Do: "Nothing is left to do."},
			"6": {
				Attribute: at, What: fmt.Sprintf("The %s is due in less than 5 minutes: it can no longer be cancelled.", s.Noun), Do: "It will be sent.",
			},
			"7": {Attribute: at, What: fmt.Sprintf("The %s was sent already.", s.Noun), Do: "Nothing can call it back."},
			"3": {Attribute: at, Missing: "message id"},
		},
		Parameters: map[string]path.Path{"messageId": at},
	}
}

// Forget cancels what is due at a moment and whose resource is destroyed. The vendor decides,
// by its own clock, whether it is too late. What can no longer be cancelled gives a warning,
// and the resource goes. The resource stays, so that a second destroy tries again, only if the
// vendor gave no verdict before the moment.
func (s Scheduled) Forget(ctx context.Context, call Call, id string, due time.Time) diag.Diagnostics {
	_, err := call(ctx, id)
	over := !due.After(time.Now())
	sent, late := partner.HasMeaning(err, partner.MeaningSent), partner.HasMeaning(err, partner.MeaningTooLate)
	switch {
	case err == nil, partner.HasMeaning(err, partner.MeaningCancelled), over && (partner.IsNotFound(err) || sent): // nothing is left to cancel
		return nil
	case partner.IsNotFound(err): // the key may be another account's
		return s.uncancelled(id, err, fmt.Sprintf("The resource is forgotten. If the %s belongs to another account than the API key, "+
			"it will still be sent, on %s: cancel it in the dashboard of that account.", s.Noun, due.Format(time.RFC3339)))
	case sent, late:
		refusal := diagnostic.FromError(s.unable(id), err, s.faults())
		return diag.Diagnostics{diag.NewWarningDiagnostic(refusal.Summary(), refusal.Detail())}
	case over:
		return s.uncancelled(id, err, fmt.Sprintf("It was due on %s by this machine's clock, so it was most likely sent. The resource is forgotten. "+
			"The dashboard shows whether it is still scheduled, and can cancel it.", due.Format(time.RFC3339)))
	default:
		return diag.Diagnostics{diagnostic.FromError(s.unable(id), err, s.faults())}
	}
}

// ForgetDryRun is Forget of what is sent to nobody: with any verdict of the vendor, or after the
// moment, nothing is left to cancel.
func (s Scheduled) ForgetDryRun(ctx context.Context, call Call, id string, due time.Time) diag.Diagnostics {
	return s.Forget(ctx, func(ctx context.Context, id string) (string, error) {
		words, err := call(ctx, id)
		verdict := partner.IsNotFound(err) || partner.HasMeaning(err, partner.MeaningTooLate) || partner.HasMeaning(err, partner.MeaningSent)
		if verdict || !due.After(time.Now()) {
			err = nil
		}
		return words, err
	}, id, due)
}

func (s Scheduled) unable(id string) string { return fmt.Sprintf("Unable to cancel %s %s", s.Noun, id) }

// uncancelled warns of what may still go out. then says what follows.
func (s Scheduled) uncancelled(id string, err error, then string) diag.Diagnostics {
	return diag.Diagnostics{diag.NewWarningDiagnostic(s.unable(id), diagnostic.Happened(err, s.faults())+"\n\n"+then)}
}

// TooLate warns of what is known, without asking the vendor, to be due too soon to be
// cancelled. object names it, then says what follows.
func (s Scheduled) TooLate(object string, due time.Time, written, then string) diag.Diagnostics {
	if left := time.Until(due); left <= 0 || left >= window {
		return nil
	}
	return diag.Diagnostics{diag.NewWarningDiagnostic("Unable to cancel "+object, fmt.Sprintf(
		"It is scheduled for %s, in less than 5 minutes: %s no longer cancels it. %s", written, s.Product, then))}
}

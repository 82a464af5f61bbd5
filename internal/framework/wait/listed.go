package wait

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// ListedTimeout is how long [Listed] looks. The vendor does not document how long its lists
// lag behind what was written.
const ListedTimeout = 10 * time.Second

const listedInterval = 2 * time.Second

// Listed looks for something just written until find succeeds or [ListedTimeout] is over.
// The error is that of the last read; nil if the last read worked and found nothing.
func Listed(ctx context.Context, find func(context.Context) (bool, error)) (bool, error) {
	found, err := Poll[bool]{
		Timeout:  ListedTimeout,
		Interval: listedInterval,
		Read:     find,
		Outcome: func(found bool) Outcome {
			if found {
				return Success
			}
			return Pending
		},
		State:     func(bool) string { return "it was not listed" },
		Transient: func(err error) bool { return partner.IsPassing(err) || partner.IsForeign(err) },
	}.Until(ctx)
	if timeout, ok := errors.AsType[*TimeoutError](err); ok {
		err = timeout.LastErr
	}
	return found, err
}

// NotListed warns of an object, such as "contact group", that was created, but is in no list
// so far. why says, in sentences, what the list said.
func NotListed(object, name, why string) diag.Diagnostics {
	return diag.Diagnostics{diag.NewWarningDiagnostic(strings.ToUpper(object[:1])+object[1:]+" is not listed yet", fmt.Sprintf(
		"The %s %s is created, but its other values are not known yet. %s\n\nThe resource is kept, and the next refresh looks again. "+
			"If the %[1]s never turns up, remove the resource from the state with terraform state rm.", object, name, why))}
}

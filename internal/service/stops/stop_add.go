package stops

import (
	"cmp"
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

const object = "STOP number"

// notTakenOver says why an entry that is there is no success. It ends with the import
// block.
func notTakenOver(id string) string {
	return "The person may have asked for it. The provider does not take the entry over silently, since a later destroy would lift the opt-out.\n\n" +
		"If this resource is to manage the entry, " + diagnostic.ToImport(typeName, id)
}

// addition is the write that puts a number on the list.
func addition(number string) once.Write {
	at := path.Root("phone_number")
	return once.Write{Verb: once.Add, Object: object, Faults: diagnostic.Faults{
		ByCode: map[string]diagnostic.Fault{
			"2": {Attribute: at, Missing: "phone number"},
			"3": {Attribute: at, What: number + " is on the STOP list already.", Do: notTakenOver(number)},
			"9": {
				Attribute: at, What: "SMS Partner does not take " + number + " as a phone number.",
				Do: "Check phone_number, and the provider's default_region if it is a national number.",
			},
		},
		Parameters: map[string]path.Path{"phoneNumber": at},
	}}
}

// addStop puts a number on the list, at most once. The list is read before: only so can an
// entry that was there be told from the new one, should the answer be lost.
func addStop(ctx context.Context, client *sms.Client, number string) (sms.StopNumber, once.Outcome, diag.Diagnostics) {
	write := addition(number)
	before, err := client.StopNumbers(ctx)
	if err != nil {
		return sms.StopNumber{}, once.Refused, diag.Diagnostics{diagnostic.FromError(write.Summary(), err, diagnostic.Faults{})}
	}
	if there := ofNumber(before, number); len(there) > 0 {
		since := ""
		if at := there[0].CreatedAt; at != nil {
			since = at.Format(" since 2006-01-02")
		}
		return sms.StopNumber{}, once.Refused, diag.Diagnostics{diag.NewAttributeErrorDiagnostic(path.Root("phone_number"), write.Summary(),
			fmt.Sprintf("Nothing was added. %s is on the STOP list already%s, with the id %s. %s", number, since, there[0].ID, notTakenOver(there[0].ID)))}
	}
	return once.Run(ctx, write,
		func(ctx context.Context) (sms.StopNumber, error) {
			id, err := client.AddStop(ctx, number)
			return sms.StopNumber{ID: id, PhoneNumber: &number}, err
		},
		func(ctx context.Context, _ *partner.Error) (once.Trace[sms.StopNumber], error) {
			return traceStop(ctx, client, number, before)
		})
}

// traceStop looks for the entry of an addition without a clear answer: one of the number
// that the list did not have before.
func traceStop(ctx context.Context, client *sms.Client, number string, before []sms.StopNumber) (once.Trace[sms.StopNumber], error) {
	var found sms.StopNumber
	there, err := wait.Listed(ctx, func(ctx context.Context) (bool, error) {
		list, err := client.StopNumbers(ctx)
		for _, stop := range ofNumber(list, number) {
			if _, known := withID(before, stop.ID); !known {
				found = stop
			}
		}
		return found.ID != "", err
	})
	if !there {
		return once.Trace[sms.StopNumber]{
			Saw:  fmt.Sprintf("SMS Partner was asked for %s and does not list %s.", wait.ListedTimeout, number),
			Look: fmt.Sprintf("Look for %s on the STOP list, with the data source smspartner_stop_numbers, and import it if it is there,", number),
		}, err
	}
	return once.Trace[sms.StopNumber]{
		Found: true, Value: found,
		Saw: fmt.Sprintf("SMS Partner now lists %s, with the id %s, and did not list it before.", number, found.ID),
		Then: "You need do nothing, unless the person answered STOP, or somebody else added the number, at that moment: " +
			"then remove the resource from the state with terraform state rm, since a destroy would lift their opt-out.",
	}, nil
}

// listedStop looks a new entry up in the list, which may lag: its date is there only, and
// so is the id under which it can be deleted.
func listedStop(ctx context.Context, client *sms.Client, added sms.StopNumber) (sms.StopNumber, bool, diag.Diagnostics) {
	found, number := added, *added.PhoneNumber
	listed, err := wait.Listed(ctx, func(ctx context.Context) (bool, error) {
		list, err := client.StopNumbers(ctx)
		stop, there := managed{id: added.ID, number: number}.in(list)
		if there {
			found = stop
		}
		return there, err
	})
	if listed {
		return found, true, diagnostic.Unread("Incomplete "+object, found.Unread)
	}
	why := fmt.Sprintf("SMS Partner has not listed it within %s.", wait.ListedTimeout)
	if err != nil {
		why = diagnostic.Happened(err, diagnostic.Faults{})
	}
	return added, false, wait.NotListed(object, cmp.Or(number, added.ID), why)
}

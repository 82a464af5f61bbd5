package contacts

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

var contactCreation = once.Write{Verb: once.CreateUnique, Object: "contact", Faults: contactFaults}

const (
	unableToUpdateContact = "Unable to update contact"
	unableToDeleteContact = "Unable to delete contact"
)

// createContact adds a contact at most once, and returns its id.
func createContact(ctx context.Context, client *sms.Client, groupID, number string, details sms.ContactDetails) (string, diag.Diagnostics) {
	var refusal error
	id, outcome, diags := once.Run(ctx, contactCreation,
		func(ctx context.Context) (string, error) {
			id, err := client.AddContact(ctx, groupID, number, details)
			refusal = err
			return id, err
		},
		func(ctx context.Context, _ *partner.Error) (once.Trace[string], error) {
			return traceContact(ctx, client, groupID, number, details)
		})
	if outcome == once.Refused && partner.HasMeaning(refusal, partner.MeaningExists) {
		return "", diag.Diagnostics{inGroup(ctx, client, groupID, number, refusal)}
	}
	return id, diags
}

// inGroup is the error of a number that the group has already.
func inGroup(ctx context.Context, client *sms.Client, groupID, number string, refusal error) diag.Diagnostic {
	advice := "To manage it here, find its id with the data source smspartner_contacts, and import it."
	if contact, err := contactByNumber(ctx, client, groupID, number); err == nil && contact.ID != "" {
		advice = "To manage it here, " + diagnostic.ToImport("smspartner_contact", groupID+"/"+contact.ID)
	}
	return diag.NewAttributeErrorDiagnostic(phoneNumberPath, contactCreation.Summary(), fmt.Sprintf(
		"Nothing was created. %s\n\n%s", diagnostic.Happened(refusal, contactFaults), advice))
}

// contactByNumber returns the contact of a group with a number; one without an id if there
// is none.
func contactByNumber(ctx context.Context, client *sms.Client, groupID, number string) (sms.Contact, error) {
	for contact, err := range client.Contacts(ctx, groupID) {
		if err != nil || phone.Same(contact.PhoneNumber, number) {
			return contact, err
		}
	}
	return sms.Contact{}, nil
}

// traceContact looks for the contact of a creation without a clear answer. A group has a
// number once, so a contact with the number and these details is as good as the new one.
// One with other details was there before, and is somebody else's.
func traceContact(ctx context.Context, client *sms.Client, groupID, number string, details sms.ContactDetails) (once.Trace[string], error) {
	var found sms.Contact
	there, err := wait.Listed(ctx, func(ctx context.Context) (bool, error) {
		var err error
		found, err = contactByNumber(ctx, client, groupID, number)
		return found.ID != "", err
	})
	look := fmt.Sprintf("Look for the number %s in the group %s, in the dashboard or with the data source smspartner_contacts, and import the contact if it is there,", number, groupID)
	switch differing := details.Differing(found.ContactDetails); {
	case !there:
		saw := fmt.Sprintf("SMS Partner was asked for %s and lists no contact with this number in the group.", wait.ListedTimeout)
		return once.Trace[string]{Saw: saw, Look: look}, err
	case len(differing) > 0:
		saw := fmt.Sprintf("The group has a contact with this number, %s, but it differs in: %s. It seems to be older.", found.ID, strings.Join(differing, ", "))
		return once.Trace[string]{Saw: saw, Look: "If it is to be this one, " + diagnostic.ToImport("smspartner_contact", groupID+"/"+found.ID) + "\n\nDecide"}, nil
	default:
		saw := fmt.Sprintf("the group has a contact with this number and these details, %s.", found.ID)
		then := "You need do nothing, unless the contact was there before: then this resource manages it from now on, and deletes it when it is destroyed."
		if found.CreatedAt != nil {
			then += " SMS Partner says that it was created at " + found.CreatedAt.Format(time.RFC3339) + "."
		}
		return once.Trace[string]{Found: true, Value: found.ID, Saw: saw, Then: then}, nil
	}
}

// createdContact reads a contact that was just added. Its other values are only there, and
// the call may lag.
func createdContact(ctx context.Context, client *sms.Client, id string, details sms.ContactDetails) (sms.Contact, bool, diag.Diagnostics) {
	found := sms.Contact{ID: id}
	there, err := wait.Listed(ctx, func(ctx context.Context) (bool, error) {
		contact, err := client.Contact(ctx, id)
		if partner.IsNotFound(err) {
			return false, nil
		}
		if err == nil {
			found = contact
		}
		return err == nil, err
	})
	if !there {
		why := fmt.Sprintf("SMS Partner has not known it within %s.", wait.ListedTimeout)
		if err != nil {
			why = diagnostic.Happened(err, contactFaults)
		}
		return found, false, wait.NotListed("contact", id, why)
	}
	diags := diagnostic.Unread("Incomplete contact", found.Unread)
	if differing := details.Differing(found.ContactDetails); len(differing) > 0 {
		diags.AddWarning("Contact differs from its configuration", fmt.Sprintf(
			"SMS Partner has stored another value than it was given of: %s.\n\nThe next plan shows the difference.", strings.Join(differing, ", ")))
	}
	return found, true, diags
}

// updateContact changes a contact, and reads what the vendor has kept. Without a contact
// that could be read, the result has no id.
func updateContact(ctx context.Context, client *sms.Client, id, number string, details sms.ContactDetails) (sms.Contact, diag.Diagnostics) {
	lost := client.UpdateContact(ctx, id, number, details)
	if lost != nil && !partner.OutcomeUnknown(lost) {
		return sms.Contact{}, diag.Diagnostics{diagnostic.FromError(unableToUpdateContact, lost, contactFaults)}
	}
	var found sms.Contact
	kept, err := wait.Listed(context.WithoutCancel(ctx), func(ctx context.Context) (bool, error) {
		var err error
		found, err = client.Contact(ctx, id)
		return err == nil && len(details.Differing(found.ContactDetails)) == 0, err
	})
	failed := func(format string, args ...any) diag.Diagnostics {
		return diag.Diagnostics{diag.NewErrorDiagnostic(unableToUpdateContact, fmt.Sprintf(format, args...))}
	}
	differing := strings.Join(details.Differing(found.ContactDetails), ", ")
	switch {
	case kept:
		return found, diagnostic.Unread("Incomplete contact", found.Unread)
	case err != nil:
		return sms.Contact{}, failed("The change was sent, but the contact can't be read to see whether SMS Partner made it. %s\n\nRun again: the next refresh shows what is to be changed.",
			diagnostic.Happened(err, contactFaults))
	case lost != nil:
		return found, failed("SMS Partner still has other values of: %s. %s\n\nRun again: a change that is made twice does no harm.", differing, diagnostic.Happened(lost, contactFaults))
	default:
		return found, failed("SMS Partner answered that it changed the contact, but still has other values after %s of: %s.\n\n"+
			"Write values that SMS Partner keeps, or change them in the dashboard.", wait.ListedTimeout, differing)
	}
}

// deleteContact deletes a contact. A lost answer is settled by reading the contact.
func deleteContact(ctx context.Context, client *sms.Client, id string) diag.Diagnostics {
	err := client.DeleteContact(ctx, id)
	if partner.OutcomeUnknown(err) {
		gone, _ := wait.Listed(context.WithoutCancel(ctx), func(ctx context.Context) (bool, error) {
			_, err := client.Contact(ctx, id)
			if partner.IsNotFound(err) {
				return true, nil
			}
			return false, err
		})
		if gone {
			return nil
		}
	}
	if err != nil {
		return diag.Diagnostics{diagnostic.FromError(unableToDeleteContact, err, contactFaults)}
	}
	return nil
}

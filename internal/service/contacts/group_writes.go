package contacts

import (
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

var groupCreation = once.Write{Verb: once.Create, Object: "contact group", Faults: groupFaults}

// createGroup creates a group at most once. A group that was not listed before is the new
// one, should the answer be lost.
func createGroup(ctx context.Context, client *sms.Client, name string) (group sms.Group, outcome once.Outcome, diags diag.Diagnostics) {
	client.InTurn(func(made map[string]bool) {
		group, outcome, diags = createInTurn(ctx, client, name, made)
		if group.ID != "" {
			made[group.ID] = true
		}
	})
	return group, outcome, diags
}

func createInTurn(ctx context.Context, client *sms.Client, name string, made map[string]bool) (sms.Group, once.Outcome, diag.Diagnostics) {
	before, err := client.Groups(ctx)
	if err != nil {
		return sms.Group{}, once.Refused, diag.Diagnostics{diagnostic.FromError(groupCreation.Summary(), err, diagnostic.Faults{})}
	}
	isKnown := func(id string) bool {
		_, listed := groupByID(before, id)
		return listed || made[id]
	}
	created, outcome, diags := once.Run(ctx, groupCreation,
		func(ctx context.Context) (sms.Group, error) {
			id, err := client.AddGroup(ctx, name, isKnown)
			return sms.Group{ID: id}, err
		},
		func(ctx context.Context, lost *partner.Error) (once.Trace[sms.Group], error) {
			return traceGroup(ctx, client, name, lost.Data, isKnown)
		})
	return created, outcome, namesake(name, before, diags)
}

const unableToDeleteGroup = "Unable to delete contact group"

var deleteFaults = diagnostic.Faults{ByCode: map[string]diagnostic.Fault{
	"1": {Missing: "group id"},
	"404": {
		What: "SMS Partner lists the group, but answers that it does not know it.",
		Do:   "Run again later. If this goes on, delete the group in the dashboard.",
	},
}}

// deleteGroup deletes a group, and reads in the list that it is gone.
func deleteGroup(ctx context.Context, client *sms.Client, id string) diag.Diagnostics {
	err := client.DeleteGroup(ctx, id)
	if err != nil && !partner.OutcomeUnknown(err) && !partner.IsNotFound(err) {
		return diag.Diagnostics{diagnostic.FromError(unableToDeleteGroup, err, deleteFaults)}
	}
	gone, listErr := wait.Listed(context.WithoutCancel(ctx), func(ctx context.Context) (bool, error) {
		groups, err := client.Groups(ctx)
		_, there := groupByID(groups, id)
		return err == nil && !there, err
	})
	failed := func(format string, args ...any) diag.Diagnostics {
		return diag.Diagnostics{diag.NewErrorDiagnostic(unableToDeleteGroup, fmt.Sprintf(format, args...))}
	}
	switch {
	case gone:
		return nil
	case err != nil:
		return diag.Diagnostics{diagnostic.FromError(unableToDeleteGroup, err, deleteFaults)}
	case listErr != nil:
		return failed("SMS Partner answered that it deleted the group %s, but the list of groups can't be read to see it. %s\n\n"+
			"Run again: a group that is gone is no error.", id, diagnostic.Happened(listErr, diagnostic.Faults{}))
	default:
		return failed("SMS Partner answered that it deleted the group %s, but still lists it after %s.\n\n"+
			"Run again later. If the group stays, delete it in the dashboard.", id, wait.ListedTimeout)
	}
}

// listedGroup looks a new group up in the list, which may lag: its other values are there
// only.
func listedGroup(ctx context.Context, client *sms.Client, created sms.Group) (sms.Group, bool, diag.Diagnostics) {
	found := created
	listed, err := wait.Listed(ctx, func(ctx context.Context) (bool, error) {
		groups, err := client.Groups(ctx)
		group, there := groupByID(groups, created.ID)
		if there {
			found = group
		}
		return there, err
	})
	if listed {
		return found, true, diagnostic.Unread("Incomplete contact group", found.Unread)
	}
	why := fmt.Sprintf("SMS Partner has not listed it within %s.", wait.ListedTimeout)
	if err != nil {
		why = diagnostic.Happened(err, diagnostic.Faults{})
	}
	return created, false, wait.NotListed("contact group", created.ID, why)
}

// traceGroup looks for the group of a creation without a clear answer: a new one that has
// its name, or the id that the answer names.
func traceGroup(ctx context.Context, client *sms.Client, name, answered string, isKnown func(id string) bool) (once.Trace[sms.Group], error) {
	var found []sms.Group
	_, err := wait.Listed(ctx, func(ctx context.Context) (bool, error) {
		groups, err := client.Groups(ctx)
		found = nil
		for _, group := range groups {
			if !isKnown(group.ID) && (isNamed(group, name) || group.ID == answered) {
				found = append(found, group)
			}
		}
		return len(found) > 0, err
	})
	look := fmt.Sprintf("Look for the group %q in the dashboard, or with the data source smspartner_contact_groups, and import it if it is there,", name)
	switch len(found) {
	case 0:
		saw := fmt.Sprintf("SMS Partner was asked for %s and lists no new group of this name.", wait.ListedTimeout)
		return once.Trace[sms.Group]{Saw: saw, Look: look}, err
	case 1:
		saw := fmt.Sprintf("SMS Partner lists a new group of this name, with the id %s.", found[0].ID)
		then := "Nothing is to be done, unless another run made a group of this name at the same time: then check which one this is."
		return once.Trace[sms.Group]{Found: true, Value: found[0], Saw: saw, Then: then}, nil
	default:
		saw := fmt.Sprintf("SMS Partner lists %d new groups of this name, so that it can't be told which one this is.", len(found))
		return once.Trace[sms.Group]{Saw: saw, Look: look}, nil
	}
}

// namesake adds to what came of a creation that another group has the name.
func namesake(name string, before []sms.Group, diags diag.Diagnostics) diag.Diagnostics {
	for _, group := range before {
		if isNamed(group, name) {
			return append(diags, diag.NewAttributeWarningDiagnostic(path.Root("name"), "Another contact group has this name", fmt.Sprintf(
				"The account had a group %q before, with the id %s. The documentation does not say whether two groups may have the same name.\n\n"+
					"If this resource was to be that group: %s", name, group.ID, diagnostic.ToImport("smspartner_contact_group", group.ID))))
		}
	}
	return diags
}

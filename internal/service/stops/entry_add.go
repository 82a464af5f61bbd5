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
)

// notTakenOver says why an entry that is there is no success. It ends with the import
// block.
func (k *kind) notTakenOver(id string) string {
	return "The person may have asked for it. The provider does not take the entry over silently, since a later destroy would lift the opt-out.\n\n" +
		"If this resource is to manage the entry, " + diagnostic.ToImport(k.resource, id)
}

// addition is the write that puts a recipient on the list.
func (k *kind) addition(recipient string) once.Write {
	at := path.Root(k.argument)
	return once.Write{Verb: once.Add, Object: k.words.object, Faults: diagnostic.Faults{
		ByCode: map[string]diagnostic.Fault{
			"2": {Attribute: at, Missing: k.words.inFull},
			"3": {Attribute: at, What: fmt.Sprintf("%s is on the %s already.", recipient, k.words.list), Do: k.notTakenOver(recipient)},
			"9": {
				Attribute: at, What: fmt.Sprintf("%s does not take %s as %s %s.", k.product.Name, recipient, k.words.article, k.words.inFull),
				Do: k.words.check,
			},
		},
		Parameters: map[string]path.Path{k.parameter: at},
	}}
}

// add puts a recipient on the list, at most once. The list is read before: only so can an
// entry that was there be told from the new one, should the answer be lost.
func (l stopList) add(ctx context.Context, recipient string) (entry, once.Outcome, diag.Diagnostics) {
	write := l.addition(recipient)
	before, err := l.calls.list(ctx)
	if err != nil {
		return entry{}, once.Refused, diag.Diagnostics{diagnostic.FromError(write.Summary(), err, diagnostic.Faults{})}
	}
	if there := l.of(before, recipient); len(there) > 0 {
		since := ""
		if at := there[0].createdAt; at != nil {
			since = at.Format(" since 2006-01-02")
		}
		return entry{}, once.Refused, diag.Diagnostics{diag.NewAttributeErrorDiagnostic(path.Root(l.argument), write.Summary(),
			fmt.Sprintf("Nothing was added. %s is on the %s already%s, with the id %s. %s", recipient, l.words.list, since, there[0].id, l.notTakenOver(there[0].id)))}
	}
	return once.Run(ctx, write,
		func(ctx context.Context) (entry, error) {
			id, err := l.calls.add(ctx, recipient)
			return entry{id: id, recipient: &recipient, isReadable: true}, err
		},
		func(ctx context.Context, _ *partner.Error) (once.Trace[entry], error) {
			return l.trace(ctx, recipient, before)
		})
}

// trace looks for the entry of an addition without a clear answer: one of the recipient that
// the list did not have before.
func (l stopList) trace(ctx context.Context, recipient string, before []entry) (once.Trace[entry], error) {
	var found entry
	there, err := wait.Listed(ctx, func(ctx context.Context) (bool, error) {
		list, err := l.calls.list(ctx)
		for _, e := range l.of(list, recipient) {
			if _, known := withID(before, e.id); !known {
				found = e
			}
		}
		return found.id != "", err
	})
	if !there {
		return once.Trace[entry]{
			Saw:  fmt.Sprintf("%s was asked for %s and does not list %s.", l.product.Name, wait.ListedTimeout, recipient),
			Look: fmt.Sprintf("Look for %s on the %s, with the data source %s, and import it if it is there,", recipient, l.words.list, l.dataSource),
		}, err
	}
	return once.Trace[entry]{
		Found: true, Value: found,
		Saw: fmt.Sprintf("%s now lists %s, with the id %s, and did not list it before.", l.product.Name, recipient, found.id),
		Then: fmt.Sprintf("You need do nothing, unless %s, or somebody else added the %s, at that moment: ", l.words.optsOut, l.words.recipient) +
			"then remove the resource from the state with terraform state rm, since a destroy would lift their opt-out.",
	}, nil
}

// listed looks a new entry up in the list, which may lag: its date is there only, and so is
// the id under which it can be deleted.
func (l stopList) listed(ctx context.Context, added entry) (entry, bool, diag.Diagnostics) {
	found, recipient := added, *added.recipient
	listed, err := wait.Listed(ctx, func(ctx context.Context) (bool, error) {
		list, err := l.calls.list(ctx)
		e, there := l.find(managed{id: added.id, recipient: recipient}, list)
		if there {
			found = e
		}
		return there, err
	})
	if listed {
		return found, true, diagnostic.Unread(l.incomplete(), found.unread)
	}
	why := fmt.Sprintf("%s has not listed it within %s.", l.product.Name, wait.ListedTimeout)
	if err != nil {
		why = diagnostic.Happened(err, diagnostic.Faults{})
	}
	return added, false, wait.NotListed(l.words.object, cmp.Or(recipient, added.id), why)
}

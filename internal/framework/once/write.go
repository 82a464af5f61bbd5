package once

import (
	"cmp"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// Write describes a write for diagnostics.
type Write struct {
	Verb Verb
	// Object is what is written, such as "SMS".
	Object string
	// Faults explains the vendor's refusals.
	Faults diagnostic.Faults
}

// Verb holds the forms of a verb that the texts need.
type Verb struct {
	// infinitive, participle and noun are as in "send", "sent" and "a send".
	infinitive, participle, noun string
	// did and done end the sentences "but it ..." and "it may have ... or not".
	did, done string
	// again ends the sentence "applying again ...".
	again string
}

// The verbs of writes.
var (
	Send = Verb{infinitive: "send", participle: "sent", noun: "send", did: "went out", done: "gone out", again: "sends again"}
	// TrySend is Send of what the vendor neither sends nor charges.
	TrySend = Verb{
		infinitive: "send", participle: "sent", noun: "send",
		did: "was taken as a dry run", done: "been taken as a dry run", again: "sends and charges nothing",
	}
	Create = Verb{
		infinitive: "create", participle: "created", noun: "creation",
		did: "was carried out", done: "been carried out", again: "creates another one",
	}
	Transfer = Verb{
		infinitive: "transfer", participle: "transferred", noun: "transfer",
		did: "was carried out", done: "been carried out", again: "transfers the amount again",
	}
	// TakeBack is Transfer of all that is there.
	TakeBack = Verb{
		infinitive: "take back", participle: "taken back", noun: "return",
		did: "was carried out", done: "been carried out", again: "takes back what is there then",
	}
	Verify = Verb{
		infinitive: "verify", participle: "verified", noun: "verification",
		did: "was carried out", done: "been carried out", again: "verifies, and costs, again",
	}
	Rent = Verb{
		infinitive: "rent", participle: "rented", noun: "rental",
		did: "was carried out", done: "been carried out", again: "rents, and costs, again",
	}
	// Download is for a file that may be there only once.
	Download = Verb{
		infinitive: "download", participle: "downloaded", noun: "download",
		did: "was carried out", done: "been carried out", again: "asks for the file again",
	}
	// Rename is for what keeps the name that it has already.
	Rename = Verb{
		infinitive: "rename", participle: "renamed", noun: "rename",
		did: "was carried out", done: "been carried out", again: "renames it if it has another name",
	}
	// CreateUnique is Create of what the vendor refuses to have twice.
	CreateUnique = Verb{
		infinitive: "create", participle: "created", noun: "creation",
		did: "was carried out", done: "been carried out", again: "creates it if it is not there",
	}
	// Add is for lists that take each thing once.
	Add = Verb{
		infinitive: "add", participle: "added", noun: "addition",
		did: "was carried out", done: "been carried out", again: "adds it if it is not there",
	}
)

// Summary is the summary of each error before the write is known to have left.
func (w Write) Summary() string { return fmt.Sprintf("Unable to %s %s", w.Verb.infinitive, w.Object) }

// refused is the error of a write that was certainly not carried out.
func (w Write) refused(err error) diag.Diagnostic {
	return diagnostic.Prefixed(fmt.Sprintf("Nothing was %s. ", w.Verb.participle), diagnostic.FromError(w.Summary(), err, w.Faults))
}

// unconfirmed is the warning of a write that got no clear answer but was found.
func (w Write) unconfirmed(lost *partner.Error, likely bool, saw, then string) diag.Diagnostic {
	it := "it"
	if likely {
		it = "most likely it"
	}
	return diag.NewWarningDiagnostic(fmt.Sprintf("Unconfirmed %s of %s", w.Verb.noun, w.Object), fmt.Sprintf(
		"The %s got no clear answer, but %s %s: %s\n\n%s\n\n%s", w.Verb.noun, it, w.Verb.did, saw, w.happened(lost),
		cmp.Or(then, fmt.Sprintf("You need do nothing: it is not %s again.", w.Verb.participle))))
}

// unknown is the error of a write that got no clear answer and was not found.
func (w Write) unknown(lost *partner.Error, saw, look string) diag.Diagnostic {
	return diag.NewErrorDiagnostic(fmt.Sprintf("Unable to tell whether the %s was %s", w.Object, w.Verb.participle), fmt.Sprintf(
		"The %s got no clear answer, so it may have %s or not. %s\n\n%s\n\n%s before you apply again: applying again %s.",
		w.Verb.noun, w.Verb.done, saw, w.happened(lost), cmp.Or(look, "Look for it in the dashboard"), w.Verb.again))
}

// untraceable says why a search failed.
func (w Write) untraceable(err error) string {
	return "The search for it failed too: " + diagnostic.Happened(err, diagnostic.Faults{})
}

// happened leaves out the advice of [diagnostic.FromError], which is to run again.
func (w Write) happened(lost *partner.Error) string { return diagnostic.Happened(lost, w.Faults) }

// Package diagnostic says in plain English why a call of the vendor's API
// failed, what the vendor said, and what to do about it.
package diagnostic

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// Fault explains one of the vendor's codes.
type Fault struct {
	// Attribute is the attribute to blame; the zero value blames none.
	Attribute path.Path
	// What happened, as a sentence.
	What string
	// Do says what to do next, as a sentence or more.
	Do string
	// Missing replaces What and Do. It names what the vendor says is missing although the
	// provider sends it with each call, such as "phone number".
	Missing string
}

// Faults explains the codes of one operation, above the account-wide ones.
type Faults struct {
	ByCode map[string]Fault
	// WithProblems explains the codes of answers that list the parameters refused, if they
	// differ from ByCode.
	WithProblems map[string]Fault
	// ByItemCode explains the codes of one item, if they differ from ByCode.
	ByItemCode map[string]Fault
	// Parameters are the attributes behind the vendor's parameters, for the
	// answers that name one.
	Parameters map[string]path.Path
}

// FromError makes the diagnostic of a failed call. summary has the form "Unable
// to read message status".
func FromError(summary string, err error, faults Faults) diag.Diagnostic {
	failed, ok := errors.AsType[*partner.Error](err)
	if !ok {
		return diag.NewErrorDiagnostic(summary, err.Error())
	}
	fault := explain(failed, faults)
	detail := paragraphs(fault.What, quote(failed), fault.Do)
	if fault.blamesNone() {
		return diag.NewErrorDiagnostic(summary, detail)
	}
	return diag.NewAttributeErrorDiagnostic(fault.Attribute, summary, detail)
}

// Happened returns what happened in a failed call, with the vendor's words, for a
// diagnostic with its own advice.
func Happened(err error, faults Faults) string {
	failed, ok := errors.AsType[*partner.Error](err)
	if !ok {
		return err.Error()
	}
	return paragraphs(explain(failed, faults).What, quote(failed))
}

// blamesNone also holds for the zero path, which [path.Path.Equal] tells apart
// from an empty one.
func (f Fault) blamesNone() bool { return len(f.Attribute.Steps()) == 0 }

func explain(e *partner.Error, faults Faults) Fault {
	if e.Reason != partner.ReasonVendor {
		return transportFault(e)
	}
	if e.IsThrottled() {
		return rateFault(e)
	}
	fault, ok := faults.of(e)
	if !ok {
		fault, ok = accountFault(e)
	}
	if fault.Missing != "" {
		fault = removedFault(e, fault)
	}
	if !ok {
		fault = Fault{
			What: e.Product + " refused the request.",
			Do:   "The documentation does not explain this code for this call: go by the words above.",
		}
		switch {
		case e.Code == "":
			fault.Do = "Go by the words above."
		case e.Words() == "":
			fault.Do = "The documentation does not explain this code for this call: ask the support of " + e.Product + " what it means."
		}
		switch {
		case e.HTTPStatus >= http.StatusInternalServerError:
			fault = statusFault(e)
		case refusesAccess(e):
			fault.Do += " " + checkKey(e)
		}
	}
	if fault.blamesNone() {
		fault.Attribute = blamed(e, faults)
	}
	return fault
}

// of explains the code of an error, or the code of its items if that says more.
func (f Faults) of(e *partner.Error) (Fault, bool) {
	if fault, ok := f.Item(e.ItemCode); ok {
		return fault, true
	}
	if fault, ok := f.WithProblems[e.Code]; ok && len(e.Problems) > 0 {
		return fault, true
	}
	fault, ok := f.ByCode[e.Code]
	return fault, ok
}

// Item explains the code of one item of a list.
func (f Faults) Item(code string) (Fault, bool) {
	if fault, ok := f.ByItemCode[code]; ok {
		return fault, true
	}
	fault, ok := f.ByCode[code]
	return fault, ok
}

// blamed returns the attribute of the only parameter that the vendor refused.
func blamed(e *partner.Error, faults Faults) path.Path {
	if len(e.Problems) == 1 {
		if at, ok := faults.Parameters[e.Problems[0].Element]; ok {
			return at
		}
	}
	return path.Empty()
}

// quote returns the vendor's code and words, with plain spaces for line breaks and for the
// narrow spaces of French punctuation.
func quote(e *partner.Error) string {
	words := strings.Join(strings.Fields(e.Words()), " ")
	switch {
	case e.Code == "" && words == "":
		return ""
	case e.Code == "":
		return fmt.Sprintf("The answer (HTTP %d): %q", e.HTTPStatus, words)
	case words == "":
		return fmt.Sprintf("The answer (HTTP %d): code %s, without words.", e.HTTPStatus, e.Code)
	default:
		return fmt.Sprintf("The answer (HTTP %d): code %s, %q", e.HTTPStatus, e.Code, words)
	}
}

func paragraphs(parts ...string) string {
	kept := parts[:0]
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, "\n\n")
}

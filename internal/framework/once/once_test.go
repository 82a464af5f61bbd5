package once_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

var (
	lost    = &partner.Error{Product: "SMS Partner", Host: "api", Reason: partner.ReasonDropped, Sent: true, Detail: "the connection broke"}
	refused = &partner.Error{Product: "SMS Partner", Reason: partner.ReasonVendor, Sent: true, HTTPStatus: 200, Code: "7", Success: new(false)}
)

func group(verb once.Verb) once.Write {
	return once.Write{Verb: verb, Object: "contact group", Faults: diagnostic.Faults{
		ByCode: map[string]diagnostic.Fault{"7": {Attribute: path.Root("name"), What: "It has no name.", Do: "Write one."}},
	}}
}

type trace = func(context.Context, *partner.Error) (once.Trace[string], error)

func traced(found once.Trace[string], err error) trace {
	return func(context.Context, *partner.Error) (once.Trace[string], error) { return found, err }
}

func TestRun(t *testing.T) {
	t.Parallel()
	at := path.Root("name")
	const (
		broke   = "\n\napi took the request, but the connection broke.\n\n"
		unclear = "The creation got no clear answer, so it may have been carried out or not. "
		again   = " before you apply again: applying again creates another one."
	)
	unknown := func(detail string) diag.Diagnostic {
		return diag.NewErrorDiagnostic("Unable to tell whether the contact group was created", detail)
	}
	for name, test := range map[string]struct {
		err     error
		trace   trace
		value   string
		outcome once.Outcome
		want    diag.Diagnostic
	}{
		"accepted": {nil, nil, "done", once.Accepted, nil},
		"refused": {
			refused, nil, "", once.Refused,
			diag.NewAttributeErrorDiagnostic(at, "Unable to create contact group",
				"Nothing was created. It has no name.\n\nThe answer (HTTP 200): code 7, without words.\n\nWrite one."),
		},
		"never left": {
			&partner.Error{Product: "SMS Partner", Host: "api", Reason: partner.ReasonCanceled, Detail: "interrupted"}, nil, "", once.Refused,
			diag.NewErrorDiagnostic("Unable to create contact group", "Nothing was created. The call to api did not finish: interrupted."),
		},
		"not the vendor's": {
			errors.New("no memory"), nil, "", once.Refused,
			diag.NewErrorDiagnostic("Unable to create contact group", "Nothing was created. no memory"),
		},
		"found": {
			lost, traced(once.Trace[string]{Found: true, Value: "12", Saw: "It is listed."}, nil), "12", once.Unconfirmed,
			diag.NewWarningDiagnostic("Unconfirmed creation of contact group",
				"The creation got no clear answer, but it was carried out: It is listed."+broke+"You need do nothing: it is not created again."),
		},
		"found, wrapped": {
			fmt.Errorf("create: %w", lost), traced(once.Trace[string]{Found: true, Saw: "It is listed.", Then: "Be glad."}, nil), "", once.Unconfirmed,
			diag.NewWarningDiagnostic("Unconfirmed creation of contact group",
				"The creation got no clear answer, but it was carried out: It is listed."+broke+"Be glad."),
		},
		"not found": {
			lost, traced(once.Trace[string]{Value: "12", Saw: "It is not listed.", Look: "Look for the name"}, nil), "", once.Unknown,
			unknown(unclear + "It is not listed." + broke + "Look for the name" + again),
		},
		"search failed": {
			lost, traced(once.Trace[string]{Saw: "It is not listed.", Look: "Look for the name"}, lost), "", once.Unknown,
			unknown(unclear + "The search for it failed too: api took the request, but the connection broke." + broke + "Look for the name" + again),
		},
		"no search": {
			lost, nil, "", once.Unknown,
			unknown(unclear + "SMS Partner has no call that tells which." + broke + "Look for it in the dashboard" + again),
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			calls := 0
			value, outcome, diags := once.Run(t.Context(), group(once.Create), func(context.Context) (string, error) {
				calls++
				return "done", test.err
			}, test.trace)
			if value != test.value || outcome != test.outcome || calls != 1 {
				t.Errorf("got %q, %s after %d calls; want %q, %s", value, outcome, calls, test.value, test.outcome)
			}
			var want diag.Diagnostics
			if test.want != nil {
				want.Append(test.want)
			}
			if !diags.Equal(want) {
				t.Errorf("got  %v\nwant %v", diags, want)
			}
		})
	}
}

// The trace gets the answer, and a context that an interrupt has not ended.
func TestRun_Interrupted(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	_, outcome, _ := once.Run(ctx, group(once.Send), func(context.Context) (string, error) {
		cancel()
		return "", lost
	}, func(ctx context.Context, err *partner.Error) (once.Trace[string], error) {
		if err != lost {
			t.Errorf("the trace got %v", err)
		}
		return once.Trace[string]{Found: true}, ctx.Err()
	})
	if outcome != once.Unconfirmed {
		t.Errorf("got %s", outcome)
	}
}

package provider

import (
	"context"
	"iter"

	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/crash"
)

// mayHaveActed is added if the stopped call sends or changes something.
const mayHaveActed = "\n\nSomething may have been sent or changed: look in the dashboard before you run it again."

// guard makes a call, and turns a panic into an answer made by failed. summary has the form
// "Unable to read smspartner_credits".
func guard[R any](ctx context.Context, summary string, failed func(diagnostics) R, call func() (R, error)) (answer R, err error) {
	defer func() {
		if recovered := recover(); recovered != nil {
			answer, err = failed(panicked(ctx, summary, recovered)), nil
		}
	}()
	return call()
}

// guardStream is guard for streamed answers.
func guardStream[E any](ctx context.Context, summary string, failed func(diagnostics) E, events iter.Seq[E]) iter.Seq[E] {
	return func(push func(E) bool) {
		pushing := false
		defer func() {
			if pushing { // the receiver panicked, not the provider
				return
			}
			if recovered := recover(); recovered != nil {
				push(failed(panicked(ctx, summary, recovered)))
			}
		}()
		events(func(event E) bool {
			pushing = true
			more := push(event)
			pushing = false
			return more
		})
	}
}

// only is a stream of one event.
func only[E any](event E) iter.Seq[E] { return func(push func(E) bool) { push(event) } }

func panicked(ctx context.Context, summary string, recovered any) diagnostics {
	report := crash.New(recovered)
	report.Log(ctx)
	return diagnostics{{Severity: tfprotov6.DiagnosticSeverityError, Summary: summary, Detail: report.Detail()}}
}

// actedPerhaps adds that the stopped call may have acted.
func actedPerhaps(diags diagnostics) diagnostics {
	for _, d := range diags {
		d.Detail += mayHaveActed
	}
	return diags
}

// guardActions guards actions, which the framework calls in its own goroutine: the server
// can't recover from a panic there.
func guardActions(list []func() action.Action) []func() action.Action {
	for i, newAction := range list {
		list[i] = func() action.Action { return &guardedAction{newAction()} }
	}
	return list
}

// guardedAction forwards the optional methods of an action that has them.
type guardedAction struct{ action.Action }

var (
	_ action.ActionWithConfigure        = (*guardedAction)(nil)
	_ action.ActionWithConfigValidators = (*guardedAction)(nil)
	_ action.ActionWithValidateConfig   = (*guardedAction)(nil)
	_ action.ActionWithModifyPlan       = (*guardedAction)(nil)
)

func (a *guardedAction) Invoke(ctx context.Context, req action.InvokeRequest, resp *action.InvokeResponse) {
	defer func() {
		if recovered := recover(); recovered != nil {
			report := crash.New(recovered)
			report.Log(ctx)
			var named action.MetadataResponse
			a.Metadata(ctx, action.MetadataRequest{ProviderTypeName: Name}, &named)
			resp.Diagnostics.AddError("Unable to invoke "+named.TypeName, report.Detail()+mayHaveActed)
		}
	}()
	a.Action.Invoke(ctx, req, resp)
}

func (a *guardedAction) Configure(ctx context.Context, req action.ConfigureRequest, resp *action.ConfigureResponse) {
	if inner, ok := a.Action.(action.ActionWithConfigure); ok {
		inner.Configure(ctx, req, resp)
	}
}

func (a *guardedAction) ConfigValidators(ctx context.Context) []action.ConfigValidator {
	if inner, ok := a.Action.(action.ActionWithConfigValidators); ok {
		return inner.ConfigValidators(ctx)
	}
	return nil
}

func (a *guardedAction) ValidateConfig(ctx context.Context, req action.ValidateConfigRequest, resp *action.ValidateConfigResponse) {
	if inner, ok := a.Action.(action.ActionWithValidateConfig); ok {
		inner.ValidateConfig(ctx, req, resp)
	}
}

func (a *guardedAction) ModifyPlan(ctx context.Context, req action.ModifyPlanRequest, resp *action.ModifyPlanResponse) {
	if inner, ok := a.Action.(action.ActionWithModifyPlan); ok {
		inner.ModifyPlan(ctx, req, resp)
	}
}

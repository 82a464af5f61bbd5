package provider

import (
	"context"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
)

// Requests that act on a configuration: its rules run first.

func (s *server) ConfigureProvider(ctx context.Context, req *tfprotov6.ConfigureProviderRequest) (*tfprotov6.ConfigureProviderResponse, error) {
	failed := func(d diagnostics) *tfprotov6.ConfigureProviderResponse {
		return &tfprotov6.ConfigureProviderResponse{Diagnostics: d}
	}
	return guard(ctx, "Unable to configure the provider", failed, func() (*tfprotov6.ConfigureProviderResponse, error) {
		if said, err := s.providerRules(ctx, req.Config); said != nil || err != nil {
			return failed(said), err
		}
		return s.inner.ConfigureProvider(ctx, req)
	})
}

func (s *server) PlanResourceChange(ctx context.Context, req *tfprotov6.PlanResourceChangeRequest) (*tfprotov6.PlanResourceChangeResponse, error) {
	failed := func(d diagnostics) *tfprotov6.PlanResourceChangeResponse {
		return &tfprotov6.PlanResourceChangeResponse{Diagnostics: d, PlannedState: req.PriorState, PlannedPrivate: req.PriorPrivate, PlannedIdentity: req.PriorIdentity}
	}
	return guard(ctx, "Unable to plan "+req.TypeName, failed, func() (*tfprotov6.PlanResourceChangeResponse, error) {
		apart := s.plannedApart(ctx, req.TypeName)
		if apart != "" && isUnchanged(req) {
			return failed(nil), nil // the state stays
		}
		if said, err := s.resourceRules(ctx, req.TypeName, req.Config); said != nil || err != nil {
			return failed(said), err
		}
		plan := s.inner.PlanResourceChange
		if apart != "" {
			plan = func(ctx context.Context, req *tfprotov6.PlanResourceChangeRequest) (*tfprotov6.PlanResourceChangeResponse, error) {
				return s.planApart(ctx, req, apart)
			}
		}
		resp, err := plan(ctx, req)
		if err == nil && isCreate(req) {
			resp.Diagnostics = s.needsKey(ctx, req.TypeName, resp.Diagnostics)
		}
		return resp, err
	})
}

// isCreate reports whether the plan creates a resource. An existing resource was read
// before, and needs no key to stay as it is.
func isCreate(req *tfprotov6.PlanResourceChangeRequest) bool {
	if req.PriorState == nil || req.ProposedNewState == nil {
		return false
	}
	before, err := req.PriorState.IsNull()
	if err != nil || !before {
		return false
	}
	after, err := req.ProposedNewState.IsNull()
	return err == nil && !after
}

func (s *server) ApplyResourceChange(ctx context.Context, req *tfprotov6.ApplyResourceChangeRequest) (*tfprotov6.ApplyResourceChangeResponse, error) {
	failed := func(d diagnostics) *tfprotov6.ApplyResourceChangeResponse {
		return &tfprotov6.ApplyResourceChangeResponse{Diagnostics: d, NewState: req.PriorState, Private: req.PlannedPrivate, NewIdentity: req.PlannedIdentity}
	}
	return guard(ctx, "Unable to apply "+req.TypeName, func(d diagnostics) *tfprotov6.ApplyResourceChangeResponse { return failed(actedPerhaps(d)) }, func() (*tfprotov6.ApplyResourceChangeResponse, error) {
		if said, err := s.resourceRules(ctx, req.TypeName, req.Config); said != nil || err != nil {
			return failed(said), err
		}
		return s.inner.ApplyResourceChange(ctx, req)
	})
}

func (s *server) OpenEphemeralResource(ctx context.Context, req *tfprotov6.OpenEphemeralResourceRequest) (*tfprotov6.OpenEphemeralResourceResponse, error) {
	failed := func(d diagnostics) *tfprotov6.OpenEphemeralResourceResponse {
		return &tfprotov6.OpenEphemeralResourceResponse{Diagnostics: d}
	}
	return guard(ctx, "Unable to open "+req.TypeName, failed, func() (*tfprotov6.OpenEphemeralResourceResponse, error) {
		if said, err := s.ephemeralRules(ctx, req.TypeName, req.Config); said != nil || err != nil {
			return failed(said), err
		}
		return s.inner.OpenEphemeralResource(ctx, req)
	})
}

func (s *server) PlanAction(ctx context.Context, req *tfprotov6.PlanActionRequest) (*tfprotov6.PlanActionResponse, error) {
	failed := func(d diagnostics) *tfprotov6.PlanActionResponse {
		return &tfprotov6.PlanActionResponse{Diagnostics: d}
	}
	return guard(ctx, "Unable to plan "+req.ActionType, failed, func() (*tfprotov6.PlanActionResponse, error) {
		if said, err := s.actionRules(ctx, req.ActionType, req.Config); said != nil || err != nil {
			return failed(said), err
		}
		resp, err := s.inner.PlanAction(ctx, req)
		if err == nil {
			resp.Diagnostics = s.needsKey(ctx, req.ActionType, resp.Diagnostics)
		}
		return resp, err
	})
}

func (s *server) ListResource(ctx context.Context, req *tfprotov6.ListResourceRequest) (*tfprotov6.ListResourceServerStream, error) {
	summary := "Unable to list " + req.TypeName
	result := func(d diagnostics) tfprotov6.ListResourceResult { return tfprotov6.ListResourceResult{Diagnostics: d} }
	failed := func(d diagnostics) *tfprotov6.ListResourceServerStream {
		return &tfprotov6.ListResourceServerStream{Results: only(result(d))}
	}
	return guard(ctx, summary, failed, func() (*tfprotov6.ListResourceServerStream, error) {
		if said, err := s.listRules(ctx, req.TypeName, req.Config); said != nil || err != nil {
			return failed(said), err
		}
		stream, err := s.inner.ListResource(ctx, req)
		if err != nil {
			return nil, err
		}
		return &tfprotov6.ListResourceServerStream{Results: guardStream(ctx, summary, result, stream.Results)}, nil
	})
}

func (s *server) InvokeAction(ctx context.Context, req *tfprotov6.InvokeActionRequest) (*tfprotov6.InvokeActionServerStream, error) {
	summary := "Unable to invoke " + req.ActionType
	completed := func(d diagnostics) tfprotov6.InvokeActionEvent {
		return tfprotov6.InvokeActionEvent{Type: tfprotov6.CompletedInvokeActionEventType{Diagnostics: d}}
	}
	failed := func(d diagnostics) *tfprotov6.InvokeActionServerStream {
		return &tfprotov6.InvokeActionServerStream{Events: only(completed(d))}
	}
	return guard(ctx, summary, failed, func() (*tfprotov6.InvokeActionServerStream, error) {
		if said, err := s.actionRules(ctx, req.ActionType, req.Config); said != nil || err != nil {
			return failed(said), err
		}
		stream, err := s.inner.InvokeAction(ctx, req)
		if err != nil {
			return nil, err
		}
		return &tfprotov6.InvokeActionServerStream{Events: guardStream(ctx, summary, completed, stream.Events)}, nil
	})
}

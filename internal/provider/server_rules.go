package provider

import (
	"context"
	"slices"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
)

// The rules of a type are all the checks that validation makes: those of the schema, of the
// values and of the whole. Each method returns the diagnostics of broken rules. Warnings
// alone return none: validation has shown them.

func (s *server) providerRules(ctx context.Context, config *tfprotov6.DynamicValue) (diagnostics, error) {
	return broken(config, func() (diagnostics, error) {
		resp, err := s.inner.ValidateProviderConfig(ctx, &tfprotov6.ValidateProviderConfigRequest{Config: config})
		if err != nil {
			return nil, err
		}
		return resp.Diagnostics, nil
	})
}

func (s *server) resourceRules(ctx context.Context, name string, config *tfprotov6.DynamicValue) (diagnostics, error) {
	return broken(config, func() (diagnostics, error) {
		resp, err := s.inner.ValidateResourceConfig(ctx, &tfprotov6.ValidateResourceConfigRequest{
			TypeName: name, Config: config,
			// Earlier validation refused write-only attributes for an engine that lacks
			// them.
			ClientCapabilities: &tfprotov6.ValidateResourceConfigClientCapabilities{WriteOnlyAttributesAllowed: true},
		})
		if err != nil {
			return nil, err
		}
		return resp.Diagnostics, nil
	})
}

func (s *server) ephemeralRules(ctx context.Context, name string, config *tfprotov6.DynamicValue) (diagnostics, error) {
	return broken(config, func() (diagnostics, error) {
		resp, err := s.inner.ValidateEphemeralResourceConfig(ctx, &tfprotov6.ValidateEphemeralResourceConfigRequest{TypeName: name, Config: config})
		if err != nil {
			return nil, err
		}
		return resp.Diagnostics, nil
	})
}

func (s *server) listRules(ctx context.Context, name string, config *tfprotov6.DynamicValue) (diagnostics, error) {
	return broken(config, func() (diagnostics, error) {
		resp, err := s.inner.ValidateListResourceConfig(ctx, &tfprotov6.ValidateListResourceConfigRequest{TypeName: name, Config: config})
		if err != nil {
			return nil, err
		}
		return resp.Diagnostics, nil
	})
}

func (s *server) actionRules(ctx context.Context, name string, config *tfprotov6.DynamicValue) (diagnostics, error) {
	return broken(config, func() (diagnostics, error) {
		resp, err := s.inner.ValidateActionConfig(ctx, &tfprotov6.ValidateActionConfigRequest{ActionType: name, Config: config})
		if err != nil {
			return nil, err
		}
		return resp.Diagnostics, nil
	})
}

// broken validates, and returns the diagnostics if one is an error. A destroyed resource
// has no configuration.
func broken(config *tfprotov6.DynamicValue, validate func() (diagnostics, error)) (diagnostics, error) {
	if config == nil {
		return nil, nil
	}
	if null, err := config.IsNull(); null || err != nil {
		return nil, err
	}
	said, err := validate()
	if hasError(said) {
		return said, err
	}
	return nil, err
}

func hasError(said diagnostics) bool {
	return slices.ContainsFunc(said, func(d *tfprotov6.Diagnostic) bool { return d.Severity == tfprotov6.DiagnosticSeverityError })
}

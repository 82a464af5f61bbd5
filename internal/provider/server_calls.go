package provider

import (
	"context"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
)

// Requests that do not act on a configuration.

func (s *server) GetMetadata(ctx context.Context, req *tfprotov6.GetMetadataRequest) (*tfprotov6.GetMetadataResponse, error) {
	return guard(ctx, "Unable to list the types of the provider", func(d diagnostics) *tfprotov6.GetMetadataResponse {
		return &tfprotov6.GetMetadataResponse{Diagnostics: d}
	}, func() (*tfprotov6.GetMetadataResponse, error) { return s.inner.GetMetadata(ctx, req) })
}

func (s *server) GetProviderSchema(ctx context.Context, req *tfprotov6.GetProviderSchemaRequest) (*tfprotov6.GetProviderSchemaResponse, error) {
	return guard(ctx, "Unable to describe the types of the provider", func(d diagnostics) *tfprotov6.GetProviderSchemaResponse {
		return &tfprotov6.GetProviderSchemaResponse{Diagnostics: d}
	}, func() (*tfprotov6.GetProviderSchemaResponse, error) { return s.inner.GetProviderSchema(ctx, req) })
}

func (s *server) GetResourceIdentitySchemas(ctx context.Context, req *tfprotov6.GetResourceIdentitySchemasRequest) (*tfprotov6.GetResourceIdentitySchemasResponse, error) {
	return guard(ctx, "Unable to describe the identities of the provider's resources", func(d diagnostics) *tfprotov6.GetResourceIdentitySchemasResponse {
		return &tfprotov6.GetResourceIdentitySchemasResponse{Diagnostics: d}
	}, func() (*tfprotov6.GetResourceIdentitySchemasResponse, error) {
		return s.inner.GetResourceIdentitySchemas(ctx, req)
	})
}

func (s *server) ValidateProviderConfig(ctx context.Context, req *tfprotov6.ValidateProviderConfigRequest) (*tfprotov6.ValidateProviderConfigResponse, error) {
	return guard(ctx, "Unable to validate the provider block", func(d diagnostics) *tfprotov6.ValidateProviderConfigResponse {
		return &tfprotov6.ValidateProviderConfigResponse{Diagnostics: d}
	}, func() (*tfprotov6.ValidateProviderConfigResponse, error) {
		return s.inner.ValidateProviderConfig(ctx, req)
	})
}

func (s *server) ValidateResourceConfig(ctx context.Context, req *tfprotov6.ValidateResourceConfigRequest) (*tfprotov6.ValidateResourceConfigResponse, error) {
	return guard(ctx, "Unable to validate "+req.TypeName, func(d diagnostics) *tfprotov6.ValidateResourceConfigResponse {
		return &tfprotov6.ValidateResourceConfigResponse{Diagnostics: d}
	}, func() (*tfprotov6.ValidateResourceConfigResponse, error) {
		return s.inner.ValidateResourceConfig(ctx, req)
	})
}

func (s *server) ValidateDataResourceConfig(ctx context.Context, req *tfprotov6.ValidateDataResourceConfigRequest) (*tfprotov6.ValidateDataResourceConfigResponse, error) {
	return guard(ctx, "Unable to validate "+req.TypeName, func(d diagnostics) *tfprotov6.ValidateDataResourceConfigResponse {
		return &tfprotov6.ValidateDataResourceConfigResponse{Diagnostics: d}
	}, func() (*tfprotov6.ValidateDataResourceConfigResponse, error) {
		return s.inner.ValidateDataResourceConfig(ctx, req)
	})
}

func (s *server) ValidateEphemeralResourceConfig(ctx context.Context, req *tfprotov6.ValidateEphemeralResourceConfigRequest) (*tfprotov6.ValidateEphemeralResourceConfigResponse, error) {
	return guard(ctx, "Unable to validate "+req.TypeName, func(d diagnostics) *tfprotov6.ValidateEphemeralResourceConfigResponse {
		return &tfprotov6.ValidateEphemeralResourceConfigResponse{Diagnostics: d}
	}, func() (*tfprotov6.ValidateEphemeralResourceConfigResponse, error) {
		return s.inner.ValidateEphemeralResourceConfig(ctx, req)
	})
}

func (s *server) ValidateListResourceConfig(ctx context.Context, req *tfprotov6.ValidateListResourceConfigRequest) (*tfprotov6.ValidateListResourceConfigResponse, error) {
	return guard(ctx, "Unable to validate "+req.TypeName, func(d diagnostics) *tfprotov6.ValidateListResourceConfigResponse {
		return &tfprotov6.ValidateListResourceConfigResponse{Diagnostics: d}
	}, func() (*tfprotov6.ValidateListResourceConfigResponse, error) {
		return s.inner.ValidateListResourceConfig(ctx, req)
	})
}

func (s *server) ValidateActionConfig(ctx context.Context, req *tfprotov6.ValidateActionConfigRequest) (*tfprotov6.ValidateActionConfigResponse, error) {
	return guard(ctx, "Unable to validate "+req.ActionType, func(d diagnostics) *tfprotov6.ValidateActionConfigResponse {
		return &tfprotov6.ValidateActionConfigResponse{Diagnostics: d}
	}, func() (*tfprotov6.ValidateActionConfigResponse, error) { return s.inner.ValidateActionConfig(ctx, req) })
}

func (s *server) UpgradeResourceState(ctx context.Context, req *tfprotov6.UpgradeResourceStateRequest) (*tfprotov6.UpgradeResourceStateResponse, error) {
	return guard(ctx, "Unable to upgrade the state of "+req.TypeName, func(d diagnostics) *tfprotov6.UpgradeResourceStateResponse {
		return &tfprotov6.UpgradeResourceStateResponse{Diagnostics: d}
	}, func() (*tfprotov6.UpgradeResourceStateResponse, error) { return s.inner.UpgradeResourceState(ctx, req) })
}

func (s *server) UpgradeResourceIdentity(ctx context.Context, req *tfprotov6.UpgradeResourceIdentityRequest) (*tfprotov6.UpgradeResourceIdentityResponse, error) {
	return guard(ctx, "Unable to upgrade the identity of "+req.TypeName, func(d diagnostics) *tfprotov6.UpgradeResourceIdentityResponse {
		return &tfprotov6.UpgradeResourceIdentityResponse{Diagnostics: d}
	}, func() (*tfprotov6.UpgradeResourceIdentityResponse, error) {
		return s.inner.UpgradeResourceIdentity(ctx, req)
	})
}

func (s *server) MoveResourceState(ctx context.Context, req *tfprotov6.MoveResourceStateRequest) (*tfprotov6.MoveResourceStateResponse, error) {
	return guard(ctx, "Unable to move "+req.SourceTypeName+" to "+req.TargetTypeName, func(d diagnostics) *tfprotov6.MoveResourceStateResponse {
		return &tfprotov6.MoveResourceStateResponse{Diagnostics: d}
	}, func() (*tfprotov6.MoveResourceStateResponse, error) { return s.inner.MoveResourceState(ctx, req) })
}

func (s *server) ImportResourceState(ctx context.Context, req *tfprotov6.ImportResourceStateRequest) (*tfprotov6.ImportResourceStateResponse, error) {
	return guard(ctx, "Unable to import "+req.TypeName, func(d diagnostics) *tfprotov6.ImportResourceStateResponse {
		return &tfprotov6.ImportResourceStateResponse{Diagnostics: d}
	}, func() (*tfprotov6.ImportResourceStateResponse, error) { return s.inner.ImportResourceState(ctx, req) })
}

func (s *server) GenerateResourceConfig(ctx context.Context, req *tfprotov6.GenerateResourceConfigRequest) (*tfprotov6.GenerateResourceConfigResponse, error) {
	return guard(ctx, "Unable to write the configuration of "+req.TypeName, func(d diagnostics) *tfprotov6.GenerateResourceConfigResponse {
		return &tfprotov6.GenerateResourceConfigResponse{Diagnostics: d}
	}, func() (*tfprotov6.GenerateResourceConfigResponse, error) {
		return s.inner.GenerateResourceConfig(ctx, req)
	})
}

func (s *server) ReadResource(ctx context.Context, req *tfprotov6.ReadResourceRequest) (*tfprotov6.ReadResourceResponse, error) {
	return guard(ctx, "Unable to read "+req.TypeName, func(d diagnostics) *tfprotov6.ReadResourceResponse {
		return &tfprotov6.ReadResourceResponse{Diagnostics: d, NewState: req.CurrentState, Private: req.Private, NewIdentity: req.CurrentIdentity}
	}, func() (*tfprotov6.ReadResourceResponse, error) { return s.inner.ReadResource(ctx, req) })
}

// ReadDataSource does not validate: engines do so before each read, and a list of ten
// thousand messages takes seconds.
func (s *server) ReadDataSource(ctx context.Context, req *tfprotov6.ReadDataSourceRequest) (*tfprotov6.ReadDataSourceResponse, error) {
	return guard(ctx, "Unable to read "+req.TypeName, func(d diagnostics) *tfprotov6.ReadDataSourceResponse {
		return &tfprotov6.ReadDataSourceResponse{Diagnostics: d}
	}, func() (*tfprotov6.ReadDataSourceResponse, error) { return s.inner.ReadDataSource(ctx, req) })
}

func (s *server) RenewEphemeralResource(ctx context.Context, req *tfprotov6.RenewEphemeralResourceRequest) (*tfprotov6.RenewEphemeralResourceResponse, error) {
	return guard(ctx, "Unable to renew "+req.TypeName, func(d diagnostics) *tfprotov6.RenewEphemeralResourceResponse {
		return &tfprotov6.RenewEphemeralResourceResponse{Diagnostics: d}
	}, func() (*tfprotov6.RenewEphemeralResourceResponse, error) {
		return s.inner.RenewEphemeralResource(ctx, req)
	})
}

func (s *server) CloseEphemeralResource(ctx context.Context, req *tfprotov6.CloseEphemeralResourceRequest) (*tfprotov6.CloseEphemeralResourceResponse, error) {
	return guard(ctx, "Unable to close "+req.TypeName, func(d diagnostics) *tfprotov6.CloseEphemeralResourceResponse {
		return &tfprotov6.CloseEphemeralResourceResponse{Diagnostics: d}
	}, func() (*tfprotov6.CloseEphemeralResourceResponse, error) {
		return s.inner.CloseEphemeralResource(ctx, req)
	})
}

func (s *server) GetFunctions(ctx context.Context, req *tfprotov6.GetFunctionsRequest) (*tfprotov6.GetFunctionsResponse, error) {
	return guard(ctx, "Unable to list the functions of the provider", func(d diagnostics) *tfprotov6.GetFunctionsResponse {
		return &tfprotov6.GetFunctionsResponse{Diagnostics: d}
	}, func() (*tfprotov6.GetFunctionsResponse, error) { return s.inner.GetFunctions(ctx, req) })
}

// CallFunction calls a function. OpenTofu passes a null as no value at all, which the
// framework can't read.
func (s *server) CallFunction(ctx context.Context, req *tfprotov6.CallFunctionRequest) (*tfprotov6.CallFunctionResponse, error) {
	for i, argument := range req.Arguments {
		if argument == nil || len(argument.MsgPack) == 0 && len(argument.JSON) == 0 {
			req.Arguments[i] = &tfprotov6.DynamicValue{JSON: []byte("null")}
		}
	}
	return guard(ctx, "Unable to call "+req.Name, func(d diagnostics) *tfprotov6.CallFunctionResponse {
		return &tfprotov6.CallFunctionResponse{Error: &tfprotov6.FunctionError{Text: d[0].Summary + ": " + d[0].Detail}}
	}, func() (*tfprotov6.CallFunctionResponse, error) { return s.inner.CallFunction(ctx, req) })
}

func (s *server) StopProvider(ctx context.Context, req *tfprotov6.StopProviderRequest) (*tfprotov6.StopProviderResponse, error) {
	return guard(ctx, "Unable to stop the provider", func(d diagnostics) *tfprotov6.StopProviderResponse {
		return &tfprotov6.StopProviderResponse{Error: d[0].Detail}
	}, func() (*tfprotov6.StopProviderResponse, error) { return s.inner.StopProvider(ctx, req) })
}

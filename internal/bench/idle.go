package main

import (
	"context"
	"maps"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6/tf6server"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/provider"
)

const statusType = "smspartner_message_status"

// idleProvider has the provider's schema and does none of its work: each read of a status
// waits as long as the simulator would, and a resource comes back as it was. A plan with it
// is the floor: the engine's own time, and that of the framework.
type idleProvider struct {
	tfprotov6.ProviderServer
	schema *tfprotov6.GetProviderSchemaResponse
	echo   tfprotov6.ProviderServer
}

// serveIdle runs the idle provider until it is interrupted.
func serveIdle(ctx context.Context) error {
	if err := framework.SilenceUnreadLogs(); err != nil {
		return err
	}
	served := provider.NewServer("bench")
	schema, err := served.GetProviderSchema(ctx, &tfprotov6.GetProviderSchemaRequest{})
	if err != nil {
		return err
	}
	idle := &idleProvider{ProviderServer: served, schema: schema, echo: providerserver.NewProtocol6(echoProvider{})()}
	return tf6server.Serve(provider.Address, func() tfprotov6.ProviderServer { return idle },
		tf6server.WithManagedDebug())
}

func (p *idleProvider) GetProviderSchema(context.Context, *tfprotov6.GetProviderSchemaRequest) (*tfprotov6.GetProviderSchemaResponse, error) {
	return p.schema, nil
}

func (p *idleProvider) ConfigureProvider(context.Context, *tfprotov6.ConfigureProviderRequest) (*tfprotov6.ConfigureProviderResponse, error) {
	return &tfprotov6.ConfigureProviderResponse{}, nil
}

func (p *idleProvider) ValidateDataResourceConfig(context.Context, *tfprotov6.ValidateDataResourceConfigRequest) (*tfprotov6.ValidateDataResourceConfigResponse, error) {
	return &tfprotov6.ValidateDataResourceConfigResponse{}, nil
}

func (p *idleProvider) ReadDataSource(ctx context.Context, req *tfprotov6.ReadDataSourceRequest) (*tfprotov6.ReadDataSourceResponse, error) {
	timer := time.NewTimer(latency)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	object, _ := p.schema.DataSourceSchemas[req.TypeName].ValueType().(tftypes.Object)
	config, err := req.Config.Unmarshal(object)
	if err != nil {
		return nil, err
	}
	values := map[string]tftypes.Value{}
	if err := config.As(&values); err != nil {
		return nil, err
	}
	values = maps.Clone(values)
	if req.TypeName == statusType {
		values["statut"] = tftypes.NewValue(tftypes.String, "Delivered")
	} else if values["statuses"], err = echoed(values["messages"], object.AttributeTypes["statuses"]); err != nil {
		return nil, err
	}
	state, err := tfprotov6.NewDynamicValue(object, tftypes.NewValue(object, values))
	if err != nil {
		return nil, err
	}
	return &tfprotov6.ReadDataSourceResponse{State: &state}, nil
}

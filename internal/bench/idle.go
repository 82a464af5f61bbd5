package main

import (
	"context"
	"maps"
	"time"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6/tf6server"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/provider"
)

const statusType = "smspartner_message_status"

// idleProvider has the provider's schema and does none of its work: each read
// waits as long as the simulator would, and answers nothing. A plan with it is
// the engine's own floor for that number of reads.
type idleProvider struct {
	tfprotov6.ProviderServer
	schema *tfprotov6.GetProviderSchemaResponse
	object tftypes.Object
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
	object, _ := schema.DataSourceSchemas[statusType].ValueType().(tftypes.Object)
	idle := &idleProvider{ProviderServer: served, schema: schema, object: object}
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
	config, err := req.Config.Unmarshal(p.object)
	if err != nil {
		return nil, err
	}
	values := map[string]tftypes.Value{}
	if err := config.As(&values); err != nil {
		return nil, err
	}
	values = maps.Clone(values)
	values["statut"] = tftypes.NewValue(tftypes.String, "Delivered")
	state, err := tfprotov6.NewDynamicValue(p.object, tftypes.NewValue(p.object, values))
	if err != nil {
		return nil, err
	}
	return &tfprotov6.ReadDataSourceResponse{State: &state}, nil
}

package acctest

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/hashicorp/go-hclog"
	"github.com/hashicorp/go-plugin"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6/tf6server"

	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
	"github.com/smspartner/terraform-provider-smspartner/internal/provider"
)

// providerAddress is that of a provider to attach to. An engine configures it once,
// so modules with other settings need one of another name.
func providerAddress(name string) string { return "registry.terraform.io/smspartner/" + name }

// requiredProvider is what a module needs to have the provider with that name.
func requiredProvider(name string) string {
	return fmt.Sprintf("terraform {\n  required_providers {\n    smspartner = { source = %q }\n  }\n}\n", providerAddress(name))
}

// attached runs an engine that attaches to a provider in this process for each
// address.
func attached(t *testing.T, w engine.Workspace, addresses []string, args ...string) engine.Result {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	attach, stopped := map[string]any{}, []<-chan struct{}{}
	for _, address := range addresses {
		config, done := serve(ctx, t, address)
		attach[address] = map[string]any{
			"Protocol": config.Protocol, "ProtocolVersion": config.ProtocolVersion, "Pid": config.Pid, "Test": config.Test,
			"Addr": map[string]string{"Network": config.Addr.Network(), "String": config.Addr.String()},
		}
		stopped = append(stopped, done)
	}
	defer func() {
		stop()
		for _, done := range stopped {
			<-done
		}
	}()
	env, err := json.Marshal(attach)
	if err != nil {
		t.Fatal(err)
	}
	w.Env = append(w.Env, "TF_REATTACH_PROVIDERS="+string(env))
	result, err := w.Run(ctx, args...)
	if err != nil {
		t.Fatalf("%v: %v\n%s", args, err, result.Output)
	}
	return result
}

// serve serves the provider until ctx ends and done is closed.
func serve(ctx context.Context, t *testing.T, address string) (config *plugin.ReattachConfig, done <-chan struct{}) {
	t.Helper()
	configs, closed, failed := make(chan *plugin.ReattachConfig), make(chan struct{}), make(chan error, 1)
	go func() {
		failed <- tf6server.Serve(address, func() tfprotov6.ProviderServer { return provider.NewServer("test") },
			tf6server.WithDebug(ctx, configs, closed), tf6server.WithGoPluginLogger(hclog.NewNullLogger()), tf6server.WithLoggingSink(t))
	}()
	select {
	case config = <-configs:
		return config, closed
	case err := <-failed:
		t.Fatalf("the provider can't be served: %v", err)
		return nil, nil
	}
}

package acctest

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/hashicorp/go-hclog"
	"github.com/hashicorp/go-plugin"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6/tf6server"

	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
)

// requiredProvider is what a module needs to have a provider with this name. What an
// engine attaches to is configured once, so modules with other settings need other
// names.
func requiredProvider(name string) string {
	return fmt.Sprintf("terraform {\n  required_providers {\n    smspartner = { source = \"smspartner/%s\" }\n  }\n}\n", name)
}

// Attached returns a folder that holds config, with a provider block, in which the
// engine attaches to a provider in this process: that takes less time than an
// executable.
func Attached(t *testing.T, config string) *engine.Workspace {
	t.Helper()
	w := emptyWorkspace(t)
	write(t, filepath.Join(w.Dir, "main.tf"), RequiredProviders+config)
	ctx, stop := context.WithCancel(context.WithoutCancel(t.Context()))
	attach, stopped := serveAll(ctx, t, map[string]NewServer{
		"smspartner/smspartner": func() tfprotov6.ProviderServer { return narrowTo(os.DirFS(w.Dir)) },
	})
	t.Cleanup(func() { stop(); stopped() })
	w.Env = append(w.Env, attach)
	return w
}

// NewServer makes a server of the engines' protocol.
type NewServer func() tfprotov6.ProviderServer

// AttachOthers has an engine attach to other providers, such as "hashicorp/random", beside
// the one of the workspace.
func AttachOthers(t *testing.T, w *engine.Workspace, servers map[string]NewServer) {
	t.Helper()
	ctx, stop := context.WithCancel(context.WithoutCancel(t.Context()))
	attach, stopped := serveAll(ctx, t, servers)
	t.Cleanup(func() { stop(); stopped() })
	w.Env = append(w.Env, attach)
}

// serveAll serves the providers until ctx ends and stopped returns. An engine finds them by
// the environment variable.
func serveAll(ctx context.Context, t *testing.T, servers map[string]NewServer) (variable string, stopped func()) {
	t.Helper()
	attach, all := map[string]any{}, []<-chan struct{}{}
	for source, newServer := range servers {
		address := Engine(t).Registry() + "/" + source
		config, done := serve(ctx, t, address, newServer)
		attach[address] = map[string]any{
			"Protocol": config.Protocol, "ProtocolVersion": config.ProtocolVersion, "Pid": config.Pid, "Test": config.Test,
			"Addr": map[string]string{"Network": config.Addr.Network(), "String": config.Addr.String()},
		}
		all = append(all, done)
	}
	value, err := json.Marshal(attach)
	if err != nil {
		t.Fatal(err)
	}
	return "TF_REATTACH_PROVIDERS=" + string(value), func() {
		for _, done := range all {
			<-done
		}
	}
}

// serve serves a provider until ctx ends and done is closed.
func serve(ctx context.Context, t *testing.T, address string, newServer NewServer) (config *plugin.ReattachConfig, done <-chan struct{}) {
	t.Helper()
	configs, closed, failed := make(chan *plugin.ReattachConfig), make(chan struct{}), make(chan error, 1)
	go func() {
		failed <- tf6server.Serve(address, newServer,
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

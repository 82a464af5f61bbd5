package acctest

import (
	"context"
	"maps"
	"strings"
	"sync"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/smspartner/terraform-provider-smspartner/internal/provider"
)

// narrow is the provider's server for an engine that uses few types: it tells the schemas
// of those that a text names. To read those of all types takes an engine about as long as
// all else that it does for a member of a [Group]. [Attached] and [Account.Workspace] tell
// all.
type narrow struct {
	provider.Server
	text string
}

// allSchemas are the same whichever server tells them.
var allSchemas = sync.OnceValues(func() (*tfprotov6.GetProviderSchemaResponse, error) {
	return provider.NewServer("test").GetProviderSchema(context.Background(), &tfprotov6.GetProviderSchemaRequest{})
})

// named returns what belongs to types that the text names.
func named[T any](text string, of map[string]T) map[string]T {
	of = maps.Clone(of)
	maps.DeleteFunc(of, func(name string, _ T) bool { return !strings.Contains(text, name) })
	return of
}

// GetProviderSchema implements [tfprotov6.ProviderServer].
func (s narrow) GetProviderSchema(context.Context, *tfprotov6.GetProviderSchemaRequest) (*tfprotov6.GetProviderSchemaResponse, error) {
	all, err := allSchemas()
	if err != nil {
		return nil, err
	}
	few := *all
	few.ResourceSchemas = named(s.text, all.ResourceSchemas)
	few.DataSourceSchemas = named(s.text, all.DataSourceSchemas)
	few.EphemeralResourceSchemas = named(s.text, all.EphemeralResourceSchemas)
	few.ListResourceSchemas = named(s.text, all.ListResourceSchemas)
	few.ActionSchemas = named(s.text, all.ActionSchemas)
	return &few, nil
}

// GetResourceIdentitySchemas implements [tfprotov6.ProviderServer].
func (s narrow) GetResourceIdentitySchemas(ctx context.Context, req *tfprotov6.GetResourceIdentitySchemasRequest) (*tfprotov6.GetResourceIdentitySchemasResponse, error) {
	all, err := s.Server.GetResourceIdentitySchemas(ctx, req)
	if err == nil {
		all.IdentitySchemas = named(s.text, all.IdentitySchemas)
	}
	return all, err
}

// servers are the providers of the members, by the names of their sources.
func (g *Group) servers() map[string]NewServer {
	servers := map[string]NewServer{}
	for module, text := range g.texts {
		servers["smspartner/"+module] = func() tfprotov6.ProviderServer { return narrow{provider.NewServer("test"), text} }
	}
	return servers
}

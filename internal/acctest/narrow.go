package acctest

import (
	"context"
	"io/fs"
	"maps"
	"strings"
	"sync"
	"testing/fstest"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/smspartner/terraform-provider-smspartner/internal/provider"
)

// narrow is the provider's server for an engine that uses few types: it tells the schemas
// of those that the files of a folder name. To read those of all types takes an engine about
// as long as all else that it does. [Account.Workspace] tells all.
type narrow struct {
	provider.Server
	folder fs.FS
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
	text, err := s.text()
	if err != nil {
		return nil, err
	}
	all, err := allSchemas()
	if err != nil {
		return nil, err
	}
	few := *all
	few.ResourceSchemas = named(text, all.ResourceSchemas)
	few.DataSourceSchemas = named(text, all.DataSourceSchemas)
	few.EphemeralResourceSchemas = named(text, all.EphemeralResourceSchemas)
	few.ListResourceSchemas = named(text, all.ListResourceSchemas)
	few.ActionSchemas = named(text, all.ActionSchemas)
	return &few, nil
}

// GetResourceIdentitySchemas implements [tfprotov6.ProviderServer].
func (s narrow) GetResourceIdentitySchemas(ctx context.Context, req *tfprotov6.GetResourceIdentitySchemasRequest) (*tfprotov6.GetResourceIdentitySchemasResponse, error) {
	text, err := s.text()
	if err != nil {
		return nil, err
	}
	all, err := s.Server.GetResourceIdentitySchemas(ctx, req)
	if err == nil {
		all.IdentitySchemas = named(text, all.IdentitySchemas)
	}
	return all, err
}

// text is all that stands in the folder whenever an engine asks: configuration and state.
func (s narrow) text() (string, error) {
	var all strings.Builder
	err := fs.WalkDir(s.folder, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		content, err := fs.ReadFile(s.folder, path)
		all.Write(content)
		return err
	})
	return all.String(), err
}

// narrowTo makes a narrow server.
func narrowTo(folder fs.FS) tfprotov6.ProviderServer {
	return narrow{provider.NewServer("test"), folder}
}

// servers are the providers of the members, by the names of their sources.
func (g *Group) servers() map[string]NewServer {
	servers := map[string]NewServer{}
	for module, text := range g.texts {
		folder := fstest.MapFS{"main.tf": {Data: []byte(text)}}
		servers["smspartner/"+module] = func() tfprotov6.ProviderServer { return narrowTo(folder) }
	}
	return servers
}

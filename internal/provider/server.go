package provider

import (
	"context"
	"os"

	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
)

// Server answers all that an engine asks of the provider.
type Server interface {
	tfprotov6.ProviderServer
	tfprotov6.ListResourceServer
	tfprotov6.ActionServer
}

// NewServer makes the provider's server; version is the release's, or "dev".
func NewServer(version string) Server {
	return newServer(&smspartnerProvider{version: version, lookupEnv: os.LookupEnv, services: Services()})
}

// keyed is a provider that knows which keys it has.
type keyed interface {
	provider.Provider
	missingKey(ctx context.Context, typeName string) string
}

func newServer(p keyed) Server {
	inner, ok := providerserver.NewProtocol6(p)().(Server)
	if !ok {
		panic("the framework's server lacks lists or actions")
	}
	return &server{plainServer{inner}, p.missingKey, p.Resources}
}

// server adds four promises to the framework's server, for every type of every kind: a
// panic is an error of one call; a configuration that breaks its rules sends and changes
// nothing; a plan fails if its type lacks an API key; a large map is planned in time.
// Engines validate an action only while its values are unknown, and the framework validates
// only when an engine asks for it. See plainServer for what the framework says of a rule.
type server struct {
	inner Server
	// missingKey explains that a type has no key; empty if it has one.
	missingKey func(ctx context.Context, typeName string) string
	// resources are those of the provider.
	resources func(ctx context.Context) []func() resource.Resource
}

var _ Server = (*server)(nil)

type diagnostics = []*tfprotov6.Diagnostic

// needsKey adds an error to a plan without other errors if its type lacks an API key, so
// that the plan fails and not the apply.
func (s *server) needsKey(ctx context.Context, typeName string, planned diagnostics) diagnostics {
	if missing := s.missingKey(ctx, typeName); missing != "" && !hasError(planned) {
		return append(planned, &tfprotov6.Diagnostic{Severity: tfprotov6.DiagnosticSeverityError, Summary: "Unable to plan " + typeName, Detail: missing})
	}
	return planned
}

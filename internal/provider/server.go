package provider

import (
	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
)

// Server answers all that an engine asks of the provider.
type Server interface {
	tfprotov6.ProviderServer
	tfprotov6.ListResourceServer
	tfprotov6.ActionServer
}

// NewServer makes the provider's server; version is as in [New].
func NewServer(version string) Server { return newServer(New(version)()) }

func newServer(p provider.Provider) Server {
	inner, ok := providerserver.NewProtocol6(p)().(Server)
	if !ok {
		panic("the framework's server lacks lists or actions")
	}
	return &server{inner}
}

// server is the framework's with two promises more, for every type of every kind:
// a panic is an error of one call, and nothing is sent or changed by a configuration
// that its rules refuse. Engines validate an action only while its values are unknown, and
// the framework validates only when an engine asks for it.
type server struct{ inner Server }

var _ Server = (*server)(nil)

type diagnostics = []*tfprotov6.Diagnostic

package framework

import (
	"context"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-framework/list"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

// Service is one section of the vendor's documentation: all Terraform types that
// belong to it.
type Service struct {
	// Section is the heading under which the Registry lists the types.
	Section string
	// Product is the API that the types call.
	Product product.Product
	// Pages are the pages of the section, and of those that other packages have: each type
	// is on one at least.
	Pages       []Page
	DataSources []func() datasource.DataSource
	Resources   []func() resource.Resource
	Ephemerals  []func() ephemeral.EphemeralResource
	Lists       []func() list.ListResource
	Actions     []func() action.Action
}

// With adds types that another package has for the same section and product.
func (s Service) With(other Service) Service {
	s.Pages = slices.Concat(s.Pages, other.Pages)
	s.DataSources = slices.Concat(s.DataSources, other.DataSources)
	s.Resources = slices.Concat(s.Resources, other.Resources)
	s.Ephemerals = slices.Concat(s.Ephemerals, other.Ephemerals)
	s.Lists = slices.Concat(s.Lists, other.Lists)
	s.Actions = slices.Concat(s.Actions, other.Actions)
	return s
}

// TypeNames returns the names of the section's types, each once; provider is their prefix.
// Types of several kinds may share a name: a list resource has the name of its resource.
func (s Service) TypeNames(ctx context.Context, provider string) []string {
	var names []string
	for _, newDataSource := range s.DataSources {
		var named datasource.MetadataResponse
		newDataSource().Metadata(ctx, datasource.MetadataRequest{ProviderTypeName: provider}, &named)
		names = append(names, named.TypeName)
	}
	for _, newResource := range s.Resources {
		var named resource.MetadataResponse
		newResource().Metadata(ctx, resource.MetadataRequest{ProviderTypeName: provider}, &named)
		names = append(names, named.TypeName)
	}
	for _, newEphemeral := range s.Ephemerals {
		var named ephemeral.MetadataResponse
		newEphemeral().Metadata(ctx, ephemeral.MetadataRequest{ProviderTypeName: provider}, &named)
		names = append(names, named.TypeName)
	}
	for _, newAction := range s.Actions {
		var named action.MetadataResponse
		newAction().Metadata(ctx, action.MetadataRequest{ProviderTypeName: provider}, &named)
		names = append(names, named.TypeName)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

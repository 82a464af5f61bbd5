package provider

import (
	"context"
	"errors"

	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	datasourceschema "github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	tffunction "github.com/hashicorp/terraform-plugin-framework/function"
	"github.com/hashicorp/terraform-plugin-framework/list"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/identityschema"
	resourceschema "github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
)

// faulty is the provider with a section of types that panic with the key in their
// text.
type faulty struct{ smspartnerProvider }

func newFaulty() *faulty {
	return &faulty{smspartnerProvider{services: []framework.Service{{
		DataSources: []func() datasource.DataSource{func() datasource.DataSource { return faultyDataSource{} }},
		Resources:   []func() resource.Resource{func() resource.Resource { return faultyResource{} }},
		Ephemerals:  []func() ephemeral.EphemeralResource{func() ephemeral.EphemeralResource { return faultyEphemeral{} }},
		Lists:       []func() list.ListResource{func() list.ListResource { return faultyList{} }},
		Actions:     []func() action.Action{func() action.Action { return faultyAction{} }},
	}}}}
}

func (*faulty) Functions(context.Context) []func() tffunction.Function {
	return []func() tffunction.Function{func() tffunction.Function { return faultyFunction{} }}
}

const faultyName = "smspartner_faulty"

type faultyDataSource struct{}

func (faultyDataSource) Metadata(_ context.Context, _ datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = faultyName
}

func (faultyDataSource) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	resp.Schema.Attributes = map[string]datasourceschema.Attribute{"a": datasourceschema.StringAttribute{Optional: true}}
}

func (faultyDataSource) Read(context.Context, datasource.ReadRequest, *datasource.ReadResponse) {
	panic(errors.New("the key is " + hidden))
}

type faultyResource struct{}

func (faultyResource) Metadata(_ context.Context, _ resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = faultyName
}

func (faultyResource) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	resp.Schema.Attributes = map[string]resourceschema.Attribute{"a": resourceschema.StringAttribute{Optional: true}}
}

func (faultyResource) IdentitySchema(_ context.Context, _ resource.IdentitySchemaRequest, resp *resource.IdentitySchemaResponse) {
	resp.IdentitySchema.Attributes = map[string]identityschema.Attribute{"a": identityschema.StringAttribute{RequiredForImport: true}}
}

func (faultyResource) Create(context.Context, resource.CreateRequest, *resource.CreateResponse) {
	panic(hidden)
}

func (faultyResource) Read(context.Context, resource.ReadRequest, *resource.ReadResponse) {
	panic(hidden)
}

func (faultyResource) Update(context.Context, resource.UpdateRequest, *resource.UpdateResponse) {
	panic(hidden)
}

func (faultyResource) Delete(context.Context, resource.DeleteRequest, *resource.DeleteResponse) {
	panic(hidden)
}

type faultyEphemeral struct{}

func (faultyEphemeral) Metadata(_ context.Context, _ ephemeral.MetadataRequest, resp *ephemeral.MetadataResponse) {
	resp.TypeName = faultyName
}

func (faultyEphemeral) Schema(context.Context, ephemeral.SchemaRequest, *ephemeral.SchemaResponse) {}

func (faultyEphemeral) Open(context.Context, ephemeral.OpenRequest, *ephemeral.OpenResponse) {
	panic(hidden)
}

type faultyList struct{ faultyResource }

func (faultyList) ListResourceConfigSchema(context.Context, list.ListResourceSchemaRequest, *list.ListResourceSchemaResponse) {
}

func (faultyList) List(_ context.Context, _ list.ListRequest, stream *list.ListResultsStream) {
	stream.Results = func(func(list.ListResult) bool) { panic(hidden) }
}

type faultyAction struct{}

func (faultyAction) Metadata(_ context.Context, _ action.MetadataRequest, resp *action.MetadataResponse) {
	resp.TypeName = faultyName
}

func (faultyAction) Schema(context.Context, action.SchemaRequest, *action.SchemaResponse) {}

func (faultyAction) Invoke(_ context.Context, _ action.InvokeRequest, resp *action.InvokeResponse) {
	resp.SendProgress(action.InvokeProgressEvent{Message: "Sent."})
	panic(hidden)
}

type faultyFunction struct{}

func (faultyFunction) Metadata(_ context.Context, _ tffunction.MetadataRequest, resp *tffunction.MetadataResponse) {
	resp.Name = "faulty"
}

func (faultyFunction) Definition(_ context.Context, _ tffunction.DefinitionRequest, resp *tffunction.DefinitionResponse) {
	resp.Definition = tffunction.Definition{Summary: "Panics.", Return: tffunction.StringReturn{}}
}

func (faultyFunction) Run(context.Context, tffunction.RunRequest, *tffunction.RunResponse) {
	panic(hidden)
}

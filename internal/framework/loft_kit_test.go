package framework_test

import (
	"context"
	"errors"
	"iter"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/list"
	listschema "github.com/hashicorp/terraform-plugin-framework/list/schema"
	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
)

// loft is a provider of pigeons, which live as long as flown does not name them.
type loft struct {
	provider.Provider
	flown string
	// broken ends a list after its first pigeon.
	broken error
}

func (l loft) Metadata(_ context.Context, _ provider.MetadataRequest, resp *provider.MetadataResponse) {
	resp.TypeName = "loft"
}

func (l loft) Schema(context.Context, provider.SchemaRequest, *provider.SchemaResponse) {}

func (l loft) DataSources(context.Context) []func() datasource.DataSource { return nil }

func (l loft) Resources(context.Context) []func() resource.Resource {
	return []func() resource.Resource{func() resource.Resource { return &homing{loft: l} }}
}

func (l loft) ListResources(context.Context) []func() list.ListResource {
	return []func() list.ListResource{func() list.ListResource { return &homingList{homing{loft: l}} }}
}

var (
	_ resource.ResourceWithConfigure   = (*homing)(nil)
	_ resource.ResourceWithIdentity    = (*homing)(nil)
	_ resource.ResourceWithImportState = (*homing)(nil)
	_ list.ListResourceWithConfigure   = (*homingList)(nil)
)

type homing struct {
	framework.ResourceBase
	framework.IdentityBase
	loft loft
}

type homingModel struct {
	ID types.String `tfsdk:"id"`
}

func (r *homing) Metadata(_ context.Context, _ resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = "loft_homing"
}

func (r *homing) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	resp.Schema.Attributes = map[string]schema.Attribute{"id": schema.StringAttribute{Computed: true}}
}

func (r *homing) Create(ctx context.Context, _ resource.CreateRequest, resp *resource.CreateResponse) {
	created := homingModel{types.StringValue("1")}
	resp.Diagnostics.Append(resp.State.Set(ctx, created)...)
	resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, created.ID)...)
}

func (r *homing) Read(ctx context.Context, req resource.ReadRequest, resp *resource.ReadResponse) {
	var state homingModel
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, state.ID)...)
	if state.ID.ValueString() == r.loft.flown {
		resp.State.RemoveResource(ctx)
	}
}

func (r *homing) Update(context.Context, resource.UpdateRequest, *resource.UpdateResponse) {}
func (r *homing) Delete(context.Context, resource.DeleteRequest, *resource.DeleteResponse) {}

type homingList struct{ homing }

func (l *homingList) ListResourceConfigSchema(_ context.Context, _ list.ListResourceSchemaRequest, resp *list.ListResourceSchemaResponse) {
	resp.Schema = listschema.Schema{}
}

func (l *homingList) List(ctx context.Context, req list.ListRequest, stream *list.ListResultsStream) {
	stream.Results = framework.ListResults(ctx, req, l.pigeons(),
		func(id string) framework.Listed {
			return framework.Listed{Identity: map[string]string{"id": id}, Name: "pigeon " + id, Model: homingModel{types.StringValue(id)}}
		},
		func(err error) diag.Diagnostic { return diag.NewErrorDiagnostic("Unable to list pigeons", err.Error()) })
}

func (l *homingList) pigeons() iter.Seq2[string, error] {
	return func(push func(string, error) bool) {
		for _, id := range []string{"1", "2", "3"} {
			if !push(id, nil) {
				return
			}
			if l.loft.broken != nil {
				push("", l.loft.broken)
				return
			}
		}
		push("", errors.New("asked for more than there is"))
	}
}

// server is what an engine speaks to.
func (l loft) server(t *testing.T) interface {
	tfprotov6.ProviderServer
	tfprotov6.ListResourceServer
} {
	t.Helper()
	server, ok := providerserver.NewProtocol6(l)().(interface {
		tfprotov6.ProviderServer
		tfprotov6.ListResourceServer
	})
	if !ok {
		t.Fatal("the framework's server lacks lists")
	}
	return server
}

var homingType = tftypes.Object{AttributeTypes: map[string]tftypes.Type{"id": tftypes.String}}

// pigeonOf is the state of a pigeon, and its identity.
func pigeonOf(t *testing.T, id any) *tfprotov6.DynamicValue {
	t.Helper()
	return dynamic(t, tftypes.NewValue(homingType, map[string]tftypes.Value{"id": tftypes.NewValue(tftypes.String, id)}))
}

func dynamic(t *testing.T, value tftypes.Value) *tfprotov6.DynamicValue {
	t.Helper()
	sent, err := tfprotov6.NewDynamicValue(value.Type(), value)
	if err != nil {
		t.Fatal(err)
	}
	return &sent
}

// idOf is the id in a state or an identity; empty for one that is null.
func idOf(t *testing.T, sent *tfprotov6.DynamicValue) string {
	t.Helper()
	value, err := sent.Unmarshal(homingType)
	if err != nil {
		t.Fatal(err)
	}
	var attributes map[string]tftypes.Value
	var id *string
	if err := value.As(&attributes); err != nil || attributes == nil {
		return ""
	}
	if err := attributes["id"].As(&id); err != nil || id == nil {
		return ""
	}
	return *id
}

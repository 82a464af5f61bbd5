package framework

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/identityschema"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

const id = "id"

// IdentityBase is embedded by a resource whose attribute `id` is a string from the vendor:
// the id is the resource's identity and its import id. Create, Read and Update call
// Identify.
type IdentityBase struct{}

// IdentitySchema has the id alone. Engines before Terraform 1.12 never ask for it.
func (IdentityBase) IdentitySchema(_ context.Context, _ resource.IdentitySchemaRequest, resp *resource.IdentitySchemaResponse) {
	resp.IdentitySchema = identityschema.Schema{Attributes: map[string]identityschema.Attribute{
		id: identityschema.StringAttribute{RequiredForImport: true, Description: "The id that the vendor gave."},
	}}
}

// ImportState takes the id from the import's `id`, or from its `identity`. Read fills
// in the rest.
func (b IdentityBase) ImportState(ctx context.Context, req resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	resource.ImportStatePassthroughWithIdentity(ctx, path.Root(id), path.Root(id), req, resp)
	var found types.String
	resp.Diagnostics.Append(resp.State.GetAttribute(ctx, path.Root(id), &found)...)
	if !resp.Diagnostics.HasError() && found.ValueString() == "" {
		resp.Diagnostics.AddError("Unable to import", "The id is empty: write that of the object to import.")
	}
	resp.Diagnostics.Append(b.Identify(ctx, resp.Identity, found)...)
}

// Identify sets the identity in an answer. Read calls it with the id in the state before
// looking for the object: the framework requires an identity even if the object is gone,
// and engines before Terraform 1.12 pass none.
func (IdentityBase) Identify(ctx context.Context, identity *tfsdk.ResourceIdentity, value types.String) diag.Diagnostics {
	return identity.SetAttribute(ctx, path.Root(id), value)
}

package framework

import (
	"cmp"
	"context"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/identityschema"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

// IdentityBase is embedded by a resource with a string that names it for good: the string is
// the resource's identity and its import id. Create, Read and Update call Identify.
type IdentityBase struct {
	// By is the attribute with the string; empty is `id`.
	By string
	// Within is the attribute that says where the object is, if By alone does not lead to
	// it. An import by identity may leave it out.
	Within string
}

func (b IdentityBase) by() string { return cmp.Or(b.By, "id") }

// IdentitySchema has these attributes. Engines before Terraform 1.12 never ask for it.
func (b IdentityBase) IdentitySchema(_ context.Context, _ resource.IdentitySchemaRequest, resp *resource.IdentitySchemaResponse) {
	resp.IdentitySchema = identityschema.Schema{Attributes: map[string]identityschema.Attribute{
		b.by(): identityschema.StringAttribute{RequiredForImport: true, Description: "The " + b.by() + " of the resource."},
	}}
	if b.Within != "" {
		resp.IdentitySchema.Attributes[b.Within] = identityschema.StringAttribute{
			OptionalForImport: true, Description: "The " + b.Within + " of the resource.",
		}
	}
}

// ImportState takes the string from the import's `id`, or from its `identity`. Read fills
// in the rest.
func (b IdentityBase) ImportState(ctx context.Context, req resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	resource.ImportStatePassthroughWithIdentity(ctx, path.Root(b.by()), path.Root(b.by()), req, resp)
	var found types.String
	resp.Diagnostics.Append(resp.State.GetAttribute(ctx, path.Root(b.by()), &found)...)
	if !resp.Diagnostics.HasError() && found.ValueString() == "" {
		resp.Diagnostics.AddError("Unable to import", "The "+b.by()+" is empty: write that of the object to import.")
	}
	if b.Within != "" && req.ID == "" && req.Identity != nil {
		var within types.String
		resp.Diagnostics.Append(req.Identity.GetAttribute(ctx, path.Root(b.Within), &within)...)
		resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root(b.Within), within)...)
	}
	resp.Diagnostics.Append(b.Identify(ctx, resp.Identity, found)...)
}

// Identify sets the identity in an answer, to the values of By and of Within. Read calls it
// with those in the state before looking for the object: the framework requires an identity
// even if the object is gone, and engines before Terraform 1.12 pass none.
func (b IdentityBase) Identify(ctx context.Context, identity *tfsdk.ResourceIdentity, values ...types.String) diag.Diagnostics {
	var diags diag.Diagnostics
	for i, name := range []string{b.by(), b.Within}[:len(values)] {
		diags.Append(identity.SetAttribute(ctx, path.Root(name), values[i])...)
	}
	return diags
}

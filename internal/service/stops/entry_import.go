package stops

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

// ImportState takes the id of an entry or its recipient from the import's `id`, or the id
// from its `identity`. Read fills in the rest.
func (r *entryResource) ImportState(ctx context.Context, req resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	if req.ID == "" {
		r.IdentityBase.ImportState(ctx, req, resp)
		return
	}
	unable := r.kind.unableTo("import")
	stops, diags := r.kind.open(r.ProviderData, unable)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	list, err := stops.calls.list(ctx)
	if err != nil {
		resp.Diagnostics.Append(diagnostic.FromError(unable, err, diagnostic.Faults{}))
		return
	}
	id, diags := r.kind.toImport(list, req.ID, r.DefaultRegion)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root("id"), id)...)
	resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, types.StringValue(id))...)
}

// toImport returns the id of the one entry that a text names, by its id or by its recipient.
func (k *kind) toImport(list []entry, named, region string) (string, diag.Diagnostics) {
	found := map[string]bool{} // the ids
	if recipient, diags := k.read(path.Empty(), named, region); !diags.HasError() {
		for _, e := range k.of(list, recipient) {
			found[e.id] = true
		}
	}
	if e, there := withID(list, named); there {
		found[e.id] = true
	}
	unable, w := k.unableTo("import"), k.words
	switch len(found) {
	case 0:
		return "", diag.Diagnostics{diag.NewErrorDiagnostic(unable, fmt.Sprintf(
			"The %s has no entry with the id, or of the %s, %s.\n\nWrite the id of an entry, which the data source %s lists, or %s %s such as %s.",
			w.list, w.recipient, validate.Quote(named), k.dataSource, w.article, w.recipient, w.example))}
	case 1:
		for id := range found {
			return id, nil
		}
	}
	return "", diag.Diagnostics{diag.NewErrorDiagnostic(unable, fmt.Sprintf(
		"The %s has %d entries with the id, or of the %s, %s.\n\n%s", w.list, len(found), w.recipient, validate.Quote(named), w.choose))}
}

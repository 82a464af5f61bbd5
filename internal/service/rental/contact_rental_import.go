package rental

import (
	"context"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// ImportState takes the token of a rental, which Read looks up. A rental has no identity: an
// engine shows identities, and a token is a secret.
func (*contactRentalResource) ImportState(ctx context.Context, req resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	const summary = "Unable to import contact rental"
	if strings.TrimSpace(req.ID) == "" {
		resp.Diagnostics.AddError(summary, "The id is empty: write the token of the rental to import.")
		return
	}
	if err := checkToken(req.ID); err != nil {
		resp.Diagnostics.AddError(summary, validate.Sentence(err))
		return
	}
	resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root("token"), req.ID)...)
}

// Read asks once whether the vendor knows a rental that was imported, and what it cost. Any
// other state stays: a rental does not change, and how far its file is changes by itself.
func (r *contactRentalResource) Read(ctx context.Context, req resource.ReadRequest, resp *resource.ReadResponse) {
	var state contactRentalModel
	if resp.Diagnostics.Append(req.State.Get(ctx, &state)...); resp.Diagnostics.HasError() || !state.Outcome.IsNull() {
		return
	}
	client, diags := r.SMS(unableToReadRental)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	status, err := client.RentalStatus(ctx, state.Token.ValueString())
	switch {
	case partner.IsNotFound(err):
		resp.State.RemoveResource(ctx)
		return
	case err != nil:
		resp.Diagnostics.Append(diagnostic.FromError(unableToReadRental, err, statusFaults))
		return
	}
	resp.Diagnostics.Append(diagnostic.Unread("Incomplete contact rental", status.Unread)...)
	state.Quantity = types.Int64PointerValue(status.Quantity)
	state.Total, state.CostUnity = framework.AmountValue(status.Total), framework.AmountValue(status.CostUnity)
	state.Outcome = types.StringValue(string(once.Accepted))
	resp.Diagnostics.Append(resp.State.Set(ctx, &state)...)
}

// imported reports whether a state is of a rental that was imported, and whose configuration
// was not taken over: what is required is null after an import alone.
func (m contactRentalModel) imported() bool {
	return m.Sexe.IsNull() || m.MinAge.IsNull() || m.MaxAge.IsNull() || m.Volumes.IsNull()
}

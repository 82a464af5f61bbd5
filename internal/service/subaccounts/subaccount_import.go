package subaccounts

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/subaccount"
)

// ImportState looks a sub-account up by its token, its e-mail address or its id, or by the
// e-mail address in its identity.
func (r *subaccountResource) ImportState(ctx context.Context, req resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	const summary = "Unable to import sub-account"
	client, diags := r.kind.client(r.ProviderData, summary)
	resp.Diagnostics.Append(diags...)
	asked := types.StringValue(req.ID)
	if req.ID == "" && req.Identity != nil {
		resp.Diagnostics.Append(req.Identity.GetAttribute(ctx, path.Root(r.By), &asked)...)
	}
	if resp.Diagnostics.HasError() {
		return
	}
	if strings.TrimSpace(asked.ValueString()) == "" {
		resp.Diagnostics.AddError(summary, "The id is empty: write the token, the e-mail address or the id of the sub-account to import.")
		return
	}
	all, err := client.List(ctx)
	if err != nil {
		resp.Diagnostics.Append(diagnostic.FromError(summary, err, diagnostic.Faults{}))
		return
	}
	found, there := lookUp(all, asked.ValueString())
	switch {
	case !there:
		resp.Diagnostics.AddError(summary, fmt.Sprintf("The account has no sub-account with this token, e-mail address or id%s. "+
			"The data source %s lists those that there are.", quotedUnlessToken(asked.ValueString()), r.kind.subaccounts))
		return
	case found.Email == nil:
		resp.Diagnostics.AddError(summary, "The vendor's list has no e-mail address of this sub-account, which is its identity: give it one in the dashboard.")
		return
	}
	resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root("token"), found.Token)...)
	resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root("email"), *found.Email)...)
	resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, types.StringValue(*found.Email))...)
}

// lookUp finds a sub-account by its token, else its e-mail address, else its id.
func lookUp(all []subaccount.Subaccount, asked string) (subaccount.Subaccount, bool) {
	for _, is := range []func(subaccount.Subaccount) bool{
		byToken(asked),
		func(s subaccount.Subaccount) bool { return s.HasEmail(asked) },
		func(s subaccount.Subaccount) bool { return s.ID != nil && *s.ID == asked },
	} {
		for _, s := range all {
			if is(s) {
				return s, true
			}
		}
	}
	return subaccount.Subaccount{}, false
}

// quotedUnlessToken quotes what was asked for if it is an e-mail address or a number: a
// token is a secret.
func quotedUnlessToken(asked string) string {
	isID := len(asked) < 12 && strings.Trim(asked, "0123456789") == ""
	if !isID && !strings.Contains(asked, "@") {
		return ""
	}
	return fmt.Sprintf(", %q", asked)
}

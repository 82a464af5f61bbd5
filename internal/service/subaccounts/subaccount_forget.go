package subaccounts

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/subaccount"
)

// keptModel is the resource of a product that has no call to delete a sub-account.
type keptModel struct {
	subaccountModel

	TakeBackCredit types.Bool `tfsdk:"take_back_credit"`
}

// model is the part of m that the schema of the product has.
func (k kind) model(m *keptModel) any {
	if k.deletes {
		return &m.subaccountModel
	}
	return m
}

var takeBackCredit = schema.BoolAttribute{
	Optional: true,
	MarkdownDescription: "Whether destroying or replacing the sub-account first takes its credit back to the main account: all that the vendor's list says it has, in one transfer. " +
		"Default: `false`. A change makes no call, and must be applied before the resource is destroyed. If the transfer is refused, or neither its answer nor the balance tells what came of it, " +
		"destroying the resource fails, and the resource stays.",
}

// checkReplacement refuses to replace a sub-account that can't be deleted by one with the same
// e-mail address, which is taken. changed are the arguments that replace it.
func (k kind) checkReplacement(changed []string, email string, written types.String) diag.Diagnostics {
	if k.deletes || len(changed) == 0 || slices.Contains(changed, "email") || written.ValueString() == "" {
		return nil
	}
	return diag.Diagnostics{diag.NewAttributeErrorDiagnostic(path.Root("email"), unableToReplace, fmt.Sprintf(
		"A changed value of %s makes a new sub-account. %s has no call that deletes the old one, which keeps the address %s, and no two accounts can have the same.\n\n"+
			"Write another address for the new sub-account, or take back the change.", strings.Join(changed, " and "), k.product.Name, email))}
}

// checkRemade refuses the same where nothing changed, as with -replace. An engine then plans the
// new sub-account with the private state of the old one, which before is read from. It plans the
// new one of a tainted sub-account without that state.
func (k kind) checkRemade(email string, before framework.Seen) diag.Diagnostics {
	if k.deletes || before.As == nil || !partner.SameEmail(*before.As, email) {
		return nil
	}
	return diag.Diagnostics{diag.NewAttributeErrorDiagnostic(path.Root("email"), unableToReplace, fmt.Sprintf(
		"%s has no call that deletes the old sub-account, which keeps the address %s, and no two accounts can have the same.\n\n"+
			"Write another address for the new sub-account, or plan without replacing this one, by -replace or replace_triggered_by.", k.product.Name, *before.As))}
}

const unableToReplace = "Unable to replace sub-account"

// forget leaves a sub-account there, with a warning, since the vendor has no call that deletes
// one. It takes the credit back first if that is asked for.
func (k kind) forget(ctx context.Context, client *subaccount.Client, m keptModel, before framework.Seen) (diags diag.Diagnostics) {
	takes, token := m.TakeBackCredit.ValueBool(), m.Token.ValueString()
	if !takes {
		s, there, err := client.Find(ctx, byToken(token))
		if err == nil && !there && before.Listed {
			return nil
		}
		return diag.Diagnostics{k.stillThere(m.Email.ValueString(), k.keeps(s, err))}
	}
	client.Transfers.Take(func(map[string]bool) {
		s, there, err := client.Find(ctx, byToken(token))
		switch {
		case err != nil:
			diags.Append(diagnostic.FromError(once.Write{Verb: once.TakeBack, Object: "credit"}.Summary(), err, diagnostic.Faults{}))
		case !there && before.Listed:
		case s.Balance == nil:
			diags.Append(k.stillThere(m.Email.ValueString(), "Nothing was taken back. "+k.keeps(s, nil)))
		case s.Balance.Sign() <= 0:
			diags.Append(k.stillThere(m.Email.ValueString(), fmt.Sprintf("Its balance is %s, so there was nothing to take back.", money(s.Balance, s.Currency))))
		default:
			diags = k.takeBack(ctx, client, s)
			if !diags.HasError() {
				diags.Append(k.stillThere(m.Email.ValueString(), fmt.Sprintf("Its credit, %s, was taken back.", money(s.Balance, s.Currency))))
			}
		}
	})
	return diags
}

// takeBack moves all that a sub-account has to the main account.
func (k kind) takeBack(ctx context.Context, client *subaccount.Client, s subaccount.Subaccount) diag.Diagnostics {
	all := transfer{token: s.Token, amount: s.Balance, direction: subaccount.FromSubaccount}
	write := all.write(k)
	write.Verb = once.TakeBack
	for code, fault := range write.Faults.ByCode {
		fault.Do += " To leave the credit where it is, apply take_back_credit = false before you destroy the resource."
		write.Faults.ByCode[code] = fault
	}
	_, _, diags := all.onceFrom(ctx, client, k, write, s)
	return diags
}

// keeps says what credit a sub-account keeps.
func (k kind) keeps(s subaccount.Subaccount, err error) string {
	how := fmt.Sprintf(" To take it back, use %s with direction = %q: %s lists the balance and the token.", k.creditTransfer, subaccount.FromSubaccount, k.subaccounts)
	switch {
	case err != nil:
		return "What credit it keeps is not known, since the list can't be read. " + diagnostic.Happened(err, diagnostic.Faults{}) + how
	case s.Balance == nil:
		return "What credit it keeps is not known: the vendor's list does not say it." + how
	case s.Balance.Sign() <= 0:
		return fmt.Sprintf("Its balance is %s.", money(s.Balance, s.Currency))
	default:
		return fmt.Sprintf("It keeps its credit, %s.", money(s.Balance, s.Currency)) + how
	}
}

// stillThere is the warning about a sub-account whose resource is destroyed.
func (k kind) stillThere(email, credit string) diag.Diagnostic {
	return diag.NewWarningDiagnostic("Sub-account is not deleted", fmt.Sprintf(
		"%s has no call that deletes a sub-account. %s is no longer in the state, but still there, with its API key. %s\n\n"+
			"To have the sub-account deleted, ask the support of %[1]s.", k.product.Name, email, credit))
}

package subaccounts

import (
	"context"
	"fmt"
	"math/big"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/subaccount"
)

// transfer is an amount to move.
type transfer struct {
	token     string
	amount    *big.Float
	direction subaccount.Direction
}

// summary says what moves where, such as "10 euros to the sub-account".
func (t transfer) summary() string {
	where := "to"
	if t.direction == subaccount.FromSubaccount {
		where = "from"
	}
	unit := "euros"
	if t.amountText() == "1" {
		unit = "euro"
	}
	return fmt.Sprintf("%s %s %s the sub-account", t.amountText(), unit, where)
}

func (t transfer) amountText() string { return partner.DecimalText(t.amount) }

// write describes the transfer for diagnostics.
func (t transfer) write(k kind) once.Write {
	do := fmt.Sprintf("Go by the words above: the documentation has two tables of codes for this call, which differ. Check the token, and the balances: "+
		"%s lists those of the sub-accounts.", k.subaccounts)
	if t.amount.Cmp(big.NewFloat(1)) < 0 {
		do += " Whether amounts below one euro can be moved is not documented."
	}
	faults := diagnostic.Faults{ByCode: map[string]diagnostic.Fault{}}
	for _, code := range []string{"2", "3", "4", "5", "6", "7", "8", "11"} {
		faults.ByCode[code] = diagnostic.Fault{What: k.product.Name + " refused the transfer.", Do: do}
	}
	return once.Write{Verb: once.Transfer, Object: "credit", Faults: faults}
}

const unableToTransfer = "Unable to transfer credit"

// checkOwnToken refuses the key of the provider for a token: a sub-account can't move credit
// to itself. It says nothing of a key that is not known yet.
func checkOwnToken(d *framework.ProviderData, k kind, token string) diag.Diagnostics {
	if d == nil || d.Access[k.product].Config == nil || token != d.Access[k.product].Config.APIKey {
		return nil
	}
	return diag.Diagnostics{diag.NewAttributeErrorDiagnostic(path.Root(argToken.Name), "Invalid value for "+argToken.Name,
		"The token is the API key of the provider itself, and an account can't move credit to itself: write the token of a sub-account.")}
}

// moved is what a transfer left.
type moved struct {
	subaccount.Transferred

	email *string
}

// once makes the transfer at most once. A lost answer is settled by the balance of the
// sub-account, so no other transfer of this run is made meanwhile.
func (t transfer) once(ctx context.Context, client *subaccount.Client, k kind) (m moved, outcome once.Outcome, diags diag.Diagnostics) {
	write := t.write(k)
	client.Transfers.Take(func(map[string]bool) {
		// A sub-account that was just created may not be listed yet: the vendor decides
		// whether there is one.
		before, _, err := client.Find(ctx, byToken(t.token))
		if err != nil {
			diags.Append(diagnostic.FromError(write.Summary(), err, diagnostic.Faults{}))
			return
		}
		m, outcome, diags = t.onceFrom(ctx, client, k, write, before)
	})
	return m, outcome, diags
}

// onceFrom is once in its turn, from the balance that the sub-account has before. What this
// run left there a moment ago counts for more than the list, which may lag: the amount of an
// earlier transfer that is listed late must not prove this one.
func (t transfer) onceFrom(ctx context.Context, client *subaccount.Client, k kind, write once.Write, before subaccount.Subaccount) (moved, once.Outcome, diag.Diagnostics) {
	if left, changed := client.Left(t.token, wait.ListedTimeout); changed {
		before.Balance = left
	}
	m, outcome, diags := once.Run(ctx, write,
		func(ctx context.Context) (moved, error) {
			left, err := client.Transfer(ctx, t.token, t.amount, t.direction)
			return moved{left, before.Email}, err
		},
		func(ctx context.Context, _ *partner.Error) (once.Trace[moved], error) {
			client.Leave(t.token, nil) // until the trace finds out, what is left can't be told
			return t.trace(ctx, client, k, before)
		})
	if outcome == once.Accepted || outcome == once.Unconfirmed {
		left := m.SubaccountCredit
		if left == nil && before.Balance != nil {
			left = subaccount.After(before.Balance, t.amount, t.direction)
		}
		client.Leave(t.token, left)
	}
	return m, outcome, append(diags, diagnostic.Unread("Incomplete transfer of credit", m.Unread)...)
}

// trace compares the balance of the sub-account with that before a transfer without a clear
// answer.
func (t transfer) trace(ctx context.Context, client *subaccount.Client, k kind, before subaccount.Subaccount) (once.Trace[moved], error) {
	name := "the sub-account"
	if before.Email != nil {
		name = *before.Email
	}
	look := fmt.Sprintf("Compare the balance of %s in the dashboard, or with the data source %s,", name, k.subaccounts)
	if before.Balance == nil {
		return once.Trace[moved]{Saw: "The balance of " + name + " before the transfer is not known, so it can't be compared.", Look: look}, nil
	}
	var after subaccount.Subaccount
	changed, err := wait.Listed(ctx, func(ctx context.Context) (bool, error) {
		found, there, err := client.Find(ctx, byToken(t.token))
		if there {
			after = found
		}
		return there && subaccount.Moved(before.Balance, found.Balance, t.amount, t.direction), err
	})
	was := fmt.Sprintf("The balance of %s was %s before", name, money(before.Balance, before.Currency))
	switch {
	case changed:
		return once.Trace[moved]{
			Found: true,
			Value: moved{subaccount.Transferred{SubaccountCredit: after.Balance, Currency: after.Currency}, after.Email},
			Saw:   fmt.Sprintf("%s and is %s now, a difference of exactly the amount.", was, money(after.Balance, after.Currency)),
			Then: "Nothing is to be done, unless something else changed the balance by the same amount at the same time, such as another transfer: " +
				"then compare with the account's history.",
		}, nil
	case after.Balance == nil:
		return once.Trace[moved]{Saw: was + ", and is not known now.", Look: look}, err
	default:
		saw := fmt.Sprintf("%s and is %s after %s, which is not a difference of exactly the amount. What the sub-account sends changes the balance too.",
			was, money(after.Balance, after.Currency), wait.ListedTimeout)
		return once.Trace[moved]{Saw: saw, Look: look}, err
	}
}

// money writes a balance, such as 10.5 EUR.
func money(amount *big.Float, currency *string) string {
	switch {
	case amount == nil:
		return "unknown"
	case currency == nil:
		return partner.DecimalText(amount)
	default:
		return partner.DecimalText(amount) + " " + *currency
	}
}

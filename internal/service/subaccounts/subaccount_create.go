package subaccounts

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/subaccount"
)

// created is a new sub-account, as far as it is known.
type created struct {
	subaccount.Subaccount

	ParentEmail, ConfirmMailTo *string
	listed                     bool
}

// creation describes the creation for diagnostics.
func (k kind) creation(n subaccount.Creation) once.Write {
	refused := func(do string) diagnostic.Fault {
		return diagnostic.Fault{
			What: k.product.Name + " refused to create the sub-account.",
			Do:   "Go by the words above: " + k.createCodes + "." + do,
		}
	}
	faults := diagnostic.Faults{ByCode: map[string]diagnostic.Fault{
		"2": {
			What: "This account may not create sub-accounts.",
			Do:   "Ask the support of " + k.product.Name + " to activate sub-accounts for it. A sub-account can't have sub-accounts: the provider needs the key of the main account.",
		},
	}}
	for _, code := range []string{"3", "4", "5", "6", "8", "9", "11"} {
		faults.ByCode[code] = refused("")
	}
	taken := ""
	if n.Email != "" {
		taken = fmt.Sprintf(" %s that an account with this e-mail address exists. %s is not among the sub-accounts of this account: it may belong to another customer", k.takenCode, n.Email)
		if k.deletes {
			taken += ", or to a sub-account that was deleted and is not gone yet. Then run again later, or write another address."
		} else {
			taken += ". Then write another address."
		}
	}
	faults.ByCode["7"] = refused(taken)
	return once.Write{Verb: once.Create, Object: "sub-account", Faults: faults}
}

// create makes a sub-account at most once, and looks it up in the list, which alone has its
// other values.
func (k kind) create(ctx context.Context, client *subaccount.Client, n subaccount.Creation) (c created, diags diag.Diagnostics) {
	client.Creations.Take(func(made map[string]bool) {
		c, diags = k.createInTurn(ctx, client, n, made)
		if c.Token != "" {
			made[c.Token] = true
			if n.CreditToAttribute != nil {
				client.Leave(c.Token, n.CreditToAttribute)
			}
		}
	})
	if diags.HasError() || c.listed {
		return c, diags
	}
	c.listed, diags = k.lookUpCreated(ctx, client, &c.Subaccount, diags)
	return c, diags
}

func (k kind) createInTurn(ctx context.Context, client *subaccount.Client, n subaccount.Creation, made map[string]bool) (created, diag.Diagnostics) {
	write := k.creation(n)
	before, err := client.List(ctx)
	if err != nil {
		return created{}, diag.Diagnostics{diagnostic.FromError(write.Summary(), err, diagnostic.Faults{})}
	}
	for _, s := range before {
		if n.Email != "" && s.HasEmail(n.Email) && !client.IsRemoved(s.Token) {
			return created{}, diag.Diagnostics{k.alreadyThere(write.Summary(), *s.Email)}
		}
	}
	isKnown := func(token string) bool { return made[token] || slices.ContainsFunc(before, byToken(token)) }
	c, _, diags := once.Run(ctx, write,
		func(ctx context.Context) (created, error) {
			answer, err := client.Create(ctx, n, isKnown)
			if err != nil {
				return created{}, err
			}
			email := n.Email
			if answer.Email != "" {
				email = answer.Email
			}
			return created{
				Subaccount:  subaccount.Subaccount{Token: answer.Token, Email: &email, Unread: answer.Unread},
				ParentEmail: answer.ParentEmail, ConfirmMailTo: answer.ConfirmMailTo,
			}, nil
		},
		func(ctx context.Context, _ *partner.Error) (once.Trace[created], error) {
			return k.trace(ctx, client, n, isKnown)
		})
	return c, append(diags, diagnostic.Unread("Incomplete sub-account", c.Unread)...)
}

// alreadyThere is the error of a creation that the list shows to be impossible.
func (k kind) alreadyThere(summary, email string) diag.Diagnostic {
	before := k.product.Name + " has no call that deletes a sub-account, so that one whose resource was destroyed is still there."
	if k.deletes {
		before = fmt.Sprintf("If it was deleted a moment ago, %s may list it for a time: run again later. "+
			"If this resource is to replace another one of the address, leave out create_before_destroy.", k.product.Name)
	}
	return diag.NewAttributeErrorDiagnostic(path.Root("email"), summary, fmt.Sprintf(
		"Nothing was created. The account has a sub-account %s already, and no two accounts can have the same e-mail address.\n\n"+
			"%s If this resource is to be that sub-account, %s", email, before, diagnostic.ToImport(k.subaccount, email)))
}

// trace looks for the sub-account of a creation without a clear answer: a new one that has
// its e-mail address or, where the vendor makes the address, its type.
func (k kind) trace(ctx context.Context, client *subaccount.Client, n subaccount.Creation, isKnown func(token string) bool) (once.Trace[created], error) {
	var found []subaccount.Subaccount
	_, err := wait.Listed(ctx, func(ctx context.Context) (bool, error) {
		all, err := client.List(ctx)
		found = nil
		for _, s := range all {
			isIt := n.Email != "" && s.HasEmail(n.Email) || n.Email == "" && s.Email != nil && (s.Type == nil || strings.EqualFold(*s.Type, n.Type))
			if !isKnown(s.Token) && isIt {
				found = append(found, s)
			}
		}
		return len(found) > 0, err
	})
	what := "a new " + n.Type + " sub-account"
	if n.Email != "" {
		what = "a sub-account " + n.Email
	}
	look := fmt.Sprintf("Look for %s in the dashboard, or with the data source %s, and import it if it is there,", what, k.subaccounts)
	switch len(found) {
	case 0:
		saw := fmt.Sprintf("%s was asked for %s and does not list %s.", k.product.Name, wait.ListedTimeout, what)
		return once.Trace[created]{Saw: saw, Look: look}, err
	case 1:
		return once.Trace[created]{
			Found: true, Value: created{Subaccount: found[0], listed: true},
			Saw: fmt.Sprintf("%s lists a new sub-account, %s.", k.product.Name, nameOf(found[0].Email)),
			Then: "Nothing is to be done, unless somebody else made a sub-account at the same time: then check which one this is. " +
				"The attributes parent_email and send_confirm_mail_to, which only the answer has, are null.",
		}, nil
	default:
		var names []string
		for _, s := range found {
			names = append(names, nameOf(s.Email))
		}
		saw := fmt.Sprintf("%s lists %d new sub-accounts, so that it can't be told which one this is: %s.", k.product.Name, len(found), diagnostic.Few(names, ", "))
		return once.Trace[created]{Saw: saw, Look: look}, nil
	}
}

// lookUpCreated looks a new sub-account up in the list, which may lag.
func (k kind) lookUpCreated(ctx context.Context, client *subaccount.Client, s *subaccount.Subaccount, diags diag.Diagnostics) (bool, diag.Diagnostics) {
	listed, err := wait.Listed(ctx, func(ctx context.Context) (bool, error) {
		found, there, err := client.Find(ctx, byToken(s.Token))
		if there {
			if found.Email == nil {
				found.Email = s.Email
			}
			*s = found
		}
		return there, err
	})
	if listed {
		return true, append(diags, diagnostic.Unread("Incomplete sub-account", s.Unread)...)
	}
	why := fmt.Sprintf("%s has not listed it within %s.", k.product.Name, wait.ListedTimeout)
	if err != nil {
		why = diagnostic.Happened(err, diagnostic.Faults{})
	}
	return false, append(diags, wait.NotListed("sub-account", nameOf(s.Email), why)...)
}

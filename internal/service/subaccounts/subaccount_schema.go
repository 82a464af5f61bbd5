package subaccounts

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/subaccount"
)

func (r *subaccountResource) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	k, neverReturned := r.kind, " "+r.kind.product.Name+" never returns it: after an import it is null, and the value in the configuration is taken over without a call."
	text := func(description string, rule validator.String) schema.StringAttribute {
		return schema.StringAttribute{Optional: true, MarkdownDescription: description, Validators: []validator.String{rule}}
	}
	computed := func(description string) schema.StringAttribute {
		return schema.StringAttribute{
			Computed: true, MarkdownDescription: description,
			PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
		}
	}
	kindOf := text("The type, `simple` or `advanced`. It is final: another one replaces the sub-account. A simple sub-account gets "+k.simpleGets+", "+
		"needs no phone number and can't buy. An advanced one goes through the normal sign-up, which asks for a mobile phone number.",
		validate.Choice(subaccount.Simple, subaccount.Advanced))
	kindOf.Required, kindOf.Optional = true, false
	email := text(fmt.Sprintf("The e-mail address, which no other account has. Required for an advanced sub-account. For a simple one, the vendor makes one "+
		"(`%s`) if it is absent. Another address replaces the sub-account; another case of the letters does not.", k.generated),
		validate.String("an e-mail address", validate.Email))
	email.Computed = true
	email.PlanModifiers = []planmodifier.String{stringplanmodifier.UseStateForUnknown()}
	name := func(description string) schema.StringAttribute {
		longest := longestUndocumented
		if k.longestName > 0 {
			longest = k.longestName
			description += fmt.Sprintf(", at most %d characters", longest)
		}
		return text(description+"."+neverReturned+" A changed value replaces the sub-account.",
			validate.String(fmt.Sprintf("a name of 1 to %d characters", longest), checkName(longest)))
	}
	token := computed(tokenDescription)
	token.Sensitive = true
	resp.Schema = schema.Schema{
		MarkdownDescription: "A sub-account" + k.whose + ": an account of its own, with its own API key and balance, that the main account makes and funds.\n\n" +
			k.ends() + "The creation is made once: if its answer is lost, the provider " +
			"looks for the sub-account in the vendor's list. The guide [Writing once](../guides/writing-once.md) says what happens then. The API key is in no state: the ephemeral resource " +
			"[`" + k.apiKey + "`](../ephemeral-resources/" + strings.TrimPrefix(k.apiKey, "smspartner_") + ".md) hands it on.\n\n" +
			k.calls(),
		Attributes: map[string]schema.Attribute{
			"type":  kindOf,
			"email": email,
			"is_buyer": schema.BoolAttribute{
				Optional: true,
				MarkdownDescription: "Whether the sub-account may buy its own " + k.sends + ". Required to create an advanced sub-account; a simple one can't buy." + neverReturned +
					" A changed value replaces the sub-account. Vendor's name: `isBuyer`.",
			},
			"credit_to_attribute": schema.NumberAttribute{
				Optional: true,
				MarkdownDescription: "An amount in euros that moves from the main account to the new sub-account, more than 0 with at most 3 decimals." + neverReturned +
					" A changed value replaces the sub-account: to move credit later, use `" + k.creditTransfer + "`. Vendor's name: `creditToAttribute`.",
				Validators: []validator.Number{validate.Amount()},
			},
			"title": text("The name of the sub-account."+neverReturned+" A changed value replaces the sub-account.",
				validate.String("a name of 1 to 255 characters", checkName(longestUndocumented))),
			"firstname":            name("The holder's first name"),
			"lastname":             name("The holder's last name"),
			"token":                token,
			"id":                   computed(idDescription),
			"created_at":           computed(createdAtDescription),
			"parent_email":         computed("The e-mail address of the main account, as the answer to the creation has it; null after an import."),
			"send_confirm_mail_to": computed("Where the vendor sends the mail with which the sign-up goes on, as the answer to the creation has it; null after an import. Vendor's name: `sendConfirmMailTo`."),
		},
	}
	if !k.deletes {
		resp.Schema.Attributes["take_back_credit"] = takeBackCredit
	}
}

// ends says how the resource ends, and what that costs.
func (k kind) ends() string {
	if !k.deletes {
		return "~> **This spends credit, and nothing deletes the account.** `credit_to_attribute` moves credit from the main account when the sub-account is created. " +
			k.product.Name + " has no call that changes or deletes a sub-account. Destroying the resource only forgets the sub-account: it stays, with its API key and its credit, and a warning says so. " +
			"With `take_back_credit`, its credit is taken back first. A changed argument creates another sub-account and leaves the old one, which keeps its e-mail address: " +
			"the new one needs another address. An argument that is added later is only noted in the state, without a call. The plan checks the address, with `-replace` and `replace_triggered_by` too. It can't see that a sub-account is tainted, " +
			"such as by a provisioner that failed: take the mark back with `terraform untaint`.\n\n" +
			"The support of " + k.product.Name + " must first have activated sub-accounts for the account. "
	}
	return "~> **This spends credit and deletes accounts.** `credit_to_attribute` moves credit from the main account when the sub-account is created. " + k.product.Name + " has no call that " +
		"changes a sub-account: a changed argument deletes it and creates another one, with another token and key. An argument that is added later is only noted in the state, without a call. " +
		"Destroying the resource deletes the sub-account. " +
		"What becomes of its remaining credit then is not documented: take it back first, as the last example does. " +
		"Set `prevent_destroy` in the resource's `lifecycle` where a customer depends on it.\n\n" +
		"The technical team of " + k.product.Name + " must first have activated sub-accounts for the account. "
}

// calls says which calls of the vendor the resource makes.
func (k kind) calls() string {
	if !k.deletes {
		return "The vendor's calls are `POST subaccount/create`, `GET subaccount/list` and, with `take_back_credit`, `POST subaccount/credit/remove`."
	}
	return "The vendor's calls are `POST subaccount/create`, `GET subaccount/list` and `DELETE subaccount/remove`. The documentation prints a second path for the last call, " +
		"`subaccount/delete`, which the provider tries where the first does not exist."
}

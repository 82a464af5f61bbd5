package stops

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/mail"
)

// unsubscribes is the unsubscribe list of Mail Partner.
func unsubscribes() *kind {
	const anAddress = "an e-mail address"
	return &kind{
		product: product.Mail,
		section: "Mail Partner",
		client: func(d *framework.ProviderData, summary string) (calls, diag.Diagnostics) {
			client, diags := d.Mail(summary)
			return callsOfMail(client), diags
		},
		listPage: "Liste des désabonnements", addPage: "Ajouter un mail", removePage: "Supprimer un mail",
		resource: "smspartner_mail_unsubscribe", dataSource: "smspartner_mail_unsubscribes",
		argument: "email", arguments: "emails", entries: "unsubscribes", parameter: "email",
		argumentType: types.StringType,
		rules:        []validator.String{validate.String(anAddress, validate.Email)},
		elementRules: validate.Texts("e-mail addresses", 0, mostAsked, anAddress, validate.Email),
		read:         readEmail, same: partner.SameEmail, newIndex: func() index { return partner.EmailIndex{} },
		words: words{
			object: "unsubscribed address", objects: "unsubscribed addresses", list: "unsubscribe list",
			recipient: "address", recipients: "addresses", inFull: "e-mail address", article: "an", example: "name@example.com",
			check:   "Check email.",
			optsOut: "the person unsubscribed",
			choose:  "Import one of them by its id, which the data source smspartner_mail_unsubscribes lists.",
			forms:   ", compared without regard to case",
		},
		descriptions: descriptions{
			resource: "An e-mail address on the account's unsubscribe list. Mail Partner refuses a mail that has such an address among its recipients (code 14). " +
				"**Destroying the resource lifts the opt-out**: the address can be written to again. " +
				"So keep the entry with `prevent_destroy` unless the person has agreed to receive mails again.\n\n" +
				"The list may have addresses that were not added here, such as those of people who unsubscribed. An address that is on the list already is refused, " +
				"with the `import` block that takes the entry over.\n\n" +
				"The vendor's calls are `POST unsubscribe/add`, `GET unsubscribe/list` and `GET unsubscribe/delete`.",
			argument: "The e-mail address. Another address replaces the entry, which lifts the opt-out of the old address; " +
				"another case of the letters is no change. Vendor's name: `email`.",
			list: "Lists the addresses on the account's unsubscribe list, so that `terraform query` can write their configuration. " +
				"Destroying what was imported lifts the opt-out.\n\n" +
				"The vendor's call is `GET unsubscribe/list`.",
			dataSource: "Lists the addresses on the account's unsubscribe list. " +
				"With `emails`, it tells which of these are on the list.\n\n" +
				"The vendor's call is `GET unsubscribe/list`. A list that is not whole by its own count is an error.",
			listed: "The address. Vendor's name: `email`.",
		},
	}
}

func callsOfMail(client *mail.Client) calls {
	return calls{
		list: func(ctx context.Context) ([]entry, error) {
			listed, err := client.Unsubscribes(ctx)
			entries := make([]entry, len(listed))
			for i, u := range listed {
				entries[i] = entry{u.ID, u.Email, u.IsReadable(), u.CreatedAt, u.Unread}
			}
			return entries, err
		},
		add: client.AddUnsubscribe, remove: client.DeleteUnsubscribe,
	}
}

// readEmail sends an address as it is written: how the vendor stores one is not documented.
func readEmail(at path.Path, written, _ string) (string, diag.Diagnostics) {
	if err := validate.Email(written); err != nil {
		return "", diag.Diagnostics{validate.Invalid(at, err)}
	}
	return written, nil
}

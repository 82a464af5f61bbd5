package stops

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
	numbers "github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// stopNumbers is the STOP list of SMS Partner.
func stopNumbers() *kind {
	return &kind{
		product: product.SMS,
		section: "Stop list",
		client: func(d *framework.ProviderData, summary string) (calls, diag.Diagnostics) {
			client, diags := d.SMS(summary)
			return callsOfSMS(client), diags
		},
		listPage: "Liste des stops", addPage: "Ajouter un numéro au stop SMS", removePage: "Supprimer un numéro du STOP SMS",
		resource: "smspartner_stop_number", dataSource: "smspartner_stop_numbers",
		argument: "phone_number", arguments: "phone_numbers", entries: "stops", parameter: "phoneNumber",
		argumentType: phone.Type{}, elementRules: phone.Numbers("phone numbers", 0, mostAsked),
		read: phone.Read, same: numbers.Same, newIndex: func() index { return numbers.NewIndex() },
		words: words{
			object: "STOP number", objects: "STOP numbers", list: "STOP list",
			recipient: "number", recipients: "numbers", inFull: "phone number", article: "a", example: "+33600000003",
			check:   "Check phone_number, and the provider's default_region if it is a national number.",
			optsOut: "the person answered STOP",
			choose:  "Write the number in international form, such as +33600000003, or import by identity, with the id.",
			forms:   ", international or national in the provider's `default_region`", named: phone.Named,
		},
		descriptions: descriptions{
			resource: "A number on the account's STOP list, to which SMS Partner sends nothing. **Destroying the resource lifts the opt-out**: the number can be written to again. " +
				"Advertising to a number on the list is forbidden, so keep the entry with `prevent_destroy` unless the person has agreed to receive messages again.\n\n" +
				"The list also has the numbers whose owners answered STOP. A number that is on the list already is refused, with the `import` block that takes the entry over.\n\n" +
				"The vendor's calls are `POST stop-sms/add`, `GET stop-sms/list` and `GET stop-sms/delete`.",
			argument: "The phone number, international or national in the provider's `default_region`. Another number replaces the entry, which lifts the opt-out of the old number; " +
				"another spelling of the same number is no change. Vendor's name: `phoneNumber`." + phone.Named,
			list: "Lists the numbers on the account's STOP list, so that `terraform query` can write their configuration. " +
				"Destroying what was imported lifts the opt-out.\n\n" +
				"The vendor's call is `GET stop-sms/list`.",
			dataSource: "Lists the numbers on the account's STOP list: those that were added, and those whose owners answered STOP. " +
				"With `phone_numbers`, it tells which of these may not be written to.\n\n" +
				"The vendor's call is `GET stop-sms/list`, which gives the whole list.",
			listed: "The number, in international form. Vendor's name: `phoneNumber`.",
		},
	}
}

func callsOfSMS(client *sms.Client) calls {
	return calls{
		list: func(ctx context.Context) ([]entry, error) {
			listed, err := client.StopNumbers(ctx)
			entries := make([]entry, len(listed))
			for i, s := range listed {
				entries[i] = entry{s.ID, s.PhoneNumber, s.IsReadable(), s.CreatedAt, s.Unread}
			}
			return entries, err
		},
		add: client.AddStop, remove: client.DeleteStop,
	}
}

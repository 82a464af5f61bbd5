// Package subaccounts holds the types of the section "Sous-comptes": accounts that a main
// account makes and funds. The products share the section; kind has what differs.
package subaccounts

import (
	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-framework/list"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/subaccount"
)

// kind is a product that has sub-accounts.
type kind struct {
	product product.Product
	section string
	client  func(d *framework.ProviderData, summary string) (*subaccount.Client, diag.Diagnostics)
	// The names of the types.
	subaccount, subaccounts, apiKey, creditTransfer, transferCredit string
	// activated is what a creation needs, see [framework.Page].
	activated string
	// whose ends "a sub-account" or "the account" in descriptions, where the product has to be
	// named.
	whose string
	// sends is what a sub-account sends and buys, simpleGets what a simple one does not get.
	sends, simpleGets string
	// generated is the form of the e-mail addresses that the vendor makes.
	generated string
	// longestName is how many characters the holder's first and last name have at most; 0 if
	// the vendor does not say.
	longestName int
	// deletes says that the vendor has a call that deletes a sub-account, see forget.
	deletes bool
	// createCodes and takenCode say what is documented of the codes of a creation, and of
	// code 7.
	createCodes, takenCode string
}

var ofSMS = kind{ //nolint:gosec // names of types
	product: product.SMS,
	section: "Sub-accounts",
	client: func(d *framework.ProviderData, summary string) (*subaccount.Client, diag.Diagnostics) {
		client, diags := d.SMS(summary)
		if client == nil {
			return nil, diags
		}
		return client.Subaccounts(), diags
	},
	subaccount: "smspartner_subaccount", subaccounts: "smspartner_subaccounts", apiKey: "smspartner_subaccount_api_key",
	creditTransfer: "smspartner_credit_transfer", transferCredit: "smspartner_transfer_credit",
	activated: "sub-accounts activated by the vendor's technical team",
	sends:     "SMS", simpleGets: "no e-mail and no SMS", generated: "<digits>@smspartner.fr", longestName: 20, deletes: true,
	createCodes: "the documentation has two tables of codes for this call, which differ",
	takenCode:   "In one of them the code says",
}

var ofMail = kind{ //nolint:gosec // names of types
	product: product.Mail,
	section: "Mail Partner",
	client: func(d *framework.ProviderData, summary string) (*subaccount.Client, diag.Diagnostics) {
		client, diags := d.Mail(summary)
		if client == nil {
			return nil, diags
		}
		return client.Subaccounts(), diags
	},
	subaccount: "smspartner_mail_subaccount", subaccounts: "smspartner_mail_subaccounts", apiKey: "smspartner_mail_subaccount_api_key",
	creditTransfer: "smspartner_mail_credit_transfer", transferCredit: "smspartner_transfer_mail_credit",
	activated: "sub-accounts activated by the vendor's support",
	whose:     " of Mail Partner", sends: "mails", simpleGets: "no mail", generated: "<digits>@mailpartner.fr",
	createCodes: "the documentation has no table of codes for this call",
	takenCode:   "For " + product.SMS.Name + " the code says",
}

// Service is this section for SMS Partner.
func Service() framework.Service { return ofSMS.service() }

// MailService has the same types for Mail Partner.
func MailService() framework.Service { return ofMail.service() }

func (k kind) service() framework.Service {
	return framework.Service{
		Section: k.section,
		Product: k.product,
		Pages:   k.pages(),
		Resources: []func() resource.Resource{
			func() resource.Resource { return newSubaccountResource(k) },
			func() resource.Resource { return &creditTransferResource{kind: k} },
		},
		Lists:       []func() list.ListResource{func() list.ListResource { return &subaccountList{*newSubaccountResource(k)} }},
		DataSources: []func() datasource.DataSource{func() datasource.DataSource { return &subaccountsDataSource{kind: k} }},
		Ephemerals:  []func() ephemeral.EphemeralResource{func() ephemeral.EphemeralResource { return &apiKeyEphemeral{kind: k} }},
		Actions:     []func() action.Action{func() action.Action { return &transferCreditAction{kind: k} }},
	}
}

func (k kind) pages() []framework.Page {
	pages := []framework.Page{
		{Title: "Création d'un sous compte", Needs: k.activated, Resources: []string{k.subaccount}},
		{
			Title:       "Liste des sous-comptes",
			DataSources: []string{k.subaccounts}, Ephemerals: []string{k.apiKey}, Lists: []string{k.subaccount},
		},
		{
			Title:     "Gérer les crédits des sous-comptes",
			Resources: []string{k.creditTransfer}, Actions: []string{k.transferCredit},
		},
	}
	if k.deletes {
		pages = append(pages, framework.Page{Title: "Supprimer un sous-compte", Resources: []string{k.subaccount}})
	}
	return pages
}

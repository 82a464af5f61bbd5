package main

import (
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

// The order is the menu's, whatever that of the services and their pages; a page belongs to
// its product, where two have one of this title.
func TestTable(t *testing.T) {
	t.Parallel()
	services := []framework.Service{
		{Product: product.Mail, Pages: []framework.Page{
			{Title: "Crédits", DataSources: []string{"smspartner_mail_credits"}},
		}},
		{Product: product.SMS, Pages: []framework.Page{
			{
				Title: "Pigeons", Needs: "a loft",
				Functions: []string{"wings"}, Actions: []string{"smspartner_release", "smspartner_recall"}, Lists: []string{"smspartner_pigeon"},
				Ephemerals: []string{"smspartner_ring"}, DataSources: []string{"smspartner_pigeons"}, Resources: []string{"smspartner_pigeon"},
			},
			{Title: "Crédits", DataSources: []string{"smspartner_credits"}},
		}},
	}
	got := table([]chapter{
		{entry: noCall(at("/bienvenue", "Bienvenue"), unseen("Welcome"), "a word")},
		{entry: entry{french: at("/sms", "SMS Partner"), english: unseen("SMS Partner"), heading: true}, of: product.SMS, entries: []entry{
			page(at("/sms/credits", "Crédits"), at("/en/sms/credits", "Credits")),
			heading("Oiseaux", "Birds"),
			page(unseen("Pigeons"), unseen("Pigeons")),
			noCall(at("/sms/grains", "Grains"), at("/en/sms/grains", "Grains"), "ask"),
		}},
		{entry: heading("Mail Partner", "Mail Partner"), of: product.Mail, entries: []entry{page(unseen("Crédits"), unseen("Credits"))}},
	}, services)
	const docs = "https://registry.terraform.io/providers/smspartner/smspartner/latest/docs/"
	want := "| Vendor's page, in French and English | Type | Needs |\n" +
		"| --- | --- | --- |\n" +
		"| **[Bienvenue](https://www.docpartner.dev/bienvenue)**<br>**Welcome** (see [Doc Partner](https://www.docpartner.dev/en)) | no call: a word |  |\n" +
		"| **[SMS Partner](https://www.docpartner.dev/sms)**<br>**SMS Partner** (see [Doc Partner](https://www.docpartner.dev/en)) |  | " +
		"the [key](https://my.smspartner.fr/dashboard/api): `SMSPARTNER_API_KEY` or `api_key` |\n" +
		"| [Crédits](https://www.docpartner.dev/sms/credits)<br>[Credits](https://www.docpartner.dev/en/sms/credits) | " +
		"[`smspartner_credits`](" + docs + "data-sources/credits) (data source) |  |\n" +
		"| *Oiseaux*<br>*Birds* |  |  |\n" +
		"| Pigeons (see [SMS Partner](https://www.docpartner.dev/sms))<br>Pigeons (see [Doc Partner](https://www.docpartner.dev/en)) | " +
		"[`smspartner_pigeon`](" + docs + "resources/pigeon) (resource)<br>[`smspartner_pigeons`](" + docs + "data-sources/pigeons) (data source)<br>" +
		"[`smspartner_ring`](" + docs + "ephemeral-resources/ring) (ephemeral resource)<br>[`smspartner_pigeon`](" + docs + "list-resources/pigeon) (list resource)<br>" +
		"[`smspartner_release`](" + docs + "actions/release) (action)<br>[`smspartner_recall`](" + docs + "actions/recall) (action)<br>[`wings`](" + docs + "functions/wings) (function) | " +
		"a loft<br>ephemeral resource: Terraform 1.10 or OpenTofu 1.11<br>list resource: Terraform 1.14<br>action: Terraform 1.14<br>" +
		"function: Terraform 1.8 or OpenTofu 1.7 |\n" +
		"| [Grains](https://www.docpartner.dev/sms/grains)<br>[Grains](https://www.docpartner.dev/en/sms/grains) | no call: ask |  |\n" +
		"| **Mail Partner** |  | the [key](https://my.mailpartner.fr/dashboard/api): `MAILPARTNER_API_KEY` or `mail_api_key`, else the key of SMS Partner |\n" +
		"| Crédits (see [Doc Partner](https://www.docpartner.dev/))<br>Credits (see [Doc Partner](https://www.docpartner.dev/en)) | " +
		"[`smspartner_mail_credits`](" + docs + "data-sources/mail_credits) (data source) |  |\n" +
		"\n" + versions
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

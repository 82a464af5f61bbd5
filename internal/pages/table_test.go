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
		{entry: noCall("Bienvenue", "Welcome", "a word")},
		{entry: heading("SMS Partner", "SMS Partner"), of: product.SMS, entries: []entry{
			page("Crédits", "Credits"),
			heading("Oiseaux", "Birds"),
			page("Pigeons", "pigeons"),
			noCall("Grains", "Grains", "ask"),
		}},
		{entry: heading("Mail Partner", "Mail Partner"), of: product.Mail, entries: []entry{page("Crédits", "Credits")}},
	}, services)
	want := "| Vendor's page: [French](https://www.docpartner.dev), [English](https://www.docpartner.dev/en) | Type | Needs |\n" +
		"| --- | --- | --- |\n" +
		"| **Bienvenue**<br>**Welcome** | no call: a word |  |\n" +
		"| **SMS Partner** |  | the key: `SMSPARTNER_API_KEY` or `api_key` |\n" +
		"| Crédits<br>Credits | [`smspartner_credits`](data-sources/credits.md) (data source) |  |\n" +
		"| *Oiseaux*<br>*Birds* |  |  |\n" +
		"| Pigeons | [`smspartner_pigeon`](resources/pigeon.md) (resource)<br>[`smspartner_pigeons`](data-sources/pigeons.md) (data source)<br>" +
		"[`smspartner_ring`](ephemeral-resources/ring.md) (ephemeral resource)<br>[`smspartner_pigeon`](list-resources/pigeon.md) (list resource)<br>" +
		"[`smspartner_release`](actions/release.md) (action)<br>[`smspartner_recall`](actions/recall.md) (action)<br>[`wings`](functions/wings.md) (function) | " +
		"a loft<br>ephemeral resource: Terraform 1.10 or OpenTofu 1.11<br>list resource: Terraform 1.14<br>action: Terraform 1.14<br>" +
		"function: Terraform 1.8 or OpenTofu 1.7 |\n" +
		"| Grains | no call: ask |  |\n" +
		"| **Mail Partner** |  | the key: `MAILPARTNER_API_KEY` or `mail_api_key`, else the key of SMS Partner |\n" +
		"| Crédits<br>Credits | [`smspartner_mail_credits`](data-sources/mail_credits.md) (data source) |  |\n" +
		"\n" + versions
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

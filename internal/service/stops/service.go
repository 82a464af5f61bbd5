// Package stops holds the types of the sections "Gestion des réponses / stops" of SMS Partner
// and "Gestion des désabonnements" of Mail Partner: the lists of those to whom an account
// sends nothing. The lists work alike; kind has what differs.
package stops

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/list"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
)

// Service is this section for SMS Partner.
func Service() framework.Service { return stopNumbers().service() }

// MailService are the types of Mail Partner, in the section of the product.
func MailService() framework.Service { return unsubscribes().service() }

func (k *kind) service() framework.Service {
	return framework.Service{
		Section: k.section,
		Product: k.product,
		Pages: []framework.Page{
			{Title: k.listPage, DataSources: []string{k.dataSource}, Lists: []string{k.resource}},
			{Title: k.addPage, Resources: []string{k.resource}},
			{Title: k.removePage, Resources: []string{k.resource}},
		},
		Resources:   []func() resource.Resource{func() resource.Resource { return &entryResource{kind: k} }},
		Lists:       []func() list.ListResource{func() list.ListResource { return &entryList{entryResource{kind: k}} }},
		DataSources: []func() datasource.DataSource{func() datasource.DataSource { return &entriesDataSource{kind: k} }},
	}
}

// Package rental holds the types of the section "Location de contacts": phone numbers of
// people who agreed to get advertising, which the vendor rents out.
package rental

import (
	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

// Service is this section.
func Service() framework.Service {
	return framework.Service{
		Section: "Contact rental",
		Product: product.SMS,
		Pages: []framework.Page{
			{
				Title:     "Ciblage et calcul",
				Resources: []string{"smspartner_contact_rental"}, DataSources: []string{"smspartner_rental_estimate"},
			},
			{Title: "Statut d'une location", DataSources: []string{"smspartner_rental_status"}},
			{Title: "Télécharger le fichier", Actions: []string{"smspartner_download_rental"}},
		},
		Resources: []func() resource.Resource{newContactRentalResource},
		Actions:   []func() action.Action{newDownloadRentalAction},
		DataSources: []func() datasource.DataSource{
			newRentalEstimateDataSource,
			newRentalStatusDataSource,
		},
	}
}

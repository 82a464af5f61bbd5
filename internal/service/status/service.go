// Package status holds the types of the section "Statut & Statistiques": what
// became of the messages that were sent.
package status

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

// Service is this section.
func Service() framework.Service {
	return framework.Service{
		Section: "Status and statistics",
		Product: product.SMS,
		Pages: []framework.Page{
			{Title: "Statut unitaire", DataSources: []string{"smspartner_message_status"}},
			{Title: "Statut multiple", DataSources: []string{"smspartner_message_statuses"}},
			{Title: "Statut par message", DataSources: []string{"smspartner_bulk_status"}},
			{Title: "Statut par tag", DataSources: []string{"smspartner_tag_status"}},
			{Title: "Statistique des envois", DataSources: []string{"smspartner_statistics"}},
		},
		DataSources: []func() datasource.DataSource{
			newMessageStatusDataSource,
			newMessageStatusesDataSource,
			newBulkStatusDataSource,
			newTagStatusDataSource,
			newStatisticsDataSource,
		},
	}
}

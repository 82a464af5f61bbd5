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
		DataSources: []func() datasource.DataSource{
			newMessageStatusDataSource,
			newMessageStatusesDataSource,
			newBulkStatusDataSource,
			newTagStatusDataSource,
			newStatisticsDataSource,
		},
	}
}

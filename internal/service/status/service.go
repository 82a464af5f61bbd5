// Package status holds the types of the section "Statut & Statistiques": what
// became of the messages that were sent.
package status

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
)

// Service is this section.
func Service() framework.Service {
	return framework.Service{
		Section: "Status and statistics",
		DataSources: []func() datasource.DataSource{
			newMessageStatusDataSource,
			newMessageStatusesDataSource,
			newBulkStatusDataSource,
			newTagStatusDataSource,
			newStatisticsDataSource,
		},
	}
}

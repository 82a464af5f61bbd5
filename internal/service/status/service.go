// Package status holds the types of the section "Statut & Statistiques": what
// became of the messages that were sent.
package status

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"
)

// DataSources lists the data sources of this section.
func DataSources() []func() datasource.DataSource {
	return []func() datasource.DataSource{
		newMessageStatusDataSource,
		newMessageStatusesDataSource,
		newBulkStatusDataSource,
		newTagStatusDataSource,
		newStatisticsDataSource,
	}
}

// Package account holds the types of the section "Crédits": what the account can
// still send.
package account

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"
)

// DataSources lists the data sources of this section.
func DataSources() []func() datasource.DataSource {
	return []func() datasource.DataSource{
		newCreditsDataSource,
	}
}

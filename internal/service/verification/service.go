// Package verification holds the types of the section "Vérification de numéros":
// whether numbers can be sent to.
package verification

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"
)

// DataSources lists the data sources of this section.
func DataSources() []func() datasource.DataSource {
	return []func() datasource.DataSource{
		newNumberLookupDataSource,
	}
}

// Package verification holds the types of the section "Vérification de numéros":
// whether numbers can be sent to.
package verification

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
)

// Service is this section.
func Service() framework.Service {
	return framework.Service{
		Section: "Number verification",
		DataSources: []func() datasource.DataSource{
			newNumberLookupDataSource,
		},
	}
}

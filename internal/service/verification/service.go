// Package verification holds the types of the section "Vérification de numéros":
// whether numbers can be sent to.
package verification

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

// Service is this section.
func Service() framework.Service {
	return framework.Service{
		Section: "Number verification",
		Product: product.SMS,
		DataSources: []func() datasource.DataSource{
			newNumberLookupDataSource,
		},
	}
}

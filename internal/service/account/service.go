// Package account holds the types of the section "Crédits": what the account can
// still send.
package account

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

// Service is this section.
func Service() framework.Service {
	return framework.Service{
		Section: "Account",
		Product: product.SMS,
		Pages: []framework.Page{
			{Title: "Crédits", DataSources: []string{"smspartner_credits"}},
		},
		DataSources: []func() datasource.DataSource{
			newCreditsDataSource,
		},
	}
}

// Package account holds the types of the section "Crédits": what the account can
// still send.
package account

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
)

// Service is this section.
func Service() framework.Service {
	return framework.Service{
		Section: "Account",
		DataSources: []func() datasource.DataSource{
			newCreditsDataSource,
		},
	}
}

// Package mail holds the types of Mail Partner that the other sections do not share: credits.
package mail

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

// Service is this section.
func Service() framework.Service {
	return framework.Service{
		Section: "Mail Partner",
		Product: product.Mail,
		DataSources: []func() datasource.DataSource{
			newCreditsDataSource,
		},
	}
}

// Package rental holds the types of the section "Location de contacts": phone numbers of
// people who agreed to get advertising, which the vendor rents out.
package rental

import (
	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

// Service is this section.
func Service() framework.Service {
	return framework.Service{
		Section:   "Contact rental",
		Product:   product.SMS,
		Resources: []func() resource.Resource{newContactRentalResource},
		Actions:   []func() action.Action{newDownloadRentalAction},
		DataSources: []func() datasource.DataSource{
			newRentalEstimateDataSource,
			newRentalStatusDataSource,
		},
	}
}

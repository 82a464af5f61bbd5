// Package stops holds the types of the section "Gestion des réponses / stops": the list of
// numbers to which the account sends nothing.
package stops

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/list"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

// Service is this section.
func Service() framework.Service {
	return framework.Service{
		Section:     "Stop list",
		Product:     product.SMS,
		Resources:   []func() resource.Resource{newStopNumberResource},
		Lists:       []func() list.ListResource{newStopNumberList},
		DataSources: []func() datasource.DataSource{newStopNumbersDataSource},
	}
}

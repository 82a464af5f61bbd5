// Package mail holds the types of Mail Partner that no other section has: credits, and mails,
// which are sent once, by a resource or an action, cancelled, and asked about.
package mail

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
		Section: "Mail Partner",
		Product: product.Mail,
		DataSources: []func() datasource.DataSource{
			newCreditsDataSource,
			newStatusDataSource,
		},
		Resources: []func() resource.Resource{
			newMailResource,
		},
		Actions: []func() action.Action{
			newSendMailAction,
			newCancelMailAction,
		},
	}
}

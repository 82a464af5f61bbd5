// Package verification holds the types of the section "Vérification de numéros":
// whether numbers can be sent to.
package verification

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
		Section: "Number verification",
		Product: product.SMS,
		Pages: []framework.Page{
			{
				Title:     "Envoyer une vérification",
				Resources: []string{"smspartner_number_verification"}, Actions: []string{"smspartner_verify_numbers"},
			},
			{Title: "Vérification de format", DataSources: []string{"smspartner_number_lookup"}},
		},
		DataSources: []func() datasource.DataSource{
			newNumberLookupDataSource,
		},
		Resources: []func() resource.Resource{newNumberVerificationResource},
		Actions:   []func() action.Action{newVerifyNumbersAction},
	}
}

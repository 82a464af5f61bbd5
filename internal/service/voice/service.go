// Package voice holds the types of Voice Partner: credits, audio files, and campaigns of
// calls, which are sent once, by a resource or an action, and cancelled.
package voice

import (
	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/list"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

// Service is this section: a resource and an action for each way to call phones, and the
// rest of the product.
func Service() framework.Service {
	service := framework.Service{
		Section: "Voice Partner",
		Product: product.Voice,
		DataSources: []func() datasource.DataSource{
			newCreditsDataSource,
			newAudioFilesDataSource,
		},
		Resources: []func() resource.Resource{
			newAudioFileResource,
		},
		Lists: []func() list.ListResource{
			newAudioFileList,
		},
		Actions: []func() action.Action{
			newCancelVoiceCampaignAction,
		},
	}
	for _, k := range kinds {
		service.Resources = append(service.Resources, func() resource.Resource { return &campaignResource{kind: k} })
		service.Actions = append(service.Actions, func() action.Action { return &campaignAction{kind: k} })
	}
	return service
}

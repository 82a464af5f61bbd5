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
		Pages: []framework.Page{
			{Title: "Crédits", DataSources: []string{"smspartner_voice_credits"}},
			{
				Title:       "Liste des fichiers audio",
				DataSources: []string{"smspartner_voice_audio_files"}, Lists: []string{"smspartner_voice_audio_file"},
			},
			{Title: "Renommer un fichier audio", Needs: uploaded, Resources: []string{"smspartner_voice_audio_file"}},
		},
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
	cancelled := framework.Page{Title: "Supprimer un envoi différé", Actions: []string{"smspartner_cancel_voice_campaign"}}
	for _, k := range kinds {
		name := "smspartner_" + k.name
		service.Pages = append(service.Pages, framework.Page{
			Title: k.page, Needs: k.needs,
			Resources: []string{name}, Actions: []string{"smspartner_send_" + k.name},
		})
		cancelled.Resources = append(cancelled.Resources, name)
		service.Resources = append(service.Resources, func() resource.Resource { return &campaignResource{kind: k} })
		service.Actions = append(service.Actions, func() action.Action { return &campaignAction{kind: k} })
	}
	service.Pages = append(service.Pages, cancelled)
	return service
}

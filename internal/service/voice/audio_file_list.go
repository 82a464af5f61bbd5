package voice

import (
	"cmp"
	"context"
	"iter"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/list"
	"github.com/hashicorp/terraform-plugin-framework/list/schema"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/voice"
)

var _ list.ListResourceWithConfigure = (*audioFileList)(nil)

func newAudioFileList() list.ListResource { return &audioFileList{audioFile()} }

// audioFileList finds the audio files that can be imported.
type audioFileList struct{ audioFileResource }

func (l *audioFileList) ListResourceConfigSchema(_ context.Context, _ list.ListResourceSchemaRequest, resp *list.ListResourceSchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Lists the audio files of the account that were uploaded in the Voice Partner dashboard and validated, " +
			"so that `terraform query` can write their configuration. A file whose name is shorter than 3 or longer than 50 characters needs " +
			"another `name` there.\n\nThe vendor's call is `GET audios/{apiKey}`.",
	}
}

const unableToListAudioFiles = "Unable to list audio files"

func (l *audioFileList) List(ctx context.Context, req list.ListRequest, stream *list.ListResultsStream) {
	client, diags := l.Voice(unableToListAudioFiles)
	if diags.HasError() {
		stream.Results = list.ListResultsStreamDiagnostics(diags)
		return
	}
	stream.Results = framework.ListResults(ctx, req, audioFilesOf(ctx, client),
		func(f voice.AudioFile) framework.Listed {
			model := newAudioFileModel(f)
			return framework.Listed{Identity: map[string]string{"token": f.Token}, Name: cmp.Or(model.Name.ValueString(), f.Token), Model: model}
		},
		func(err error) diag.Diagnostic {
			return diagnostic.FromError(unableToListAudioFiles, err, diagnostic.Faults{})
		})
}

func audioFilesOf(ctx context.Context, client *voice.Client) iter.Seq2[voice.AudioFile, error] {
	return func(yield func(voice.AudioFile, error) bool) {
		files, err := client.AudioFiles(ctx)
		if err != nil {
			yield(voice.AudioFile{}, err)
			return
		}
		for _, file := range files {
			if !yield(file, nil) {
				return
			}
		}
	}
}

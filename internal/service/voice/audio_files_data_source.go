package voice

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/voice"
)

var _ datasource.DataSourceWithConfigure = (*audioFilesDataSource)(nil)

func newAudioFilesDataSource() datasource.DataSource { return &audioFilesDataSource{} }

// audioFilesDataSource lists the audio files of the account.
type audioFilesDataSource struct {
	framework.DataSourceBase
}

type audioFilesModel struct {
	Name       types.String     `tfsdk:"name"`
	AudioFiles []audioFileModel `tfsdk:"audio_files"`
}

func (d *audioFilesDataSource) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_voice_audio_files"
}

func (d *audioFilesDataSource) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Lists the audio files of the account that were uploaded in the Voice Partner dashboard and validated. " +
			"The vendor has no call that uploads one.\n\n" +
			"The vendor's call is `GET audios/{apiKey}`. It counts the files: the data source fails if the list has fewer, since paging is not documented.",
		Attributes: map[string]schema.Attribute{
			"name": schema.StringAttribute{
				Optional: true,
				MarkdownDescription: "Only files with exactly this name. If there are none, those whose name is this one with `.wav` at the end: " +
					"the vendor may add the extension. Several files can have the same name.",
				Validators: []validator.String{validate.String("a name", checkListedName)},
			},
			"audio_files": schema.ListNestedAttribute{
				Computed:            true,
				MarkdownDescription: "The files, in the vendor's order; empty if there are none.",
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"token":      schema.StringAttribute{Computed: true, MarkdownDescription: "What names the file in other calls, such as `token_audio` of a send."},
					"name":       schema.StringAttribute{Computed: true, MarkdownDescription: "The file's name, as the vendor lists it."},
					"size":       schema.Int64Attribute{Computed: true, MarkdownDescription: audioFileSize},
					"duration":   schema.Int64Attribute{Computed: true, MarkdownDescription: audioFileDuration},
					"created_at": schema.StringAttribute{Computed: true, MarkdownDescription: audioFileCreatedAt},
				}},
			},
		},
	}
}

func (d *audioFilesDataSource) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	var model audioFilesModel
	resp.Diagnostics.Append(req.Config.Get(ctx, &model)...)
	client, diags := d.Voice(unableToListAudioFiles)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	files, err := client.AudioFiles(ctx)
	if err != nil {
		resp.Diagnostics.Append(diagnostic.FromError(unableToListAudioFiles, err, diagnostic.Faults{}))
		return
	}
	if !model.Name.IsNull() {
		files = withName(files, model.Name.ValueString())
	}
	model.AudioFiles = []audioFileModel{}
	var unread []string
	for _, file := range files {
		model.AudioFiles = append(model.AudioFiles, newAudioFileModel(file))
		unread = append(unread, file.Unread...)
	}
	resp.Diagnostics.Append(diagnostic.Unread("Incomplete audio files", unread)...)
	resp.Diagnostics.Append(resp.State.Set(ctx, &model)...)
}

// withName returns the files with exactly a name; without any, those with the name and an
// added extension.
func withName(files []voice.AudioFile, name string) []voice.AudioFile {
	var exact, extended []voice.AudioFile
	for _, file := range files {
		switch {
		case !isNamed(file, name):
		case *file.Name == partner.Readable(name):
			exact = append(exact, file)
		default:
			extended = append(extended, file)
		}
	}
	if len(exact) > 0 {
		return exact
	}
	return extended
}

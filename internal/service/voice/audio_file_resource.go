package voice

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/voice"
)

var (
	_ resource.ResourceWithConfigure   = (*audioFileResource)(nil)
	_ resource.ResourceWithIdentity    = (*audioFileResource)(nil)
	_ resource.ResourceWithImportState = (*audioFileResource)(nil)
)

func newAudioFileResource() resource.Resource { return new(audioFile()) }

// audioFileResource is an audio file that was uploaded in the dashboard. The vendor has no
// call that makes or deletes one.
type audioFileResource struct {
	framework.ResourceBase
	framework.IdentityBase
}

func audioFile() audioFileResource {
	return audioFileResource{IdentityBase: framework.IdentityBase{By: "token"}}
}

func (r *audioFileResource) Metadata(_ context.Context, req resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_voice_audio_file"
}

func (r *audioFileResource) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "An audio file of Voice Partner and its name. The resource **adopts** a file that was uploaded in the dashboard and validated: " +
			"creating the resource gives the file the name, and destroying the resource leaves the file in the account, with the name that it has. " +
			"The vendor has no call that uploads or deletes a file.\n\n" +
			"The vendor allows 5 renames a minute. A run that renames more files waits, and warns of it in the end; `TF_LOG=INFO` shows each wait when it begins.\n\n" +
			"The vendor's calls are `GET audios/{apiKey}` and `POST audio-file/rename`. The latter is made only if the file has another name.",
		Attributes: map[string]schema.Attribute{
			"token": schema.StringAttribute{
				Required: true,
				MarkdownDescription: "The file's token, from the dashboard or from the data source `smspartner_voice_audio_files`. " +
					"Another token replaces the resource. Vendor's name: `tokenAudio`.",
				Validators:    []validator.String{validate.String("a token", validate.Identifier)},
				PlanModifiers: []planmodifier.String{stringplanmodifier.RequiresReplace()},
			},
			"name": schema.StringAttribute{
				Required: true,
				MarkdownDescription: "The file's name, 3 to 50 characters. A file that the vendor lists under this name with `.wav` at the end has the name: " +
					"the documentation does not say whether the vendor adds the extension. Vendor's name: `filename`.",
				Validators: []validator.String{validate.String("a name of 3 to 50 characters", checkAudioName)},
			},
			"size":       attribute.KeptCount(audioFileSize),
			"duration":   attribute.KeptCount(audioFileDuration),
			"created_at": attribute.KeptText(audioFileCreatedAt),
		},
	}
}

func (r *audioFileResource) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	const summary = "Unable to adopt audio file"
	var plan audioFileModel
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	client, diags := r.Voice(summary)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	r.give(ctx, client, summary, plan, &resp.Diagnostics, func(seen framework.Seen, state audioFileModel) {
		resp.Diagnostics.Append(seen.Remember(ctx, resp.Private)...)
		resp.Diagnostics.Append(resp.State.Set(ctx, &state)...)
		resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, state.Token)...)
	})
}

func (r *audioFileResource) Read(ctx context.Context, req resource.ReadRequest, resp *resource.ReadResponse) {
	const summary = "Unable to read audio file"
	var state audioFileModel
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, state.Token)...)
	client, diags := r.Voice(summary)
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	file, err := client.AudioFile(ctx, state.Token.ValueString())
	switch {
	case err != nil:
		resp.Diagnostics.Append(diagnostic.FromError(summary, err, diagnostic.Faults{}))
		return
	case file == nil:
		resp.State.RemoveResource(ctx)
		return
	}
	resp.Diagnostics.Append(diagnostic.Unread(incompleteAudioFile, file.Unread)...)
	before := framework.RecallSeen(ctx, req.Private)
	name := before.Name(state.Name, file.Name, voice.SameName)
	resp.Diagnostics.Append(before.Again(file.Name).Remember(ctx, resp.Private)...)
	state = newAudioFileModel(*file)
	state.Name = name
	resp.Diagnostics.Append(resp.State.Set(ctx, &state)...)
}

// Update renames the file unless the new name differs from the old one by an extension only,
// as after an import.
func (r *audioFileResource) Update(ctx context.Context, req resource.UpdateRequest, resp *resource.UpdateResponse) {
	var plan, state audioFileModel
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	resp.Diagnostics.Append(r.Identify(ctx, resp.Identity, state.Token)...)
	if resp.Diagnostics.HasError() {
		return
	}
	if voice.SameName(plan.Name.ValueString(), state.Name.ValueString()) {
		resp.Diagnostics.Append(resp.State.Set(ctx, &plan)...)
		return
	}
	client, diags := r.Voice(renaming.Summary())
	if resp.Diagnostics.Append(diags...); resp.Diagnostics.HasError() {
		return
	}
	r.give(ctx, client, renaming.Summary(), plan, &resp.Diagnostics, func(seen framework.Seen, _ audioFileModel) {
		resp.Diagnostics.Append(seen.Remember(ctx, resp.Private)...)
		// What the list says of size and duration by now is for the next refresh: the plan has
		// promised the values from before.
		resp.Diagnostics.Append(resp.State.Set(ctx, &plan)...)
	})
}

// Delete forgets the file, without a request.
func (r *audioFileResource) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	var state audioFileModel
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	resp.Diagnostics.AddWarning("Audio file is not deleted", fmt.Sprintf(
		"Voice Partner has no call that deletes an audio file, so %q (%s) stays in the account and is only removed from the state.",
		state.Name.ValueString(), state.Token.ValueString()))
}

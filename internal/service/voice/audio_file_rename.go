package voice

import (
	"context"
	"fmt"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/once"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/voice"
)

const incompleteAudioFile = "Incomplete audio file"

var renaming = once.Write{Verb: once.Rename, Object: "audio file", Faults: audioFileFaults}

// named is a file that was renamed.
type named struct {
	// file is the file as the list has it under its new name; nil if it is not looked up yet.
	file   *voice.AudioFile
	waited time.Duration
}

// give gives a file the planned name and keeps what the list then says of it. summary is that
// of the error of a file that the list does not have.
func (r *audioFileResource) give(
	ctx context.Context, client *voice.Client, summary string, plan audioFileModel, diags *diag.Diagnostics, keep func(framework.Seen, audioFileModel),
) {
	token, name := plan.Token.ValueString(), plan.Name.ValueString()
	before, err := client.AudioFile(ctx, token)
	switch {
	case err != nil:
		diags.Append(diagnostic.FromError(summary, err, diagnostic.Faults{}))
		return
	case before == nil:
		diags.AddAttributeError(tokenPath, summary, fmt.Sprintf(
			"Voice Partner lists no audio file with the token %s, so nothing was renamed.\n\n"+
				"The list has files that were uploaded in the dashboard and validated. Check the token with the data source smspartner_voice_audio_files.", token))
		return
	}
	file := *before
	if !isNamed(file, name) {
		var renamed diag.Diagnostics
		file, renamed = rename(ctx, client, file, name)
		if diags.Append(renamed...); renamed.HasError() {
			return
		}
	}
	diags.Append(diagnostic.Unread(incompleteAudioFile, file.Unread)...)
	seen := framework.Seen{Listed: true}
	if isNamed(file, name) || !sameListing(file, *before) {
		seen.As = file.Name
	}
	state := newAudioFileModel(file)
	state.Name = plan.Name
	keep(seen, state)
}

// sameListing reports whether a file has the same name in two lists.
func sameListing(a, b voice.AudioFile) bool { return listedName(a) == listedName(b) }

// rename gives a file another name, and returns the file as it is then listed.
func rename(ctx context.Context, client *voice.Client, before voice.AudioFile, name string) (voice.AudioFile, diag.Diagnostics) {
	done, _, diags := once.Run(ctx, renaming,
		func(ctx context.Context) (named, error) {
			waited, err := client.RenameAudioFile(ctx, before.Token, name)
			return named{waited: waited}, err
		},
		func(ctx context.Context, _ *partner.Error) (once.Trace[named], error) {
			return traceRename(ctx, client, before, name)
		})
	if diags.HasError() {
		return before, diags
	}
	if done.waited > time.Second {
		diags.AddWarning("Rename of audio file waited", fmt.Sprintf(
			"The rename of %s to %q waited %s: Voice Partner allows 5 a minute.", before.Token, name, done.waited.Round(time.Second)))
	}
	if done.file != nil {
		return *done.file, diags
	}
	listed, isListed, err := listedAs(ctx, client, before, name)
	if isListed {
		return listed, diags
	}
	why := fmt.Sprintf("After %s, the list still has it %s.", wait.ListedTimeout, listedName(listed))
	if err != nil {
		why = diagnostic.Happened(err, diagnostic.Faults{})
	}
	diags.AddWarning("Audio file is not listed under its new name", fmt.Sprintf(
		"Voice Partner answered that it renamed the audio file %s to %q. %s\n\nThe next refresh looks again.", before.Token, name, why))
	return listed, diags
}

// listedAs looks for a file under its new name. Without it, the file is as it was listed last.
func listedAs(ctx context.Context, client *voice.Client, before voice.AudioFile, name string) (voice.AudioFile, bool, error) {
	listed := before
	found, err := wait.Listed(ctx, func(ctx context.Context) (bool, error) {
		file, err := client.AudioFile(ctx, before.Token)
		if file == nil {
			return false, err
		}
		listed = *file
		return isNamed(listed, name), nil
	})
	return listed, found, err
}

// traceRename looks for the new name after a rename without a clear answer.
func traceRename(ctx context.Context, client *voice.Client, before voice.AudioFile, name string) (once.Trace[named], error) {
	listed, found, err := listedAs(ctx, client, before, name)
	if found {
		return once.Trace[named]{Found: true, Value: named{file: &listed}, Saw: "Voice Partner lists the file under its new name."}, nil
	}
	return once.Trace[named]{
		Saw: fmt.Sprintf("Voice Partner was asked for %s and lists the file %s.", wait.ListedTimeout, listedName(listed)),
		Look: fmt.Sprintf("Look in the dashboard, or with the data source smspartner_voice_audio_files, whether the audio file %s has the name %q,",
			before.Token, name),
	}, err
}

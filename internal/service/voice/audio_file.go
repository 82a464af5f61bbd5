package voice

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/diagnostic"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/voice"
)

// audioFileModel is an audio file, in the resource and in the list of the data source.
type audioFileModel struct {
	Token     types.String `tfsdk:"token"`
	Name      types.String `tfsdk:"name"`
	Size      types.Int64  `tfsdk:"size"`
	Duration  types.Int64  `tfsdk:"duration"`
	CreatedAt types.String `tfsdk:"created_at"`
}

func newAudioFileModel(f voice.AudioFile) audioFileModel {
	return audioFileModel{
		Token:     types.StringValue(f.Token),
		Name:      types.StringPointerValue(f.Name),
		Size:      types.Int64PointerValue(f.Size),
		Duration:  types.Int64PointerValue(f.Duration),
		CreatedAt: framework.DateValue(f.CreatedAt),
	}
}

// Descriptions of the computed attributes, shared by the kinds of types.
const (
	audioFileSize = "The file's size in bytes. The vendor writes a rounded text such as `98.1Ko`, which is read as 98,100 bytes: " +
		"a `Ko` is 1,000 bytes by definition, and the vendor does not document another meaning."
	audioFileDuration  = "How long the file plays, in whole seconds. The vendor writes `0:08` for 8."
	audioFileCreatedAt = "When the file was created, in RFC 3339 form with the offset of Paris."
)

var (
	tokenPath = path.Root("token")
	namePath  = path.Root("name")
)

// audioFileFaults explains the refusals of a rename. The documentation lists no codes for this
// call; these two of the page "Codes d'erreur" are about an audio file.
var audioFileFaults = diagnostic.Faults{
	ByCode: map[string]diagnostic.Fault{
		"TOKEN_AUDIO_REQUIRED": {Attribute: tokenPath, Missing: "audio token"},
		"AUDIO_FILE_NOT_FOUND": {
			Attribute: tokenPath,
			What:      "Voice Partner lists the audio file, but answers that it does not know it.",
			Do:        "Run again later. If this goes on, look for the file in the dashboard.",
		},
	},
	Parameters: map[string]path.Path{"tokenAudio": tokenPath, "filename": namePath},
}

// The vendor's bounds of a new name.
const (
	shortestAudioName = 3
	longestAudioName  = 50
)

// checkAudioName refuses what the vendor refuses, and names that could not be found again in
// its list.
func checkAudioName(name string) error {
	if length := utf8.RuneCountInString(name); length < shortestAudioName || length > longestAudioName {
		return fmt.Errorf("the name has %d characters: write %d to %d", length, shortestAudioName, longestAudioName)
	}
	return checkListedName(name)
}

// checkListedName is the rule of a name to look for, which can have any length.
func checkListedName(name string) error {
	switch {
	case strings.TrimSpace(name) == "":
		return errors.New("the name is empty: write the name of an audio file")
	case strings.TrimSpace(name) != name:
		return fmt.Errorf("%s begins or ends with a blank: remove it, for example with trimspace()", validate.Quote(name))
	case strings.ContainsFunc(name, func(r rune) bool { return unicode.IsSpace(r) && r != ' ' }):
		return fmt.Errorf("%s has a line break, or a blank other than a plain space: write a space", validate.Quote(name))
	default:
		return validate.Visible(name)
	}
}

// isNamed reports whether the list has a file under the name that was given to it.
func isNamed(f voice.AudioFile, given string) bool {
	return f.Name != nil && voice.SameName(given, *f.Name)
}

// listedName is the name of a file in the list, for a sentence.
func listedName(f voice.AudioFile) string {
	if f.Name == nil {
		return "without a name"
	}
	return fmt.Sprintf("as %q", *f.Name)
}

package voice_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

func TestAudioFile_Errors(t *testing.T) {
	t.Parallel()
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		token    string
		path     string
		step     simulator.Step
		want     []string
		requests int
	}{
		"unknown token": {"x", "", simulator.Step{}, []string{
			"Error: Unable to adopt audio file", "with " + audioFile, `token = "x"`, "Voice Partner lists no audio file with the token x, so nothing was renamed.",
			"The list has files that were uploaded in the dashboard and validated.",
		}, 1},
		"list refused": {audioToken, "/audios/{apiKey}", simulator.Step{Body: `{"success": false, "code": 10}`}, []string{
			"Error: Unable to adopt audio file", "Voice Partner does not accept the API key.", "VOICEPARTNER_API_KEY",
		}, 1},
		"file not found": {audioToken, "/audio-file/rename", simulator.Step{Body: `{"success": false, "error": "AUDIO_FILE_NOT_FOUND"}`}, []string{
			"Error: Unable to rename audio file", "with " + audioFile, `token = "` + audioToken + `"`, "Nothing was renamed. Voice Partner lists the audio file, but answers that it does not know it.",
			"code AUDIO_FILE_NOT_FOUND",
		}, 2},
		"another word": {audioToken, "/audio-file/rename", simulator.Step{Status: http.StatusBadRequest, Body: `{"message": "FILENAME_INVALID"}`}, []string{
			"Error: Unable to rename audio file", "Nothing was renamed. Voice Partner refused the request.", "The answer (HTTP 400): code FILENAME_INVALID",
		}, 2},
	} {
		a := account(t)
		if test.path != "" {
			a.Voice.Script(test.path, test.step)
		}
		cases[name] = acctest.Case{Account: a, Config: provider(a) + audio(test.token, "Accueil hiver"), Want: test.want, Requests: test.requests}
	}
	cases.Fail(t, "apply")
}

// What is refused without a request.
func TestAudioFile_Arguments(t *testing.T) {
	t.Parallel()
	a := account(t)
	config, want := provider(a), map[string][]string{}
	for name, test := range map[string]struct{ token, name, want string }{
		"short":   {"a", "éé", "The name has 2 characters: write 3 to 50."},
		"long":    {"a", strings.Repeat("é", 51), "The name has 51 characters: write 3 to 50."},
		"leading": {"a", " accueil", `" accueil" begins or ends with a blank`},
		"break":   {"a", "acc\nueil", "has a line break, or a blank other than a plain space"},
		"hidden":  {"a", "a\u200bbc", "Its character 2 is U+200B, which nobody can see: remove it."},
		"empty":   {"", "accueil", "The id is empty"},
		"blank":   {"a b", "accueil", `"a b" contains a blank`},
	} {
		config += strings.Replace(audio(test.token, test.name), `"test"`, fmt.Sprintf("%q", name), 1)
		want["smspartner_voice_audio_file."+name] = []string{"Invalid value for", test.want}
	}
	acctest.RefuseEach(t, acctest.Attached(t, config), []string{"validate", "-no-color"}, want)
	a.WantRequests(t, 0)
}

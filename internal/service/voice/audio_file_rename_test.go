package voice

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/wait"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/voice"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/voice"
)

const documentedToken = "0123456789abcdef0123456789abcdef"

// text is what diagnostics say.
func text(diags diag.Diagnostics) string {
	var all []string
	for _, d := range diags {
		all = append(all, d.Severity().String()+": "+d.Summary()+"\n"+d.Detail())
	}
	return strings.Join(all, "\n\n")
}

// renames are the moments of the requests that rename files, since the first one.
func renames(w *bubble.World) []time.Duration {
	var at []time.Duration
	requests := w.Voice.Requests("/audio-file/rename")
	for _, r := range requests {
		at = append(at, r.Time.Sub(requests[0].Time))
	}
	return at
}

// The list may lag behind a rename, or have the file under another name.
func TestRename_Listed(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		forms  simulated.AudioForms
		listed *simulator.Step // the list after the rename
		as     string
		want   string // of the warning; empty for none
	}{
		"at once":         {as: "Accueil hiver"},
		"with .wav":       {forms: simulated.AudioForms{AudioExtension: true}, as: "Accueil hiver.wav"},
		"late":            {forms: simulated.AudioForms{AudioListDelay: 9 * time.Second}, as: "Accueil hiver"},
		"too late":        {forms: simulated.AudioForms{AudioListDelay: time.Minute}, as: "accueil", want: `After 10s, the list still has it as "accueil".`},
		"in other words":  {listed: &simulator.Step{Body: `{"datas": [{"token": "` + documentedToken + `", "name": "accueil-hiver"}]}`, Repeat: true}, as: "accueil-hiver", want: `the list still has it as "accueil-hiver".`},
		"without a name":  {listed: &simulator.Step{Body: `{"datas": [{"token": "` + documentedToken + `"}]}`, Repeat: true}, as: "", want: "the list still has it without a name."},
		"not listed":      {listed: &simulator.Step{Body: `{"nb_datas": 0, "datas": []}`, Repeat: true}, as: "accueil", want: `After 10s, the list still has it as "accueil".`},
		"unreadable":      {listed: &simulator.Step{Status: http.StatusBadGateway, Repeat: true}, as: "accueil", want: "answered HTTP 502 (Bad Gateway)"},
		"without success": {forms: simulated.AudioForms{AudioRenameWithoutSuccess: true}, as: "Accueil hiver"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, simulator.Options{VoiceVariant: simulated.Variant{AudioForms: test.forms}}, func(t *testing.T, w *bubble.World) {
				client := voice.New(w.VoiceConfig(0))
				before, err := client.AudioFile(t.Context(), documentedToken)
				if err != nil {
					t.Fatal(err)
				}
				if test.listed != nil {
					w.Voice.Script("/audios/{apiKey}", *test.listed)
				}
				file, diags := rename(t.Context(), client, *before, "Accueil hiver")
				as := ""
				if file.Name != nil {
					as = *file.Name
				}
				if as != test.as || diags.HasError() || len(diags) > 0 != (test.want != "") || !strings.Contains(text(diags), test.want) {
					t.Errorf("it is listed as %q: %s", as, text(diags))
				}
				if test.want != "" && !strings.Contains(text(diags), "Audio file is not listed under its new name") {
					t.Errorf("got %s", text(diags))
				}
				if w.Elapsed() > wait.ListedTimeout+time.Second || len(renames(w)) != 1 {
					t.Errorf("%d renames in %s", len(renames(w)), w.Elapsed())
				}
			})
		})
	}
}

// A rename whose answer is lost is settled by the list, and not made again.
func TestRename_Lost(t *testing.T) {
	t.Parallel()
	const (
		kept    = "Warning: Unconfirmed rename of audio file\nThe rename got no clear answer, but it was carried out: Voice Partner lists the file under its new name."
		unknown = "Error: Unable to tell whether the audio file was renamed\nThe rename got no clear answer, so it may have been carried out or not. "
		look    = "Look in the dashboard, or with the data source smspartner_voice_audio_files, whether the audio file " + documentedToken +
			` has the name "Accueil hiver", before you apply again: applying again renames it if it has another name.`
	)
	for name, test := range map[string]struct {
		rename simulator.Step
		list   *simulator.Step
		lag    time.Duration
		want   []string
	}{
		"carried out":       {rename: simulator.Step{Process: true, Drop: simulator.DropDuring}, want: []string{kept}},
		"carried out, late": {rename: simulator.Step{Process: true, Status: http.StatusBadGateway}, lag: 9 * time.Second, want: []string{kept}},
		"degraded":          {rename: simulator.DegradedStep(true), want: []string{kept}},
		"another token":     {rename: simulator.Step{Process: true, Body: `{"success": true, "tokenAudio": "b"}`}, want: []string{kept}},
		"not carried out": {
			rename: simulator.Step{Drop: simulator.DropBefore},
			want:   []string{unknown, `Voice Partner was asked for 10s and lists the file as "accueil".`, look},
		},
		"no answer": {rename: simulator.Step{Hang: true}, want: []string{unknown, "no complete answer within 10s", look}},
		"unreadable": {
			rename: simulator.Step{Process: true, Drop: simulator.DropDuring}, list: &simulator.Step{Status: http.StatusBadGateway, Repeat: true},
			want: []string{unknown, "The search for it failed too: ", look},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			forms := simulated.Variant{AudioForms: simulated.AudioForms{AudioListDelay: test.lag}}
			bubble.Run(t, simulator.Options{VoiceVariant: forms}, func(t *testing.T, w *bubble.World) {
				w.Voice.Script("/audio-file/rename", test.rename)
				if test.list != nil {
					w.Voice.Script("/audios/{apiKey}", *test.list)
				}
				_, diags := rename(t.Context(), voice.New(w.VoiceConfig(4)), voice.AudioFile{Token: documentedToken, Name: new("accueil")}, "Accueil hiver")
				for _, want := range test.want {
					if !strings.Contains(text(diags), want) {
						t.Errorf("%q is not in %s", want, text(diags))
					}
				}
				if len(diags) != 1 || len(renames(w)) != 1 {
					t.Errorf("%d renames say %s", len(renames(w)), text(diags))
				}
			})
		})
	}
}

// The vendor's words are kept, and blame the token where they are about it.
func TestRename_Refused(t *testing.T) {
	t.Parallel()
	for word, want := range map[string]string{
		"AUDIO_FILE_NOT_FOUND": "Nothing was renamed. Voice Partner lists the audio file, but answers that it does not know it.",
		"TOKEN_AUDIO_REQUIRED": "Nothing was renamed. Voice Partner received no audio token.",
		"FILENAME_INVALID":     "Nothing was renamed. Voice Partner refused the request.",
		"10":                   "Nothing was renamed. Voice Partner does not accept the API key.",
	} {
		for _, form := range []string{`{"success": false, "error": %q}`, `{"success": false, "code": %q}`, `{"success": false, "message": %q}`} {
			bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
				w.Voice.Script("/audio-file/rename", simulator.Step{Body: fmt.Sprintf(form, word)})
				_, diags := rename(t.Context(), voice.New(w.VoiceConfig(4)), voice.AudioFile{Token: documentedToken}, "Accueil hiver")
				if len(diags) != 1 || !strings.Contains(text(diags), want) || !strings.Contains(text(diags), "code "+word) {
					t.Fatalf("%s: got %s", word, text(diags))
				}
				at, ok := diags[0].(diag.DiagnosticWithPath)
				if blamed := ok && at.Path().Equal(tokenPath); blamed != strings.Contains(word, "AUDIO") {
					t.Errorf("%s blames the token: %t", word, blamed)
				}
				if len(renames(w)) != 1 {
					t.Errorf("%d renames", len(renames(w)))
				}
			})
		}
	}
}

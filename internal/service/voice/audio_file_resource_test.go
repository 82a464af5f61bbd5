package voice_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/voice"
)

const audioFile = "smspartner_voice_audio_file.test"

func audio(token, name string) string {
	return fmt.Sprintf("\nresource \"smspartner_voice_audio_file\" \"test\" {\n  token = %q\n  name  = %q\n}\n", token, name)
}

func audioIs(attribute, want string) statecheck.StateCheck {
	return statecheck.ExpectKnownValue(audioFile, tfjsonpath.New(attribute), knownvalue.StringExact(want))
}

func audioCounts(attribute string, want int64) statecheck.StateCheck {
	return statecheck.ExpectKnownValue(audioFile, tfjsonpath.New(attribute), knownvalue.Int64Exact(want))
}

func audioWill(action plancheck.ResourceActionType) []plancheck.PlanCheck {
	return []plancheck.PlanCheck{plancheck.ExpectResourceAction(audioFile, action)}
}

// wantNames asserts the names of the account's audio files, and how often the vendor was
// asked to rename one.
func wantNames(t *testing.T, a *acctest.Account, want string, renames int) {
	t.Helper()
	var names []string
	for _, f := range a.Voice.Audios() {
		names = append(names, f.Name)
	}
	if got := strings.Join(names, ", "); got != want {
		t.Errorf("the audio files are %q, want %q", got, want)
	}
	if got := len(a.Voice.Requests("/audio-file/rename")); got != renames {
		t.Errorf("%d renames, want %d", got, renames)
	}
}

func withAudioForms(t *testing.T, forms simulated.AudioForms) *acctest.Account {
	t.Helper()
	return acctest.NewAccount(t, simulator.Options{VoiceAPIKey: voiceKey, VoiceVariant: simulated.Variant{AudioForms: forms}})
}

// A file is adopted and renamed, keeps its name whether the vendor adds an extension or not,
// is renamed again and repaired, and stays in the account in the end.
func TestAudioFile_Lifecycle(t *testing.T) {
	t.Parallel()
	tests := acctest.Tests{}
	for name, test := range map[string]struct {
		forms simulated.AudioForms
		left  string
	}{
		"as it was given":  {simulated.AudioForms{}, "Accueil été"},
		"with .wav":        {simulated.AudioForms{AudioExtension: true, AudioUnits: true, AudioDates: "offset"}, "Accueil été.wav"},
		"without success":  {simulated.AudioForms{AudioRenameWithoutSuccess: true, AudioSuccess: true, AudioDates: "text"}, "Accueil été"},
		"only some listed": {simulated.AudioForms{AudioRows: 1}, "Accueil été"},
	} {
		a := withAudioForms(t, test.forms)
		a.Voice.AddAudio(simulated.Audio{Token: "b", Name: "nuit"})
		tests[name] = acctest.Test{
			Steps: []acctest.Step{
				{
					Config: provider(a) + audio(audioToken, "Accueil hiver"),
					Plan:   audioWill(plancheck.ResourceActionCreate),
					State: []statecheck.StateCheck{
						audioIs("token", audioToken), audioIs("name", "Accueil hiver"), audioIs("created_at", "2024-02-10T09:30:00+01:00"),
						audioCounts("size", 98100), audioCounts("duration", 8),
					},
				},
				{
					Config: provider(a) + audio(audioToken, "Accueil été"),
					Plan:   audioWill(plancheck.ResourceActionUpdate),
					State:  []statecheck.StateCheck{audioIs("name", "Accueil été"), audioCounts("size", 98100)},
				},
			},
			After: func(t *testing.T) { wantNames(t, a, test.left+", nuit", 2) },
		}
	}
	tests.Run(t)
}

// A file that has the name already is not renamed: not one with an added extension, not when
// the extension is written out, and not when the name is written without the extension that
// an import found.
func TestAudioFile_NamedAlready(t *testing.T) {
	t.Parallel()
	tests := acctest.Tests{}
	for name, test := range map[string]struct {
		listed string
		names  []string
	}{
		"the same":              {"accueil", []string{"accueil"}},
		"an extension":          {"accueil.wav", []string{"accueil"}},
		"an extension, written": {"accueil.wav", []string{"accueil.wav"}},
		"written out later":     {"accueil.wav", []string{"accueil", "accueil.wav"}},
		"left out later":        {"accueil.wav", []string{"accueil.wav", "accueil"}},
	} {
		a := account(t)
		a.Voice.AddAudio(simulated.Audio{Token: audioToken, Name: test.listed, Size: "98.1Ko", Duration: "0:08"})
		var steps []acctest.Step
		for _, name := range test.names {
			steps = append(steps, acctest.Step{Config: provider(a) + audio(audioToken, name), State: []statecheck.StateCheck{audioIs("name", name), audioCounts("size", 98100)}})
		}
		tests[name] = acctest.Test{Steps: steps, After: func(t *testing.T) { wantNames(t, a, test.listed, 0) }}
	}
	tests.Run(t)
}

// What happens in the dashboard: another name is repaired, and a file that is gone from a
// whole list is adopted anew, which fails. Another token replaces the resource.
func TestAudioFile_Dashboard(t *testing.T) {
	t.Parallel()
	a := account(t)
	a.Voice.AddAudio(simulated.Audio{Token: "b", Name: "nuit", Size: "1Ko", Duration: "0:01"})
	config := provider(a) + audio(audioToken, "Accueil hiver")
	acctest.Run(t,
		resource.TestStep{Config: config},
		resource.TestStep{
			PreConfig: func() {
				a.Voice.AddAudio(simulated.Audio{Token: audioToken, Name: "renommé", Size: "2Ko", Duration: "0:02"})
			},
			Config:            config,
			ConfigPlanChecks:  resource.ConfigPlanChecks{PreApply: audioWill(plancheck.ResourceActionUpdate)},
			ConfigStateChecks: []statecheck.StateCheck{audioIs("name", "Accueil hiver"), audioCounts("size", 2000)},
		},
		resource.TestStep{
			PreConfig: func() { a.Voice.RemoveAudio(audioToken) },
			Config:    config, PlanOnly: true, ExpectNonEmptyPlan: true,
		},
		resource.TestStep{
			Config:            provider(a) + audio("b", "Accueil hiver"),
			ConfigPlanChecks:  resource.ConfigPlanChecks{PreApply: audioWill(plancheck.ResourceActionCreate)},
			ConfigStateChecks: []statecheck.StateCheck{audioIs("token", "b"), audioCounts("size", 1000)},
		},
		resource.TestStep{
			PreConfig: func() { a.Voice.AddAudio(simulated.Audio{Token: audioToken, Name: "accueil"}) },
			Config:    provider(a) + audio(audioToken, "Accueil hiver"),
			ConfigPlanChecks: resource.ConfigPlanChecks{
				PreApply: audioWill(plancheck.ResourceActionDestroyBeforeCreate),
			},
		},
	)
	wantNames(t, a, "Accueil hiver, Accueil hiver", 4)
}

// A refresh that can't read the list, or finds a part of it without the file, does not take
// the file for gone. Destroying asks nothing, and says that the file stays.
func TestAudioFile_NotGone(t *testing.T) {
	t.Parallel()
	a := account(t)
	w := acctest.Attached(t, provider(a, "max_retries = 0")+audio(audioToken, "Accueil hiver"))
	acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color")
	for body, want := range map[string]string{ //nolint:gosec // tokens of files are no secrets
		`{"nb_datas": 58, "datas": [{"token": "b", "name": "nuit"}]}`: `its list is not whole by its own count`,
		`{"success": false, "datas": []}`:                             `the answer has neither "datas" nor an error code`,
		`<html>`:                                                      "gave no usable answer",
	} {
		a.Voice.Script("/audios/{apiKey}", simulator.Step{Body: body})
		acctest.Refuse(t, w, []string{"plan", "-no-color"}, "Error: Unable to read audio file", "with "+audioFile+",", want)
	}
	a.Voice.Script("/audios/{apiKey}", simulator.Step{Status: http.StatusNotFound, Body: "<html>"})
	acctest.Refuse(t, w, []string{"plan", "-no-color"}, "Error: Unable to read audio file", "answered HTTP 404")
	acctest.WantText(t, acctest.Succeed(t, w, "plan", "-no-color"), "No changes.")

	before := len(a.Voice.Requests())
	printed := acctest.Succeed(t, w, "destroy", "-refresh=false", "-auto-approve", "-no-color")
	acctest.WantText(t, printed, "Destroy complete! Resources: 1 destroyed.")
	acctest.WantText(t, printed, "Warning: Audio file is not deleted",
		`Voice Partner has no call that deletes an audio file, so "Accueil hiver" (`+audioToken+`) stays in the account and is only removed from the state.`)
	if got := len(a.Voice.Requests()); got != before {
		t.Errorf("destroying made %d requests", got-before)
	}
	wantNames(t, a, "Accueil hiver", 1)
}

// A lost answer to a rename is settled by the list: the file is kept, with a warning, and not
// renamed again.
func TestAudioFile_Lost(t *testing.T) {
	t.Parallel()
	a := account(t)
	a.Voice.Script("/audio-file/rename", simulator.Step{Process: true, Drop: simulator.DropDuring})
	w := acctest.Attached(t, provider(a)+audio(audioToken, "Accueil hiver"))
	acctest.WantText(t, acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color"), "Warning: Unconfirmed rename of audio file", "with "+audioFile+",",
		"The rename got no clear answer, but it was carried out: Voice Partner lists the file under its new name.", "the connection broke",
		"You need do nothing: it is not renamed again.")
	acctest.WantText(t, acctest.Succeed(t, w, "plan", "-no-color"), "No changes.")
	wantNames(t, a, "Accueil hiver", 1)
}

// What the list says of the size after a rename is for the next refresh: the plan promised the
// size from before.
func TestAudioFile_OtherSize(t *testing.T) {
	t.Parallel()
	a := account(t)
	w := acctest.Attached(t, provider(a)+"variable \"name\" {\n  type = string\n}\n\nresource \"smspartner_voice_audio_file\" \"test\" {\n  token = \""+audioToken+"\"\n  name  = var.name\n}\n")
	acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color", "-var=name=accueil")
	row := func(name, size string) simulator.Step {
		return simulator.Step{Body: `{"nb_datas": 1, "datas": [{"token": "` + audioToken + `", "name": "` + name + `", "size": "` + size + `", "duration": "0:08"}]}`}
	}
	later := row("Accueil hiver", "98.2Ko")
	later.Repeat = true
	a.Voice.Script("/audios/{apiKey}", row("accueil", "98.1Ko"), row("accueil", "98.1Ko"), later)
	acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color", "-var=name=Accueil hiver")
	acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color", "-var=name=Accueil hiver", "-refresh-only")
	acctest.WantText(t, acctest.Succeed(t, w, "state", "show", "-no-color", audioFile), "size = 98200")
	wantNames(t, a, "Accueil hiver", 1)
}

// A name that the vendor changes is told once, and is no change for plans to come.
func TestAudioFile_OtherWords(t *testing.T) {
	t.Parallel()
	a := account(t)
	row := func(name string) simulator.Step {
		return simulator.Step{Repeat: true, Body: `{"nb_datas": 1, "datas": [{"token": "` + audioToken + `", "name": "` + name + `"}]}`}
	}
	w := acctest.Attached(t, provider(a)+audio(audioToken, "Accueil d'hiver"))
	a.Voice.Script("/audios/{apiKey}", simulator.Step{Process: true}, row("accueil-d-hiver"))
	acctest.WantText(t, acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color"), "Warning: Audio file is not listed under its new name",
		`Voice Partner answered that it renamed the audio file `+audioToken+` to "Accueil d'hiver". After 10s, the list still has it as "accueil-d-hiver". The next refresh looks again.`)
	acctest.WantText(t, acctest.Succeed(t, w, "plan", "-no-color"), "No changes.")
	a.Voice.Script("/audios/{apiKey}", row("nuit"))
	acctest.WantText(t, acctest.Succeed(t, w, "plan", "-no-color"), `"nuit" -> "Accueil d'hiver"`)
	wantNames(t, a, "Accueil d'hiver", 1)
}

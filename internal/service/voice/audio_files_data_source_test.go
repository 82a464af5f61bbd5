package voice_test

import (
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/voice"
)

const audioFiles acctest.DataSource = "smspartner_voice_audio_files"

// file is a row of the list that was made with the documented one.
func file(token, name string, size, duration int64) knownvalue.Check {
	return knownvalue.ObjectExact(map[string]knownvalue.Check{
		"token": knownvalue.StringExact(token), "name": knownvalue.StringExact(name),
		"size": knownvalue.Int64Exact(size), "duration": knownvalue.Int64Exact(duration),
		"created_at": knownvalue.StringExact("2024-02-10T09:30:00+01:00"),
	})
}

// A name finds exactly the files with it, and only without any those with an extension.
func TestAudioFiles(t *testing.T) {
	t.Parallel()
	a := account(t)
	created := time.Date(2024, time.February, 10, 8, 30, 0, 0, time.UTC)
	for _, f := range []simulated.Audio{
		{Token: "b", Name: "accueil.wav", Size: "1.2Mo", Duration: "1:02:03"},
		{Token: "c", Name: "nuit.wav", Size: "512o", Duration: "0:00"},
		{Token: "d", Name: "accueil", Size: "1Ko", Duration: "0:01"},
	} {
		f.CreatedAt = created
		a.Voice.AddAudio(f)
	}
	first, b, c, d := file(audioToken, "accueil", 98100, 8), file("b", "accueil.wav", 1200000, 3723), file("c", "nuit.wav", 512, 0), file("d", "accueil", 1000, 1)
	var config string
	var checks []statecheck.StateCheck
	for name, test := range map[string]struct {
		argument string
		want     []knownvalue.Check
	}{
		"all":       {"", []knownvalue.Check{first, b, c, d}},
		"exact":     {`name = "accueil"`, []knownvalue.Check{first, d}},
		"extension": {`name = "accueil.wav"`, []knownvalue.Check{b}},
		"extended":  {`name = "nuit"`, []knownvalue.Check{c}},
		"other":     {`name = "Accueil"`, nil},
		"part":      {`name = "acc"`, nil},
	} {
		config += audioFiles.Named(name, test.argument)
		checks = append(checks, audioFiles.NamedHas(name, "audio_files", knownvalue.ListExact(test.want)))
	}
	acctest.Tests{"test": {Steps: []acctest.Step{{Config: provider(a) + config, State: checks}}}}.Run(t)
}

// The documented file in each form that the vendor may use.
func TestAudioFiles_Forms(t *testing.T) {
	t.Parallel()
	tests := acctest.Tests{}
	for name, options := range map[string]simulator.Options{
		"other units":        {VoiceVariant: simulated.Variant{AudioForms: simulated.AudioForms{AudioUnits: true, AudioSuccess: true}}},
		"dates as text":      {VoiceVariant: simulated.Variant{AudioForms: simulated.AudioForms{AudioDates: "text"}}},
		"offset":             {VoiceVariant: simulated.Variant{AudioForms: simulated.AudioForms{AudioDates: "offset"}}},
		"abbreviation":       {VoiceVariant: simulated.Variant{AudioForms: simulated.AudioForms{AudioDates: "abbreviation"}}},
		"numbers as strings": {Variant: simulator.Variant{Forms: simulator.Forms{NumbersAsStrings: true}}},
		"shared key":         {},
		"none":               {},
		"none, missing":      {VoiceVariant: simulated.Variant{AudioForms: simulated.AudioForms{AudioNone: "missing"}}},
		"none, null":         {VoiceVariant: simulated.Variant{AudioForms: simulated.AudioForms{AudioNone: "null"}}},
	} {
		a := acctest.NewAccount(t, options)
		want := []knownvalue.Check{file(audioToken, "accueil", 98100, 8)}
		if strings.HasPrefix(name, "none") {
			a.Voice.RemoveAudio(audioToken)
			want = nil
		}
		tests[name] = acctest.Test{Steps: []acctest.Step{{
			Config: a.VoiceProvider() + audioFiles.Test(),
			State:  []statecheck.StateCheck{audioFiles.Has("audio_files", knownvalue.ListExact(want))},
		}}}
	}
	tests.Run(t)
}

// A value that can't be read is null, with one warning; the others are there.
func TestAudioFiles_Unread(t *testing.T) {
	t.Parallel()
	a := account(t)
	a.Voice.AddAudio(simulated.Audio{Token: audioToken, Name: "accueil", Size: "grand", Duration: "long"})
	w := acctest.Attached(t, provider(a)+audioFiles.Test()+`
output "seen" {
  value = [for f in data.smspartner_voice_audio_files.test.audio_files : "${f.name} ${jsonencode(f.size)} ${jsonencode(f.duration)}"]
}
`)
	acctest.WantText(t, acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color"), `"accueil null null"`,
		"Warning: Incomplete audio files", `"datas[0].size" holds "grand", which is not a size such as 98.1Ko`,
		`"datas[0].duration" holds "long", which is not a duration such as 0:08`)
}

func TestAudioFiles_Errors(t *testing.T) {
	t.Parallel()
	cases := acctest.Cases{}
	for name, test := range map[string]struct {
		options simulator.Options
		body    string
		want    []string
	}{
		"rows left out": {
			simulator.Options{VoiceAPIKey: voiceKey, VoiceVariant: simulated.Variant{AudioForms: simulated.AudioForms{AudioRows: 1}}},
			"",
			[]string{`its list is not whole by its own count`},
		},
		"no token":  {simulator.Options{VoiceAPIKey: voiceKey}, `{"nb_datas": 1, "datas": [{"name": "accueil"}]}`, []string{"its datas[0] has no token"}},
		"two files": {simulator.Options{VoiceAPIKey: voiceKey}, `{"datas": [{"token": "a", "name": "x"}, {"token": "a", "name": "y"}]}`, []string{"it lists two different files with the token a"}},
		"refused":   {simulator.Options{VoiceAPIKey: voiceKey}, `{"success": false, "message": "NOT_AVAILABLE"}`, []string{"Voice Partner refused the request.", "code NOT_AVAILABLE"}},
	} {
		a := acctest.NewAccount(t, test.options)
		a.Voice.AddAudio(simulated.Audio{Token: "b", Name: "nuit"})
		if test.body != "" {
			a.Voice.Script("/audios/{apiKey}", simulator.Step{Body: test.body})
		}
		cases[name] = acctest.Case{
			Account: a, Config: provider(a) + audioFiles.Test(), Requests: 1,
			Want: append([]string{"Error: Unable to list audio files", audioFiles.WithTest()}, test.want...),
		}
	}
	cases.Fail(t, "plan")
}

func TestAudioFiles_Name(t *testing.T) {
	t.Parallel()
	audioFiles.Refuses(t, map[string][]string{
		"empty":  {`name = ""`, "Invalid value for name", "The name is empty: write the name of an audio file."},
		"blank":  {`name = " accueil"`, "Invalid value for name", `" accueil" begins or ends with a blank`},
		"hidden": {`name = "a\u200bb"`, "Invalid value for name", "Its character 2 is U+200B"},
	})
}

package voice_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/querycheck"
	"github.com/hashicorp/terraform-plugin-testing/querycheck/queryfilter"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/voice"
)

// An import takes the name that is listed. Writing the name without the extension changes
// the state only, and a token of no file can't be imported.
func TestAudioFile_Import(t *testing.T) {
	t.Parallel()
	a := account(t)
	a.Voice.AddAudio(simulated.Audio{Token: audioToken, Name: "accueil.wav", Size: "98.1Ko", Duration: "0:08"})
	block := func(token string) string {
		return fmt.Sprintf("\nimport {\n  to = %s\n  id = %q\n}\n", audioFile, token)
	}
	acctest.Run(t,
		resource.TestStep{
			Config:      provider(a) + audio(audioToken, "accueil") + block("x"),
			ExpectError: regexp.MustCompile(`Cannot import non-existent remote object`),
		},
		resource.TestStep{
			Config:            provider(a) + audio(audioToken, "accueil") + block(audioToken),
			ConfigPlanChecks:  resource.ConfigPlanChecks{PreApply: audioWill(plancheck.ResourceActionUpdate)},
			ConfigStateChecks: []statecheck.StateCheck{audioIs("name", "accueil"), audioCounts("size", 98100), audioCounts("duration", 8)},
		},
		resource.TestStep{ResourceName: audioFile, ImportState: true, ImportStateId: audioToken, ImportStateVerify: true, ImportStateVerifyIdentifierAttribute: "token", ImportStateVerifyIgnore: []string{"name"}},
		resource.TestStep{
			Config:           provider(a) + audio(audioToken, "accueil"),
			ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: audioWill(plancheck.ResourceActionNoop)},
		},
	)
	wantNames(t, a, "accueil.wav", 0)
}

func TestAudioFile_Identity(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.Identity)
	a := account(t)
	acctest.Run(t,
		resource.TestStep{
			Config: provider(a) + audio(audioToken, "Accueil hiver"),
			ConfigStateChecks: []statecheck.StateCheck{
				statecheck.ExpectIdentity(audioFile, map[string]knownvalue.Check{"token": knownvalue.StringExact(audioToken)}),
			},
		},
		resource.TestStep{ResourceName: audioFile, ImportState: true, ImportStateKind: resource.ImportBlockWithResourceIdentity},
	)
}

const listAudioFiles = "\nlist \"smspartner_voice_audio_file\" \"all\" {\n  provider = smspartner\n  include_resource = true\n}\n"

func TestAudioFile_List(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.ListResources)
	const found = "smspartner_voice_audio_file.all"
	a := account(t)
	a.Voice.AddAudio(simulated.Audio{Token: "b", Name: "nuit.wav", Size: "1.2Mo", Duration: "1:02:03"})
	a.Voice.AddAudio(simulated.Audio{Token: "c"})
	acctest.Run(t,
		resource.TestStep{Config: provider(a) + audio(audioToken, "Accueil hiver")},
		resource.TestStep{
			Query:  true,
			Config: listAudioFiles,
			QueryResultChecks: []querycheck.QueryResultCheck{
				querycheck.ExpectLength(found, 3),
				querycheck.ExpectIdentity(found, map[string]knownvalue.Check{"token": knownvalue.StringExact(audioToken)}),
				querycheck.ExpectIdentity(found, map[string]knownvalue.Check{"token": knownvalue.StringExact("c")}),
				querycheck.ExpectResourceKnownValues(found, queryfilter.ByDisplayName(knownvalue.StringExact("nuit.wav")), []querycheck.KnownValueCheck{
					{Path: tfjsonpath.New("token"), KnownValue: knownvalue.StringExact("b")},
					{Path: tfjsonpath.New("name"), KnownValue: knownvalue.StringExact("nuit.wav")},
					{Path: tfjsonpath.New("size"), KnownValue: knownvalue.Int64Exact(1200000)},
					{Path: tfjsonpath.New("duration"), KnownValue: knownvalue.Int64Exact(3723)},
				}),
			},
		},
	)
}

// The configuration that a query writes plans imports and no change. A list that may lack
// files is an error, not a shorter list.
func TestAudioFile_Query(t *testing.T) {
	t.Parallel()
	acctest.Need(t, acctest.ListResources)
	a := withAudioForms(t, simulated.AudioForms{})
	a.Voice.AddAudio(simulated.Audio{Token: "b", Name: "nuit.wav"})
	w := acctest.Attached(t, provider(a))
	query := filepath.Join(w.Dir, "all.tfquery.hcl")
	if err := os.WriteFile(query, []byte(listAudioFiles), 0o600); err != nil {
		t.Fatal(err)
	}
	acctest.Succeed(t, w, "query", "-no-color", "-generate-config-out=found.tf")
	if err := os.Remove(query); err != nil {
		t.Fatal(err)
	}
	acctest.WantText(t, acctest.Succeed(t, w, "plan", "-no-color"), "Plan: 2 to import, 0 to add, 0 to change, 0 to destroy.")

	part := withAudioForms(t, simulated.AudioForms{AudioRows: 1})
	part.Voice.AddAudio(simulated.Audio{Token: "b", Name: "nuit.wav"})
	w = acctest.Attached(t, provider(part))
	if err := os.WriteFile(filepath.Join(w.Dir, "all.tfquery.hcl"), []byte(listAudioFiles), 0o600); err != nil {
		t.Fatal(err)
	}
	acctest.Refuse(t, w, []string{"query", "-no-color"}, "Error: Unable to list audio files", `its list is not whole by its own count`)
	wantNames(t, a, "accueil, nuit.wav", 0)
}

// Leaving out the extension of an adopted name asks the vendor nothing.
func TestAudioFile_ExtensionLeftOut(t *testing.T) {
	t.Parallel()
	a := account(t)
	a.Voice.AddAudio(simulated.Audio{Token: audioToken, Name: "accueil.wav"})
	w := acctest.Attached(t, provider(a)+audio(audioToken, "accueil.wav"))
	acctest.Succeed(t, w, "apply", "-auto-approve", "-no-color")
	before := len(a.Voice.Requests())
	config := acctest.RequiredProviders + provider(a) + audio(audioToken, "accueil")
	if err := os.WriteFile(filepath.Join(w.Dir, "main.tf"), []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	acctest.WantText(t, acctest.Succeed(t, w, "apply", "-refresh=false", "-auto-approve", "-no-color"), "0 added, 1 changed, 0 destroyed")
	if got := len(a.Voice.Requests()); got != before {
		t.Errorf("the change made %d requests", got-before)
	}
	acctest.WantText(t, acctest.Succeed(t, w, "plan", "-no-color"), "No changes.")
}

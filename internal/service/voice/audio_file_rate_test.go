package voice

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/voice"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/voice"
)

// Twelve renames at once take two minutes, and never exceed 5 in any minute at the vendor.
// Each one that waited says so, and the log does before.
func TestRename_Twelve(t *testing.T) {
	t.Parallel()
	bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
		var log bytes.Buffer
		config := w.VoiceConfig(0)
		config.Logger = slog.New(slog.NewJSONHandler(&log, nil)) // at INFO
		client := voice.New(config)
		const files = 12
		told := make([]string, files)
		var all sync.WaitGroup
		for i := range files {
			token := fmt.Sprintf("token%02d", i)
			w.Voice.AddAudio(simulated.Audio{Token: token, Name: "before"})
			all.Go(func() {
				file, diags := rename(t.Context(), client, voice.AudioFile{Token: token, Name: new("before")}, token+" hiver")
				if diags.HasError() || *file.Name != token+" hiver" {
					t.Errorf("got %+v and %s", file, text(diags))
				}
				told[i] = text(diags)
			})
		}
		all.Wait()
		if w.Elapsed().Round(time.Second) != 2*time.Minute {
			t.Errorf("it took %s", w.Elapsed())
		}
		at := renames(w)
		for i := range at {
			if i >= 5 && at[i]-at[i-5] < time.Minute {
				t.Errorf("renames are at %v", at)
			}
		}
		waited := map[string]int{}
		for _, text := range told {
			_, after, _ := strings.Cut(text, " waited ")
			waited[after]++
		}
		if len(at) != files || waited[""] != 5 || waited["1m0s: Voice Partner allows 5 a minute."] != 5 || waited["2m0s: Voice Partner allows 5 a minute."] != 2 {
			t.Errorf("%d renames, which say %q", len(at), told)
		}
		lines := strings.Split(strings.TrimSpace(log.String()), "\n")
		if len(lines) != files-5 {
			t.Fatalf("the log has %d lines: %s", len(lines), log.String())
		}
		var line map[string]any
		if err := json.Unmarshal([]byte(lines[0]), &line); err != nil {
			t.Fatal(err)
		}
		if line["msg"] != "Waiting for the vendor's limit" || line["operation"] != "audio-file/rename" || line["seconds"] != 60.0 {
			t.Errorf("the log has %v", line)
		}
	})
}

// Another run has used up the vendor's limit: the refusal is waited out.
func TestRename_RefusedForNow(t *testing.T) {
	t.Parallel()
	bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
		other := voice.New(w.VoiceConfig(0))
		for range 5 {
			if _, err := other.RenameAudioFile(t.Context(), documentedToken, "other"); err != nil {
				t.Fatal(err)
			}
		}
		file, diags := rename(t.Context(), voice.New(w.VoiceConfig(4)), voice.AudioFile{Token: documentedToken, Name: new("other")}, "Accueil hiver")
		if diags.HasError() || *file.Name != "Accueil hiver" || !strings.Contains(text(diags), "waited 1m0s: Voice Partner allows 5 a minute") {
			t.Errorf("got %+v and %s", file, text(diags))
		}
	})
}

// An interrupt ends the wait for the vendor's limit, and says that nothing was renamed.
func TestRename_Interrupted(t *testing.T) {
	t.Parallel()
	bubble.Run(t, simulator.Options{}, func(t *testing.T, w *bubble.World) {
		client := voice.New(w.VoiceConfig(4))
		for range 5 {
			if _, err := client.RenameAudioFile(t.Context(), documentedToken, "other"); err != nil {
				t.Fatal(err)
			}
		}
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(3*time.Second, cancel)
		_, diags := rename(ctx, client, voice.AudioFile{Token: documentedToken}, "Accueil hiver")
		want := "Error: Unable to rename audio file\nNothing was renamed. The call to 127.0.0.1:1 did not finish: interrupted."
		if text(diags) != want || w.Elapsed() != 3*time.Second || len(renames(w)) != 5 {
			t.Errorf("after %s: %s", w.Elapsed(), text(diags))
		}
	})
}

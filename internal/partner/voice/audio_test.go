package voice

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/voice"
)

func date(t *time.Time) string {
	if t == nil {
		return "-"
	}
	return t.Format(time.RFC3339)
}

func written(f AudioFile) string {
	return fmt.Sprintf("%s %s %s %s %s", f.Token, or(f.Name), or(f.Size), or(f.Duration), date(f.CreatedAt))
}

// The documented file in each form that the simulator knows.
func TestAudioFiles_Forms(t *testing.T) {
	t.Parallel()
	const documented = audioToken + " accueil 98100 8 2024-02-10T09:30:00+01:00"
	for name, test := range map[string]struct {
		forms voice.AudioForms
		want  string
	}{
		"documented":   {voice.AudioForms{}, documented},
		"other units":  {voice.AudioForms{AudioUnits: true}, documented},
		"date as text": {voice.AudioForms{AudioDates: "text"}, documented},
		"offset":       {voice.AudioForms{AudioDates: "offset"}, documented},
		"abbreviation": {voice.AudioForms{AudioDates: "abbreviation"}, documented},
		"success":      {voice.AudioForms{AudioSuccess: true}, documented},
		"rows":         {voice.AudioForms{AudioRows: 1}, documented},
		"none":         {voice.AudioForms{}, ""},
		"none missing": {voice.AudioForms{AudioNone: "missing"}, ""},
		"none null":    {voice.AudioForms{AudioNone: "null", AudioSuccess: true}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := serve(t, simulator.Options{VoiceVariant: voice.Variant{AudioForms: test.forms}}, simulator.DefaultAPIKey)
			if test.want == "" {
				s.Voice.RemoveAudio(audioToken)
			}
			files, err := c.AudioFiles(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, file := range files {
				got = append(got, written(file))
				expect(t, "unread", strings.Join(file.Unread, " "), "")
			}
			expect(t, "files", strings.Join(got, "\n"), test.want)
			expectNoViolations(t, s)
		})
	}
}

// Lists that are no documented form. "found" looks for the token a.
func TestAudioFiles_Answers(t *testing.T) {
	t.Parallel()
	const whole = `{"token": "a", "name": "A"}, {"token": "b", "name": "B"}`
	for body, test := range map[string]struct{ list, found string }{
		`{"nb_datas": 2, "datas": [` + whole + `]}`:                                               {"a b", "a"},
		`{"datas": [` + whole + `]}`:                                                              {"a b", "a"},
		`{"nb_datas": "2", "datas": [` + whole + `], "message": null}`:                            {"a b", "a"},
		`{"nb_datas": 58, "datas": [` + whole + `]}`:                                              {`its list is not whole by its own count`, "a"},
		`{"nb_datas": 58, "datas": [{"token": "b"}]}`:                                             {`its list is not whole by its own count`, `its list is not whole by its own count`},
		`{"nb_datas": "viele", "datas": [{"token": "b"}]}`:                                        {`its list is not whole by its own count`, `its list is not whole by its own count`},
		`{"nb_datas": 1, "datas": [{"token": "b"}], "page": 1, "nb_pages": 1}`:                    {"b", "-"},
		`{"nb_datas": 1, "datas": [{"token": "b"}], "page": 1, "nb_pages": 2}`:                    {"its list is one of several pages", "its list is one of several pages"},
		`{"nb_datas": 1, "datas": [{"token": "b"}]}`:                                              {"b", "-"},
		`{"datas": [{"token": "b"}]}`:                                                             {"b", "does not say how many audio files there are"},
		`{"nb_datas": 0, "datas": [], "message": "Not authorised"}`:                               {`it says "Not authorised" beside its list`, `it says "Not authorised" beside its list`},
		`{"datas": [], "total": 3}`:                                                               {`its list is not whole by its own count`, `its list is not whole by its own count`},
		`{"nb_datas": 0, "datas": null}`:                                                          {"", "-"},
		`{"nb_datas": 2, "datas": [{"token": "a", "name": "A"}, {"token": "a", "name": "A"}]}`:    {"a", "a"},
		`{"nb_datas": 2, "datas": [{"token": "a", "name": "A"}, {"token": "a", "name": "B"}]}`:    {"it lists two different files with the token a", "two different files"},
		`{"nb_datas": 2, "datas": [{"token": "a", "size": "1Ko"}, {"token": "a", "size": "2o"}]}`: {"two different files", "two different files"},
		`{"nb_datas": 1, "datas": [{"name": "A"}]}`:                                               {"its datas[0] has no token", "its datas[0] has no token"},
		`{"nb_datas": 1, "datas": [{"token": ["a"]}]}`:                                            {`its "datas[0].token" is no single text or number`, "no single text"},
		`{"nb_datas": 1, "datas": [{"token": "a", "tokenAudio": "b"}]}`:                           {`its "datas[0].token" is "a", but its "datas[0].tokenAudio" is "b"`, "but its"},
		`{"nb_datas": 1, "datas": [5]}`:                                                           {`"datas[0]" holds "5", which is not an object`, "not an object"},
		`{"nb_datas": 1}`:                                                                         {`has neither "datas" nor an error code`, `has neither "datas"`},
		`{"success": false, "datas": []}`:                                                         {`has neither "datas" nor an error code`, `has neither "datas"`},
		`{"success": false, "error": "NOT_CREDIT", "datas": []}`:                                  {"code NOT_CREDIT", "code NOT_CREDIT"},
	} {
		t.Run(body, func(t *testing.T) {
			t.Parallel()
			s, c := serve(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Voice.Script("/audios/{apiKey}", simulator.Step{Body: body, Repeat: true})
			files, err := c.AudioFiles(t.Context())
			var tokens []string
			for _, file := range files {
				tokens = append(tokens, file.Token)
			}
			expectAnswer(t, strings.Join(tokens, " "), err, test.list)

			file, err := c.AudioFile(t.Context(), "a")
			found := "-"
			if file != nil {
				found = file.Token
			}
			expectAnswer(t, found, err, test.found)
		})
	}
}

// expectAnswer compares what was read, or what the error has.
func expectAnswer(t *testing.T, got string, err error, want string) {
	t.Helper()
	if err != nil && !strings.Contains(err.Error(), want) || err == nil && got != want {
		t.Errorf("got %q and the error %v, want %q", got, err, want)
	}
}

// Sizes and durations in whatever the vendor may write, in bytes and seconds.
func TestAudioFiles_Measures(t *testing.T) {
	t.Parallel()
	for raw, want := range map[string]string{
		`"98.1Ko"`: "98100 -", `"98,1 Ko"`: "98100 -", `"98.1 KB"`: "98100 -", `"98.1kb"`: "98100 -", `"1KiB"`: "1024 -", `"1.5Kio"`: "1536 -",
		`"1.2Mo"`: "1200000 -", `"1.2 MB"`: "1200000 -", `"2Go"`: "2000000000 -", `"512o"`: "512 -", `"512 octets"`: "512 -", `"0.5o"`: "1 -", `"0.4o"`: "0 -",
		`"1.2345Ko"`: "1235 -", `"98.1\u00a0Ko"`: "98100 -",
		`512`: "512 512", `"512"`: "512 512", `0`: "0 0", `8.4`: "8 8", `"8,5"`: "9 9",
		`"0:08"`: "- 8", `"1:02:03"`: "- 3723", `"12:34"`: "- 754", `"0:66"`: "- 66", `"00:00:08"`: "- 8", `"8s"`: "- 8", `"7.5 s"`: "- 8",
		`"grand"`: "- -", `"-5Ko"`: "- -", `"1.2.3Ko"`: "- -", `"Ko"`: "- -", `"1:2:3:4"`: "- -", `":08"`: "- -", `"0:08:"`: "- -",
		`999999999999999999`: "999999999999999999 999999999999999999", `"999999999999999999Go"`: "- -", `1e3`: "- -", `true`: "- -",
		`null`: "- -", `""`: "- -",
	} {
		t.Run(raw, func(t *testing.T) {
			t.Parallel()
			s, c := serve(t, simulator.Options{}, simulator.DefaultAPIKey)
			s.Voice.Script("/audios/{apiKey}", simulator.Step{Body: `{"datas": [{"token": "a", "size": ` + raw + `, "duration": ` + raw + `}]}`})
			file, err := c.AudioFile(t.Context(), "a")
			if err != nil {
				t.Fatal(err)
			}
			expect(t, "size and duration", or(file.Size)+" "+or(file.Duration), want)
			unread := strings.Count(want, "-")
			if raw == `null` || raw == `""` {
				unread = 0
			}
			expect(t, "unread", len(file.Unread), unread)
		})
	}
}

func TestRenameAudioFile(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		forms       voice.AudioForms
		body        string
		token, want string
	}{
		"documented":      {token: audioToken},
		"without success": {forms: voice.AudioForms{AudioRenameWithoutSuccess: true}, token: audioToken},
		"another spelling": {
			body: `{"success": true, "tokenAudio": "` + audioToken + `", "token_audio": "` + audioToken + `"}`, token: audioToken,
		},
		"unknown token": {token: "x", want: "HTTP 200: code AUDIO_FILE_NOT_FOUND"},
		"another token": {body: `{"success": true, "tokenAudio": "b"}`, token: "a", want: "it is not about the audio file a, but about b"},
		"two tokens":    {body: `{"success": true, "tokenAudio": "a", "token": "b"}`, token: "a", want: `its "token" is "b", but its "tokenAudio" is "a"`},
		"no token":      {body: `{"success": true, "filename": "Accueil hiver"}`, token: "a", want: `reports success, but has no "tokenAudio"`},
		"failed":        {body: `{"success": false, "tokenAudio": "a"}`, token: "a", want: "neither"},
		"contradiction": {body: `{"success": true, "tokenAudio": "a", "error": "AUDIO_FILE_NOT_FOUND"}`, token: "a", want: `reports success, but has "error"`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, c := serve(t, simulator.Options{VoiceVariant: voice.Variant{AudioForms: test.forms}}, simulator.DefaultAPIKey)
			if test.body != "" {
				s.Voice.Script("/audio-file/rename", simulator.Step{Body: test.body})
			}
			waited, err := c.RenameAudioFile(t.Context(), test.token, "Accueil hiver")
			if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %s", err, test.want)
			}
			expect(t, "waited", waited, 0)
			if renamed := s.Voice.Audios()[0].Name == "Accueil hiver"; renamed != (err == nil && test.body == "") {
				t.Errorf("the file has the name %s", s.Voice.Audios()[0].Name)
			}
			expect(t, "requests", len(s.Voice.Requests("POST /audio-file/rename")), 1)
			expectNoViolations(t, s)
		})
	}
}

// A write is not repeated where it may have been made.
func TestRenameAudioFile_Lost(t *testing.T) {
	t.Parallel()
	for name, step := range map[string]simulator.Step{
		"dropped":      {Drop: simulator.DropBefore},
		"server error": {Status: http.StatusBadGateway, Body: "<html>"},
		"garbage":      {Body: "OK"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, server := simulator.StartAll(t, simulator.Options{})
			c := New(partner.Config{BaseURL: server.VoiceURL, APIKey: simulator.DefaultAPIKey, MaxRetries: 4})
			s.Voice.Script("/audio-file/rename", step)
			_, err := c.RenameAudioFile(t.Context(), audioToken, "Accueil hiver")
			if !partner.OutcomeUnknown(err) {
				t.Errorf("got %v", err)
			}
			expect(t, "requests", len(s.Voice.Requests()), 1)
		})
	}
}

func TestSameName(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		given, listed string
		want          bool
	}{
		{"accueil", "accueil", true},
		{"accueil", "accueil.wav", true},
		{"accueil", "accueil.WAV", true},
		{"accueil.wav", "accueil.wav", true},
		{"accueil.wav", "accueil", false},
		{"accueil", "accueil.mp3", false},
		{"accueil", "accueil hiver", false},
		{"accueil", "Accueil", false},
		{"équipe 👩\u200d💻", partner.Readable("équipe 👩\u200d💻") + ".wav", true},
	} {
		if got := SameName(test.given, test.listed); got != test.want {
			t.Errorf("%q and %q: got %t", test.given, test.listed, got)
		}
	}
}

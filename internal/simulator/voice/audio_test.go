package voice

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const audioToken = "0123456789abcdef0123456789abcdef"

// rename answers a change of name with the members of a body beside the key.
func rename(t *testing.T, a *Account, members string) (status int, body string) {
	t.Helper()
	w := httptest.NewRecorder()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, wire.BasePath+"/audio-file/rename",
		strings.NewReader(`{"apiKey": "`+key+`"`+members+`}`))
	r.Header.Set("Content-Type", "application/json")
	a.ServeHTTP(w, r)
	return w.Code, strings.Join(strings.Fields(w.Body.String()), " ")
}

func renamed(token, name string) string {
	return `, "tokenAudio": "` + token + `", "filename": "` + name + `"`
}

func withForms(forms AudioForms, now func() time.Time) *Account {
	return New(Options{Options: wire.Options{APIKey: key, Now: now}, Variant: Variant{AudioForms: forms}})
}

func sameJSON(t *testing.T, body, document string) {
	t.Helper()
	want, err := os.ReadFile("testdata/" + document) //nolint:gosec // a constant of the test
	if err != nil {
		t.Fatal(err)
	}
	var a, b any
	if err := json.Unmarshal([]byte(body), &a); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(want, &b); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(a, b) {
		t.Errorf("got %s, want %s", body, want)
	}
}

func TestAudio_Documented(t *testing.T) {
	t.Parallel()
	a := New(Options{Options: wire.Options{APIKey: key}})
	_, body := get(t, a, "/audios/"+key)
	sameJSON(t, body, "audios.json")
	_, body = rename(t, a, renamed(audioToken, "Accueil hiver"))
	sameJSON(t, body, "audio_file_rename.json")
	_, body = get(t, a, "/audios/"+key)
	if !strings.Contains(body, `"name": "Accueil hiver"`) || a.Audios()[0].Name != "Accueil hiver" {
		t.Errorf("got %s", body)
	}
	a.AddAudio(Audio{Token: audioToken, Name: "other"})
	a.AddAudio(Audio{Token: "second", Name: "second"})
	if files := a.Audios(); len(files) != 2 || files[0].Name != "other" || files[0].CreatedAt.IsZero() {
		t.Errorf("files are %v", files)
	}
	a.RemoveAudio(audioToken)
	if _, body = get(t, a, "/audios/"+key); strings.Contains(body, audioToken) || !strings.Contains(body, `"nb_datas": 1`) {
		t.Errorf("got %s", body)
	}
	if len(a.Violations()) > 0 {
		t.Error(a.Violations())
	}
}

func TestAudio_Refusals(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ members, word, violation string }{
		"no token":      {`, "filename": "Accueil"`, "TOKEN_AUDIO_REQUIRED", ""},
		"unknown token": {renamed("x", "Accueil"), "AUDIO_FILE_NOT_FOUND", ""},
		"no name":       {renamed(audioToken, ""), "FILENAME_INVALID", ""},
		"short name":    {renamed(audioToken, "éé"), "FILENAME_INVALID", `parameter "filename": "éé" is not a name of 3 to 50 characters`},
		"long name":     {renamed(audioToken, strings.Repeat("é", 51)), "FILENAME_INVALID", "is not a name of 3 to 50 characters"},
		"stray parameter": {
			renamed("x", "Accueil") + `, "sender": "0600000000"`, "AUDIO_FILE_NOT_FOUND",
			`unknown parameter "sender"`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := New(Options{Options: wire.Options{APIKey: key}})
			if _, body := rename(t, a, test.members); !strings.Contains(body, `"success": false, "error": "`+test.word+`"`) {
				t.Errorf("got %s", body)
			}
			noted := a.Violations()
			if test.violation == "" && len(noted) > 0 || test.violation != "" && (len(noted) != 1 || !strings.Contains(noted[0], test.violation)) {
				t.Errorf("violations are %q", noted)
			}
			if a.Audios()[0].Name != "accueil" {
				t.Errorf("the file is renamed to %s", a.Audios()[0].Name)
			}
		})
	}
}

func TestAudio_Forms(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		forms AudioForms
		want  string
	}{
		"extension":          {AudioForms{AudioExtension: true}, `"name": "renamed.wav"`},
		"rows":               {AudioForms{AudioRows: 1}, `{ "nb_datas": 2, "datas": [ { "name": "renamed", "token": "` + audioToken + `", "size": "98.1Ko", "duration": "0:08", "created_at": { "date": "2024-02-10 09:30:00.000000", "timezone_type": 3, "timezone": "Europe/Paris" } } ] }`},
		"size":               {AudioForms{AudioUnits: true}, `"size": "98100o", "duration": "0:00:08"`},
		"size in other unit": {AudioForms{AudioUnits: true}, `"size": "1.2Mo", "duration": "1:02:03"`},
		"text":               {AudioForms{AudioDates: "text"}, `"created_at": "2024-02-10 09:30:00"`},
		"offset":             {AudioForms{AudioDates: "offset"}, `"timezone_type": 1, "timezone": "+01:00"`},
		"abbreviation":       {AudioForms{AudioDates: "abbreviation"}, `"timezone_type": 2, "timezone": "CET"`},
		"success":            {AudioForms{AudioSuccess: true}, `{ "success": true, "nb_datas": 2,`},
		"lag":                {AudioForms{AudioListDelay: time.Minute}, `"name": "accueil"`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := withForms(test.forms, nil)
			a.AddAudio(Audio{Token: "second", Name: "long", Size: "1.2Mo", Duration: "1:02:03"})
			if _, body := rename(t, a, renamed(audioToken, "renamed")); !strings.HasPrefix(body, `{ "success": true,`) {
				t.Errorf("got %s", body)
			}
			if _, body := get(t, a, "/audios/"+key); !strings.Contains(body, test.want) {
				t.Errorf("got %s, want %s", body, test.want)
			}
		})
	}
	for form, want := range map[AudioNone]string{"": `{ "nb_datas": 0, "datas": [] }`, "missing": `{ "nb_datas": 0 }`, "null": `{ "nb_datas": 0, "datas": null }`} {
		a := withForms(AudioForms{AudioNone: form}, nil)
		a.RemoveAudio(audioToken)
		if _, body := get(t, a, "/audios/"+key); body != want {
			t.Errorf("got %s, want %s", body, want)
		}
	}
	a := withForms(AudioForms{AudioRenameWithoutSuccess: true}, nil)
	if _, body := rename(t, a, renamed(audioToken, "renamed")); body != `{ "filename": "renamed", "tokenAudio": "`+audioToken+`" }` {
		t.Errorf("got %s", body)
	}
}

func TestAudio_Rate(t *testing.T) {
	t.Parallel()
	a := withForms(AudioForms{AudioListDelay: 59 * time.Second}, func() time.Time { return time.Unix(0, 0) })
	for n := range 6 {
		want := http.StatusOK
		if n == 5 {
			want = http.StatusTooManyRequests
		}
		if status, _ := rename(t, a, renamed(audioToken, "renamed")); status != want {
			t.Errorf("rename %d is answered with %d", n+1, status)
		}
	}
	a.Advance(time.Minute)
	if _, body := get(t, a, "/audios/"+key); !strings.Contains(body, `"name": "renamed"`) {
		t.Errorf("a minute later, the list is %s", body)
	}
	for n := range 361 {
		want := http.StatusOK
		if n >= 359 { // one was asked for above
			want = http.StatusTooManyRequests
		}
		if status, _ := get(t, a, "/audios/"+key); status != want {
			t.Errorf("list %d is answered with %d", n+1, status)
		}
	}
}

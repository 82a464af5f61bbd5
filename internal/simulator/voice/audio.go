package voice

import (
	"net/http"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// audioPages are the pages "Liste des fichiers audio" and "Renommer un fichier audio". The
// latter lists parameters of the page on deposits, which its samples do not send: only
// those of the samples are known here.
func (a *Account) audioPages() []wire.Route {
	return []wire.Route{
		{
			Method:     http.MethodGet,
			Path:       "/audios/{apiKey}",
			Parameters: []wire.Parameter{wire.KeyParameter},
			Rate:       &wire.Rate{Requests: 360, Period: time.Minute},
			Handle:     a.audioList,
		},
		{
			Method:     http.MethodPost,
			Path:       "/audio-file/rename",
			Parameters: []wire.Parameter{wire.KeyParameter, {Name: "tokenAudio"}, {Name: "filename", Check: isFilename}},
			Rate:       &wire.Rate{Requests: 5, Period: time.Minute},
			Handle:     a.audioRename,
		},
	}
}

// Audio is an audio file that was uploaded in the dashboard and validated.
type Audio struct {
	Token, Name string
	// Size and Duration are as the vendor writes them, such as 98.1Ko and 0:08.
	Size, Duration string
	// CreatedAt is now when zero.
	CreatedAt time.Time

	before  string    // the name before the last change
	renamed time.Time // zero if never
}

// documentedAudio is the example on the page "Liste des fichiers audio".
func documentedAudio() *Audio {
	return &Audio{
		Token: "0123456789abcdef0123456789abcdef", Name: "accueil", Size: "98.1Ko", Duration: "0:08",
		CreatedAt: time.Date(2024, time.February, 10, 9, 30, 0, 0, wire.Paris),
	}
}

// AddAudio puts an audio file on the account, as the dashboard does. A file that has the
// same token is replaced.
func (a *Account) AddAudio(file Audio) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if file.CreatedAt.IsZero() {
		file.CreatedAt = a.Now()
	}
	if known := a.audio(file.Token); known != nil {
		*known = file
		return
	}
	a.audios = append(a.audios, &file)
}

// RemoveAudio takes an audio file away, as the dashboard does.
func (a *Account) RemoveAudio(token string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.audios = slices.DeleteFunc(a.audios, func(file *Audio) bool { return file.Token == token })
}

// Audios returns the audio files, in the order of the list.
func (a *Account) Audios() []Audio {
	a.mu.Lock()
	defer a.mu.Unlock()
	files := make([]Audio, 0, len(a.audios))
	for _, file := range a.audios {
		files = append(files, *file)
	}
	return files
}

// audio finds a file by its token; nil without one.
func (a *Account) audio(token string) *Audio {
	i := slices.IndexFunc(a.audios, func(file *Audio) bool { return file.Token == token })
	if i < 0 {
		return nil
	}
	return a.audios[i]
}

func (a *Account) audioList(*wire.Call) (wire.Object, *wire.Failure) {
	forms := a.options.Variant.AudioForms
	rows := []wire.Object{}
	for _, file := range a.audios {
		rows = append(rows, forms.row(file, a.Now()))
	}
	answer := wire.Object{wire.Integer("nb_datas", len(rows))}
	if forms.AudioSuccess {
		answer = append(wire.Object{wire.Boolean("success", true)}, answer...)
	}
	if forms.AudioRows > 0 {
		rows = rows[:min(len(rows), forms.AudioRows)]
	}
	switch {
	case len(a.audios) == 0 && forms.AudioNone == "missing":
		return answer, nil
	case len(a.audios) == 0 && forms.AudioNone == "null":
		return append(answer, wire.Null("datas")), nil
	default:
		return append(answer, wire.List("datas", rows)), nil
	}
}

// audioRename answers words that the page does not have: no code of the call is
// documented. FILENAME_INVALID stands for the unknown one of a name of a wrong length.
func (a *Account) audioRename(c *wire.Call) (wire.Object, *wire.Failure) {
	token, name := c.Text("tokenAudio"), c.Text("filename")
	file := a.audio(token)
	switch {
	case token == "":
		return nil, a.refusal("TOKEN_AUDIO_REQUIRED")
	case file == nil:
		return nil, a.refusal("AUDIO_FILE_NOT_FOUND")
	case name == "" || isFilename(name) != "":
		return nil, a.refusal("FILENAME_INVALID")
	}
	forms := a.options.Variant.AudioForms
	file.before, file.renamed, file.Name = file.Name, a.Now(), name
	if forms.AudioExtension && !strings.HasSuffix(name, audioExtension) {
		file.Name += audioExtension
	}
	answer := wire.Object{wire.Text("filename", name), wire.Text("tokenAudio", token)}
	if forms.AudioRenameWithoutSuccess {
		return answer, nil
	}
	return append(wire.Object{wire.Boolean("success", true)}, answer...), nil
}

// audioExtension is that of the file name in the answer to a deposit.
const audioExtension = ".wav"

func isFilename(name string) string {
	if n := utf8.RuneCountInString(name); n < 3 || n > 50 {
		return "is not a name of 3 to 50 characters"
	}
	return ""
}

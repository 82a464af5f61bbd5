package voice

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

var audios = partner.Operation{
	Name:     "audios",
	Method:   http.MethodGet,
	Path:     "/audios/{apiKey}",
	Class:    partner.Read,
	Data:     "datas",
	DataKind: partner.List,
	Count:    "nb_datas",
	// The documented answer has neither "success" nor a code.
	Proof: partner.ByData,
	Rate:  &partner.Rate{Count: 360, Per: time.Minute},
}

// AudioFile is an audio file that was uploaded in the dashboard and validated. What the
// vendor did not say is nil.
type AudioFile struct {
	// Token is what other calls take.
	Token string
	Name  *string
	// Size is in bytes, as far as the vendor's rounded text tells.
	Size *int64
	// Duration is in whole seconds.
	Duration *int64
	// CreatedAt is in Paris time.
	CreatedAt *time.Time
	// Unread says which of these values could not be read, and why.
	Unread []string
}

// AudioFiles asks for all audio files of the account. A list that may lack some is an error.
//
// Voice Partner documentation: "Liste des fichiers audio" / "List of audio files".
func (c *Client) AudioFiles(ctx context.Context) ([]AudioFile, error) {
	return partner.Do(ctx, c.partner, &audios, nil, func(o *partner.Object) []AudioFile {
		rows := o.List("datas")
		files := decodeAudioFiles(o, rows)
		rejectPart(o, len(rows))
		return files
	})
}

// AudioFile looks for a file in the list; nil if the account has none with this token. A list
// that may lack some files and does not have this one is an error.
func (c *Client) AudioFile(ctx context.Context, token string) (*AudioFile, error) {
	return partner.Do(ctx, c.partner, &audios, nil, func(o *partner.Object) *AudioFile {
		rows := o.List("datas")
		files := decodeAudioFiles(o, rows)
		i := slices.IndexFunc(files, func(f AudioFile) bool { return f.Token == token })
		if i < 0 {
			rejectPart(o, len(rows))
			if len(o.Claims("nbdatas")) == 0 {
				o.Reject("its list may not be whole: it does not say how many audio files there are")
			}
			return nil
		}
		return &files[i]
	})
}

func decodeAudioFiles(o *partner.Object, rows []*partner.Object) []AudioFile {
	var files []AudioFile
	byToken := make(map[string]AudioFile, len(rows))
	for _, entry := range rows {
		file := decodeAudioFile(entry)
		if file.Token == "" {
			o.Reject("its " + entry.Name() + " has no token")
		}
		switch before, twice := byToken[file.Token]; {
		case !twice:
			byToken[file.Token] = file
			files = append(files, file)
		case !before.same(file):
			o.Reject(fmt.Sprintf("it lists two different files with the token %s", file.Token))
		}
	}
	return files
}

func decodeAudioFile(o *partner.Object) AudioFile {
	before := len(o.Unread())
	file := AudioFile{
		Name:      o.Text("name"),
		Size:      partner.As(o, "size", "a size such as 98.1Ko", readSize),
		Duration:  partner.As(o, "duration", "a duration such as 0:08", readSeconds),
		CreatedAt: o.Time("created_at"),
	}
	if token := o.Identifier(partner.SameText, tokenNames...); token != nil {
		file.Token = *token
	}
	file.Unread = o.Unread()[before:]
	return file
}

// same compares two rows of the list.
func (f AudioFile) same(other AudioFile) bool {
	return partner.SameValue(f.Name, other.Name) && partner.SameValue(f.Size, other.Size) && partner.SameValue(f.Duration, other.Duration) &&
		(f.CreatedAt == nil) == (other.CreatedAt == nil) && (f.CreatedAt == nil || f.CreatedAt.Equal(*other.CreatedAt))
}

// rejectPart is [partner.Object.RejectPart] for a list that no documented answer puts a message
// beside.
func rejectPart(o *partner.Object, length int) {
	if message := o.Text("message"); message != nil {
		o.Reject(fmt.Sprintf("it says %q beside its list", *message))
	}
	o.RejectPart(length)
}

var audioRename = partner.Operation{
	Name:   "audio-file/rename",
	Method: http.MethodPost,
	Path:   "/audio-file/rename",
	Class:  partner.Write,
	Data:   "tokenAudio",
	Proof:  partner.ByData,
	Rate:   &partner.Rate{Count: 5, Per: time.Minute},
}

// RenameAudioFile gives a file another name, of 3 to 50 characters, and returns how long the
// vendor's limit of 5 calls a minute held it up.
//
// Voice Partner documentation: "Renommer un fichier audio" / "Rename an audio file".
func (c *Client) RenameAudioFile(ctx context.Context, token, name string) (waited time.Duration, err error) {
	params := partner.Params{"tokenAudio": token, "filename": name}
	return partner.Do(ctx, c.partner, &audioRename, params, func(o *partner.Object) time.Duration {
		if answered := o.Identifier(partner.SameText, tokenNames...); answered != nil && *answered != partner.Readable(token) {
			o.Reject(fmt.Sprintf("it is not about the audio file %s, but about %s", token, *answered))
		}
		return o.Waited()
	})
}

// SameName compares a name that was given to a file with the name in the list, which may have
// an added ".wav": the answer to a deposit names files so. The documentation does not say
// which of the two the list has.
func SameName(given, listed string) bool {
	rest, begins := strings.CutPrefix(partner.Readable(listed), partner.Readable(given))
	return begins && (rest == "" || strings.EqualFold(rest, ".wav"))
}

// tokenNames are the names, in any spelling, of the token of a file.
var tokenNames = []string{"token", "tokenaudio"}

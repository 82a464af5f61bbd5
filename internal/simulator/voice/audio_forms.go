package voice

import (
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// AudioForms are the forms of audio files.
type AudioForms struct {
	// AudioExtension lists a file under its new name and ".wav", as the answer to a deposit
	// names files. Whether the list does is not known.
	AudioExtension bool `flag:"voice-audio-extension" help:"add .wav to the name of a renamed audio file"`
	// AudioRows is how many files are listed at most, while nb_datas counts all: the
	// documented sample counts 58 and elides rows. 0 lists all.
	AudioRows int `flag:"voice-audio-rows" value:"files" help:"list so many audio files at most, and count all"`
	// AudioUnits writes sizes in bytes, as 98100o, and durations with hours, as 0:00:08,
	// where the sample has 98.1Ko and 0:08.
	AudioUnits bool `flag:"voice-audio-units" help:"write sizes of audio files in bytes, and durations with hours"`
	// AudioDates is the form of created_at. Empty is the documented object.
	AudioDates AudioDates `flag:"voice-audio-dates" value:"form" help:"dates of audio files: text, offset (timezone_type 1) or abbreviation (timezone_type 2), instead of an object with the name of a zone"`
	// AudioSuccess writes success into the list.
	AudioSuccess bool `flag:"voice-audio-success" help:"write success into the list of audio files"`
	// AudioNone is the form of datas without any file. Empty is an empty list.
	AudioNone AudioNone `flag:"voice-audio-none" value:"form" help:"list of no audio files: missing or null, instead of empty"`
	// AudioRenameWithoutSuccess leaves success out of the answer to a change of name.
	AudioRenameWithoutSuccess bool `flag:"voice-audio-rename-without-success" help:"leave success out of the answer to a renamed audio file"`
	// AudioListDelay is how long the list has the former name of a renamed file.
	AudioListDelay time.Duration `flag:"voice-audio-list-delay" help:"how long the list has the former name of an audio file"`
}

// AudioDates is a form of created_at.
type AudioDates string

// Set reads the flag.
func (d *AudioDates) Set(form string) error {
	if !slices.Contains([]string{"text", "offset", "abbreviation"}, form) {
		return errors.New("neither text, offset nor abbreviation")
	}
	*d = AudioDates(form)
	return nil
}

// String is what the flag stands on.
func (d *AudioDates) String() string {
	if d == nil {
		return ""
	}
	return string(*d)
}

// AudioNone is a form of a list without any file.
type AudioNone string

// Set reads the flag.
func (n *AudioNone) Set(form string) error {
	if form != "missing" && form != "null" {
		return errors.New("neither missing nor null")
	}
	*n = AudioNone(form)
	return nil
}

// String is what the flag stands on.
func (n *AudioNone) String() string {
	if n == nil {
		return ""
	}
	return string(*n)
}

// row is a file as the list has it at a moment.
func (f AudioForms) row(file *Audio, now time.Time) wire.Object {
	name := file.Name
	if !file.renamed.IsZero() && now.Before(file.renamed.Add(f.AudioListDelay)) {
		name = file.before
	}
	size, duration := file.Size, file.Duration
	if f.AudioUnits {
		size, duration = inBytes(size), withHours(duration)
	}
	return wire.Object{
		wire.Text("name", name),
		wire.Text("token", file.Token),
		wire.Text("size", size),
		wire.Text("duration", duration),
		f.createdAt(file.CreatedAt.In(wire.Paris)),
	}
}

// createdAt writes a moment as PHP serializes one. A zone of type 1 is an offset, one of
// type 2 an abbreviation, and one of type 3 a name.
func (f AudioForms) createdAt(moment time.Time) wire.Field {
	const name = "created_at"
	kind, zone := 3, moment.Location().String()
	switch f.AudioDates {
	case "text":
		return wire.Text(name, moment.Format(time.DateTime))
	case "offset":
		kind, zone = 1, moment.Format("-07:00")
	case "abbreviation":
		kind, zone = 2, moment.Format("MST")
	}
	return wire.Nested(
		name,
		wire.Text("date", moment.Format("2006-01-02 15:04:05.000000")),
		wire.Integer("timezone_type", kind),
		wire.Text("timezone", zone),
	)
}

func inBytes(size string) string {
	number, inKo := strings.CutSuffix(size, "Ko")
	n, isNumber := new(big.Rat).SetString(number)
	if !inKo || !isNumber {
		return size
	}
	return n.Mul(n, big.NewRat(1000, 1)).FloatString(0) + "o"
}

func withHours(duration string) string {
	minutes, seconds, _ := strings.Cut(duration, ":")
	if minutes == "" || strings.Contains(seconds, ":") {
		return duration
	}
	return fmt.Sprintf("0:%02s:%s", minutes, seconds)
}

package voice

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// FuzzAnswers has each call read anything: it finds what it asked for, or says of which call
// the answer is wrong. It asks once, and no answer brings out the key.
func FuzzAnswers(f *testing.F) {
	for _, seed := range []string{
		`{"success":true,"code":200,"message":"Request queued for processing"}`,
		`{"success":false,"code":10,"message":"Cl\u00e9 API incorrecte"}`,
		`{"success":false,"error":"NOT_CREDIT","message":"` + key + `"}`,
		`{"success":true,"credit":"27","currency":"\u20ac","details":{"tts":{"h":4,"m":12,"s":66},"tts_fixe":[],"voice":{"message":14}}}`,
		`{"credit":"` + key + `","details":{"tts":{"h":9223372036854775807,"m":-1,"s":"x"}}}`,
		`{"nb_datas":1,"datas":[{"name":"accueil","token":"` + audioToken + `","size":"98.1Ko","duration":"0:08","created_at":{"date":"2024-02-10 09:30:00.000000","timezone_type":3,"timezone":"Europe/Paris"}}]}`,
		`{"nb_datas":"58","datas":[{"name":[],"token":"` + key + `","size":"999999999999999999Go","duration":"9:99:99","created_at":{"date":"hier","timezone":"+25:00"}},{"token":"a"},{"token":"a"}]}`,
		`{"nb_datas":0,"datas":null}`, `{"datas":[{}]}`, `{"datas":[5]}`, `{"datas":{"0":{"token":"a"}},"page":2}`,
		`{"success":true,"filename":"Accueil hiver","tokenAudio":"` + audioToken + `"}`,
		`{"filename":"` + key + `","tokenAudio":"` + key + `","token":1}`,
		"<result><entry>true</entry></result>", "<html>", "Bad Gateway", "[]", "null", "",
	} {
		for operation := range eachOperation {
			f.Add([]byte(seed), operation)
		}
	}
	f.Fuzz(func(t *testing.T, answer []byte, operation string) {
		r, ok := reads[operation]
		if !ok {
			r, ok = writes[operation]
		}
		if !ok {
			return
		}
		said := &repeated{answer: answer}
		err := r.call(t.Context(), New(partner.Config{BaseURL: "http://127.0.0.1:1/v1", APIKey: key, Answer: said}))
		expect(t, "requests", said.requests, 1)
		if err == nil {
			return
		}
		failed, ok := errors.AsType[*partner.Error](err)
		switch {
		case !ok || failed.Operation != operation:
			t.Errorf("the error is %v, want a *partner.Error of %s", err, operation)
		case len(failed.Error()) < len(operation)+5:
			t.Errorf("the error says nothing: %q", failed)
		case strings.Contains(fmt.Sprintf("%+v %s", *failed, failed), key):
			t.Errorf("the error has the key: %q", failed)
		}
	})
}

// FuzzAudioFiles has the list of audio files answered by anything: each file has a token of
// its own, and no value is negative or has the key.
func FuzzAudioFiles(f *testing.F) {
	for _, row := range []string{
		`{"token":"a","size":"98.1Ko","duration":"0:08"}`, `{"token":"a","size":"1,5 Mo","duration":"1:02:03"},{"token":"b"}`,
		`{"token":"a","size":"999999999999999999Gio","duration":"999999:999999:999999"}`, `{"token":1,"size":0.5,"duration":".5"}`,
		`{"token":"a","name":"` + key + `","created_at":{"date":"2024-02-10 09:30:00","timezone":"CET"}}`,
	} {
		f.Add([]byte(`{"datas":[` + row + `]}`))
	}
	f.Fuzz(func(t *testing.T, answer []byte) {
		c := New(partner.Config{BaseURL: "http://127.0.0.1:1/v1", APIKey: key, Answer: &repeated{answer: answer}})
		files, err := c.AudioFiles(t.Context())
		if err != nil {
			return
		}
		tokens := map[string]bool{}
		for _, file := range files {
			if file.Token == "" || tokens[file.Token] {
				t.Errorf("the token %q is empty or not the only one", file.Token)
			}
			tokens[file.Token] = true
			if file.Size != nil && *file.Size < 0 || file.Duration != nil && *file.Duration < 0 {
				t.Errorf("it is negative: %s", written(file))
			}
			if strings.Contains(fmt.Sprintf("%s %v", written(file), file.Unread), key) {
				t.Errorf("the key is in %s", written(file))
			}
		}
	})
}

// repeated answers each request the same. It takes the place of a network, whose goroutines
// would make one input look like another to the fuzzer.
type repeated struct {
	answer   []byte
	requests int
}

func (r *repeated) RoundTrip(request *http.Request) (*http.Response, error) {
	r.requests++
	return &http.Response{
		StatusCode: http.StatusOK, Header: http.Header{}, Body: io.NopCloser(bytes.NewReader(r.answer)), Request: request,
	}, nil
}

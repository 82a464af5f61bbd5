package mail

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
		`{"success":false,"code":10,"message":"Api key invalid"}`,
		`{"success":false,"code":3,"stopId":300,"message":"` + key + `"}`,
		`{"success":true,"code":200,"user":{"username":"` + key + `"},"credits":{"creditMail":1200,"currency":"EUR","balance":"45.119"}}`,
		`{"success":true,"code":200,"stopId":300}`, `{"success":true,"stopId":"` + key + `","email":"` + key + `"}`,
		`{"success":true,"code":200,"nbData":1,"data":[{"id":19,"email":"x@example.com","createdAt":"2015-07-20 10:19:45"}]}`,
		`{"success":true,"nbData":"2","data":[{"id":1,"email":"` + key + `"},{"id":1,"mail":"a@example.com"}]}`,
		`{"success":true,"data":[{"email":5}]}`, `{"success":true,"data":[null]}`, `{"success":true,"data":{"0":{"id":"a"}},"page":2}`,
		`{"success":true,"code":200,"messageId":"xxx","nbMail":2,"cost":2,"currency":"EUR","scheduledDeliveryDate":"2030-09-25 12:00:00"}`,
		`{"success":true,"messageId":"` + key + `","message_id":5,"cost":"frei"}`, `{"success":false,"code":500,"messageId":"` + key + `"}`,
		`{"success":true,"code":200,"messageId":"300","StatutResponseList":[{"email":"a@example.com","token":"t1","status":"Delivered","cost":1,"stopMail":true,"date":"1599061044"}]}`,
		`{"success":true,"StatutResponseList":[{"email":"` + key + `","status":"Delivered"},{"success":false,"code":4},{"code":11}],"total":7}`,
		`{"success":true,"code":200,"id":19}`, `{"success":true,"stop_id":[]}`,
		"<result><entry>true</entry></result>", "<html>", "Bad Gateway", "[]", "null", "",
	} {
		for operation := range eachOperation {
			f.Add([]byte(seed), operation)
		}
	}
	f.Fuzz(func(t *testing.T, answer []byte, operation string) {
		call, ok := reads[operation]
		if !ok {
			call, ok = writes[operation]
		}
		if !ok {
			return
		}
		said := &repeated{answer: answer}
		err := call(t.Context(), New(partner.Config{BaseURL: "http://127.0.0.1:1/v1", APIKey: key, Answer: said}))
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

// FuzzUnsubscribes has the list answered by anything: each entry has an id of its own, and
// no value has the key.
func FuzzUnsubscribes(f *testing.F) {
	for _, rows := range []string{
		`{"id":19,"email":"x@example.com","createdAt":"2015-07-20 10:19:45"}`, `{"id":"a","mail":"` + key + `"},{"id":"b"}`,
		`{"id":1},{"id":1}`, `{"id":1.5,"email":"a***@example.com","createdAt":"hier"}`, `{"id":"` + key + `"}`,
	} {
		f.Add([]byte(`{"success":true,"data":[` + rows + `]}`))
	}
	f.Fuzz(func(t *testing.T, answer []byte) {
		c := New(partner.Config{BaseURL: "http://127.0.0.1:1/v1", APIKey: key, Answer: &repeated{answer: answer}})
		entries, err := c.Unsubscribes(t.Context())
		if err != nil {
			return
		}
		ids := map[string]bool{}
		for _, entry := range entries {
			if entry.ID == "" || ids[entry.ID] {
				t.Errorf("the id %q is empty or not the only one", entry.ID)
			}
			ids[entry.ID] = true
			said := entry.ID + strings.Join(entry.Unread, "")
			if entry.Email != nil {
				said += *entry.Email
			}
			if strings.Contains(said, key) {
				t.Errorf("the key is in %q", said)
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

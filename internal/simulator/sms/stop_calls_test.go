package sms

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const (
	stopAddPath    = wire.BasePath + "/stop-sms/add"
	stopListPath   = wire.BasePath + "/stop-sms/list"
	stopDeletePath = wire.BasePath + "/stop-sms/delete"
)

func stopped(s *Account) string { return strings.Join(s.StoppedNumbers(), " ") }

func TestStop_Answers(t *testing.T) {
	t.Parallel()
	c := newClock()
	s := New(Options{Options: wire.Options{Now: c.Now}})
	_, body := get(t, s, stopListPath, query())
	expectFields(t, body, `"nbData": 0`, `"data": []`)
	_, body = post(t, s, stopAddPath, groupBody("phoneNumber", "0600000003"))
	expectDocumented(t, body, "stop_add.json")
	_, body = get(t, s, stopListPath, query())
	expectDocumented(t, body, "stop_list.json")
	_, body = get(t, s, stopDeletePath, query("id", "300"))
	expectDocumented(t, body, "stop_delete.json")
	expect(t, "numbers", stopped(s), "")
	expectNoViolations(t, s)
}

func TestStop_Refusals(t *testing.T) {
	t.Parallel()
	expectRefusals(t, http.MethodGet, stopListPath, nil)
	expectRefusals(t, http.MethodPost, stopAddPath, map[string]refusal{
		"no number":  {body: groupBody("phoneNumber", ""), code: "2", french: "Le numéro de téléphone est requis", english: "Phone number is required"},
		"bad number": {body: groupBody("phoneNumber", "12"), code: "9", french: "Le numéro de téléphone est invalide", english: "Invalid phone number"},
	})
	expectRefusals(t, http.MethodGet, stopDeletePath, map[string]refusal{
		"no id":      {query: query(), code: "3", french: "L'ID du numéro est requis", english: "The phone number ID is required"},
		"unknown id": {query: query("id", "19"), code: "4", french: "L'ID du numéro introuvable", english: "The phone number ID cannot be found"},
	})
	s := New(Options{})
	s.AddStop("0600000003")
	_, body := post(t, s, stopAddPath, groupBody("phoneNumber", "+33600000003"))
	expectFields(t, body, `"code": 3`, "L'ID du message est requis")
	expect(t, "numbers", stopped(s), "+33600000003")
}

// What a call adds refuses later sends, as does what a recipient answers, until it is
// deleted.
func TestStop_Sends(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	const to = `{"apiKey": "` + wire.DefaultAPIKey + `", "phoneNumbers": "+33600000003", "message": "m"}`
	send := func(want string) {
		t.Helper()
		_, body := post(t, s, wire.BasePath+"/send", to)
		expectFields(t, body, want)
	}
	post(t, s, stopAddPath, groupBody("phoneNumber", "+33600000003"))
	send(`"code": 14`)
	get(t, s, stopDeletePath, query("id", "300"))
	send(`"success": true`)
	for range 2 {
		if err := s.Reply("1112", "+33600000003", "STOP"); err != nil {
			t.Fatal(err)
		}
	}
	_, body := get(t, s, stopListPath, query())
	expectFields(t, body, `"nbData": 1`, `"id": 301`)
	send(`"code": 14`)
	s.RemoveStop(301)
	send(`"success": true`)
}

func TestStop_Forms(t *testing.T) {
	t.Parallel()
	c := newClock()
	s := New(Options{Options: wire.Options{Now: c.Now}, Variant: Variant{StopForms: StopForms{
		StopNumberPlural: true, OtherStopIDs: true, StopIDInRefusal: true, StopListLimit: 1, StopListDelay: time.Minute,
	}}})
	plural := func(number string) string {
		_, body := post(t, s, stopAddPath, groupBody("phoneNumbers", number))
		return body
	}
	expectFields(t, plural("0600000003"), `"stopId": 1300`)
	expectFields(t, plural("0600000003"), `"code": 3`, "L'ID du message est requis", `"stopId": 1300`)
	expectNoViolations(t, s)
	_, body := post(t, s, stopAddPath, groupBody("phoneNumber", "0600000004"))
	expectFields(t, body, `"code": 2`)
	_, body = get(t, s, stopListPath, query())
	expectFields(t, body, `"nbData": 0`)
	plural("0600000004")
	c.advance(time.Minute)
	_, body = get(t, s, stopListPath, query())
	expectFields(t, body, `"nbData": 2`, `"id": 300`)
	expect(t, "entries", strings.Count(body, `"id"`), 1)
	get(t, s, stopDeletePath, query("id", "300"))
	_, body = get(t, s, stopListPath, query())
	expectFields(t, body, `"id": 300`)
	c.advance(time.Minute)
	_, body = get(t, s, stopListPath, query())
	expectFields(t, body, `"nbData": 1`, `"id": 301`)
}

func TestStop_DeleteByAdd(t *testing.T) {
	t.Parallel()
	s := New(Options{Variant: Variant{StopForms: StopForms{StopDeleteByAdd: true}}})
	id := s.AddStop("0600000003")
	expect(t, "id", id, s.AddStop("+33600000003"))
	status, _ := get(t, s, stopDeletePath, query("id", "300"))
	expect(t, "GET", status, http.StatusNotFound)
	expect(t, "numbers", stopped(s), "+33600000003")
	_, body := post(t, s, stopAddPath, groupBody("id", "300"))
	expectFields(t, body, `"success": true`)
	expect(t, "numbers", stopped(s), "")
	expectNoViolations(t, s)
}

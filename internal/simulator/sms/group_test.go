package sms

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

func groupBody(name, value string) string {
	return `{"apiKey": "` + wire.DefaultAPIKey + `", "` + name + `": "` + value + `"}`
}

func groups(s *Account) string {
	var names []string
	for _, g := range s.Groups() {
		names = append(names, g.Name)
	}
	return strings.Join(names, " ")
}

func TestGroup_Answers(t *testing.T) {
	t.Parallel()
	c := newClock()
	s := New(Options{Options: wire.Options{Now: c.Now}})
	_, body := post(t, s, wire.BasePath+"/group/add", groupBody("name", "vip-customers"))
	expectDocumented(t, body, "group_add.json")
	_, body = get(t, s, wire.BasePath+"/group/list", query())
	expectDocumented(t, body, "group_list.json")
	expect(t, "groups", groups(s), "vip-customers")
	_, body = post(t, s, wire.BasePath+"/group/delete", groupBody("groupId", "G101"))
	expectDocumented(t, body, "group_delete.json")
	expect(t, "groups", groups(s), "")
	_, body = get(t, s, wire.BasePath+"/group/list", query())
	expectFields(t, body, `"groups": []`)
	expectNoViolations(t, s)
}

func TestGroup_Refusals(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	for _, test := range []struct{ path, body, code, words string }{
		{"/group/add", groupBody("name", ""), "1", "name est requis"},
		{"/group/add", `{"name": "x"}`, "2", "La Clé API est requise"},
		{"/group/delete", groupBody("groupId", ""), "1", "groupId est requis"},
		{"/group/delete", `{"groupId": "x"}`, "10", "La Clé API est requise"},
		{"/group/delete", groupBody("groupId", "x"), "404", "Le groupe n'existe pas"},
	} {
		_, body := post(t, s, wire.BasePath+test.path, test.body)
		expectFields(t, body, `"success": false`, `"code": `+test.code, test.words)
	}
	_, body := get(t, s, wire.BasePath+"/group/list", query("apiKey", ""))
	expectFields(t, body, `"code": 10`, "La Clé API est requise")
}

// Each form of the call can be the one that is there. The others answer like an
// address without a call, and are no departure from the documentation.
func TestGroup_DeleteForms(t *testing.T) {
	t.Parallel()
	for there := range groupDeletes {
		s := New(Options{Variant: Variant{GroupForms: GroupForms{GroupDelete: groupDeletes[there]}}})
		for i, form := range groupDeletes {
			id := s.AddGroup(Group{Name: "x"})
			method, path, _ := strings.Cut(form, " ")
			answer := ask(t, s, method, wire.BasePath+path, groupBody("groupId", id))
			switch samePath := i/2 == there/2; {
			case i == there:
				expect(t, form, answer.Code, http.StatusOK)
				expectFields(t, answer.Body.String(), `"success": true`)
				continue
			case samePath:
				expect(t, form, answer.Code, http.StatusMethodNotAllowed)
			default:
				expect(t, form, answer.Code, http.StatusNotFound)
			}
			expect(t, form+": envelope", strings.Contains(answer.Body.String(), "success"), false)
		}
		expect(t, "groups left", len(s.Groups()), len(groupDeletes)-1)
		expectNoViolations(t, s)
	}
}

func TestGroup_Forms(t *testing.T) {
	t.Parallel()
	c := newClock()
	s := New(Options{Options: wire.Options{Now: c.Now}, Variant: Variant{GroupForms: GroupForms{
		GroupListSuccess: true, NumericGroupIDs: true, UniqueGroupNames: true, GroupListDelay: time.Minute,
	}}})
	_, body := post(t, s, wire.BasePath+"/group/add", groupBody("name", "x"))
	expectFields(t, body, `"groupId": 6001`)
	_, body = get(t, s, wire.BasePath+"/group/list", query())
	expectFields(t, body, `"success": true`, `"groups": []`)
	c.advance(time.Minute)
	_, body = get(t, s, wire.BasePath+"/group/list", query())
	expectFields(t, body, `"id": 6001`)
	_, body = post(t, s, wire.BasePath+"/group/add", groupBody("name", "x"))
	expectFields(t, body, `"code": 99`)
	post(t, s, wire.BasePath+"/group/delete", groupBody("groupId", "6001"))
	_, body = get(t, s, wire.BasePath+"/group/list", query())
	expectFields(t, body, `"id": 6001`)
	c.advance(time.Minute)
	_, body = get(t, s, wire.BasePath+"/group/list", query())
	expectFields(t, body, `"groups": []`)
}

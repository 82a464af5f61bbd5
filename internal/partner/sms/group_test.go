package sms

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// withGroups are the options of an account that answers in these forms.
func withGroups(forms sms.GroupForms) simulator.Options {
	return simulator.Options{Variant: simulator.Variant{GroupForms: forms}}
}

// none is of an account without groups.
func none(string) bool { return false }

func TestAddGroup(t *testing.T) {
	t.Parallel()
	for want, forms := range map[string]sms.GroupForms{"G101": {}, "6001": {NumericGroupIDs: true}} {
		s, c := start(t, withGroups(forms), simulator.DefaultAPIKey)
		id, err := c.AddGroup(t.Context(), "vip", none)
		if err != nil {
			t.Fatal(err)
		}
		expect(t, "id", id, want)
		expect(t, "body", body(t, s.Requests()[0]), `{"name":"vip"}`)
		expectNoViolations(t, s)
	}
}

// Code 2 is a success, or a missing key.
func TestAddGroup_Refused(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]partner.Meaning{"1": partner.MeaningRefused, "2": partner.MeaningKeyMissing} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("group/add", simulator.Step{Body: `{"success": false, "code": ` + code + `}`})
		_, err := c.AddGroup(t.Context(), "vip", none)
		expect(t, code, failure(t, err, "group/add", partner.ReasonVendor).Meaning(), want)
	}
}

// An answer about another group is not that of a creation, though it reports success.
func TestAddGroup_Another(t *testing.T) {
	t.Parallel()
	for body, detail := range map[string]string{
		`"name": "Autre", "groupId": "G1"`:  `it is not about group vip, but about group "Autre"`,
		`"name": "vip", "groupId": 0`:       `its "groupId" is 0`,
		`"name": "vip", "groupId": "KNOWN"`: `its "groupId" is KNOWN, which another group has`,
		`"groupId": "G1", "group_id": "G2"`: `its "groupId" is "G1", but its "group_id" is "G2"`,
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("group/add", simulator.Step{Body: `{"success": true, "code": 2, ` + body + `}`})
		_, err := c.AddGroup(t.Context(), "vip", func(id string) bool { return id == "KNOWN" })
		failed := failure(t, err, "group/add", partner.ReasonIncomplete)
		expect(t, "detail", failed.Detail, detail)
		expect(t, "outcome unknown", failed.OutcomeUnknown(), true)
	}
}

// What can't be read of a group is left out. A group that can't be told from others
// makes the whole list no answer. "success" counts for nothing.
func TestGroups(t *testing.T) {
	t.Parallel()
	for answer, want := range map[string]string{
		`"success": false, "groups": []`: `[]`,
		`"success": true, "groups": [{"id": "G1", "name": "vip", "createdAt": "2024-05-02T09:12:00+02:00", "isSpecialFile": false, "isLocationFile": "1"}]`: `[{"ID":"G1","Name":"vip","CreatedAt":"2024-05-02T09:12:00+02:00","IsSpecialFile":false,"IsLocationFile":true,"Unread":null}]`,
		`"success": false, "groups": [{"id": 7, "createdAt": "soon"}]`:                                                                                      `[{"ID":"7","Name":null,"CreatedAt":null,"IsSpecialFile":null,"IsLocationFile":null,"Unread":["\"groups[0].createdAt\" holds \"soon\", which is not a date in a form that the vendor documents"]}]`,
		`"groups": [{"name": "x"}]`:                                        `its groups[0] has no id`,
		`"groups": [{"id": "G1", "name": "a"}, {"id": "G1", "name": "b"}]`: `it lists the id G1 with two names`,
		`"groups": [{"id": "G1"}], "nbPages": 3`:                           `its list is one of several pages`,
		`"groups": [{"id": "G1"}], "total": 2`:                             `its list is not whole by its own count`,
	} {
		s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
		s.Script("group/list", simulator.Step{Body: "{" + answer + "}"})
		groups, err := c.Groups(t.Context())
		got, _ := json.Marshal(groups)
		if err != nil {
			got = []byte(failure(t, err, "group/list", partner.ReasonIncomplete).Detail)
		}
		if !strings.Contains(string(got), want) {
			t.Errorf("%s:\ngot  %s\nwant %s", answer, got, want)
		}
	}
}

// The form that worked is the first one of the next call.
func TestDeleteGroup_Forms(t *testing.T) {
	t.Parallel()
	for form, requests := range map[string]int{
		"POST /group/delete": 1, "DELETE /group/delete": 2, "POST /groupe/delete": 3, "DELETE /groupe/delete": 4,
	} {
		s, c := start(t, withGroups(sms.GroupForms{GroupDelete: form}), simulator.DefaultAPIKey)
		for _, want := range []int{requests, requests + 1} {
			if err := c.DeleteGroup(t.Context(), s.AddGroup(sms.Group{Name: "vip"})); err != nil {
				t.Fatal(err)
			}
			expect(t, form+": requests", len(s.Requests()), want)
		}
		expect(t, "groups", len(s.Groups()), 0)
		expectNoViolations(t, s)
	}
}

// A group that is on no list is gone. One that is on the list is not, whatever the call
// answers.
func TestDeleteGroup_Unknown(t *testing.T) {
	t.Parallel()
	s, c := start(t, simulator.Options{}, simulator.DefaultAPIKey)
	if err := c.DeleteGroup(t.Context(), "G1"); err != nil {
		t.Errorf("a group that is gone: %v", err)
	}
	id := s.AddGroup(sms.Group{Name: "vip"})
	unknown := simulator.Step{Status: http.StatusNotFound, Body: `{"success": false, "code": 404}`, Repeat: true}
	s.Script("group/delete", unknown)
	s.Script("groupe/delete", unknown)
	expect(t, "not found", failure(t, c.DeleteGroup(t.Context(), id), "group/delete", partner.ReasonVendor).IsNotFound(), true)
	expect(t, "groups", len(s.Groups()), 1)
}

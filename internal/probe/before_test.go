package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
)

// behind puts a handler between the probe and the simulator of SMS Partner.
func (a *account) behind(t *testing.T, change func(api http.Handler) http.HandlerFunc) {
	t.Helper()
	server := httptest.NewServer(change(a.API))
	t.Cleanup(server.Close)
	a.server.URL = server.URL + simulator.BasePath
}

// behindMail does the same for Mail Partner.
func (a *account) behindMail(t *testing.T, change func(api http.Handler) http.HandlerFunc) {
	t.Helper()
	server := httptest.NewServer(change(a.Mail.API))
	t.Cleanup(server.Close)
	a.server.MailURL = server.URL + simulator.BasePath
}

// answerJSON answers in place of the simulator.
func answerJSON(w http.ResponseWriter, body string) {
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write([]byte(body))
}

// TestListOfOtherContacts has servers that list contacts of the user in the new group.
func TestListOfOtherContacts(t *testing.T) {
	t.Parallel()
	a := newAccount(t, simulator.Options{})
	a.behind(t, func(api http.Handler) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if strings.HasSuffix(r.URL.Path, "/contact/list") {
				answerJSON(w, `{"success":true,"code":200,"total":1,"datas":[{"contactId":"mine","phoneNumber":"`+ownNumber+`"}]}`)
				return
			}
			api.ServeHTTP(w, r)
		}
	})
	o := a.run(t.Context(), t, everything...)
	writes := append(a.Requests("/contact/add"), append(a.Requests("/contact/delete"), a.Requests("/contact/update")...)...)
	if len(writes) > 0 || o.code != exitDone || !strings.Contains(o.report, "does not say that it is empty") {
		t.Errorf("%d contacts are touched, exit code %d", len(writes), o.code)
	}
	a.expectClean(t)
}

// TestContactOfBefore has servers that answer an addition with a contact of another group.
func TestContactOfBefore(t *testing.T) {
	t.Parallel()
	a := newAccount(t, simulator.Options{})
	mine := a.AddContact(sms.Contact{GroupID: a.AddGroup(sms.Group{ID: "G77", Name: "Clients"}), Number: ownNumber})
	a.behind(t, func(api http.Handler) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if strings.HasSuffix(r.URL.Path, "/contact/add") {
				answerJSON(w, `{"success":true,"code":200,"contact":{"contactId":"`+mine+`"}}`)
				return
			}
			api.ServeHTTP(w, r)
		}
	})
	o := a.run(t.Context(), t, append(slices.Clone(everything), "-group", "G77")...)
	var touched []string
	for _, r := range append(a.Requests("/contact/delete"), a.Requests("/contact/update")...) {
		if strings.Contains(string(r.Body), mine) {
			touched = append(touched, r.Path)
		}
	}
	_, left, _ := strings.Cut(o.report, "## NOT undone")
	if len(touched) > 0 || o.code != exitLeftovers || !strings.Contains(left, errMixed.Error()) || len(a.Groups()) != 2 {
		t.Errorf("the contact of before is touched by %v, exit code %d, left: %s", touched, o.code, left)
	}
}

// TestStopEntryNeverListed has a list that is later than the probe waits.
func TestStopEntryNeverListed(t *testing.T) {
	t.Parallel()
	var options simulator.Options
	setFlag(t, &options, "stop-list-delay", "1h")
	a := newAccount(t, options)
	o := a.run(t.Context(), t, everything...)
	_, left, _ := strings.Cut(o.report, "## NOT undone")
	if o.code != exitLeftovers || !strings.Contains(left, "STOP entry of +<phone 1> ("+errUnconfirmed.Error()+")") {
		t.Errorf("exit code %d, and the report ends with %q", o.code, left)
	}
	if waited := a.clock.now().Sub(time.Date(2030, time.June, 5, 10, 0, 0, 0, time.UTC)); waited < 3*time.Minute {
		t.Errorf("the run waited for %s only", waited)
	}
}

// TestAddedWithoutRefusal has servers that add a group without a name, and a number of the
// STOP list again: both are undone, and the entry of before stays.
func TestAddedWithoutRefusal(t *testing.T) {
	t.Parallel()
	a := newAccount(t, simulator.Options{})
	a.AddStop(ownNumber)
	groups, again := map[string]bool{}, map[string]bool{}
	a.behind(t, func(api http.Handler) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			params, _ := paramsOf(r)
			switch path := r.URL.Path; {
			case strings.HasSuffix(path, "/group/add") && params["name"] == nil:
				groups["nameless"] = true
				answerJSON(w, `{"success":true,"code":2,"groupId":"nameless"}`)
			case strings.HasSuffix(path, "/group/delete") && params["groupId"] == "nameless":
				delete(groups, "nameless")
				answerJSON(w, `{"success":true,"code":200}`)
			case strings.HasSuffix(path, "/stop-sms/add"):
				again["second"] = true
				answerJSON(w, `{"success":true,"code":200,"stopId":"second"}`)
			case strings.HasSuffix(path, "/stop-sms/delete"):
				delete(again, r.URL.Query().Get("id"))
				answerJSON(w, `{"success":true,"code":200}`)
			case strings.HasSuffix(path, "/stop-sms/list"):
				rows := []map[string]string{{"id": "first", "phoneNumber": ownNumber}}
				for id := range again {
					rows = append(rows, map[string]string{"id": id, "phoneNumber": ownNumber})
				}
				text, _ := json.Marshal(map[string]any{"success": true, "code": 200, "nbData": len(rows), "data": rows})
				answerJSON(w, string(text))
			default:
				api.ServeHTTP(w, r)
			}
		}
	})
	o := a.run(t.Context(), t, everything...)
	if len(groups)+len(again) > 0 || o.code != exitDone {
		t.Errorf("left are the groups %v and the entries %v, exit code %d", groups, again, o.code)
	}
}

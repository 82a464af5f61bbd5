package sms

import (
	"fmt"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// listPages asks for pages of the group G101, and writes each as its own number, its
// total, and how many contacts it has.
func listPages(t *testing.T, s *Account, pages ...string) string {
	t.Helper()
	var said []string
	for _, page := range pages {
		_, body := get(t, s, contactListPath, query("groupId", "G101", "page", page))
		answer := fields(t, body)
		said = append(said, fmt.Sprintf("%v/%v/%d", answer["currentPage"], answer["total"], strings.Count(body, "contactId")))
	}
	return strings.Join(said, " ")
}

func TestContactList_Pages(t *testing.T) {
	t.Parallel()
	const beyond = "9223372036854775807"
	for name, test := range map[string]struct {
		forms    ContactForms
		contacts int
		want     string // of no page, and the pages 1, 2, 3 and beyond
	}{
		"none":              {ContactForms{}, 0, "1/0/0 1/0/0 2/0/0 3/0/0 " + beyond + "/0/0"},
		"one page":          {ContactForms{}, 20, "1/20/20 1/20/20 2/20/0 3/20/0 " + beyond + "/20/0"},
		"two pages":         {ContactForms{}, 25, "1/25/20 1/25/20 2/25/5 3/25/0 " + beyond + "/25/0"},
		"500":               {ContactForms{ContactPageSize: 500}, 501, "1/501/500 1/501/500 2/501/1 3/501/0 " + beyond + "/501/0"},
		"total of the page": {ContactForms{ContactTotalOfPage: true}, 25, "1/20/20 1/20/20 2/5/5 3/0/0 " + beyond + "/0/0"},
		"repeats":           {ContactForms{ContactLastPageRepeats: true}, 25, "1/25/20 1/25/20 2/25/5 2/25/5 2/25/5"},
		"repeats none":      {ContactForms{ContactLastPageRepeats: true}, 0, "1/0/0 1/0/0 1/0/0 1/0/0 1/0/0"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := New(Options{Variant: Variant{ContactForms: test.forms}})
			for i := range test.contacts {
				s.AddContact(Contact{GroupID: "G101", Number: fmt.Sprintf("+336%08d", i)})
			}
			expect(t, "pages", listPages(t, s, "", "1", "2", "3", beyond), test.want)
			expectNoViolations(t, s)
		})
	}
}

var listedNumber = regexp.MustCompile(`\+336\d{8}`)

// The pages have each contact once, in the order in which they came.
func TestContactList_Order(t *testing.T) {
	t.Parallel()
	s := New(Options{Variant: Variant{ContactForms: ContactForms{ContactPageSize: 2}}})
	for i := range 5 {
		s.AddContact(Contact{GroupID: "G101", Number: fmt.Sprintf("+336%08d", 5-i)})
	}
	for page, want := range []string{"+33600000005 +33600000004", "+33600000003 +33600000002", "+33600000001"} {
		_, body := get(t, s, contactListPath, query("groupId", "G101", "page", strconv.Itoa(page+1)))
		expect(t, "page", strings.Join(listedNumber.FindAllString(body, -1), " "), want)
	}
}

// The list lags behind calls that add and delete, and not behind the dashboard.
func TestContactList_Delay(t *testing.T) {
	t.Parallel()
	s, c := withContact(ContactForms{ContactListDelay: time.Minute}, nil)
	expect(t, "from the dashboard", listPages(t, s, "1"), "1/1/1")
	post(t, s, contactAddPath, batchBody(`"phoneNumber": "+33600000002"`))
	expect(t, "just added", listPages(t, s, "1"), "1/1/1")
	_, body := get(t, s, contactDetailPath, query("contactId", "C1002"))
	expectFields(t, body, `"success": true`)
	c.advance(time.Minute)
	expect(t, "a minute later", listPages(t, s, "1"), "1/2/2")
	post(t, s, contactDeletePath, groupBody("contactId", "C1002"))
	expect(t, "just deleted", listPages(t, s, "1"), "1/2/2")
	_, body = get(t, s, contactDetailPath, query("contactId", "C1002"))
	expectFields(t, body, `"code": 404`)
	c.advance(time.Minute)
	expect(t, "a minute later", listPages(t, s, "1"), "1/1/1")
	s.RemoveContact("C1001")
	expect(t, "removed in the dashboard", listPages(t, s, "1"), "1/0/0")
}

// The list has one of two methods.
func TestContactList_Post(t *testing.T) {
	t.Parallel()
	s, _ := withContact(ContactForms{}, nil)
	status, _ := post(t, s, contactListPath, groupBody("groupId", "G101"))
	expect(t, "POST", status, http.StatusMethodNotAllowed)
	s, _ = withContact(ContactForms{ContactListPost: true}, nil)
	status, _ = get(t, s, contactListPath, query("groupId", "G101"))
	expect(t, "GET", status, http.StatusMethodNotAllowed)
	_, body := post(t, s, contactListPath, groupBody("groupId", "G101"))
	expectFields(t, body, `"total": "1"`, "+33600000001")
	_, body = post(t, s, contactListPath, keyOnly)
	expectFields(t, body, `"code": 1,`, "groupId est requis")
	expectNoViolations(t, s)
}

// A number on the STOP list shows in what is read of its contacts.
func TestContactList_Stop(t *testing.T) {
	t.Parallel()
	s, _ := withContact(ContactForms{}, nil)
	s.AddStop("0600000001")
	for _, answer := range []string{contactListPath, contactDetailPath} {
		_, body := get(t, s, answer, query("groupId", "G101", "contactId", "C1001"))
		expectFields(t, body, `"stopSms": true`)
	}
}

// The contacts of a deleted group go with it, or stay.
func TestContactList_GroupDeleted(t *testing.T) {
	t.Parallel()
	for keeps, left := range map[bool]string{false: "", true: "+33600000001"} {
		s, _ := withContact(ContactForms{GroupDeleteKeepsContacts: keeps}, nil)
		s.AddContact(Contact{GroupID: "G102", Number: "0600000001"})
		post(t, s, "/v1/group/delete", groupBody("groupId", "G101"))
		expect(t, "contacts", contactsOf(s), left)
		expect(t, "contacts of another group", len(s.Contacts("G102")), 1)
	}
}

package sms

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// FuzzAnswers has each call read anything: it finds what it asked for, or says of
// which call the answer is wrong. It asks again for nothing but the next page of
// a list, and no answer brings out the key.
func FuzzAnswers(f *testing.F) {
	key := simulator.DefaultAPIKey
	list := func(items string) string { return `{"success":true,"code":200,"StatutResponse_List":[` + items + `]}` }
	for _, seed := range []string{
		`{"success":true,"code":200,"message":"Request queued for processing"}`,
		`{"success":false,"code":10,"message":"Cl\u00e9 API incorrecte"}`,
		`{"success":false,"code":9,"error":[{"elementId":"children[from].data","message":"` + key + `"}]}`,
		list(`{"success":true,"code":200,"phoneNumber":"+33600000300","messageId":300,"status":"Delivered","date":"1517934416","stopSms":"0","isSpam":"0"},` +
			`{"success":false,"code":4,"phoneNumber":"+33600000301","messageId":301,"status":"Num\u00e9ro introuvable"}`),
		list(`{"phoneNumber":"+33600000001","status":"Delivered","stopSMS":false,"date":"1517989111"},{"status":"` + key + `"}`),
		list(`5`), list(`null`), list(``), list(`{},{}`), list(`{"date":"hier"},{}`),
		`{"success":true,"code":200,"currentPage":1,"total":2,"StatutResponse_List":[{"phoneNumber":"+33600000001","status":"Waiting"}]}`,
		`{"success":true,"total":9223372036854775807,"StatutResponse_List":[{}]}`,
		`{"success":true,"total":-1,"StatutResponse_List":{}}`,
		`{"success":true,"datas":[{"month":"october","year":"2021","m":"09","date":1633039200,"type":"month","cost":"49.174","nb_send":"1210"}]}`,
		`{"success":true,"datas":[{"year":"","m":9,"date":"` + key + `","cost":"1e99","nb_send":9223372036854775807},{"nb_send":1}]}`,
		`{"success":true,"user":{"username":"` + key + `"},"credits":{"creditSms":1200,"creditSmsECO":2100,"toSend":0,"solde":"52.119","currency":"EUR","balance":"52.119"}}`,
		`{"success":true,"user":[],"credits":{"balance":"` + key + `"}}`,
		`{"success":true,"lookup":[{"request":"33600000001","success":true,"prefixCode":33,"format":{"e164":"+33600000001"}},{"request":" +212000","success":false,"message":"Non"}]}`,
		`{"success":true,"lookup":[{"format":[]},{"success":"peut-\u00eatre"}]}`,
		`{"success":false,"groups":[{"id":"G1","name":"vip","createdAt":"2024-05-02T09:12:00+02:00","isSpecialFile":false},{"id":2,"createdAt":"hier"}]}`,
		`{"groups":[{"id":"G1"},{"id":"G1"}],"total":3}`,
		`{"success":true,"code":200,"total":2,"nb_per_page":1,"page":1,"data":[{"id":1,"email":"` + key + `","token":"T1","apiKey":"K1","createdAt":"2024-03-04 11:23:14","credits":{"balance":"0.800","currency":"EUR"}}]}`,
		`{"success":true,"total":-1,"nb_per_page":0,"data":[{"token":[]},{"token":"T1"},{"token":"T1","email":"x"}]}`,
		`{"success":true,"code":200,"nbData":2,"data":[{"id":19,"phoneNumber":"+33600000003","createdAt":"2024-07-20 10:19:45"},{"id":"20","phoneNumber":"06"}]}`,
		`{"success":true,"code":200,"contact":{"contactId":"C1001","phone":"+33600000001","date":"31-01-1990","createdAt":"2024-05-02T09:12:00+02:00","stopSms":"0","groupId":6363}}`,
		`{"success":true,"contact":{"contactId":1001,"contact_id":["C2"],"phone":"` + key + `","createdAt":"hier"}}`,
		`{"success":true,"currentPage":1,"total":"2","datas":[{"contactId":"C1001","phone":"+33600000001"},{"contactId":"C1002","date":"0000-00-00"}]}`,
		`{"success":true,"total":9223372036854775807,"datas":[{"contactId":"C1001"},{"contactId":"C1001"},{"contactId":0}]}`,
		`{"success":true,"op":"price","datas":[{"Type":"CP","Localite":"60200","Volume":20},{"Type":"total","Localite":"total","Volume":20}],"cost":{"quantity":20,"total":2.52,"cost_unity":0.09}}`,
		`{"success":true,"token":"TOK","status":"File downloaded by user from api","location":{"sexe":"femme","minAge":31,"zipcode":"60200","interest":"12","details_localisation":[{"Type":"cp","Location":"60200","VolumeDesired":"10","Volume":"266"}],"cost":{"total":"0.900"}},"file":{"phoneNumbers":"10"}}`,
		`{"success":true,"status":2,"op":[],"cost":{},"datas":[{"Localite":[],"Location":"x","Volume":"` + key + `"}],"location":{"details_localisation":[5],"zipcode":",,"},"file":[]}`,
		"<result><entry>true</entry><entry>200</entry></result>", "<html>", "Bad Gateway", "[]", "null", "",
	} {
		for i := range calls {
			f.Add([]byte(seed), i)
		}
	}
	f.Fuzz(func(t *testing.T, answer []byte, operation string) {
		call, ok := calls[operation]
		if !ok {
			return
		}
		said := &repeated{answer: answer}
		c := New(partner.Config{
			BaseURL: "http://127.0.0.1:1/v1", APIKey: key,
			Answer: said,
		})
		err := call(t.Context(), c)
		paged := operation == "bulk-status-by-tag" || operation == "subaccount/list" || operation == "contact/list"
		if n := said.requests; n > 2 || n > 1 && !paged {
			t.Errorf("%d requests", n)
		}
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

// FuzzRows has a batch of contacts answered by anything: each contact gets a row, which says
// one thing at most, and no answer brings out the key.
func FuzzRows(f *testing.F) {
	key := simulator.DefaultAPIKey
	for _, seed := range []string{
		`{"results":[{"success":false,"code":15,"phoneNumber":"+33600000001","message":"Le num\u00e9ro est d\u00e9j\u00e0 dans le groupe"},{"success":true,"code":200,"phoneNumber":"0600000002","contactId":"C1"}]}`,
		`{"results":[{"success":false,"phoneNumber":"+33600000001","message":"` + key + `"},{"success":false,"phoneNumber":"+33600000002"},5,{"phone":[]}]}`,
		`{"results":[{"success":"oui","phoneNumber":"+33600000001"},{"code":"15","phone":"33600000002"}],"rapport":{"nbline":2}}`,
		`{"success":false,"code":10,"message":"` + key + `"}`, `{"rapport":{}}`, `{"results":{}}`, "<html>", "",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, answer []byte) {
		said := &repeated{answer: answer}
		c := New(partner.Config{BaseURL: "http://127.0.0.1:1/v1", APIKey: key, Answer: said})
		contacts := []NewContact{{PhoneNumber: "+33600000001"}, {PhoneNumber: "+33600000002"}}
		rows, err := c.AddContacts(t.Context(), "G101", contacts)
		if said.requests != 1 {
			t.Errorf("%d requests", said.requests)
		}
		if failed, ok := errors.AsType[*partner.Error](err); err != nil && (!ok || failed.Operation != "contact/add") || err == nil && len(rows) != len(contacts) {
			t.Errorf("%d rows, and the error %v", len(rows), err)
		}
		for _, row := range rows {
			if row.Added && row.InGroup || (row.Added || row.InGroup) && row.Refusal != "" {
				t.Errorf("the row says more than one thing: %+v", row)
			}
		}
		if strings.Contains(fmt.Sprintf("%+v %v", rows, err), key) {
			t.Errorf("the key is in %+v or %v", rows, err)
		}
	})
}

// repeated answers each request the same. It takes the place of a network, whose
// goroutines would make one input look like another to the fuzzer.
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

// completes reports whether a tag begins in one text and ends in the next, which
// makes both together shorter than they are by themselves.
func completes(before, after string) bool {
	for _, tag := range []string{":br:", ":euro:"} {
		for i := 1; i < len(tag); i++ {
			if strings.HasSuffix(before, tag[:i]) && strings.HasPrefix(after, tag[i:]) {
				return true
			}
		}
	}
	return false
}

// FuzzSegment has any text sent, then more of it: that never takes fewer
// segments, and the characters add up.
func FuzzSegment(f *testing.F) {
	for _, seed := range [][2]string{
		{"", ""},
		{strings.Repeat("a", 160), "a"},
		{strings.Repeat("a", 1530), "a"},
		{strings.Repeat("é", 70), "ж"},
		{strings.Repeat("😀", 33), "😀😀"},
		{"Où est l’œuf [ñ] ?", "«5 €»\f"},
		{"a:br", ":b"},
		{"a:eu", "ro::br:"},
		{":b^r", "~:"},
		{"\xff", "\xc3"},
	} {
		for _, unicode := range []bool{false, true} {
			f.Add(seed[0], seed[1], unicode)
		}
	}
	f.Fuzz(func(t *testing.T, message, more string, unicode bool) {
		if !utf8.ValidString(message) || !utf8.ValidString(more) {
			return // no engine sends these
		}
		before, errBefore := Segment(message, unicode)
		after, errAfter := Segment(message+more, unicode)
		if errBefore == nil {
			consistent(t, message, before)
		}
		if errAfter == nil {
			consistent(t, message+more, after)
		}
		written, writtenMore := message, more
		if !unicode {
			written, writtenMore = replacements.Replace(message), replacements.Replace(more)
		}
		if completes(written, writtenMore) {
			return
		}
		switch {
		case errBefore != nil && errAfter == nil:
			t.Errorf("%q can't be sent (%v), but %q can", message, errBefore, message+more)
		case errBefore != nil || errAfter != nil:
		case after.Segments < before.Segments:
			t.Errorf("%q takes %d segments, %q takes %d", message, before.Segments, message+more, after.Segments)
		default:
			if appended, err := Segment(more, unicode); err != nil || before.Characters+appended.Characters != after.Characters {
				t.Errorf("%q is %d characters and %q %d (%v), but both are %d", message, before.Characters, more, appended.Characters, err, after.Characters)
			}
		}
	})
}

// consistent asserts what holds of every text that can be sent.
func consistent(t *testing.T, message string, text Text) {
	t.Helper()
	lone, part := map[Encoding]int{GSM: 160, UCS: 70}[text.Encoding], partSizes[text.Encoding]
	switch {
	case text.Characters > MaxSegments*part || text.Segments < 0 || (text.Segments == 0) != (text.Characters == 0):
		t.Errorf("%q: %d segments of %d characters", message, text.Segments, text.Characters)
	// Each part but the last may have room for one character more.
	case text.Segments == 1 && text.Characters > lone,
		text.Segments > 1 && (text.Characters <= lone || text.Characters > part*text.Segments || text.Characters <= (part-1)*(text.Segments-1)):
		t.Errorf("%q: %d characters make %d segments", message, text.Characters, text.Segments)
	case text.Encoding == UCS && text.Text != message:
		t.Errorf("%q became %q", message, text.Text)
	case text.Encoding == GSM && replacements.Replace(text.Text) != text.Text:
		t.Errorf("%q became %q, which the vendor would replace again", message, text.Text)
	}
}

// FuzzRent has a rental answered by anything: it is made once, a success that is not about
// something else counts whatever is in it, and no answer brings out the key.
func FuzzRent(f *testing.F) {
	key := simulator.DefaultAPIKey
	for _, seed := range []string{
		`{"success":true,"op":"rent","token":"T1","cost":{"quantity":20,"total":1.8,"cost_unity":0.09}}`,
		`{"success":true,"location":{"token":"T1","cost":{"total":"1.8"}},"datas":{"token":"` + key + `"}}`,
		`{"success":true,"token":[],"locationToken":true,"cost":[],"location":{},"location":{"a":1}}`,
		`{"success":true,"op":"price"}`, `{"success":false,"code":36,"message":"` + key + `"}`, `{"success":true,"code":11}`, `{}`, "<html>", "",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, answer []byte) {
		said := &repeated{answer: answer}
		c := New(partner.Config{BaseURL: "http://127.0.0.1:1/v1", APIKey: key, Answer: said})
		rented, err := c.Rent(t.Context(), documentedCriteria, someVolumes)
		if said.requests != 1 {
			t.Errorf("%d requests", said.requests)
		}
		failed, ok := errors.AsType[*partner.Error](err)
		if err != nil && (!ok || failed.TellsSuccess() && !failed.OutcomeUnknown()) || err == nil && rented == nil {
			t.Errorf("got %v and the error %v", rented, err)
		}
		if rented != nil && rented.Token != nil && *rented.Token == "" {
			t.Error("the token is empty")
		}
		if strings.Contains(fmt.Sprintf("%+v %v", rented, err), key) {
			t.Errorf("the key is in %+v or %v", rented, err)
		}
	})
}

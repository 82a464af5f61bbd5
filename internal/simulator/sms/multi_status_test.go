package sms

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const multiStatusPath = wire.BasePath + "/multi-status"

// listBody is a multi-status body with the right key and this JSON text as list.
func listBody(list string) string {
	return `{"apiKey": "` + wire.DefaultAPIKey + `", "SMSStatut_List": ` + list + `}`
}

// documentedPairs is the documented request.
const documentedPairs = `[
	{"phoneNumber": "+33600000001", "messageId": 2270142},
	{"phoneNumber": "+33600000002", "messageId": 1000}
]`

func documentedAccount(o Options) *Account {
	s := New(o)
	s.AddMessage(Message{ID: "2270142", Recipients: []Recipient{{Number: "+33600000001", Date: time.Unix(1517934416, 0)}}})
	return s
}

func TestMultiStatus_DocumentedExample(t *testing.T) {
	t.Parallel()
	s := documentedAccount(Options{})
	status, body := post(t, s, multiStatusPath, listBody(documentedPairs))
	expect(t, "status", status, http.StatusOK)
	expectDocumented(t, body, "multi_status.json")
	for format, name := range map[string]string{"json": "multi_status.json", "xml": "multi_status.xml"} {
		r := ask(t, s, http.MethodPost, multiStatusPath, strings.Replace(listBody(documentedPairs), "{", `{"_format": "`+format+`", `, 1))
		expect(t, "content type", r.Header().Get("Content-Type"), "application/"+format)
		if format == "xml" {
			expect(t, "XML", r.Body.String(), document(t, name))
		} else {
			expectDocumented(t, r.Body.String(), name)
		}
	}
	expectNoViolations(t, s)
}

func TestMultiStatus_Refusals(t *testing.T) {
	t.Parallel()
	const item = `{"phoneNumber": "+33600000001", "messageId": 1}`
	const noList, noListEnglish = "La liste des numéros est vide", "The list of numbers is empty"
	const wrong, wrongEnglish = "Le format n'est pas correct", "The format is not correct"
	const landline, landlineEnglish = "Ne semble pas être un numéro de mobile", "Does not appear to be a mobile number"
	const noNumber, noNumberEnglish = "Le champ phoneNumber est requis", "The phoneNumber field is required"
	const noID, noIDEnglish = "Le champ MessageId est requis", "The MessageId field is required"
	expectRefusals(t, http.MethodPost, multiStatusPath, map[string]refusal{
		"no list":        {body: keyOnly, code: "5", french: noList, english: noListEnglish},
		"null":           {body: listBody("null"), code: "5", french: noList, english: noListEnglish},
		"empty list":     {body: listBody("[]"), code: "5", french: noList, english: noListEnglish},
		"other name":     {body: strings.Replace(listBody(documentedPairs), "SMSStatut", "SMSStatus", 1), code: "5", french: noList, english: noListEnglish},
		"text":           {body: listBody(`"+33600000001"`), code: "6", french: wrong, english: wrongEnglish},
		"object":         {body: listBody(item), code: "6", french: wrong, english: wrongEnglish},
		"list of texts":  {body: listBody(`["+33600000001"]`), code: "6", french: wrong, english: wrongEnglish},
		"id in words":    {body: listBody(`[{"phoneNumber": "+33600000001", "messageId": "x"}]`), code: "6", french: wrong, english: wrongEnglish},
		"fraction":       {body: listBody(`[{"phoneNumber": "+33600000001", "messageId": 1.5}]`), code: "6", french: wrong, english: wrongEnglish},
		"no number":      {body: listBody(`[` + item + `, {"messageId": 1}]`), code: "2", french: noNumber, english: noNumberEnglish},
		"empty number":   {body: listBody(`[{"phoneNumber": "", "messageId": 1}]`), code: "2", french: noNumber, english: noNumberEnglish},
		"empty item":     {body: listBody(`[{}]`), code: "2", french: noNumber, english: noNumberEnglish},
		"no id":          {body: listBody(`[{"phoneNumber": "+33600000001"}]`), code: "3", french: noID, english: noIDEnglish},
		"null id":        {body: listBody(`[{"phoneNumber": "+33600000001", "messageId": null}]`), code: "3", french: noID, english: noIDEnglish},
		"landline":       {body: listBody(`[{"phoneNumber": "+33140000000", "messageId": 1}]`), code: "9", french: landline, english: landlineEnglish},
		"no such number": {body: listBody(`[{"phoneNumber": "+336", "messageId": 1}]`), code: "9", french: landline, english: landlineEnglish},
		"501 items":      {body: listBody(`[` + strings.Repeat(item+",", 500) + item + `]`), code: "50", french: "Le nombre de numéros autorisés est de 500 maxi", english: "Maximum of 500 numbers"},
	})
}

// statuses asks for pairs and returns the items of the answer.
func statuses(t *testing.T, s *Account, list string) []map[string]any {
	t.Helper()
	_, body := post(t, s, multiStatusPath, listBody(list))
	var answer struct {
		Items []map[string]any `json:"StatutResponse_List"`
	}
	if err := json.Unmarshal([]byte(body), &answer); err != nil {
		t.Fatalf("%v in %q", err, body)
	}
	return answer.Items
}

func TestMultiStatus_500(t *testing.T) {
	t.Parallel()
	list := "[" + strings.TrimSuffix(strings.Repeat(`{"phoneNumber": "+33600000001", "messageId": 2270142},`, 500), ",") + "]"
	expect(t, "items", len(statuses(t, documentedAccount(Options{}), list)), 500)
}

func TestMultiStatus_OrderAndFlags(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	s.AddMessage(Message{ID: "7", Recipients: []Recipient{
		{Number: "+33600000001", StopSMS: true},
		{Number: "+33600000002", IsSpam: true},
		{Number: "+4915112345678", Statuses: []string{"ko"}},
		{Number: "+33600000003", NotFound: true},
	}})
	var got []string
	for _, item := range statuses(t, s, `[
		{"phoneNumber": "+33600000003", "messageId": 7},
		{"phoneNumber": "+4915112345678", "messageId": 7},
		{"phoneNumber": "+33600000002", "messageId": 7},
		{"phoneNumber": "0600000001", "messageId": "7"}
	]`) {
		for _, name := range []string{"phoneNumber", "status", "stopSms", "isSpam"} {
			word, _ := item[name].(string)
			got = append(got, word)
		}
	}
	expect(t, "items", strings.Join(got, " "), strings.Join([]string{
		"+33600000003 Numéro introuvable  ", "+4915112345678 ko 0 0",
		"+33600000002 Delivered 0 1", "+33600000001 Delivered 1 0",
	}, " "))
}

func TestMultiStatus_Variants(t *testing.T) {
	t.Parallel()
	const unknown = `[{"phoneNumber": "+33600000002", "messageId": 1000}]`
	item := statuses(t, New(Options{Variant: Variant{ItemForms: ItemForms{NoItemCode: true}}}), unknown)[0]
	if _, present := item["code"]; present {
		t.Errorf("a code in %v", item)
	}
	expect(t, "success", item["success"], any(false))
	item = statuses(t, New(Options{Variant: Variant{Forms: wire.Forms{English: true}}}), unknown)[0]
	expect(t, "status in English", item["status"], any("Number not found"))
	item = statuses(t, New(Options{Variant: Variant{Forms: wire.Forms{NumbersAsStrings: true}}}), unknown)[0]
	expect(t, "id as text", item["messageId"], any("1000"))
	expect(t, "code as text", item["code"], any("4"))
}

// Each status call moves the same sequence on.
func TestMultiStatus_Sequence(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	s.AddMessage(Message{ID: "7", Tag: "t", Recipients: []Recipient{
		{Number: "+33600000001", Statuses: []string{"a", "b", "c", "d", "e", "f"}},
	}})
	once := `{"phoneNumber": "+33600000001", "messageId": 7}`
	items := statuses(t, s, "["+once+","+once+"]")
	expect(t, "first", items[0]["status"], any("a"))
	expect(t, "second", items[1]["status"], any("b"))
	expect(t, "message-status", statut(t, s, "7", "0600000001"), "c")
	_, body := get(t, s, bulkStatusPath, query("messageId", "7"))
	expectFields(t, body, `"status": "d"`)
	_, body = get(t, s, byTagPath, query("tag", "t"))
	expectFields(t, body, `"status": "e"`)
	for range 2 {
		expect(t, "last", statuses(t, s, "["+once+"]")[0]["status"], any("f"))
	}
}

func TestMultiStatus_Violations(t *testing.T) {
	t.Parallel()
	const id = `, "messageId": 1}]`
	const number = `[{"phoneNumber": "+33600000001", `
	for name, test := range map[string]struct{ body, want string }{
		"none":            {listBody(documentedPairs), ""},
		"id as text":      {listBody(number + `"messageId": "1"}]`), `parameter "SMSStatut_List[0].messageId" is not a number`},
		"null id":         {listBody(number + `"messageId": null}]`), `parameter "SMSStatut_List[0].messageId" is not a number`},
		"negative id":     {listBody(number + `"messageId": -1}]`), `parameter "SMSStatut_List[0].messageId": "-1" is not a whole number`},
		"national number": {listBody(`[{"phoneNumber": "0600000001"` + id), `parameter "SMSStatut_List[0].phoneNumber": "0600000001" is not an international number`},
		"blanks":          {listBody(`[{"phoneNumber": "+33 600000001"` + id), "is not an international number"},
		"number as int":   {listBody(`[{"phoneNumber": 33600000001` + id), `parameter "SMSStatut_List[0].phoneNumber" is not text`},
		"unknown member":  {listBody(number + `"messageId": 1}, {"phoneNumber": "+33600000001", "messageId": 1, "tag": "x"}]`), `unknown parameter "SMSStatut_List[1].tag"`},
		"list of texts":   {listBody(`["+33600000001"]`), `parameter "SMSStatut_List[0]" is not an object`},
		"object":          {listBody(`{}`), `parameter "SMSStatut_List" is not a list`},
		"null":            {listBody(`null`), `parameter "SMSStatut_List" is not a list`},
		"text":            {listBody(`"x"`), `parameter "SMSStatut_List" is not a list`},
		"other name":      {strings.Replace(listBody("[]"), "SMSStatut", "SMSStatus", 1), `unknown parameter "SMSStatus_List"`},
		"unknown":         {strings.Replace(listBody(documentedPairs), "{", `{"messageId": 1, `, 1), `unknown parameter "messageId"`},
		"repeated text":   {strings.Replace(listBody(documentedPairs), "{", `{"SMSStatut_List": "x", `, 1), `parameter "SMSStatut_List" is repeated`},
		"repeated":        {strings.Replace(listBody(documentedPairs), "{", `{"SMSStatut_List": [], `, 1), `parameter "SMSStatut_List" is repeated`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := New(Options{})
			post(t, s, multiStatusPath, test.body)
			expectViolation(t, s, "POST /v1/multi-status: ", test.want)
		})
	}
}

// One English page prints GET.
func TestMultiStatus_GetIsRefused(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	r := ask(t, s, http.MethodGet, multiStatusPath+"?"+query().Encode(), "")
	expect(t, "status", r.Code, http.StatusMethodNotAllowed)
	expect(t, "allowed", r.Header().Get("Allow"), http.MethodPost)
	expectViolation(t, s, "GET /v1/multi-status: ", "the method is not POST")
}

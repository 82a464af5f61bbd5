package sms

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const sendPath = wire.BasePath + "/send"

// sendBody is the body of a send with the right key; pairs are added, and nil
// removes one.
func sendBody(t *testing.T, pairs ...any) string {
	t.Helper()
	body := map[string]any{"apiKey": wire.DefaultAPIKey, "phoneNumbers": "+33600000001", "message": "Hello"}
	for pair := range slices.Chunk(pairs, 2) {
		name, isText := pair[0].(string)
		if !isText {
			t.Fatalf("%v is no parameter", pair[0])
		}
		body[name] = pair[1]
		if pair[1] == nil {
			delete(body, name)
		}
	}
	b, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestSend_Answer(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	status, body := post(t, s, sendPath, sendBody(t))
	expect(t, "status", status, http.StatusOK)
	expect(t, "body", body, `{
    "success": true,
    "code": 200,
    "message_id": 1112,
    "nb_sms": 1,
    "cost": 0.038,
    "currency": "EUR"
}`)
	_, body = post(t, s, sendPath, sendBody(t, "phoneNumbers", numbers(500)))
	answer := fields(t, body)
	expect(t, "id", answer["message_id"], json.Number("1113"))
	expect(t, "nb_sms of 500", answer["nb_sms"], json.Number("500"))
	expect(t, "cost of 500", answer["cost"], json.Number("19"))
	_, body = post(t, s, sendPath, sendBody(t, "_format", "xml"))
	expect(t, "XML", body, `<?xml version='1.0' encoding='UTF-8'?>
<result>
    <entry>true</entry>
    <entry>200</entry>
    <entry>1114</entry>
    <entry>1</entry>
    <entry>0.038</entry>
    <entry>
        <![CDATA[EUR]]>
    </entry>
</result>`)
	expectNoViolations(t, s)
}

// numbers lists so many numbers that are Delivered.
func numbers(n int) string {
	list := make([]string, n)
	for i := range n {
		list[i] = "+33611" + strconv.Itoa(1000+i) + "00"
	}
	return strings.Join(list, ",")
}

func TestSend_SkipsIDsInUse(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	s.AddMessage(Message{ID: "1112"})
	_, body := post(t, s, sendPath, sendBody(t))
	expect(t, "id", fields(t, body)["message_id"], json.Number("1113"))
}

func TestSend_AllParameters(t *testing.T) {
	t.Parallel()
	c := newClock()
	s := New(Options{Options: wire.Options{Now: c.Now}})
	for name, typed := range map[string][]any{
		"numbers": {"gamme", 1, "time", 9, "minute", 0, "isStopSms", 1, "isUnicode", 0, "sandbox", 1},
		"strings": {"gamme", "2", "time", "9", "minute", "0", "isStopSms", "0", "isUnicode", "1", "sandbox", "0"},
	} {
		_, body := post(t, s, sendPath, sendBody(t, append(typed,
			"sender", "ACME", "tag", "promo1", "scheduledDeliveryDate", "21/10/2030",
			"urlDlr", "https://example.com/dlr", "urlResponse", "https://example.com/answer")...))
		answer := fields(t, body)
		expect(t, name+": success", answer["success"], true)
		expect(t, name+": schedule", answer["scheduledDeliveryDate"], "2030-10-21 09:00:00")
	}
	expectNoViolations(t, s)
}

func TestSend_Errors(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		body    string
		code    string
		message string
		status  int
	}{
		"no body":        {body: "", code: "1", message: "La Clé API est requise"},
		"key missing":    {body: sendBody(t, "apiKey", nil), code: "1", message: "La Clé API est requise"},
		"key wrong":      {body: sendBody(t, "apiKey", "no", "phoneNumbers", nil), code: "10", message: "Clé API incorrecte"},
		"no number":      {body: sendBody(t, "phoneNumbers", nil), code: "2", message: "Le champ phoneNumbers est requis"},
		"null number":    {body: `{"apiKey": "` + wire.DefaultAPIKey + `", "message": "m", "phoneNumbers": null}`, code: "2", message: "Le champ phoneNumbers est requis"},
		"501 numbers":    {body: sendBody(t, "phoneNumbers", strings.Repeat("0600000001,", 500)+"0600000001"), code: "50", message: "Le nombre de numéros autorisés est de 500 maxi"},
		"unclosed":       {body: `{"apiKey": "a`, code: "90", message: "Le JSON est malformé: erreur de syntaxe", status: 400},
		"bad escape":     {body: `{"message": "say "hello""}`, code: "90", message: "Le JSON est malformé: erreur de syntaxe", status: 400},
		"no object":      {body: `["a"]`, code: "90", message: "Le JSON est malformé: erreur de syntaxe", status: 400},
		"form":           {body: `apiKey=a&message=b`, code: "90", message: "Le JSON est malformé: erreur de syntaxe", status: 400},
		"two objects":    {body: sendBody(t) + "{}", code: "90", message: "Le JSON est malformé: erreur de syntaxe", status: 400},
		"missing ending": {body: strings.TrimSuffix(sendBody(t), "}"), code: "90", message: "Le JSON est malformé: erreur de syntaxe", status: 400},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if test.status == 0 {
				test.status = http.StatusOK
			}
			s := New(Options{})
			status, body := post(t, s, sendPath, test.body)
			expect(t, "status", status, test.status)
			expect(t, "body", body, "{\n    \"success\": false,\n    \"code\": "+test.code+",\n    \"message\": \""+test.message+"\"\n}")
			if got := statut(t, s, "1112", "0600000001"); !strings.Contains(got, `"code": 4`) {
				t.Errorf("the refused message was queued: %s", got)
			}
		})
	}
}

func TestSend_AccountErrors(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	for _, code := range []string{"20", "30", "40", "96"} {
		n := map[string]int{"20": 20, "30": 30, "40": 40, "96": 96}[code]
		s.SetAccount(n)
		_, body := post(t, s, sendPath, sendBody(t, "message", nil))
		expect(t, "code", fields(t, body)["code"], json.Number(code))
	}
}

func TestSend_ContentTypeDoesNotMatter(t *testing.T) {
	t.Parallel()
	for _, contentType := range []string{"", "application/x-www-form-urlencoded", "text/plain"} {
		s := New(Options{})
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, sendPath, strings.NewReader(" \n"+sendBody(t)+"\n"))
		r.Header.Set("Content-Type", contentType)
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		expect(t, "success", fields(t, w.Body.String())["success"], true)
		expect(t, "violations", strings.Join(s.Violations(), "; "), "POST /v1/send: the content type of a body is not application/json")
	}
}

func TestSend_ValidationList(t *testing.T) {
	t.Parallel()
	c := newClock()
	bad := sendBody(t, "message", nil, "phoneNumbers", "000000,+33600000001", "sender", "TwelveLetter",
		"scheduledDeliveryDate", "21/11/2014", "time", 9, "minute", 0, "_format", "json")
	const asJSON = `{
    "success": false,
    "code": 9,
    "KEY": [
        {
            "elementId": "children[message].data",
            "message": "Le message est requis"
        },
        {
            "elementId": "children[phoneNumbers].data",
            "message": "Ce numero de telephone n'est pas valide (000000)"
        },
        {
            "elementId": "children[sender].data",
            "message": "L'emetteur ne peut pas etre plus long que 11 caracteres"
        },
        {
            "elementId": "children[scheduledDeliveryDate].data",
            "message": "La date (21/11/2014 à 9:0) est anterieure a la date actuelle."
        }
    ]
}`
	for variant, key := range map[wire.ErrorsKey]string{"": "error", "error": "error", "errors": "errors"} {
		_, body := post(t, New(Options{Options: wire.Options{Now: c.Now}, Variant: Variant{Forms: wire.Forms{ErrorsKey: variant}}}), sendPath, bad)
		expect(t, "list under "+key, body, strings.ReplaceAll(asJSON, "KEY", key))
	}
	_, body := post(t, New(Options{Options: wire.Options{Now: c.Now}}), sendPath, sendBody(t, "message", "", "phoneNumbers", "x", "sender", "TwelveLetter", "_format", "xml"))
	expect(t, "XML", body, `<?xml version='1.0' encoding='UTF-8'?>
<result>
    <entry>false</entry>
    <entry>9</entry>
    <entry>
        <entry>
            <entry>children[message].data</entry>
            <entry>Le message est requis</entry>
        </entry>
        <entry>
            <entry>children[phoneNumbers].data</entry>
            <entry>Ce numéro de téléphone n'est pas valide (x)</entry>
        </entry>
        <entry>
            <entry>children[sender].data</entry>
            <entry>L'émetteur ne peut pas être plus long que 11 caractères</entry>
        </entry>
    </entry>
</result>`)
}

func TestSend_English(t *testing.T) {
	t.Parallel()
	for message, body := range map[string]string{
		"The JSON is malformed: syntax error": "{",
		"The phoneNumbers field is required":  sendBody(t, "phoneNumbers", ""),
		"Maximum of 500 numbers":              sendBody(t, "phoneNumbers", strings.Repeat(",", 500)),
	} {
		_, answer := post(t, New(Options{Variant: Variant{Forms: wire.Forms{English: true}}}), sendPath, body)
		expect(t, "message", fields(t, answer)["message"], any(message))
	}
}

func TestSend_DeliveryDelay(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		schedule []any
		wait     time.Duration
		date     string
	}{
		"at once":   {wait: time.Minute, date: "2026-07-01 12:01:00"},
		"scheduled": {schedule: []any{"scheduledDeliveryDate", "01/07/2026", "time", 15, "minute", 5}, wait: 3*time.Hour + 6*time.Minute, date: "2026-07-01 15:06:00"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := newClock()
			s := New(Options{Options: wire.Options{Now: c.Now}, DeliveryDelay: time.Minute})
			post(t, s, sendPath, sendBody(t, append(test.schedule, "phoneNumbers", "0600000001,0600000092")...))
			read := func(number string) map[string]any {
				_, body := get(t, s, messageStatusPath, query("messageId", "1112", "phoneNumber", number))
				return fields(t, body)
			}
			expect(t, "status after the send", read("0600000001")["statut"], "Waiting")
			expect(t, "date after the send", read("0600000001")["date"], "2026-07-01 12:00:00")
			c.advance(test.wait - time.Nanosecond)
			expect(t, "status before the end", read("0600000001")["statut"], "Waiting")
			expect(t, "STOP before the end", read("0600000092")["stopSms"], false)
			c.advance(time.Nanosecond)
			expect(t, "status at the end", read("0600000001")["statut"], "Delivered")
			expect(t, "date at the end", read("0600000001")["date"], test.date)
			expect(t, "STOP at the end", read("0600000092")["stopSms"], true)
		})
	}
}

func TestSend_Outcomes(t *testing.T) {
	t.Parallel()
	s := New(Options{})
	want := map[string]string{
		"0600000000": "Delivered", "0600000001": "Delivered", "0600000090": "Not delivered",
		"0600000091": "Waiting", "0600000092": "Delivered", "0600000094": "UNDELIV", "0600000095": "ko",
	}
	numbers := "0600000093"
	for number := range want {
		numbers += "," + number
	}
	post(t, s, sendPath, sendBody(t, "phoneNumbers", numbers))
	for number, word := range want {
		expect(t, number, statut(t, s, "1112", number), word)
	}
	if got := statut(t, s, "1112", "0600000093"); !strings.Contains(got, `"code": 4`) {
		t.Errorf("0600000093 answers %s", got)
	}
	if help := OutcomesHelp(); !strings.HasPrefix(help, "The last two digits") || !strings.HasSuffix(help, "  other  Delivered\n") {
		t.Errorf("the help is %s", help)
	}
	for _, o := range outcomes() {
		if !strings.Contains(OutcomesHelp(), "..."+o.ending+"  "+o.meaning) {
			t.Errorf("the help does not mention %s", o.ending)
		}
	}
}

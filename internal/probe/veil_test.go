package main

import (
	"net/http"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

func TestVeil(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]string{
		// The form of a number stays, and so does that it is the same one.
		`{"phone":"+33612345678","number":"0612345678","request":"33612345678","national":"06 12 34 56 78"}`: `{"phone":"+<phone 1>","number":"0<phone 1>","request":"<phone 1>","national":"0<phone 1 spaced>"}`,
		// Types stay.
		`{"message_id":4242,"messageId":"4242","cost":0.038,"nb_sms":1}`: `{"message_id":<id 1>,"messageId":"<id 1>","cost":0.038,"nb_sms":1}`,
		`{"date":"1534615206","createdAt":"2015-02-07 22:39:46"}`:        `{"date":"1534615206","createdAt":"2015-02-07 22:39:46"}`,
		// A birthday is private, and figures of the account are.
		`{"contactId":"C9","date":"1975-03-04"}`:                  `{"contactId":"<token 1>","date":"2000-01-31"}`,
		`{"datas":[{"cost":"4.5","nb_send":"7","m":"09"}]}`:       `{"datas":[{"cost":"<amount 1>","nb_send":"<amount 2>","m":"09"}]}`,
		`{"credits":{"total":5,"currency":"EUR","left":"7.123"}}`: `{"credits":{"total":<number 1>,"currency":"EUR","left":"<amount 1>"}}`,
		// The vendor's words stay, with what was named before replaced in them.
		`{"firstname":"Ada","message":"Le contact Ada (0612345678, ada@x.example) n'existe pas. Adapter le groupe."}`: `{"firstname":"<name 1>","message":"Le contact <name 1> (0<phone 1>, <mail 1>) n'existe pas. Adapter le groupe."}`,
		// A number under a name that is kept may be a phone's all the same.
		`{"to":33612345678,"number":33612345678,"total":"33612345678","date":"0612345678","code":10,"page":33612345678,"nbSMS":2}`: `{"to":<number 1>,"number":<phone 1>,"total":"<phone 1>","date":"0<phone 1>","code":10,"page":<number 1>,"nbSMS":2}`,
		// Of what is not whole, only the form is shown.
		`<br /><b>Fatal: bad key Jean</b>`:         `(text with tags, 32 bytes, no usual content type)`,
		`<link href="x?name=Jean"/>`:               `(text with tags, 26 bytes, no usual content type)`,
		`<user><firstname>Jean`:                    `(text with tags, 21 bytes, no usual content type)`,
		`{"firstname":"Jean"}<br/>Warning`:         `(JSON that is not whole, 32 bytes, no usual content type)`,
		`{"firstname":"Jean"`:                      `(JSON that is not whole, 19 bytes, no usual content type)`,
		`Jean`:                                     `(text, 4 bytes, no usual content type)`,
		`<result><entry>true</entry></result>Jean`: `(text with tags, 40 bytes, no usual content type)`,
		`<result a="Jean"><!-- Jean --><entry>false</entry><entry>10</entry><entry>Jean 0612345678</entry></result>`: `<result><entry>false</entry><entry>10</entry><entry><text 1></entry></result>`,
		`<result><entry>true</entry><entry><entry>1234</entry><entry><![CDATA[ Jean ]]></entry></entry></result>`:    `<result><entry>true</entry><entry><entry><number 1></entry><entry><![CDATA[<text 1>]]></entry></entry></result>`,
		// What no documentation names is replaced.
		`{"new":{"field":"rue du Bac","count":12,"on":true,"none":null}}`: `{"new":{"field":"<text 1>","count":<number 1>,"on":true,"none":null}}`,
	} {
		got := newVeil().answer(&answer{body: []byte(body)}, shown)
		if flat := strings.NewReplacer("\n", "", "  ", "", `": `, `":`).Replace(got); flat != want {
			t.Errorf("%s becomes\n%s, want\n%s", body, flat, want)
		}
	}
}

func TestHeaders(t *testing.T) {
	t.Parallel()
	a := newAccount(t, simulator.Options{})
	a.Script("/me", simulator.Step{Status: http.StatusTooManyRequests, Header: http.Header{
		"X-Ratelimit-Reset": {"1534615206"}, "Retry-After": {"60"}, "Set-Cookie": {"session=1"}, "Server": {"nginx"},
	}})
	o := a.run(t.Context(), t, "-yes")
	for _, want := range []string{"X-Ratelimit-Reset: 1534615206", "Retry-After: 60", "- HTTP 429 on GET /me", "- header Retry-After on GET /me"} {
		if !strings.Contains(o.report, want) {
			t.Errorf("the report does not have %q", want)
		}
	}
	if strings.Contains(o.report, "session") || strings.Contains(o.report, "nginx") {
		t.Error("the report has headers of no interest")
	}
}

func TestKeyInEveryEncoding(t *testing.T) {
	t.Parallel()
	v := newVeil()
	v.learnKey(`aB1/+ &"<é`)
	for _, text := range []string{
		`aB1/+ &"<é`, `AB1/+ &"<É`, `aB1%2F%2B+%26%22%3C%C3%A9`, `aB1%2f%2b%20%26%22%3c%c3%a9`, `aB1%252F%252B%2520%2526%2522%253C%25C3%25A9`,
		`aB1\/+ \u0026\"\u003C\u00e9`, `aB1/+ &amp;&quot;&lt;&#233;`, `aB1/&#43; &#38;&#34;&#x3C;&#xe9;`,
	} {
		if got := v.words("key " + text + "!"); got != "key <key 1>!" {
			t.Errorf("%s becomes %s", text, got)
		}
	}
}

func TestValueOfAFlag(t *testing.T) {
	t.Parallel()
	v := newVeil()
	v.learn(settings{ownNumber: ownNumber})
	got := finding{flag: "scheduled-status", value: "Sent to 33612345678 | `x`\n"}.form(v)
	if want := "`-scheduled-status=\"Sent to <phone 1> \\| 'x'\\n\"`"; got != want {
		t.Errorf("the form is %s, want %s", got, want)
	}
}

func TestHeaderOfDigits(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]string{"33612345678": "<number 1>", "60": "60", "1534615206": "1534615206"} {
		if got := newVeil().header(value, shown); got != want {
			t.Errorf("%s becomes %s", value, got)
		}
	}
}

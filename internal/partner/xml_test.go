package partner

import (
	"fmt"
	"strings"
	"testing"
)

// entries writes an answer as the vendor does.
func entries(values ...string) string {
	return "<?xml version='1.0' encoding='UTF-8'?>\n" + group("result", values...)
}

func group(name string, values ...string) string {
	var b strings.Builder
	b.WriteString("<" + name + ">\n")
	for _, value := range values {
		b.WriteString("    <entry>" + value + "</entry>\n")
	}
	b.WriteString("</" + name + ">")
	return b.String()
}

// TestXML_Documented proves that the documented answer means the same in both
// formats, with the printed line breaks around its CDATA sections.
func TestXML_Documented(t *testing.T) {
	t.Parallel()
	var answers [2]values
	bubble(t, nil, nil, func(t *testing.T, w *world) {
		for i, format := range []Format{JSON, XML} {
			params := Params{"messageId": "1111", "phoneNumber": "0600000000", "_format": format}
			got, err := Do(t.Context(), w.client, &status, params, decodeValues)
			if err != nil {
				t.Fatal(err)
			}
			answers[i] = got
		}
		expect(t, "violations", strings.Join(w.Violations(), "\n"), "")
	})
	want := "200 0600000000 false 2015-02-07 22:39:46 +0100 CET Delivered 0.045 FR"
	expect(t, "JSON", answers[0].String(), want)
	expect(t, "XML", answers[1].String(), want)
}

func TestXML_Success(t *testing.T) {
	t.Parallel()
	documented := []string{"true", "200", "0600000000", "1111", "false", "2015-02-07 22:39:46", "Delivered", "0.045", "FR", "EUR"}
	plain := entries(documented...)
	for name, body := range map[string]string{
		"plain":                     plain,
		"on one line":               strings.ReplaceAll(plain, "\n", ""),
		"without a declaration":     group("result", documented...),
		"with a byte order mark":    "\xef\xbb\xbf" + plain,
		"with a comment":            strings.ReplaceAll(plain, "<result>", "<!-- a --><result><!-- b -->"),
		"declared in another set":   strings.ReplaceAll(plain, "UTF-8", "ISO-8859-1"),
		"with values after them":    entries(append(documented, "new", group("entry", "new"))...),
		"success as number":         strings.ReplaceAll(plain, "<entry>true", "<entry>1"),
		"success in CDATA":          strings.ReplaceAll(plain, "<entry>true", "<entry>\n  <![CDATA[true]]>\n"),
		"success in capitals":       strings.ReplaceAll(plain, "<entry>true", "<entry>TRUE"),
		"with text between entries": strings.ReplaceAll(plain, "</entry>", "</entry> ... "),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, failed := interpreted(&status, 200, nil, body, "")
			if failed != nil {
				t.Fatal(failed)
			}
			expect(t, "values", got.String(), "200 0600000000 false 2015-02-07 22:39:46 +0100 CET Delivered 0.045 FR")
		})
	}
}

func TestXML_Refused(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		body        string
		code, words string
	}{
		"documented":      {entries("false", "10", "Clé API incorrecte"), "10", "Clé API incorrecte"},
		"in CDATA":        {entries("false", "\n<![CDATA[4]]>\n", "<![CDATA[Message <1> introuvable]]>"), "4", "Message <1> introuvable"},
		"escaped":         {entries("false", "4", "&lt;1&gt; &amp; &#233;"), "4", "<1> & é"},
		"without a text":  {entries("false", "4"), "4", ""},
		"success as zero": {entries("0", "4", "Non"), "4", "Non"},
		"list of problems": {
			entries("false", "9", strings.Join([]string{
				group("entry", "children[message].data", "Le message est requis"),
				group("entry", "<![CDATA[children[phoneNumber].data]]>", "Ce numéro n'est pas valide", "more"),
			}, "")), "9", "message: Le message est requis; phoneNumber: Ce numéro n'est pas valide",
		},
		"list of texts": {
			entries("false", "9", "<entry>Un</entry><entry>Deux</entry>"), "9", "Un; Deux",
		},
		"more after the text": {
			entries("false", "55", "Aucun prix", group("entry", group("entry", "false", "9", "Pas un mobile"))), "55", "Aucun prix",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			failed := rejected(t, 200, nil, test.body, ReasonVendor)
			expect(t, "code", failed.Code, test.code)
			expect(t, "words", failed.Words(), test.words)
		})
	}
}

func TestXML_Unreadable(t *testing.T) {
	t.Parallel()
	full := entries("true", "200", "0600000000", "1111", "false", "1423345186", "Delivered", "0.045", "FR", "EUR")
	for name, test := range map[string]struct{ body, want string }{
		"truncated":                {full[:len(full)-20], "the XML answer breaks off before its end"},
		"truncated in a tag":       {full[:len(full)-3], "the XML answer breaks off before its end"},
		"the declaration alone":    {"<?xml version='1.0'?>", "the XML answer breaks off before its end"},
		"an opening bracket":       {"<", "the XML answer breaks off before its end"},
		"wrong":                    {"<result>\n<entry>true</result>", "the answer is not correct XML in line 2"},
		"another version":          {"<?xml version='2.0'?><result/>", "the answer is not correct XML"},
		"another root":             {"<soap><entry>true</entry></soap>", `the answer is XML, not the vendor's: it starts with "<soap><entry>true`},
		"no values":                {"<result>\n</result>", "the XML answer holds no values"},
		"too few values":           {entries("true", "200", "Request queued for processing"), "the XML answer has 3 values where 10 are documented"},
		"a group for a value":      {strings.ReplaceAll(full, "Delivered", "<entry>Delivered</entry>"), `"statut" holds a group of values`},
		"a name of its own, twice": {strings.Replace(full, "</result>", "<statut>Waiting</statut></result>", 1), `the XML answer gives two values for "statut"`},
		"a group in an error":      {entries("false", "<entry>4</entry>", "Non"), `"code" holds a group of values`},
		"nested without end":       {strings.Repeat("<result>", 100_000), "nested more than 16 levels deep"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			failed := rejected(t, 200, nil, test.body, ReasonUnreadable)
			expectContains(t, "error", failed.Error(), test.want)
		})
	}
}

// TestXML_List reads a list inside an answer, as that of multi-status has it.
func TestXML_List(t *testing.T) {
	t.Parallel()
	layout := Layout{
		{Name: "success"},
		{Name: "list", List: Names("number", "status")},
	}
	body := entries("true", group("entry", "1", "Waiting")+group("entry", "2", "Delivered"))
	object, err := parseXML(layout, []byte(body), redactor{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, name := range []string{"success", "list"} {
		got = append(got, fmt.Sprintf("%s=%s", name, object.values[name]))
	}
	expect(t, "values", strings.Join(got, "\n"), `success="true"
list=[{"number":"1","status":"Waiting"},{"number":"2","status":"Delivered"}]`)

	_, err = parseXML(layout, []byte(strings.ReplaceAll(body, "Waiting", "<entry>1</entry>")), redactor{})
	if err == nil || !strings.Contains(err.Error(), `"status" holds a group`) {
		t.Errorf("a group in a list gives error %v", err)
	}
}

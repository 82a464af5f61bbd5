package wire

import (
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"
)

// tree has one of every kind of value, nested as the answers are.
func tree() value {
	return Object{
		{"success", boolean(true)},
		{"code", integer(200)},
		{"user", elements{{"username", text("owner@example.com")}, {"firstname", text("Ann")}}},
		{"credits", Object{{"creditSms", integer(1200)}, {"balance", text("52.119")}}},
		{"list", list{Object{{"cost", decimal("0.038")}}, text("x"), list{boolean(false)}}},
		{"none", list{}},
		{"message", plain("a < b & é")},
		{"text", text("a ]]> \"b\" \\ \n\r\t\x01 é 😀 \u2028")},
	}
}

func TestJSONDocument(t *testing.T) {
	t.Parallel()
	got := jsonDocument(tree(), false)
	expect(t, "JSON", got, strings.Join([]string{
		`{`,
		`    "success": true,`,
		`    "code": 200,`,
		`    "user": {`,
		`        "username": "owner@example.com",`,
		`        "firstname": "Ann"`,
		`    },`,
		`    "credits": {`,
		`        "creditSms": 1200,`,
		`        "balance": "52.119"`,
		`    },`,
		`    "list": [`,
		`        {`,
		`            "cost": 0.038`,
		`        },`,
		`        "x",`,
		`        [`,
		`            false`,
		`        ]`,
		`    ],`,
		`    "none": [],`,
		`    "message": "a < b & é",`,
		`    "text": "a ]]> \"b\" \\ \n\r\t\u0001 é 😀 ` + "\u2028" + `"`,
		`}`,
	}, "\n"))
	escaped := jsonDocument(tree(), true)
	if !strings.Contains(escaped, `\u00e9 \ud83d\ude00 \u2028`) {
		t.Errorf("not escaped: %s", escaped)
	}
	for _, document := range []string{got, escaped} {
		var m struct{ Text string }
		if err := json.Unmarshal([]byte(document), &m); err != nil {
			t.Fatal(err)
		}
		expect(t, "text read back", m.Text, "a ]]> \"b\" \\ \n\r\t\x01 é 😀 \u2028")
	}
}

// A value that is not there is null, and in XML an empty element.
func TestNull(t *testing.T) {
	t.Parallel()
	nothing := Object{Null("apiKey")}
	expect(t, "JSON", jsonDocument(nothing, false), "{\n    \"apiKey\": null\n}")
	expect(t, "XML", xmlDocument(nothing), "<?xml version='1.0' encoding='UTF-8'?>\n<result>\n    <entry/>\n</result>")
}

func TestXMLDocument(t *testing.T) {
	t.Parallel()
	got := xmlDocument(tree())
	expect(t, "XML", got, strings.Join([]string{
		`<?xml version='1.0' encoding='UTF-8'?>`,
		`<result>`,
		`    <entry>true</entry>`,
		`    <entry>200</entry>`,
		`    <entry>`,
		`        <username>`,
		`            <![CDATA[owner@example.com]]>`,
		`        </username>`,
		`        <firstname>`,
		`            <![CDATA[Ann]]>`,
		`        </firstname>`,
		`    </entry>`,
		`    <entry>`,
		`        <entry>1200</entry>`,
		`        <entry>`,
		`            <![CDATA[52.119]]>`,
		`        </entry>`,
		`    </entry>`,
		`    <entry>`,
		`        <entry>`,
		`            <entry>0.038</entry>`,
		`        </entry>`,
		`        <entry>`,
		`            <![CDATA[x]]>`,
		`        </entry>`,
		`        <entry>`,
		`            <entry>false</entry>`,
		`        </entry>`,
		`    </entry>`,
		`    <entry/>`,
		`    <entry>a &lt; b &amp; é</entry>`,
		`    <entry>`,
		`        <![CDATA[a ]]]]><![CDATA[> "b" \ ` + "\n\r\t" + ` é 😀 ` + "\u2028" + `]]>`,
		`    </entry>`,
		`</result>`,
	}, "\n"))
	var read struct {
		Entries []string `xml:"entry"`
	}
	if err := xml.Unmarshal([]byte(got), &read); err != nil {
		t.Fatal(err)
	}
	expect(t, "error text read back", read.Entries[6], "a < b & é")
}

func TestRetype_Nested(t *testing.T) {
	t.Parallel()
	got := jsonDocument(Forms{NumbersAsStrings: true, FlagsAsStrings: true}.retype("", tree()), false)
	for _, want := range []string{`"creditSms": "1200"`, `"cost": "0.038"`, `"success": true`, "[\n            \"0\"\n        ]"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	expect(t, "true", Forms{FlagsAsStrings: true}.retype("", boolean(true)), value(text("1")))
}

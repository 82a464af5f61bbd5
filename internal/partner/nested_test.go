package partner

import (
	"fmt"
	"strings"
	"testing"
)

// answered is the object of an answer that has this JSON text.
func answered(t *testing.T, body, key string) *Object {
	t.Helper()
	o, err := parse(&status, []byte(body), "", newRedactor(key))
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// A value of the wrong kind fails under the name that leads to it from the
// answer.
func TestNested_FullNames(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		body string
		read func(o *Object)
		want string
	}{
		"value in an object": {
			`{"credits": {"balance": "cher"}}`,
			func(o *Object) { o.Object("credits").Decimal("balance") },
			`"credits.balance" holds "cher", which is not a number`,
		},
		"value in an item": {
			`{"StatutResponse_List": [{}, {"date": "1517934416"}, {}, {"date": "hier"}]}`,
			func(o *Object) {
				for _, item := range o.List("StatutResponse_List") {
					item.Time("date")
				}
			},
			`"StatutResponse_List[3].date" holds "hier", which is not a date in a form that the vendor documents`,
		},
		"deep inside": {
			`{"a": [{"b": {"c": [{"d": "x"}]}}]}`,
			func(o *Object) { o.List("a")[0].Object("b").List("c")[0].Int("d") },
			`"a[0].b.c[0].d" holds "x", which is not a whole number`,
		},
		"item that is no object": {
			`{"list": [{}, 5, null, []]}`,
			func(o *Object) { o.List("list") },
			`"list[1]" holds "5", which is not an object` + "\n" +
				`"list[2]" holds "null", which is not an object` + "\n" +
				`"list[3]" holds "[]", which is not an object`,
		},
		"object for a list": {
			`{"list": {"0": {}}}`,
			func(o *Object) { o.List("list") },
			`"list" holds "{\"0\": {}}", which is not a list`,
		},
		"text for a list": {
			`{"inner": {"list": "vide"}}`,
			func(o *Object) { o.Object("inner").List("list") },
			`"inner.list" holds "\"vide\"", which is not a list`,
		},
		"each of several": {
			`{"stop": "peut-être", "list": [{"n": "1.5"}, {"n": "2"}], "a": {"b": "x"}}`,
			func(o *Object) {
				o.Bool("stop")
				for _, item := range o.List("list") {
					item.Int("n")
				}
				o.Object("a").Decimal("b")
			},
			`"stop" holds "peut-être", which is not true or false` + "\n" +
				`"list[0].n" holds "1.5", which is not a whole number` + "\n" +
				`"a.b" holds "x", which is not a number`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := answered(t, test.body, "")
			test.read(o)
			told := o.Unread()
			if err := o.err(); err != nil {
				told = append(told, err.Error())
			}
			expect(t, "told", strings.Join(told, "\n"), test.want)
		})
	}
}

// The first errors tell enough.
func TestNested_ManyErrors(t *testing.T) {
	t.Parallel()
	o := answered(t, `{"list": [`+strings.Repeat("5,", 20)+`{"n": "x"}]}`, "")
	for _, item := range o.List("list") {
		item.Int("n")
	}
	lines := strings.Split(o.err().Error(), "\n")
	expect(t, "errors", len(lines), maxErrors)
	expect(t, "the last", lines[maxErrors-1], `"list[9]" holds "5", which is not an object`)
}

// What an answer repeats of the request can hold the key, here too.
func TestNested_KeyTakenOut(t *testing.T) {
	t.Parallel()
	o := answered(t, `{"list": [{"n": "`+plainKey+`", "text": "`+plainKey+`"}, "`+plainKey+`"]}`, plainKey)
	for _, item := range o.List("list") {
		item.Int("n")
		expect(t, "text", *item.Text("text"), redacted)
	}
	o.Reject("it names " + plainKey)
	expectNoSecret(t, "the error", fmt.Sprint(o.Unread(), o.err(), o.rejected), plainKey)
}

func TestNested_Absent(t *testing.T) {
	t.Parallel()
	for _, raw := range []string{`null`, `""`, `5`, `"text"`, `[]`, `[{}]`} {
		if o := asObject(t, raw); o.Object("value") != nil || o.Object("other") != nil || o.err() != nil {
			t.Errorf("%s counts as an object, or fails: %v", raw, o.err())
		}
	}
	for _, raw := range []string{`null`, `[]`} {
		if o := asObject(t, raw); len(o.List("value")) > 0 || o.List("other") != nil || o.err() != nil {
			t.Errorf("%s has items, or fails: %v", raw, o.err())
		}
	}
}

// Each kind of data counts as there in its own form only, and an empty list is
// an answer where a blank text is none.
func TestDataKind(t *testing.T) {
	t.Parallel()
	for raw, want := range map[string]map[Kind]bool{
		`"Delivered"`: {Value: true},
		`5`:           {Value: true},
		`false`:       {Value: true},
		`" "`:         {},
		`null`:        {},
		`[]`:          {List: true},
		`[{}]`:        {List: true},
		`{}`:          {Group: true},
		`{"a": 1}`:    {Group: true},
	} {
		for _, kind := range []Kind{Value, List, Group} {
			t.Run(fmt.Sprint(raw, " as ", kind), func(t *testing.T) {
				t.Parallel()
				op := status
				op.Data, op.DataKind = "data", kind
				_, failed := interpreted(&op, 200, nil, `{"success": true, "code": 200, "data": `+raw+`}`, "")
				if want[kind] {
					expect(t, "failed", failed, nil)
					return
				}
				if failed == nil {
					t.Fatal("this counts as data")
				}
				expect(t, "reason", failed.Reason, ReasonIncomplete)
				expectContains(t, "detail", failed.Detail, `has no "data"`)
			})
		}
	}
}

package partner

import (
	"math/big"
	"strings"
	"testing"
	"time"
)

// written is a value for comparisons, "nil" where there is none and "error"
// where it has no documented form.
func written[T any](o *Object, value *T, write func(T) string) string {
	switch {
	case value == nil && len(o.Unread()) > 0:
		return "error"
	case value == nil:
		return "nil"
	default:
		return write(*value)
	}
}

func eachForm(t *testing.T, forms map[string]string, read func(o *Object) string) {
	t.Helper()
	for raw, want := range forms {
		t.Run(raw, func(t *testing.T) {
			t.Parallel()
			expect(t, raw, read(asObject(t, raw)), want)
		})
	}
}

// nothing is what counts as absent, whatever the type.
var nothing = []string{`null`, `""`, `" \t"`, `{}`, `[]`, `[1]`, `{"a": 1}`}

func TestObject_Absent(t *testing.T) {
	t.Parallel()
	for _, raw := range nothing {
		t.Run(raw, func(t *testing.T) {
			t.Parallel()
			for name, o := range map[string]*Object{"value": asObject(t, raw), "other": asObject(t, "1")} {
				if o.Text(name) != nil || o.Int(name) != nil || o.Bool(name) != nil || o.Decimal(name) != nil || o.Time(name) != nil {
					t.Errorf("%s is something", name)
				}
				if err := o.err(); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

func TestObject_Text(t *testing.T) {
	t.Parallel()
	eachForm(t, map[string]string{ //nolint:gosec // "pwned" is no password
		`"Delivered"`:           "Delivered",
		`" Not delivered\n"`:    "Not delivered",
		`"Livr\u00e9"`:          "Livré",
		`"\ud83d\ude00 \/ \\"`:  `😀 / \`,
		`300`:                   "300",
		`12345678901234567890`:  "12345678901234567890",
		`0.10`:                  "0.10",
		`true`:                  "true",
		`"\ud83d without half"`: "\uFFFD without half",

		`"Deliv\u001b[31mered\u001b]0;pwned\u0007"`: "Deliv\uFFFD[31mered\uFFFD]0;pwned\uFFFD",
		`"Delivered\r\nError: fake\u2028\u0085"`:    "Delivered  Error: fake",
		`"a\u202eb\u2066c\u200bd\ufeffe\u009b2J"`:   "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFD2J",
		`"Votre num\u00e9ro\u00a0: e\u0301\u202f!"`: "Votre numéro : e\u0301 !",
	}, func(o *Object) string {
		return written(o, o.Text("value"), func(s string) string { return s })
	})
}

func TestObject_Int(t *testing.T) {
	t.Parallel()
	eachForm(t, map[string]string{
		`200`: "200", `"200"`: "200", `" 10 "`: "10", `0`: "0", `"-1"`: "-1", `9223372036854775807`: "9223372036854775807",
		`200.0`: "200", `"1200.0"`: "1200", `-3.00`: "-3", `1.5`: "error", `"1."`: "error", `".0"`: "error", `"1.0.0"`: "error", `200.01`: "error",
		`9223372036854775808`: "error", `2e2`: "error", `"200.5"`: "error", `"OK"`: "error", `true`: "error",
	}, func(o *Object) string {
		return written(o, o.Int("value"), func(i int64) string { return big.NewInt(i).String() })
	})
}

func TestObject_Bool(t *testing.T) {
	t.Parallel()
	eachForm(t, map[string]string{
		`true`: "true", `false`: "false", `"true"`: "true", `"False"`: "false", `1`: "true", `0`: "false", `"1"`: "true", `"0"`: "false",
		`2`: "error", `"oui"`: "error", `-1`: "error",
	}, func(o *Object) string {
		return written(o, o.Bool("value"), func(b bool) string { return map[bool]string{true: "true", false: "false"}[b] })
	})
}

func TestObject_Decimal(t *testing.T) {
	t.Parallel()
	digits := strings.Repeat("1", 90)
	eachForm(t, map[string]string{
		`0.045`: "0.045", `"0.045"`: "0.045", `0`: "0", `"52.119"`: "52.119", `-1.5`: "-1.5", `"12"`: "12", `" .5 "`: "0.5", `4.5e-2`: "0.045", `"1E2"`: "100",
		`"0,045"`: "0.045", `"1 000,5"`: "error", `"1,000.5"`: "error", `"1.000,5"`: "error", `"1,000,000"`: "error", `"0.045 EUR"`: "error", `"NaN"`: "error", `"Inf"`: "error", `"0x10"`: "error", `"1_0"`: "error", `"1p4"`: "error", `"."`: "error",
		`1e999999999`: "error", `1e-999999999`: "error", `"` + digits + `"`: "error", `0.` + digits: "error", `true`: "error",
	}, func(o *Object) string {
		return written(o, o.Decimal("value"), func(f big.Float) string { return f.Text('g', 40) })
	})
}

// TestObject_DecimalExact proves that a cost equals the literal that a person
// writes into a configuration, which the engines read with 512 bits.
func TestObject_DecimalExact(t *testing.T) {
	t.Parallel()
	literal, _, err := big.ParseFloat("0.049", 10, 512, big.ToNearestEven)
	if err != nil {
		t.Fatal(err)
	}
	for _, raw := range []string{`0.049`, `"0.049"`} {
		got := asObject(t, raw).Decimal("value")
		expect(t, "precision", got.Prec(), 512)
		expect(t, raw+" compared with the literal", got.Cmp(literal), 0)
		if got.Cmp(big.NewFloat(0.049)) == 0 {
			t.Errorf("%s was rounded to a float64", raw)
		}
	}
}

func TestObject_Time(t *testing.T) {
	t.Parallel()
	const winter, summer = "2015-02-07T22:39:46+01:00", "2018-08-18T20:00:06+02:00"
	eachForm(t, map[string]string{
		`"2015-02-07 22:39:46"`:             winter,
		`"1423345186"`:                      winter,
		`1423345186`:                        winter,
		`"2015-02-07T21:39:46Z"`:            winter,
		`"2015-02-07T22:39:46.000+01:00"`:   winter,
		`"2015-02-07T21:39:46+0000"`:        winter,
		`"2015-02-07T21:39:46.000000+0000"`: winter,
		`"2018-08-18 20:00:06"`:             summer,
		`"1534615206"`:                      summer,
		`0`:                                 "nil",
		`"0"`:                               "nil",
		`1`:                                 "1970-01-01T01:00:01+01:00",
		`"-0001-11-30 00:00:00"`:            "error", // how PHP writes a date of zeros
		`253402297199`:                      "9999-12-31T23:59:59+01:00",
		`253402297200`:                      "error", // the year 10000 in Paris
		`"9999-12-31T23:59:59Z"`:            "error",
		`"0000-01-01T00:00:00Z"`:            "error",
		`"0000-00-00 00:00:00"`:             "nil",
		`"0000-00-00"`:                      "nil",
		`1534615206000`:                     "error", // milliseconds
		`18446744073709551615`:              "error",
		`-1`:                                "error",
		`1.5`:                               "error",
		`"07/02/2015"`:                      "error",
		`"2015-02-30 00:00:00"`:             "error",
		`false`:                             "nil",
	}, func(o *Object) string {
		return written(o, o.Time("value"), func(d time.Time) string { return d.Format(time.RFC3339Nano) })
	})
}

// TestObject_TimeInZone has dates as PHP writes an object: its zone is an offset (type 1), an
// abbreviation (type 2) or a name (type 3).
func TestObject_TimeInZone(t *testing.T) {
	t.Parallel()
	const winter, summer = "2024-02-10T09:30:00+01:00", "2024-07-10T09:30:00+02:00"
	eachForm(t, map[string]string{
		`{"date": "2024-02-10 09:30:00.000000", "timezone_type": 3, "timezone": "Europe/Paris"}`: winter,
		`{"date": "2024-07-10 09:30:00.000000", "timezone_type": 3, "timezone": "Europe/Paris"}`: summer,
		`{"date": "2024-07-10 07:30:00", "timezone_type": "3", "timezone": "UTC"}`:               summer,
		`{"date": "2024-02-10 09:30:00.000000", "timezone_type": 1, "timezone": "+01:00"}`:       winter,
		`{"date": "2024-07-10 08:30:00.000000", "timezone_type": 1, "timezone": "+01:00"}`:       summer,
		`{"date": "2024-02-10 03:30:00.000000", "timezone_type": 1, "timezone": "-05:00"}`:       winter,
		`{"date": "2024-02-10 09:30:00.000000", "timezone_type": 2, "timezone": "CET"}`:          winter,
		`{"date": "2024-07-10 08:30:00.000000", "timezone_type": 2, "timezone": "CET"}`:          summer,
		`{"date": "2024-07-10 09:30:00.000000", "timezone_type": 2, "timezone": "CEST"}`:         summer,
		`{"date": "2024-02-10 09:30:00.000000"}`:                                                 winter,
		`{"date": 1707553800, "timezone": "UTC"}`:                                                winter,
		`{"date": "", "timezone": "Europe/Paris"}`:                                               "nil",
		`{"date": "2024-02-10 09:30:00.000000", "timezone": "Europe/Atlantis"}`:                  "error",
		`{"date": "2024-02-10 09:30:00.000000", "timezone": "Local"}`:                            "error",
		`{"date": "2024-02-10 09:30:00.000000", "timezone": []}`:                                 winter,
		`{"date": "hier", "timezone": "Europe/Paris"}`:                                           "error",
		`{"date": "hier"}`:                       "error",
		`{"timezone": "Europe/Paris"}`:           "error",
		`{"date": ["2024"], "timezone": "UTC"}`:  "error",
		`{"date": "2024-02-10", "date": "2025"}`: "error",
	}, func(o *Object) string {
		return written(o, o.Time("value"), func(d time.Time) string { return d.Format(time.RFC3339Nano) })
	})
}

func TestAs(t *testing.T) {
	t.Parallel()
	o, err := parse(&status, []byte(`{"a": "1h", "b": "soon", "c": []}`), "", redactor{})
	if err != nil {
		t.Fatal(err)
	}
	read := func(name string) *time.Duration {
		return As(o, name, "a duration", func(text string) (time.Duration, bool) {
			d, err := time.ParseDuration(text)
			return d, err == nil
		})
	}
	if a := read("a"); a == nil || *a != time.Hour || read("b") != nil || read("c") != nil || read("d") != nil {
		t.Errorf("got %v", a)
	}
	expect(t, "unread", strings.Join(o.Unread(), "\n"), `"b" holds "soon", which is not a duration`)
}

func TestObject_Errors(t *testing.T) {
	t.Parallel()
	o, err := parse(&status, []byte(`{"a": "`+strings.Repeat("é", 100)+`", "b": 2, "c": "x"}`), "", redactor{})
	if err != nil {
		t.Fatal(err)
	}
	o.Int("a")
	o.List("b")
	o.Text("c")
	o.List("c")
	expect(t, "unread", strings.Join(o.Unread(), "\n"), `"a" holds "`+strings.Repeat("é", 40)+`…", which is not a whole number`)
	expect(t, "error", o.err().Error(), `"b" holds "2", which is not a list`+"\n"+`"c" holds "\"x\"", which is not a list`)
}

// TestObject_Identifier has ids that are alike the key: only the whole key is taken out.
func TestObject_Identifier(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		plainKey[:32]:    plainKey[:32],
		"x" + plainKey:   "x[REDACTED]",
		plainKey[1:]:     plainKey[1:],
		plainKey + "ab":  "[REDACTED]ab",
		"T789":           "T789",
		plainKey[:12]:    plainKey[:12],
		"a" + " " + "b ": "a b",
	} {
		o, err := parse(&status, []byte(`{"token": "`+text+`"}`), "", newRedactor(plainKey))
		if err != nil {
			t.Fatal(err)
		}
		expect(t, text, *o.Identifier(func(a, b string) bool { return a == b }, "token"), want)
		if len(text) > minPiece && strings.HasPrefix(plainKey, text) {
			expect(t, "as a text", *o.Text("token"), redacted)
		}
	}
}

package partner

import (
	"strings"
	"testing"
)

func BenchmarkDecodeJSON(b *testing.B) {
	benchmarkDecode(b, `{"success": true, "code": 200, "number": "0600000000", "messageId": "1111", "stopSms": false,
		"date": "2015-02-07 22:39:46", "statut": "Delivered", "cost": 0.045, "countryCode": "FR", "currency": "EUR"}`)
}

func BenchmarkDecodeXML(b *testing.B) {
	benchmarkDecode(b, entries("true", "200", "<![CDATA[0600000000]]>", "<![CDATA[1111]]>", "false",
		"<![CDATA[2015-02-07 22:39:46]]>", "<![CDATA[Delivered]]>", "0.045", "<![CDATA[FR]]>", "<![CDATA[EUR]]>"))
}

func benchmarkDecode(b *testing.B, body string) {
	b.Helper()
	b.ReportAllocs()
	redact := newRedactor(plainKey)
	received := &answer{status: 200, body: []byte(body)}
	for b.Loop() {
		reply, failed := interpret(&dialect, &status, received, redact)
		if failed != nil {
			b.Fatal(failed)
		}
		if got := decodeValues(reply.object); got.cost == nil {
			b.Fatal("no cost")
		}
	}
}

// BenchmarkRedact is an answer of the largest size, and one value of it, with keys of
// the vendor's form and of the longest that is taken.
func BenchmarkRedact(b *testing.B) {
	const digits = "8f3c01d97ab254e6"
	whole := strings.Repeat(`{"phoneNumber": "+33600000001", "messageId": 300, "status": "Delivered"},`, maxAnswer/74)
	for name, test := range map[string]struct{ secret, text string }{
		"value":            {plainKey, "2015-02-07 22:39:46"},
		"value, long key":  {strings.Repeat(digits, 16), "2015-02-07 22:39:46"},
		"value, hard key":  {hardKey, "2015-02-07 22:39:46"},
		"answer":           {plainKey, whole},
		"answer, long key": {strings.Repeat(digits, 16), whole},
		"answer, hard key": {hardKey, whole},
		"key":              {plainKey, strings.Repeat(plainKey, 100)},
		"new, long key":    {strings.Repeat(digits, 16), ""},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			r := newRedactor(test.secret)
			for b.Loop() {
				if test.text == "" {
					r = newRedactor(test.secret)
				}
				_ = r.text(test.text)
			}
		})
	}
}

package partner

import "testing"

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
		var got values
		if failed := interpret(&status, received, redact, func(o *Object) { got = decodeValues(o) }); failed != nil {
			b.Fatal(failed)
		}
		if got.cost == nil {
			b.Fatal("no cost")
		}
	}
}

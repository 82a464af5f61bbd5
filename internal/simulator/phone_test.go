package simulator

import "testing"

func TestPhoneNumbers(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		spelling   string
		documented bool
		e164       string // empty for what is no number
		national   string
	}{
		{"0600000000", true, "+33600000000", "0600000000"},
		{"0100000000", true, "+33100000000", "0100000000"},
		{"0999999999", true, "+33999999999", "0999999999"},
		{"+33600000000", true, "+33600000000", "0600000000"},
		{"0033600000000", false, "+33600000000", "0600000000"},
		{"+12025550123", true, "+12025550123", "+12025550123"},
		{"+999999999999999", true, "+999999999999999", "+999999999999999"},
		{"+1234567", true, "+1234567", "+1234567"},
		{"+123456", false, "", ""},
		{"+1234567890123456", false, "", ""},
		{"+0600000000", false, "", ""},
		{"0000000000", false, "", ""},
		{"060000000", false, "", ""},
		{"06000000000", false, "", ""},
		{"33600000000", false, "", ""},
		{" 33600000000", false, "", ""},
		{"06 00 00 00 00", false, "", ""},
		{"0600000000\n", false, "", ""},
		{"", false, "", ""},
	} {
		expect(t, test.spelling+" is documented", isDocumentedNumber(test.spelling), test.documented)
		got, valid := e164(test.spelling)
		expect(t, test.spelling+" is a number", valid, test.e164 != "")
		if valid {
			expect(t, "E.164 of "+test.spelling, got, test.e164)
			expect(t, "national form of "+test.spelling, national(got), test.national)
		}
	}
	for number, country := range map[string]string{"+33600000000": "FR", "+4915112345678": "DE", "+262692000000": "RE", "x": "FR"} {
		expect(t, "country of "+number, countryCode(number), country)
	}
}

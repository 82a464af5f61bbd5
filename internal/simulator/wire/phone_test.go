package wire

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
		got, valid := E164(test.spelling)
		expect(t, test.spelling+" is a number", valid, test.e164 != "")
		if valid {
			expect(t, "E.164 of "+test.spelling, got, test.e164)
			expect(t, "national form of "+test.spelling, National(got), test.national)
		}
	}
	for number, mobile := range map[string]bool{
		"0600000000": true, "+33600000000": true, "+33700000000": true, "0033612345678": true, "+33700123456789": true,
		"+33000000000": false, "+33140000000": false, "+33800000000": false, "0812345678": false, "+33899700000": false,
		"+33900000000": false, "0999999999": false, "+33500000000": false, "+33612": false, "": false,
		"+4915112345678": true, "+4930123456": false, "+448001111111": false, "+12025550123": true, "+999999999999999": false,
		"+262692000000": true, "+262262000000": false, "+590690000000": true, "+3612345678": false,
	} {
		expect(t, number+" seems mobile", SeemsMobile(number), mobile)
	}
	for number, country := range map[string]string{"+33600000000": "FR", "+4915112345678": "DE", "+262692000000": "RE", "x": "FR"} {
		expect(t, "country of "+number, CountryCode(number), country)
	}
}

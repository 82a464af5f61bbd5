package phone_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/nyaruka/phonenumbers"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
)

func TestE164_Spellings(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ number, region, want string }{
		{"0600000001", "FR", "+33600000001"},
		{"0600000001", "fr", "+33600000001"},
		{"06 00 00 00 01", "FR", "+33600000001"},
		{"06.00.00.00.01", "FR", "+33600000001"},
		{"06-00-00-00-01", "FR", "+33600000001"},
		{"06/00/00/00/01", "FR", "+33600000001"},
		{"06\u201100\u201100\u201100\u201101", "FR", "+33600000001"}, // hyphens that do not break
		{"06\u00a000\u00a000\u00a000\u00a001", "FR", "+33600000001"}, // spaces that do not break
		{"06\u202f00\u202f00\u202f00\u202f01", "FR", "+33600000001"}, // narrow ones
		{" 0600000001\n", "FR", "+33600000001"},
		{"+33600000001", "FR", "+33600000001"},
		{"+33600000001", "US", "+33600000001"},
		{"+33 6 00 00 00 01", "FR", "+33600000001"},
		{"+33 (0)6 00 00 00 01", "BE", "+33600000001"},
		{"+33.6.00.00.00.01", "FR", "+33600000001"},
		{"0033600000001", "FR", "+33600000001"},
		{"0033600000001", "US", "+33600000001"},
		{"00 33 6-00-00-00-01", "FR", "+33600000001"},
		{"0033 (0)6 00 00 00 01", "FR", "+33600000001"},
		{"0470 12 34 56", "BE", "+32470123456"},
		{"0470/12.34.56", "BE", "+32470123456"},
		{"+32 470 12 34 56", "FR", "+32470123456"},
		{"0032470123456", "FR", "+32470123456"},
		{"(415) 555-2671", "US", "+14155552671"},
		{"1 415 555 2671", "US", "+14155552671"},
		{"+1 415-555-2671", "FR", "+14155552671"},
		{"079 123 45 67", "CH", "+41791234567"},
		{"+44 (0)7400 123456", "FR", "+447400123456"},
		{"+39 06 1234 5678", "FR", "+390612345678"}, // this zero belongs to the number
		{"0692 12 34 56", "RE", "+262692123456"},
	} {
		t.Run(test.region+" "+test.number, func(t *testing.T) {
			t.Parallel()
			got, err := phone.E164(test.number, test.region)
			if err != nil || got != test.want {
				t.Errorf("E164(%q, %q) = %q, %v; want %q", test.number, test.region, got, err, test.want)
			}
		})
	}
}

func TestE164_Refusals(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ number, region, want string }{
		{"", "FR", `"" is not a phone number: it has no digits`},
		{" \u00a0 ", "FR", `" \u00a0 " is not a phone number: it has no digits`},
		{"+", "FR", `"+" is not a phone number: it has no digits`},
		{"00", "FR", `"00" is not a phone number: it is too short for its country`},
		{"abc", "FR", `"abc" is not a phone number: 'a' is neither a digit nor a separator`},
		{"06 00 00 00 O1", "FR", `"06 00 00 00 O1" is not a phone number: 'O' is neither a digit nor a separator`},
		{"++33600000001", "FR", `"++33600000001" is not a phone number: a plus sign stands only at the start`},
		{"06+00000001", "FR", `"06+00000001" is not a phone number: a plus sign stands only at the start`},
		{"06", "FR", `"06" is not a phone number: it is too short for the region FR`},
		{"060000000", "FR", `"060000000" is not a phone number: it is too short for the region FR`},
		{"06000000012", "FR", `"06000000012" is not a phone number: it is too long for the region FR`},
		{"06000000012", "fr", `"06000000012" is not a phone number: it is too long for the region FR`},
		{"06000000012", "BE", `"06000000012" is not a phone number: it is too long for the region BE`},
		{"415 555 267", "US", `"415 555 267" is not a phone number: it is too short for the region US`},
		{"0612345", "DK", `"0612345" is not a phone number: it is too short for the region DK`},
		{"+33060000000", "FR", `"+33060000000" is not a phone number: it is too short for its country`},
		{"+3360000000", "US", `"+3360000000" is not a phone number: it is too short for its country`},
		{"+33", "FR", `"+33" is not a phone number: it is too short for its country`},
		{"+3360000000000000", "FR", `"+3360000000000000" is not a phone number: it is too long for its country`},
		{"+352 (0)600 000 001x", "FR", `"+352 (0)600 000 001x" is not a phone number: 'x' is neither a digit nor a separator`},
		{"0600000001/0600000002", "FR", `"0600000001/0600000002" is not a phone number: it holds more than one number`},
		{strings.Repeat("6", 1<<20), "FR", `"` + strings.Repeat("6", 60) + `"... is not a phone number: it is too long for the region FR`},
		{strings.Repeat("é", 1<<20), "FR", `"` + strings.Repeat("é", 30) + `"... is not a phone number: 'é' is neither a digit nor a separator`},
		{"+3312345678901234567890", "FR", `"+3312345678901234567890" is not a phone number: it is too long for its country`},
		{"+999123456789", "FR", `"+999123456789" is not a phone number: it starts with no country's calling code`},
		{"00999123456789", "FR", `"00999123456789" is not a phone number: it starts with no country's calling code`},
		{"0600000001", "XX", `"0600000001" is not a phone number: "XX" is not a known country`},
		{"0600000001", "", `"0600000001" is not a phone number: "" is not a known country`},
	} {
		t.Run(test.region+" "+test.number, func(t *testing.T) {
			t.Parallel()
			got, err := phone.E164(test.number, test.region)
			if err == nil {
				t.Fatalf("E164(%q, %q) = %q, want an error", test.number, test.region, got)
			}
			if err.Error() != test.want {
				t.Errorf("got  %s\nwant %s", err, test.want)
			}
		})
	}
}

// The digits of every script are read, in order. Unicode keeps ten of them together.
func TestE164_Scripts(t *testing.T) {
	t.Parallel()
	zeros := 0
	for zero := rune('0'); zero <= unicode.MaxRune; zero++ {
		if !unicode.IsDigit(zero) {
			continue
		}
		zeros++
		var number strings.Builder
		for _, d := range "0612345798" {
			number.WriteRune(zero + d - '0')
		}
		if got, err := phone.E164(number.String(), "FR"); err != nil || got != "+33612345798" {
			t.Errorf("%+q is read as %q, %v", number.String(), got, err)
		}
		zero += 9
	}
	if zeros < 60 {
		t.Errorf("%d scripts only", zeros)
	}
}

// A number that is merely not known to be in use passes, in every country.
func TestE164_ExampleOfEveryCountry(t *testing.T) {
	t.Parallel()
	for region := range phonenumbers.GetSupportedRegions() {
		example := phonenumbers.GetExampleNumberForType(region, phonenumbers.MOBILE)
		if example == nil {
			continue
		}
		want := phonenumbers.Format(example, phonenumbers.E164)
		international := phonenumbers.Format(example, phonenumbers.INTERNATIONAL)
		for _, number := range []string{want, international, "00" + strings.TrimPrefix(want, "+")} {
			if got, err := phone.E164(number, phone.DefaultRegion); err != nil || got != want {
				t.Errorf("%s: E164(%q) = %q, %v; want %q", region, number, got, err, want)
			}
		}
		national := phonenumbers.Format(example, phonenumbers.NATIONAL)
		if _, err := phone.E164(national, region); err != nil {
			t.Errorf("%s: %v", region, err)
		}
	}
}

// Before the region is known, only what no region has is refused, and a number of
// an unusual length is reported.
func TestCheck(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		number string
		odd    bool
		want   string
	}{
		{"06 00 00 00 01", false, ""},
		{"060000000", false, ""},
		{"0011 65 9123 4567", false, ""},
		{"0011 33 700 12 34 56 78 90", false, ""}, // 18 digits, dialled in Australia
		{"+33600000001", false, ""},
		{"+33 700 12 34 56 78 90", false, ""}, // a range for machines
		{"+45 37 00 00 00 00 01", true, ""},
		{"0045 37 00 00 00 00 01", true, ""},
		{"+336000000012", true, ""},
		{"+508 55 12 34 5", true, ""},
		{"", false, `"" is not a phone number: it has no digits`},
		{"06O0000001", false, `"06O0000001" is not a phone number: 'O' is neither a digit nor a separator`},
		{"061", false, `"061" is not a phone number: it is too short for any region`},
		{"0600000001234567", false, `"0600000001234567" is not a phone number: it is too long for any region`},
		{"+3360000000", false, `"+3360000000" is not a phone number: it is too short for its country`},
		{"+3360000000000000", false, `"+3360000000000000" is not a phone number: it is too long for its country`},
		{"00999123456789", false, ""}, // in Brazil, by the carrier 99
		{"0099912345678901234567", false, `"0099912345678901234567" is not a phone number: it starts with no country's calling code`},
		{"06 00 00 00 01 / 06 00 00 00 02", false, `"06 00 00 00 01 / 06 00 00 00 02" is not a phone number: it holds more than one number`},
		{strings.Repeat("6", 1<<20), false, `"` + strings.Repeat("6", 60) + `"... is not a phone number: it is too long for any region`},
	} {
		odd, err := phone.Check(test.number)
		if odd != test.odd || test.want == "" && err != nil || test.want != "" && (err == nil || err.Error() != test.want) {
			t.Errorf("Check(%.40q) = %v, %v; want %v, %s", test.number, odd, err, test.odd, test.want)
		}
	}
}

func TestCheckRegion(t *testing.T) {
	t.Parallel()
	for _, region := range []string{"FR", "fr", "BE", "US", "RE"} {
		if err := phone.CheckRegion(region); err != nil {
			t.Errorf("CheckRegion(%q) = %v", region, err)
		}
	}
	for _, region := range []string{"", " ", "XX", "FRA", "France", "33", "FR "} {
		if err := phone.CheckRegion(region); err == nil || !strings.HasSuffix(err.Error(), `of two letters, such as "FR"`) {
			t.Errorf("CheckRegion(%q) = %v, want what to write", region, err)
		}
	}
}

// Whatever a person writes: no panic, a refusal with a reason, and a number
// accepted in one region is the same number everywhere.
func FuzzE164(f *testing.F) {
	for _, number := range []string{
		"06 00 00 00 01", "+33 (0)6 00 00 00 01", "0033600000001", "(415) 555-2671", "+3906", "abc", "++", "060000000",
		"tel:+33-6-00-00-00-01", "0011 65 9123 4567", "+352 (0)621 123 456", "0692123456", "07001234567890", "\uff10\uff16",
	} {
		f.Add(number, "FR")
		f.Add(number, "US")
		f.Add(number, "AU")
	}
	f.Fuzz(func(t *testing.T, number, region string) {
		got, err := phone.E164(number, region)
		if err != nil {
			if got != "" || !strings.Contains(err.Error(), " is not a phone number: ") {
				t.Errorf("E164(%q, %q) = %q, %v", number, region, got, err)
			}
			return
		}
		if !phone.Same(got, number) && phone.Same(number, got) {
			t.Errorf("%q is the same as %s, but not the other way round", number, got)
		}
		for _, elsewhere := range []string{region, "FR", "US"} {
			if again, err := phone.E164(got, elsewhere); err != nil || again != got {
				t.Errorf("E164(%q, %q) = %q, which %s reads as %q, %v", number, region, got, elsewhere, again, err)
			}
		}
	})
}

package validate_test

import (
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
)

// cases holds what a rule says of values, nothing where it accepts them.
type cases map[string]string

func (c cases) check(t *testing.T, rule validate.Rule) {
	t.Helper()
	for value, want := range c {
		got := ""
		if err := rule(value); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", value, got, want)
		}
	}
}

func TestDuration(t *testing.T) {
	t.Parallel()
	const what = ` is not a duration: write a number and a unit, such as "30s", "5m" or "1h30m"`
	cases{
		"1s":          "",
		"1000ms":      "",
		"1.5s":        "",
		"90s":         "",
		"1h30m":       "",
		"":            `""` + what,
		" ":           `" "` + what,
		"5":           `"5"` + what,
		"s":           `"s"` + what,
		"5 m":         `"5 m"` + what,
		"5min":        `"5min"` + what,
		"1d":          `"1d"` + what,
		"PT5M":        `"PT5M"` + what,
		"99999999h":   `"99999999h"` + what,
		"0":           `"0" is too short: write "1s" or more`,
		"0s":          `"0s" is too short: write "1s" or more`,
		"999ms":       `"999ms" is too short: write "1s" or more`,
		"-5m":         `"-5m" is too short: write "1s" or more`,
		"0.999999s":   `"0.999999s" is too short: write "1s" or more`,
		"1s\n":        `"1s\n"` + what,
		"cinq minute": `"cinq minute"` + what,
	}.check(t, validate.Duration(time.Second))
	cases{
		"90s": "",
		"89s": `"89s" is too short: write "1m30s" or more`,
	}.check(t, validate.Duration(90*time.Second))
}

func TestMessageID(t *testing.T) {
	t.Parallel()
	const what = " is not a message id: write the whole number that sending returned"
	cases{
		"1":                     "",
		"2270142":               "",
		"18446744073709551615":  "",
		"":                      "the id is empty: copy it from the answer that gave it",
		"0":                     `"0"` + what,
		"01":                    `"01"` + what,
		"+1":                    `"+1"` + what,
		"-1":                    `"-1"` + what,
		"1.0":                   `"1.0"` + what,
		"1e3":                   `"1e3"` + what,
		"1_000":                 `"1_000"` + what,
		"0x1":                   `"0x1"` + what,
		" 1":                    `" 1" contains a blank, which no id has: remove it, for example with trimspace()`,
		"1\n":                   `"1\n" contains a blank, which no id has: remove it, for example with trimspace()`,
		"1a":                    `"1a"` + what,
		"١":                     `"١"` + what,
		"18446744073709551616":  `"18446744073709551616"` + what,
		strings.Repeat("1", 99): `"` + strings.Repeat("1", 80) + `"... (99 characters)` + what,
	}.check(t, validate.MessageID)
}

func TestIdentifier(t *testing.T) {
	t.Parallel()
	const blank = ` contains a blank, which no id has: remove it, for example with trimspace()`
	cases{
		"1111":         "",
		"a1b2-c3":      "",
		"Zwölf-Ämter9": "",
		"":             "the id is empty: copy it from the answer that gave it",
		" ":            `" "` + blank,
		"11 11":        `"11 11"` + blank,
		"1111\n":       `"1111\n"` + blank,
		"\t1111":       `"\t1111"` + blank,
		"11\u00a011":   `"11\u00a011"` + blank,
		"1111\u202f":   `"1111\u202f"` + blank,
		"11\u200b11":   `"11\u200b11" contains a control or invisible character, which no id has`,
		"11\x0011":     `"11\x0011" contains a control or invisible character, which no id has`,

		strings.Repeat("a", 255): "",
		strings.Repeat("a", 256): `"` + strings.Repeat("a", 80) + `"... (256 characters) is longer than any id: none has more than 255 characters`,
	}.check(t, validate.Identifier)
}

func TestSentTag(t *testing.T) {
	t.Parallel()
	cases{
		"promo":                        "",
		"Release-42_of_last_year_2025": "",
		"":                             "the tag is empty: write the one that was given when sending",
		"promo ":                       `"promo " contains a blank, which no tag has: remove it, for example with trimspace()`,
	}.check(t, validate.SentTag)
}

package validate_test

import (
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

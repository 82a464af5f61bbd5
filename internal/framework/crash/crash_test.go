package crash_test

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/crash"
)

const secret = "0123456789abcdef"

// report runs what panics, and returns what is told of it.
func report(broken func()) (told crash.Report) {
	defer func() { told = crash.New(recover()) }()
	broken()
	return told
}

func TestNew(t *testing.T) {
	t.Parallel()
	var missing map[string]int
	var nothing *struct{ field string }
	list := []string{secret}
	for name, test := range map[string]struct {
		broken func()
		want   string
	}{
		"nil":           {func() { _ = nothing.field }, `^invalid memory address or nil pointer dereference`},
		"out of range":  {func() { _ = list[len(list)+1] }, `^index out of range \[2\] with length 1`},
		"a nil map":     {func() { missing[secret] = 1 }, `^assignment to entry in nil map`},
		"another type":  {func() { _ = any(secret).(int) }, `^interface conversion: interface {} is string, not int`}, //nolint:forcetypeassert // it is to panic
		"a text":        {func() { panic("the key is " + secret) }, `^it panicked with a string`},
		"an error":      {func() { panic(errors.New(secret)) }, `^it panicked with a \*errors.errorString`},
		"in a library":  {func() { _ = strings.Repeat(secret, -1) }, `^it panicked with a`},
		"raised again":  {func() { panic(report(func() { panic(secret) })) }, `^it panicked with a string`},
		"in a deferred": {func() { defer func() { panic(secret) }(); list[1] = "" }, `^it panicked with a string`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := report(test.broken)
			pattern := test.want + `.*, in internal/framework/crash_test\.TestNew\.func\S+ \(crash_test\.go:\d+\)$`
			if !regexp.MustCompile(pattern).MatchString(got.String()) {
				t.Errorf("got %q, want %s", got, pattern)
			}
			if strings.Contains(got.Detail(), secret) {
				t.Errorf("the secret shows: %s", got.Detail())
			}
			if !strings.Contains(got.Detail(), "This is a bug of the provider: please report it") {
				t.Errorf("got %q", got.Detail())
			}
		})
	}
}

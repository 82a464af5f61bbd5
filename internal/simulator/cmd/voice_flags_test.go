package main

import (
	"errors"
	"flag"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// Each switch of Voice Partner has a flag.
func TestDeclareVoiceVariant_All(t *testing.T) {
	t.Parallel()
	variant := (&settings{}).VoiceVariant
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	declare(flags, &variant)
	ofAnyKind := []string{"true", "1", "1s", "number", "offset", "null", "html", "full"} // One of these suits each flag.
	flags.VisitAll(func(f *flag.Flag) {
		if !strings.HasPrefix(f.Name, "voice-") {
			t.Errorf("the name of %s does not tell the product", f.Name)
		}
		if !slices.ContainsFunc(ofAnyKind, func(value string) bool { return f.Value.Set(value) == nil }) {
			t.Errorf("%s takes none of %q", f.Name, ofAnyKind)
		}
	})
	for forms, values := range reflect.ValueOf(variant).Fields() {
		for field, value := range values.Fields() {
			if value.IsZero() {
				t.Errorf("no flag sets %s of %s", field.Name, forms.Name)
			}
		}
	}
}

// Each flag changes what one request is answered.
func TestRun_VoiceFlags(t *testing.T) {
	t.Parallel()
	const deposit = `"tokenAudio": "0123456789abcdef0123456789abcdef", "phoneNumbers": "+33600000001", "sender": "+33600000005"`
	const speak = `"text": "Bonjour", "phoneNumbers": "+33600000001"`
	for _, test := range []struct {
		flags                        []string
		path, members, without, with string
	}{
		{[]string{"-voice-senders", "0600000005"}, "/campaign/send", deposit, `"success": true`, `"success": true`},
		{[]string{"-voice-senders", "0600000006"}, "/campaign/send", deposit, `"success": true`, `"error": "SENDER_NOT_AUTHORIZED"`},
		{[]string{"-voice-failure-key", "number"}, "/tts/send", `"text": "Bonjour"`, `"error": "PHONE_NUMBER_REQUIRED"`, `"message": "PHONE_NUMBER_REQUIRED"`},
		{[]string{"-voice-lang-required"}, "/tts/send", speak, `"success": true`, `LANG_REQUIRED`},
	} {
		for want, flags := range map[string][]string{test.without: nil, test.with: test.flags} {
			urls, stop := startAll(t, io.Discard, flags...)
			_, body := exchange(t, urls["VOICEPARTNER_BASE_URL"], test.path, "", test.members)
			stop()
			if !strings.Contains(body, want) {
				t.Errorf("with %v: no %s in %s", flags, want, body)
			}
		}
	}
}

func TestRun_VoiceHelp(t *testing.T) {
	t.Parallel()
	var stderr strings.Builder
	if err := run(t.Context(), []string{"-help"}, io.Discard, &stderr); !errors.Is(err, flag.ErrHelp) {
		t.Errorf("the help ends with %v", err)
	}
	for _, want := range []string{simulator.VoiceHelp(), "-voice-cancel-failures form", "-voice-failure-key field", "-voice-cancel-code code", "-voice-notified-number form"} {
		if !strings.Contains(stderr.String(), want) {
			t.Errorf("the help does not mention %q", want)
		}
	}
}

package main

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// elsewhere are forms that no tour can show, with the test that has the provider take them.
var elsewhere = map[string]string{
	"voice-failure-key": "partner/voice.TestCalls_Codes", "voice-failure-texts": "partner/voice.TestCalls_Codes",
	"voice-failure-without-success": "partner/voice.TestCalls_Codes",
	"voice-cancel-failures":         "service/voice.TestDestroy_BeforeDue", "voice-cancel-code": "service/voice.TestDestroy_BeforeDue",
	"voice-audio-none":   "partner/voice.TestAudioFiles_Forms",
	"general-comma-code": "partner/sms.TestLookup_Refused",
}

// fails is what the provider says of a form that it does not take. What is silent does not
// show in what an engine prints.
var fails = map[string]string{
	"degraded":                        "gave no usable answer",
	"errors-as-text":                  `resource "smspartner_sms" "later" {`,
	"strict-clock":                    "minute: Les minutes",
	"mail-strict-clock":               "Mail Partner does not take this moment.",
	"tag-page-ignored":                "The wait for",
	"contact-list-post":               "answered HTTP 405",
	"contact-empty-kept":              "custom1",
	"stop-number-plural":              "received no phone number",
	"stop-delete-by-add":              "Unable to remove STOP number",
	"stop-list-limit":                 "its list is not whole by its own count",
	"voice-audio-rows":                "its list is not whole by its own count",
	"mail-unsubscribe-list-limit":     "its list is not whole by its own count",
	"mail-reply-to=params":            silent,
	"mail-attachments=params":         silent,
	"mail-variables=params":           silent,
	"mail-unsubscribe-list-at-status": "answered HTTP 404",
	"mail-no-sender":                  "asks for a sender",
	"mail-no-sender-name":             "asks for a sender",
}

const silent = ""

// without are other flags, without which a form does no harm.
var without = map[string]map[string]string{"errors-as-text": {"strict-clock": "true"}, "tag-page-ignored": {"tag-page-size": "1"}}

// reliesOn is the entry of contrary for the value with which a test shows a flag; may be empty.
func reliesOn(flag string) string {
	for _, name := range []string{flag, flag + "=" + visible[flag].value} {
		if contrary[name] != "" {
			return name
		}
	}
	return ""
}

// TestReliance has each form that the report may name, and nothing else, in one list at most,
// and each proof in the provider.
func TestReliance(t *testing.T) {
	t.Parallel()
	lists := map[string]int{}
	for _, list := range []map[string]string{contrary, unread, elsewhere} {
		for name := range list {
			lists[name]++
			flag, _, _ := strings.Cut(name, "=")
			if _, isVisible := visible[flag]; !isVisible {
				t.Errorf("no report names -%s, of which there is something to say", name)
			}
		}
	}
	for name, times := range lists {
		if times > 1 {
			t.Errorf("-%s is in %d lists", name, times)
		}
	}
	for name, proof := range elsewhere {
		folder, function, _ := strings.Cut(proof, ".")
		files, err := filepath.Glob(filepath.Join("..", folder, "*_test.go"))
		if err != nil {
			t.Fatal(err)
		}
		declared := regexp.MustCompile(`(?m)^func ` + function + `\(`)
		if !slices.ContainsFunc(files, func(file string) bool {
			text, err := os.ReadFile(file) //nolint:gosec // A file of this repository.
			return err == nil && declared.Match(text)
		}) {
			t.Errorf("-%s is proved by %s, which is not there", name, proof)
		}
	}
}

// TestReliance_Takes has each form that the report calls harmless give what the documented
// form gives: the same outputs, no further change, and nothing left.
func TestReliance_Takes(t *testing.T) {
	t.Parallel()
	g := newTourists(t)
	g.add(t, "", nil, tours...)
	for flag := range visible {
		if reliesOn(flag) == "" && elsewhere[flag] == "" && !slices.Contains(ofRefusals, flag) {
			g.add(t, flag, flagsOf(flag), toursOf(flag)...)
		}
	}
	for _, custom := range []string{`"Straße"`, "null"} {
		g.write(t, custom)
		g.Must(t, "apply")
		outputs := g.outputs(t)
		g.Each(t, func(t *testing.T, member string) {
			if lags(member) {
				return
			}
			if got, want := outputs[member], outputs[g.of[member]]; !reflect.DeepEqual(got, want) {
				t.Errorf("got  %v\nwant %v", got, want)
			}
		})
	}
	g.Must(t, "plan")
	g.Each(t, func(t *testing.T, member string) {
		if g.Changes(member) {
			t.Error("a further apply would change something")
		}
	})
	g.Must(t, "destroy")
	for member, s := range g.accounts {
		left := slices.Concat(s.StoppedNumbers(), s.Mail.Unsubscribed())
		for _, group := range s.Groups() {
			left = append(left, group.Name)
		}
		if left = slices.DeleteFunc(left, func(name string) bool { return name == prepared }); len(left) > 0 {
			t.Errorf("%s: %q are left", member, left)
		}
	}
}

// lags reports whether a member's outputs are lists that lag behind: how far depends on the
// machine.
func lags(member string) bool {
	form, tour, _ := strings.Cut(member, " ")
	return visible[form].value == lag && tour != "sms"
}

// TestReliance_TakesRefusals has each form of a refusal give the same errors and warnings as
// the documented one, about the same arguments.
func TestReliance_TakesRefusals(t *testing.T) {
	t.Parallel()
	g := newTourists(t)
	strict := map[string]string{"strict-clock": "true"}
	g.add(t, "", strict, "refused")
	for _, flag := range ofRefusals {
		g.add(t, flag, with(flagsOf(flag), strict), "refused")
	}
	g.write(t, "null")
	if g.Run(t, "apply") {
		t.Error("nothing was refused")
	}
	want := places(g.Said("refused"))
	if len(want) < 4 {
		t.Errorf("the documented form gives %q", want)
	}
	g.Each(t, func(t *testing.T, member string) {
		if got := places(g.Said(member)); !slices.Equal(got, want) {
			t.Errorf("got  %q\nwant %q\n%s", got, want, g.Said(member))
		}
	})
}

var inDiagnostic = regexp.MustCompile(`(?m)^(Error|Warning): .*|on main\.tf line \d+`)

// places are what diagnostics are about, in an order that does not depend on theirs.
func places(said string) []string {
	found := inDiagnostic.FindAllString(said, -1)
	var pairs []string
	for pair := range slices.Chunk(found, 2) {
		pairs = append(pairs, strings.Join(pair, " "))
	}
	slices.Sort(pairs)
	return pairs
}

// TestReliance_Contrary has the provider fail in each form that the report warns of, as it
// says.
func TestReliance_Contrary(t *testing.T) {
	t.Parallel()
	for name := range contrary {
		if _, is := fails[name]; !is {
			t.Errorf("nothing says how the provider fails with -%s", name)
		}
	}
	for flag := range visible {
		entry := reliesOn(flag)
		if entry == "" {
			continue
		}
		t.Run(flag, func(t *testing.T) {
			t.Parallel()
			flags, on := with(flagsOf(flag), without[flag]), toursOf(flag)
			if flag == "errors-as-text" {
				on = []string{"refused"}
			}
			g := newTourists(t)
			g.add(t, flag, flags, on...)
			said := ""
			for _, step := range []struct{ command, custom string }{{"apply", `"Straße"`}, {"apply", "null"}, {"destroy", "null"}} {
				g.write(t, step.custom)
				g.Run(t, step.command)
				for member := range g.of {
					said += g.Said(member) + g.SaidAbout("")
				}
			}
			if want := fails[entry]; want == silent && inDiagnostic.MatchString(said) || !strings.Contains(said, want) {
				t.Errorf("want %q in:\n%s", want, said)
			}
		})
	}
}

func TestRelianceByValue(t *testing.T) {
	t.Parallel()
	for form, want := range map[finding]string{
		{flag: "mail-to", value: "top"}:             "takes both",
		{flag: "mail-attachments", value: "params"}: "the provider cannot tell",
		{flag: "mail-attachments", value: "either"}: "takes both",
		{flag: "voice-audio-rows", value: "1"}:      "is an error",
		{flag: "tag-page-ignored"}:                  "all_delivered never gets true",
		{flag: "group-delete", value: "x"}:          "takes both",
		{flag: "cancelled-status"}:                  "makes no difference: it asks for no status of what it cancels",
	} {
		if got := reliance(form); !strings.Contains(got, want) {
			t.Errorf("of -%s=%s, the report says: %s", form.flag, form.value, got)
		}
	}
}

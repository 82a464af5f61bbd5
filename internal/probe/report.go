package main

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
)

// report is the Markdown of a run.
type report struct {
	probe *probe
	out   strings.Builder
}

// writeAll writes the report and the fixtures.
func (p *probe) writeAll() error {
	text := (&report{probe: p}).render()
	var err error
	if p.settings.report == "" {
		_, err = fmt.Fprint(p.console.stdout, text)
	} else {
		err = os.WriteFile(p.settings.report, []byte(text), 0o600) //nolint:gosec // The user names the file.
	}
	return errors.Join(err, p.writeFixtures())
}

func (r *report) line(format string, args ...any) {
	_, _ = fmt.Fprintf(&r.out, format+"\n", args...)
}

func (r *report) render() string {
	r.line("# Probe of the vendor's API\n\nMade at %s.\n", r.probe.console.clock.now().UTC().Format(time.RFC3339))
	r.line("Keys, tokens, phone numbers, names, addresses, ids and amounts are placeholders: the same value has the same")
	r.line("one. Flags such as `-unix-dates` are those of the simulator: it answers as these servers do when it runs with them.\n")
	for _, c := range r.probe.clients {
		if c.isSimulator() {
			r.line("**%s was a server on this machine, such as the simulator, not the vendor's.**\n", c.product.Name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(r.probe.stopped)) {
		r.line("**%s: %s.**\n", name, r.probe.stopped[name])
	}
	r.summary()
	for _, a := range r.probe.asked {
		if len(a.exchanges) > 0 {
			r.question(a)
		}
	}
	r.headers()
	r.seeAnswers()
	r.notAsked()
	r.leftovers()
	return r.out.String()
}

func (r *report) summary() {
	r.line("| question | product | the servers answer as |\n|---|---|---|")
	for _, a := range r.probe.asked {
		if len(a.exchanges) > 0 {
			r.line("| %s (%s) | %s | %s |", a.question.title, a.question.numbers, a.question.product.Name, strings.Join(a.forms(), ", "))
		}
	}
	r.line("")
}

// forms are the flags that an answer shows.
func (a *asked) forms() []string {
	var forms []string
	for _, f := range a.findings {
		if f.flag != "" {
			forms = append(forms, f.form(a.probe.veil))
		}
	}
	switch {
	case len(forms) > 0:
		return forms
	case !slices.ContainsFunc(a.exchanges, func(e exchange) bool { return e.answer.arrived() }):
		return []string{"no answer"}
	case len(a.findings) > 0:
		return []string{"see below"}
	case a.isDocumented():
		return []string{documentedForm}
	default:
		return []string{noForm}
	}
}

const (
	documentedForm = "documented form"
	noForm         = "no variant of the simulator"
)

// form is the flag with its value, which is a word of the servers and goes into a table.
func (f finding) form(v *veil) string {
	if f.value == "" {
		return "`-" + f.flag + "`"
	}
	return fmt.Sprintf("`-%s=%s`", f.flag, unbroken.Replace(strconv.Quote(v.words(f.value))))
}

// unbroken keeps a value within its cell and its quotes.
var unbroken = strings.NewReplacer("|", `\|`, "`", "'")

func (r *report) question(a *asked) {
	r.line("## %s: %s\n", a.question.numbers, a.question.title)
	switch {
	case len(a.findings) > 0:
	case a.isDocumented():
		r.line("The servers answer in the %s.\n", documentedForm)
	default:
		r.line("The servers answer in %s: see the answers.\n", noForm)
	}
	for _, f := range a.findings {
		text := r.probe.veil.words(f.text)
		if f.flag == "" {
			r.line("- %s", text)
			continue
		}
		r.line("- %s: %s. %s", f.form(r.probe.veil), text, reliance(f))
	}
	if len(a.findings) > 0 {
		r.line("")
	}
	for _, e := range a.exchanges {
		r.exchange(e)
	}
}

func (r *report) exchange(e exchange) {
	v := r.probe.veil
	r.line("`%s`%s\n", e.call.operation(), r.parameters(e.call))
	if e.answer.err != nil {
		r.line("No answer: %s.\n", v.words(e.answer.err.Error()))
		return
	}
	r.line("````text\nHTTP %d", e.answer.status)
	headers := interesting(e.answer)
	for _, name := range slices.Sorted(maps.Keys(headers)) {
		r.line("%s: %s", name, v.header(headers[name], shown))
	}
	r.line("\n%s\n````\n", strings.ReplaceAll(v.answer(e.answer, shown), "````", "'''"))
}

// parameters tell what was asked, without the key.
func (r *report) parameters(c call) string {
	var parts []string
	switch {
	case c.noKey:
		parts = append(parts, "without a key")
	case c.otherKey != "":
		parts = append(parts, "with a wrong key")
	}
	if c.form {
		parts = append(parts, "as a form")
	}
	if c.cut {
		parts = append(parts, "with JSON that ends in the middle")
	}
	if len(c.params) > 0 {
		parts = append(parts, "with `"+strings.Join(strings.Fields(r.probe.veil.params(c.params, shown)), " ")+"`")
	}
	if len(parts) == 0 {
		return ""
	}
	return " " + strings.Join(parts, ", ")
}

// headers tells what was seen of rate limits, since the probe provokes none.
func (r *report) headers() {
	seen := map[string]bool{}
	for _, a := range r.probe.asked {
		for _, e := range a.exchanges {
			if e.answer.status == 429 {
				seen["HTTP 429 on "+e.call.operation()] = true
			}
			for name := range interesting(e.answer) {
				if name != "Content-Type" && name != "Allow" {
					seen["header "+name+" on "+e.call.operation()] = true
				}
			}
		}
	}
	r.line("## U2: rate limits\n\nThe probe provokes no 429, and reports what it saw:\n")
	for _, line := range slices.Sorted(maps.Keys(seen)) {
		r.line("- %s", line)
	}
	if len(seen) == 0 {
		r.line("- no HTTP 429, and no header about limits")
	}
	r.line("")
}

func (r *report) seeAnswers() {
	r.line("## See the answers\n\nThese have no finding of their own:\n")
	for _, s := range seeAnswers {
		r.line("- %s: %s", s.numbers, s.where)
	}
	r.line("")
}

func (r *report) notAsked() {
	r.line("## Not asked\n")
	for _, a := range r.probe.asked {
		if len(a.exchanges) == 0 && a.skipped != "" {
			r.line("- %s (%s): %s", a.question.title, a.question.numbers, a.skipped)
		}
	}
	for _, u := range unasked {
		r.line("- %s: %s", u.numbers, u.reason)
	}
	r.line("")
}

func (r *report) leftovers() {
	left := r.probe.journal.left()
	if len(left) == 0 {
		r.line("## Undone\n\nAll that the probe made is gone again.")
		return
	}
	r.line("## NOT undone\n")
	for _, e := range left {
		why := "not tried"
		if e.failure != nil {
			why = e.failure.Error()
		}
		v := r.probe.veil
		r.line("- %s (%s). By hand: %s", v.words(e.what), v.words(why), v.words(e.byHand))
	}
}

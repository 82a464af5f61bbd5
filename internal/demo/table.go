package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/smspartner/terraform-provider-smspartner/internal/engine"
)

// row is one step in the table at the end.
type row struct {
	step, expected, got string
	problem             error
}

// expected says how the act ends.
func (a act) expected() string {
	return outcome(a.fails, requests{send: a.sends, cancel: a.cancels, call: a.calls, mail: a.mails})
}

// got says how a run ended.
func got(result engine.Result, asked requests) string {
	return outcome(!result.OK(), asked)
}

func outcome(fails bool, asked requests) string {
	if fails {
		return "fails" + asked.String()
	}
	return "succeeds" + asked.String()
}

// table is what the demo has shown.
func table(rows []row) string {
	var text strings.Builder
	w := tabwriter.NewWriter(&text, 0, 0, 2, ' ', 0)
	line := func(cells ...string) { _, _ = fmt.Fprintln(w, strings.Join(cells, "\t")) }
	line("STEP", "EXPECTED", "GOT", "")
	for _, r := range rows {
		verdict := good.Sprint("as expected")
		if r.problem != nil {
			verdict = bad.Sprint("NOT as expected")
		}
		line(r.step, r.expected, r.got, verdict)
	}
	_ = w.Flush() // a strings.Builder takes all
	return text.String()
}

package main

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
)

// question is what some calls settle.
type question struct {
	// numbers are those of the contradictions (C) and unknowns (U) in the reference.
	numbers, title string
	product        product.Product
	// needs are the flags without which the question cannot be asked.
	needs []string
	// makes says what the calls make and how it is undone; empty for reads.
	makes string
	// costs is what the calls cost; empty for nothing.
	costs string
	// most is how many requests the question makes at most.
	most int
	// writes is set where the calls make something.
	writes bool
	// sends is set where messages are sent, in the sandbox or not.
	sends bool
	ask   func(*asked)
}

// missing names the flags that a question lacks.
func (q *question) missing(s settings) string {
	given := map[string]bool{
		"-own-number": s.ownNumber != "", "-landline": s.landline != "", "-message-id": s.messageID != "",
		"-group": s.group != "", "-own-mail": s.ownMail != "", "-real-sms": s.realSMS, "-hlr": s.hlr,
	}
	lacking := slices.DeleteFunc(slices.Clone(q.needs), func(name string) bool { return given[name] })
	return strings.Join(lacking, ", ")
}

// questions are asked in this order. Later ones use what earlier ones made.
var questions = slices.Concat(
	errorQuestions, readQuestions, groupQuestions, contactQuestions, stopQuestions, batchQuestions,
	sandboxQuestions, paidQuestions, voiceQuestions, mailQuestions,
)

// asked is a question with what came of it.
type asked struct {
	ctx       context.Context //nolint:containedctx // It is that of one question, which ends with it.
	probe     *probe
	question  *question
	exchanges []exchange
	findings  []finding
	skipped   string
	// expected tells of each thing that makes the documented form whether it was so.
	expected []bool
	// weighed is true once the question has compared the credits after a send.
	weighed bool
}

// exchange is a call with its answer.
type exchange struct {
	call   call
	answer *answer
}

// finding is what an answer shows.
type finding struct {
	// flag is that of the simulator which answers so, with the value if it takes one. It is
	// empty for what the simulator does not do, and for what has no switch.
	flag, value, text string
}

// ask goes on with the next question where this one fails: what was made must be undone.
func (a *asked) ask() {
	defer func() {
		if failed := recover(); failed != nil {
			a.note(true, fmt.Sprintf("The question failed, which is a mistake in the probe: %v", failed))
		}
	}()
	a.question.ask(a)
}

func (a *asked) do(c call) *answer {
	got := a.probe.do(a.ctx, a.question.product, c)
	a.exchanges = append(a.exchanges, exchange{c, got})
	return got
}

func (a *asked) get(path string, params map[string]any) *answer {
	return a.do(call{method: http.MethodGet, path: path, params: params})
}

func (a *asked) post(path string, params map[string]any) *answer {
	return a.do(call{method: http.MethodPost, path: path, params: params})
}

// variant notes that the servers answer as the simulator does with a flag. Each flag is
// noted once for a question.
func (a *asked) variant(holds bool, flag, text string) {
	if holds {
		a.variantWith(flag, "", text)
	}
}

func (a *asked) variantWith(flag, value, text string) {
	if !slices.ContainsFunc(a.findings, func(f finding) bool { return f.flag == flag }) {
		a.findings = append(a.findings, finding{flag, value, text})
	}
}

// expect states what makes the documented form. Without it, no question is answered so.
func (a *asked) expect(holds ...bool) { a.expected = append(a.expected, holds...) }

func (a *asked) isDocumented() bool {
	return len(a.expected) > 0 && !slices.Contains(a.expected, false)
}

// note tells something for which the simulator has no flag.
func (a *asked) note(holds bool, text string) {
	if holds {
		a.findings = append(a.findings, finding{text: text})
	}
}

package main

import (
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/product"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
)

// TestEachNumber has every number of the reference among the questions or the reasons.
func TestEachNumber(t *testing.T) {
	t.Parallel()
	settled := map[string]bool{}
	for _, q := range questions {
		for _, n := range numberInTitle.FindAllString(q.numbers, -1) {
			settled[n] = true
		}
	}
	left := map[string]bool{}
	for _, u := range unasked {
		for _, n := range numberInTitle.FindAllString(u.numbers, -1) {
			left[n] = true
		}
	}
	for n := range settled {
		if left[n] {
			t.Errorf("%s is asked, and among the reasons why it is not", n)
		}
	}
	for _, s := range seeAnswers {
		if !settled[s.numbers] {
			t.Errorf("the answers cannot show %s, which is not asked", s.numbers)
		}
	}
	for letter, last := range map[string]int{"C": 56, "U": 55} {
		for n := 1; n <= last; n++ {
			if name := fmt.Sprintf("%s%d", letter, n); !settled[name] && !left[name] {
				t.Errorf("%s is neither asked nor among the reasons", name)
			}
		}
	}
}

var numberInTitle = regexp.MustCompile(`\b[CU][0-9]+\b`)

func TestPaceAndCount(t *testing.T) {
	t.Parallel()
	a := newAccount(t, simulator.Options{})
	o := a.run(t.Context(), t, everything...)
	requests := len(a.Requests()) + len(a.Voice.Requests()) + len(a.Mail.Requests())
	if requests < 100 || requests > 130 {
		t.Errorf("a run makes %d requests", requests)
	}
	if n := strings.Count(o.report, "````text\nHTTP "); n > requests || n < requests-20 {
		t.Errorf("the report has %d answers of %d", n, requests)
	}
	if len(a.clock.slept) != requests-1 {
		t.Errorf("%d requests with %d pauses", requests, len(a.clock.slept))
	}
	for _, pause := range a.clock.slept {
		if pause != time.Second {
			t.Errorf("a pause is %s", pause)
		}
	}
}

func TestMostOfEachQuestion(t *testing.T) {
	t.Parallel()
	for _, flag := range []string{"", "listing-delay", "group-delete", "stop-number-plural", "contact-list-delay", "sandbox-forgotten"} {
		var options simulator.Options
		if flag != "" {
			value := "true"
			if visible[flag].value != "" {
				value = visible[flag].value
			}
			setFlag(t, &options, flag, value)
		}
		a := newAccount(t, options)
		s, err := parse(append(slices.Clone(everything), "-hlr", "-real-sms"), &strings.Builder{})
		if err != nil {
			t.Fatal(err)
		}
		p, err := newProbe(s, console{variable: func(name string) string { return a.variables()[name] }, stderr: &strings.Builder{}, clock: a.clock})
		if err != nil {
			t.Fatal(err)
		}
		p.askAll(t.Context())
		for _, asked := range p.asked {
			if len(asked.exchanges) > asked.question.most {
				t.Errorf("%s: %d requests for %q, which announces %d", flag, len(asked.exchanges), asked.question.title, asked.question.most)
			}
		}
	}
}

// TestDocumentedQuestions has the simulator in the documented form: no question may say that
// nothing answers so.
func TestDocumentedQuestions(t *testing.T) {
	t.Parallel()
	a := newAccount(t, simulator.Options{})
	o := a.run(t.Context(), t, append([]string{"-hlr", "-real-sms"}, everything...)...)
	if n := strings.Count(o.forms(), documentedForm); strings.Contains(o.forms(), noForm) || n < 20 {
		t.Errorf("%d questions are answered in the documented form:\n%s", n, o.forms())
	}
}

// deliberate are the departures from the documentation for which the probe asks.
var deliberate = []string{
	`POST /v1/lookup: the content type of a body is not application/json`,
	`POST /v1/lookup: parameter "phoneNumbers": "` + ownNumber + ";" + ownNumber + `" holds a part that is not in international form`,
	`POST /v1/contact/update: parameter "contact.date": "no-date" is not YYYY-MM-DD`,
	`GET /v1/me: unknown path`,
	`POST /v1/send: unknown parameter "to"`,
	`POST /v1/send: parameter "tag": "Not A Tag" is not a tag: 3 to 20 characters, no spaces, lower case`,
	`POST /v1/send: parameter "replyTo.email": "no-address" is not an e-mail address`,
	`POST /v1/send: unknown parameter "params.replyTo"`,
	`POST /v1/send: parameter "variables" has more than 8 members`,
	`POST /v1/send: unknown parameter "params.variables"`,
	`POST /v1/send: unknown parameter "params.attachments"`,
}

func TestViolations(t *testing.T) {
	t.Parallel()
	a := newAccount(t, simulator.Options{})
	a.run(t.Context(), t, everything...)
	if got := a.Violations(); !slices.Equal(got, deliberate) {
		t.Errorf("the requests depart from the documentation in:\n%s", strings.Join(got, "\n"))
	}
}

func TestPaid(t *testing.T) {
	t.Parallel()
	for _, flags := range [][]string{nil, {"-real-sms"}, {"-hlr"}} {
		a := newAccount(t, simulator.Options{})
		o := a.run(t.Context(), t, append([]string{"-yes", "-own-number", ownNumber}, flags...)...)
		sentForReal := 0
		for _, sent := range a.Sent() {
			if !sent.Sandbox {
				sentForReal++
			}
		}
		verifications := len(a.Requests("/hlr/notify"))
		wantReal, wantHLR := 0, 0
		if slices.Contains(flags, "-real-sms") {
			wantReal = 1
		}
		if slices.Contains(flags, "-hlr") {
			wantHLR = 1
		}
		if sentForReal != wantReal || verifications != wantHLR || o.code != exitDone {
			t.Errorf("%v: %d real SMS, %d verifications, exit code %d", flags, sentForReal, verifications, o.code)
		}
		if told := strings.Contains(o.stderr, "COSTS MONEY"); told != (len(flags) > 0) {
			t.Errorf("%v: the plan says that it costs money: %t", flags, told)
		}
	}
}

func TestGuard(t *testing.T) {
	t.Parallel()
	g := newGuard(settings{ownNumber: ownNumber, ownMail: ownMail})
	post := func(path string, params map[string]any) call {
		return call{method: http.MethodPost, path: path, params: params}
	}
	stranger := "+33699999999"
	for name, test := range map[string]struct {
		product product.Product
		call    call
		permits bool
	}{
		"own":               {product.SMS, post("/send", map[string]any{"phoneNumbers": ownNumber, "sandbox": 1}), true},
		"stranger":          {product.SMS, post("/send", map[string]any{"phoneNumbers": stranger, "sandbox": 1}), false},
		"one of two":        {product.SMS, post("/send", map[string]any{"phoneNumbers": ownNumber + "," + stranger, "sandbox": 1}), false},
		"no sandbox":        {product.SMS, post("/send", map[string]any{"phoneNumbers": ownNumber}), false},
		"verification":      {product.SMS, post("/hlr/notify", map[string]any{"phoneNumbers": ownNumber}), false},
		"batch, stranger":   {product.SMS, post("/bulk-send", map[string]any{"sandbox": 1, "SMSList": []map[string]any{{"phoneNumber": stranger}}}), false},
		"batch, no sandbox": {product.SMS, post("/bulk-send", map[string]any{"SMSList": []map[string]any{{"phoneNumber": ownNumber}}}), false},
		"transfer":          {product.SMS, post("/subaccount/credit/add", nil), false},
		"rental":            {product.SMS, post("/location/optin", nil), false},
		"voice":             {product.Voice, post("/tts/send", nil), false},
		"rename":            {product.Voice, post("/audio-file/rename", map[string]any{"tokenAudio": "0a1b"}), false},
		"mail":              {product.Mail, post("/send", map[string]any{"sandbox": 1, "params": map[string]any{"to": []map[string]any{{"email": ownMail}}}}), true},
		"mail, stranger":    {product.Mail, post("/send", map[string]any{"sandbox": 1, "to": []map[string]any{{"email": "x@example.com"}}}), false},
		"mail, no sandbox":  {product.Mail, post("/send", map[string]any{"params": map[string]any{"to": []map[string]any{{"email": ownMail}}}}), false},
	} {
		if err := g.check(test.product, test.call); (err == nil) != test.permits {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestGuardOfRealSMS(t *testing.T) {
	t.Parallel()
	g := newGuard(settings{ownNumber: ownNumber, realSMS: true})
	send := call{method: http.MethodPost, path: "/send", params: map[string]any{"phoneNumbers": ownNumber}}
	if err := g.check(product.SMS, send); err != nil {
		t.Error(err)
	}
	if g.check(product.SMS, send) == nil {
		t.Error("a second real SMS is sent")
	}
}

func TestFlags(t *testing.T) {
	t.Parallel()
	for args, want := range map[string]string{
		"-own-number 0612345678": "international form", "-own-mail nobody": "not a mail address", "-real-sms": "need -own-number",
		"-message-id 5": "needs -phone", "-pace 0s": "more than 0", "extra": "unexpected argument",
	} {
		if _, err := parse(strings.Fields(args), &strings.Builder{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", args, err)
		}
	}
}

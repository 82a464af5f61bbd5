package stops

import (
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/smspartner/terraform-provider-smspartner/internal/acctest/bubble"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/mail"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator"
	simulatedmail "github.com/smspartner/terraform-provider-smspartner/internal/simulator/mail"
	simulated "github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// forms are those that the simulator has of both lists.
type forms struct {
	lag              time.Duration
	otherIDs, noCall bool // noCall: there is no call that deletes in the form of the samples
}

// side is one of the lists, with the simulator's.
type side struct {
	path             string // of its calls
	recipient, other string
	options          func(forms) simulator.Options
	open             func(w *bubble.World, maxRetries int) stopList
	api              func(w *bubble.World) *wire.API
	put              func(w *bubble.World, id int, recipient string) // 0 is the next id
	left             func(w *bubble.World) []string
	// says turns a text about STOP numbers into one about the list.
	says *strings.Replacer
}

var ofNumbers = side{
	path: "stop-sms/", recipient: "+33600000003", other: "+33600000009",
	options: func(f forms) simulator.Options {
		return simulator.Options{Variant: simulator.Variant{StopForms: simulated.StopForms{
			StopListDelay: f.lag, OtherStopIDs: f.otherIDs, StopDeleteByAdd: f.noCall,
		}}}
	},
	open: func(w *bubble.World, maxRetries int) stopList {
		return stopList{stopNumbers(), callsOfSMS(sms.New(w.Config(maxRetries)))}
	},
	api:  func(w *bubble.World) *wire.API { return w.API },
	put:  func(w *bubble.World, id int, number string) { w.PutStop(simulated.Stop{ID: id, Number: number}) },
	left: func(w *bubble.World) []string { return w.StoppedNumbers() },
	says: strings.NewReplacer(),
}

var ofAddresses = side{
	path: "unsubscribe/", recipient: "Ada@example.com", other: "bob@example.com",
	options: func(f forms) simulator.Options {
		return simulator.Options{MailVariant: simulatedmail.Variant{UnsubscribeForms: simulatedmail.UnsubscribeForms{
			UnsubscribeListDelay: f.lag, OtherUnsubscribeIDs: f.otherIDs, UnsubscribeDeleteByPost: f.noCall, UnsubscribeLowerCase: true,
		}}}
	},
	open: func(w *bubble.World, maxRetries int) stopList {
		return stopList{unsubscribes(), callsOfMail(mail.New(w.MailConfig(maxRetries)))}
	},
	api: func(w *bubble.World) *wire.API { return w.Mail.API },
	put: func(w *bubble.World, id int, email string) {
		w.Mail.PutUnsubscribe(simulatedmail.Unsubscribe{ID: id, Email: email})
	},
	left: func(w *bubble.World) []string { return w.Mail.Unsubscribed() },
	says: strings.NewReplacer(
		"+33600000003", "Ada@example.com", "+33600000009", "bob@example.com", "336****0003", "a***@example.com",
		"SMS Partner", "Mail Partner", "STOP number", "unsubscribed address", "STOP list", "unsubscribe list",
		"smspartner_stop_numbers", "smspartner_mail_unsubscribes", "the person answered STOP", "the person unsubscribed",
		"for the number", "for the address", "phoneNumber", "email",
		"404 (Not Found): the answer is HTML", "405 (Method Not Allowed): the answer is HTML",
	),
}

// eachSide runs a test in a world of each list.
func eachSide(t *testing.T, f forms, test func(t *testing.T, w *bubble.World, s side)) {
	t.Helper()
	for name, s := range map[string]side{"numbers": ofNumbers, "addresses": ofAddresses} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			bubble.Run(t, s.options(f), func(t *testing.T, w *bubble.World) { test(t, w, s) })
		})
	}
}

// script scripts a call of the list, such as "add".
func (s side) script(w *bubble.World, call string, steps ...simulator.Step) {
	for i := range steps {
		steps[i].Body = s.says.Replace(steps[i].Body)
	}
	s.api(w).Script(s.path+call, steps...)
}

func (s side) requests(w *bubble.World, call string) []simulator.Request {
	return s.api(w).Requests(s.path + call)
}

func told(diags diag.Diagnostics) string {
	var all strings.Builder
	for _, d := range diags {
		all.WriteString(d.Summary() + "\n" + d.Detail() + "\n")
	}
	return all.String()
}

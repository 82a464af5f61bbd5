package mail

import (
	"net/http"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

const (
	subjectParameter = "subject"
	contentParameter = "htmlContent"
	tagParameter     = "tag"
	// currency is that of every answer about mails.
	currency = "EUR"
	// price is that of a mail in the documented answer.
	price wire.Amount = 1000
)

// sendPage is the page "Envoi unitaire de mail". The options of an SMS that an old edition of
// the page lists are unknown here.
func (a *Account) sendPage() []wire.Route {
	places := a.options.Variant.PlaceForms
	return []wire.Route{{
		Method: http.MethodPost,
		Path:   "/send",
		Parameters: append([]wire.Parameter{
			wire.KeyParameter,
			{Name: subjectParameter},
			{Name: contentParameter},
			{Name: tagParameter, Check: isTag},
			{Name: "scheduledDeliveryDate", Check: wire.IsScheduledDate},
			{Name: "time", Check: wire.IsHour},
			{Name: "minute", Check: wire.IsMinute},
			{Name: "sandbox", Check: wire.IsFlag},
			wire.FormatParameter,
		}, places.parameters()...),
		Check: func(c *wire.Call) {
			places.checkPlaces(c)
			checkLimits(c, places)
		},
		Handle: a.send,
	}}
}

// send makes a mail of what a call asks for. In which order the vendor looks at the
// parameters is not documented.
func (a *Account) send(c *wire.Call) (wire.Object, *wire.Failure) {
	made := &Mail{
		Subject: c.Text(subjectParameter), HTML: c.Text(contentParameter),
		Tag: c.Text(tagParameter), Sandbox: c.Flag("sandbox"), made: a.Now(),
	}
	for _, check := range []func(*wire.Call, *Mail) *wire.Failure{a.checkForm, a.checkRecipients, a.charge} {
		if failed := check(c, made); failed != nil {
			return nil, failed
		}
	}
	if made.Sandbox {
		made.purged = a.options.Variant.purge(made.made)
	}
	a.add(made)
	return wire.Success(a.sent(made)...), nil
}

// checkForm refuses mistakes in the request itself, and reads it.
func (a *Account) checkForm(c *wire.Call, made *Mail) *wire.Failure {
	variant := a.options.Variant
	faults := slices.Concat(
		contentFaults(made),
		variant.senderFaults(),
		variant.readRecipients(c, made),
		variant.readReplyTo(c, made),
		variant.readVariables(c, made),
		variant.readAttachments(c, made),
		variant.tagFaults(made),
		a.schedule(c, made),
	)
	return wire.RefuseFaults(faults, !variant.ValidationList)
}

func contentFaults(made *Mail) []wire.Fault {
	var faults []wire.Fault
	if strings.TrimSpace(made.HTML) == "" {
		faults = append(faults, mistake(contentParameter, contentRequired))
	}
	if strings.TrimSpace(made.Subject) == "" {
		faults = append(faults, mistake(subjectParameter, subjectRequired))
	}
	return faults
}

func (f RefusalForms) tagFaults(made *Mail) []wire.Fault {
	if made.Tag == "" || isTag(made.Tag) == "" {
		return nil
	}
	return f.limit(tagParameter, "Le tag doit comporter de 3 à 20 caractères, en minuscules et sans espace")
}

// schedule says when a mail leaves. The table of mails has no code for quiet hours, so these
// hold it.
func (a *Account) schedule(c *wire.Call, made *Mail) []wire.Fault {
	forms := a.options.Variant.ScheduleForms
	at, faults := c.Schedule(made.made, forms.StrictClock)
	made.Scheduled, made.Leaves = at, at
	if at.IsZero() {
		made.Leaves = made.made
	}
	if a.options.Marketing {
		made.Leaves = wire.QuietFrom(forms.QuietFrom22).Hold(made.Leaves)
	}
	return faults
}

// charge takes the price of a mail to each recipient, and nothing for a sandbox mail.
func (a *Account) charge(_ *wire.Call, made *Mail) *wire.Failure {
	cost := price * wire.Amount(len(made.Recipients))
	if made.Sandbox {
		made.Cost = a.options.Variant.sandboxCost(cost).Decimal()
		return nil
	}
	made.Cost, made.charged = cost.Decimal(), cost
	if !a.purse.Charge(cost) {
		return notEnoughCredit
	}
	return nil
}

// sent is the answer to a call that has sent. The date of a mail that leaves at once is not
// documented.
func (a *Account) sent(made *Mail) []wire.Field {
	variant := a.options.Variant
	var answer []wire.Field
	if !made.Sandbox || !variant.SandboxWithoutID {
		answer = append(answer, variant.idField(made))
	}
	answer = append(answer,
		wire.Integer("nbMail", len(made.Recipients)),
		wire.Decimal("cost", made.Cost),
		wire.Text("currency", currency),
	)
	date := made.Scheduled
	if date.IsZero() && variant.DateAlways {
		date = made.Leaves
	}
	if date.IsZero() {
		return answer
	}
	return append(answer, wire.Text("scheduledDeliveryDate", date.In(wire.Paris).Format(time.DateTime)))
}

func isTag(v string) string {
	n := utf8.RuneCountInString(v)
	if n < 3 || n > 20 || strings.ContainsAny(v, " \t\r\n") || v != strings.ToLower(v) {
		return "is not a tag: 3 to 20 characters, no spaces, lower case"
	}
	return ""
}

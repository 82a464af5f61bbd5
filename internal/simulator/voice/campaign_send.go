package voice

import (
	"slices"
	"strings"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// maxNumbers is how many numbers a campaign can have.
const maxNumbers = 500

// currency is that of every answer about campaigns. The page on credits writes the sign.
const currency = "EUR"

// The parameters that both calls that send have.
var (
	numbersParameter   = wire.Parameter{Name: "phoneNumbers", Check: wire.IsPhoneNumberList}
	tokenParameter     = wire.Parameter{Name: "tokenAudio"}
	notifyParameter    = wire.Parameter{Name: "notifyUrl", Check: wire.IsReceiver}
	scheduledParameter = wire.Parameter{Name: "scheduledDate", Check: isScheduledDate}
)

// send makes a campaign of what a call asks for, whose kind, token and text are read. In
// which order the vendor looks at the parameters is not documented.
func (a *Account) send(c *wire.Call, made *Campaign) *wire.Failure {
	given := c.Text(numbersParameter.Name)
	parts := strings.Split(given, ",")
	made.Sender, made.NotifyURL = c.Text("sender"), c.Text(notifyParameter.Name)
	switch {
	case strings.Trim(given, ", ") == "":
		return a.refusal("PHONE_NUMBER_REQUIRED")
	case len(parts) > maxNumbers:
		return a.refusal("PHONE_NUMBER_SIZE_ERROR")
	case made.Token == "" && made.Text == "":
		return a.refusal("TOKEN_AUDIO_REQUIRED")
	case made.NotifyURL != "" && wire.IsWebURL(made.NotifyURL) != "":
		return a.refusal("NOTIFY_URL_INVALID")
	}
	if word := a.senderMistake(made.Sender); word != "" {
		return a.refusal(word)
	}
	if made.Token != "" && a.audio(made.Token) == nil {
		return a.refusal("AUDIO_FILE_NOT_FOUND")
	}
	for _, part := range parts {
		number, valid := wire.E164(strings.TrimSpace(part))
		if !valid || !wire.HasPrice(number) {
			return a.refusal("DESTINATION_INVALID")
		}
		made.Numbers = append(made.Numbers, number)
	}
	made.charged = made.Kind.price() * wire.Amount(len(made.Numbers))
	made.Cost = made.charged.Decimal()
	if !a.purse.Charge(made.charged) {
		return a.refusal("NOT_CREDIT")
	}
	made.Scheduled, made.leaves = a.schedule(c.Text(scheduledParameter.Name))
	a.add(made)
	a.notify(made)
	return nil
}

// senderMistake is the word for a sender that can't be one, or is not the account's.
func (a *Account) senderMistake(sender string) string {
	if sender == "" {
		return ""
	}
	number, valid := wire.E164(sender)
	mine := func(own string) bool {
		known, _ := wire.E164(own)
		return known == number
	}
	switch {
	case !valid:
		return "SENDER_INVALID"
	case a.options.Senders != nil && !slices.ContainsFunc(a.options.Senders, mine):
		return "SENDER_NOT_AUTHORIZED"
	}
	return ""
}

// price is that of a number in the documented answers.
func (k Kind) price() wire.Amount {
	if k == Deposit {
		return 150
	}
	return 90
}

// detail is the part of an answer that has a member for each dialling prefix. Those of a
// voice SMS have more than those of a deposit.
func (a *Account) detail(made *Campaign) wire.Field {
	if a.options.Variant.DetailEmpty {
		return wire.List("detail", nil)
	}
	var prefixes []string
	first, times := map[string]string{}, map[string]int{}
	for _, number := range made.Numbers {
		prefix := wire.DiallingPrefix(number)
		if times[prefix] == 0 {
			prefixes = append(prefixes, prefix)
			first[prefix] = number
		}
		times[prefix]++
	}
	price := made.Kind.price()
	var detail []wire.Field
	for _, prefix := range prefixes {
		member := []wire.Field{
			wire.Integer("nbSms", times[prefix]),
			wire.Decimal("cost_unity", price.Decimal()),
			wire.Decimal("cost", (price * wire.Amount(times[prefix])).Decimal()),
		}
		if made.Kind == VoiceSMS {
			member = append(member,
				wire.Text("country_code", strings.ToLower(wire.CountryCode(first[prefix]))),
				wire.Decimal("duration", made.seconds.decimal()),
			)
		}
		detail = append(detail, wire.Nested(prefix, member...))
	}
	return wire.Nested("detail", detail...)
}

// sent opens the answer to a call that has sent.
func (a *Account) sent(made *Campaign) wire.Object {
	return a.success(
		wire.Text("campaignId", made.ID),
		wire.Decimal("cost", made.Cost),
		wire.Text("currency", currency),
		wire.Integer("nbSms", len(made.Numbers)),
	)
}

// scheduledLayout is how a request writes a moment.
const scheduledLayout = "2006-01-02 15:04:05"

// isScheduledDate takes a moment to the minute. A sample of cURL has a T in the place of
// the blank.
func isScheduledDate(v string) string {
	at, err := time.Parse(scheduledLayout, v)
	if err != nil || at.Second() != 0 || at.Format(scheduledLayout) != v {
		return "is not YYYY-mm-dd H:m:00"
	}
	return ""
}

// schedule reads when a campaign leaves. The time that was asked for is zero for a campaign
// that leaves at once. What the vendor does with a date that is past, or is none, is not
// documented: here such a campaign leaves at once.
func (a *Account) schedule(date string) (asked, leaves time.Time) {
	now, zone := a.Now(), wire.Paris
	if a.options.Variant.ScheduleUTC {
		zone = time.UTC
	}
	asked, err := time.ParseInLocation(scheduledLayout, strings.Replace(date, "T", " ", 1), zone)
	if err != nil || !asked.After(now) {
		return time.Time{}, now
	}
	return asked, asked
}

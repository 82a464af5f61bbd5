package sms

import "github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"

// describe adds to a log line the message, the tag and the recipients that a call
// names, and the statuses that it answers.
func describe(l *wire.Line, c *wire.Call, content wire.Object) {
	ids := c.Members("messageId")
	if len(ids) == 0 {
		ids = content.Words("message_id")
	}
	l.Words("message", ids...)
	if tag := c.Text("tag"); tag != "" {
		l.Words("tag", tag)
	}
	numbers := c.Members("phoneNumber")
	for _, name := range []string{"phoneNumbers", "to"} {
		if list := c.Text(name); list != "" {
			numbers = append(numbers, l.Split(list)...)
		}
	}
	l.Numbers("number", numbers...)
	l.Tally("statut", append(content.Words("statut"), content.Words("status")...)...)
}

package sms

import (
	"fmt"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

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
	l.Words("statut", tally(append(content.Words("statut"), content.Words("status")...))...)
}

// tally names each word once, with how often it stands there.
func tally(words []string) []string {
	times := map[string]int{}
	var once []string
	for _, word := range words {
		if times[word] == 0 {
			once = append(once, word)
		}
		times[word]++
	}
	for i, word := range once {
		if times[word] > 1 {
			once[i] = fmt.Sprintf("%s (%d)", word, times[word])
		}
	}
	return once
}

package sms

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// Errors of [Account.Reply].
var (
	ErrNoSuchMessage = errors.New("no such message to that number")
	ErrNotSent       = errors.New("the message has not left")
)

// ReplyForms are the forms of a reply's webhook.
type ReplyForms struct {
	// ReplyIDAsString writes the message_id of a reply's webhook as a string, as
	// earlier documentation did.
	ReplyIDAsString bool `flag:"reply-id-as-string" help:"write the message_id of a reply's webhook as a string"`
}

// Reply is the answer of a recipient to a message. It calls the message's
// urlResponse, where it has one. A text of STOP, in any case, puts the number on
// the STOP list, and the status of the message tells.
func (a *Account) Reply(messageID, number, words string) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	now := a.Now()
	normal, _ := wire.E164(number)
	how, err := a.messages.reply(messageID, normal, isStop(words), now)
	if err != nil {
		return fmt.Errorf("reply to message %s from %s: %w", messageID, number, err)
	}
	if isStop(words) && !a.isStopped(normal) {
		a.putStop(Stop{Number: normal})
	}
	if how == nil || how.urlResponse == "" || how.sandbox {
		return nil
	}
	for _, body := range a.replyBody(messageID, how, normal, words, now) {
		a.Plan(wire.Webhook{Due: now, URL: how.urlResponse, Body: body})
	}
	return nil
}

func (m *messages) reply(id, number string, stop bool, now time.Time) (*sending, error) {
	entry := m.byID[id]
	r := entry.recipient(number)
	switch {
	case r == nil:
		return nil, ErrNoSuchMessage
	case entry.sending != nil && (entry.sending.cancelled || now.Before(entry.sending.leaves)):
		return nil, ErrNotSent
	}
	r.StopSMS = r.StopSMS || stop
	return entry.sending, nil
}

func isStop(words string) bool {
	return strings.EqualFold(strings.TrimSpace(words), "stop")
}

// replyBody is what the webhook gets: one body, or several for a long text to a
// long number.
func (a *Account) replyBody(id string, how *sending, number, words string, at time.Time) []string {
	if how.path == longNumberPath {
		return a.longNumberReply(id, how, number, words, at)
	}
	kind := "response"
	if isStop(words) {
		kind = "stop"
	}
	shownID := wire.Integer("message_id", wholeNumber(id))
	if a.options.Variant.ReplyIDAsString {
		shownID = wire.Text("message_id", id)
	}
	return []string{a.WebhookBody(wire.Object{
		wire.Text("type", kind),
		wire.Text("phone_number", number),
		wire.Text("text", words),
		shownID,
	})}
}

// longNumberReply writes numbers without plus, and a text of more than 160
// characters in several bodies.
func (a *Account) longNumberReply(id string, how *sending, number, words string, at time.Time) []string {
	whole := []rune(words)
	var pieces []string
	for len(whole) > plainAlone {
		pieces, whole = append(pieces, string(whole[:plainPart])), whole[plainPart:]
	}
	pieces = append(pieces, string(whole))
	var bodies []string
	for i, piece := range pieces {
		body := wire.Object{
			wire.Text("msisdn", strings.TrimPrefix(number, "+")),
			wire.Text("to", strings.TrimPrefix(how.sender, "+")),
			wire.Text("messageId", fmt.Sprintf("00000000-0000-0000-0000-%012d", wholeNumber(id))),
			wire.Text("text", piece),
			wire.Text("type", "text"),
			wire.Text("keyword", keyword(words)),
			wire.Text("message-timestamp", at.In(wire.Paris).Format("2006-01-02 15:04:05")),
		}
		if len(pieces) > 1 {
			body = append(
				body,
				wire.Text("concat", "true"),
				wire.Text("concat-ref", "171"),
				wire.Text("concat-total", strconv.Itoa(len(pieces))),
				wire.Text("concat-part", strconv.Itoa(i+1)),
			)
		}
		bodies = append(bodies, a.WebhookBody(body))
	}
	return bodies
}

// keyword fits the two documented samples: "Test" of "Test", and "MESSAGELONG"
// of "   Message long....".
func keyword(words string) string {
	letters := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, words)
	if letters == words {
		return words
	}
	return strings.ToUpper(letters)
}

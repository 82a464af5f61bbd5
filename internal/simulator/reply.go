package simulator

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// Errors of [Simulator.Reply].
var (
	ErrNoSuchMessage = errors.New("no such message to that number")
	ErrNotSent       = errors.New("the message has not left")
)

// Reply is the answer of a recipient to a message. It calls the message's
// urlResponse, where it has one. A text of STOP, in any case, puts the number on
// the STOP list, and the status of the message tells.
func (s *Simulator) Reply(messageID, number, words string) error {
	now := s.now()
	normal, _ := e164(number)
	how, err := s.messages.reply(messageID, normal, isStop(words), now)
	if err != nil {
		return fmt.Errorf("reply to message %s from %s: %w", messageID, number, err)
	}
	if isStop(words) {
		s.AddStop(normal)
	}
	if how == nil || how.urlResponse == "" || how.sandbox {
		return nil
	}
	for _, body := range s.replyBody(messageID, how, normal, words, now) {
		s.webhooks.plan(plannedCall{now, how.urlResponse, body, messageID})
	}
	return nil
}

func (m *messages) reply(id, number string, stop bool, now time.Time) (*sending, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
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

func (m *messages) isCancelled(id string) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	entry := m.byID[id]
	return entry != nil && entry.sending != nil && entry.sending.cancelled
}

func isStop(words string) bool {
	return strings.EqualFold(strings.TrimSpace(words), "stop")
}

// replyBody is what the webhook gets: one body, or several for a long text to a
// long number.
func (s *Simulator) replyBody(id string, how *sending, number, words string, at time.Time) []string {
	if how.path == longNumberPath {
		return s.longNumberReply(id, how, number, words, at)
	}
	kind := "response"
	if isStop(words) {
		kind = "stop"
	}
	var shownID value = integer(wholeNumber(id))
	if s.options.Variant.ReplyIDAsString {
		shownID = text(id)
	}
	return []string{s.webhookBody(object{
		{"type", text(kind)},
		{"phone_number", text(number)},
		{"text", text(words)},
		{"message_id", shownID},
	})}
}

// longNumberReply writes numbers without plus, and a text of more than 160
// characters in several bodies.
func (s *Simulator) longNumberReply(id string, how *sending, number, words string, at time.Time) []string {
	whole := []rune(words)
	var pieces []string
	for len(whole) > plainAlone {
		pieces, whole = append(pieces, string(whole[:plainPart])), whole[plainPart:]
	}
	pieces = append(pieces, string(whole))
	var bodies []string
	for i, piece := range pieces {
		body := object{
			{"msisdn", text(strings.TrimPrefix(number, "+"))},
			{"to", text(strings.TrimPrefix(how.sender, "+"))},
			{"messageId", text(fmt.Sprintf("00000000-0000-0000-0000-%012d", wholeNumber(id)))},
			{"text", text(piece)},
			{"type", text("text")},
			{"keyword", text(keyword(words))},
			{"message-timestamp", text(at.In(paris).Format("2006-01-02 15:04:05"))},
		}
		if len(pieces) > 1 {
			body = append(
				body,
				field{"concat", text("true")},
				field{"concat-ref", text("171")},
				field{"concat-total", text(strconv.Itoa(len(pieces)))},
				field{"concat-part", text(strconv.Itoa(i + 1))},
			)
		}
		bodies = append(bodies, s.webhookBody(body))
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

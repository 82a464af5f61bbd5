package partner

import (
	"context"
	"fmt"
	"net/http"
)

// The meanings of a refusal to cancel.
const (
	// MeaningCancelled: the message was cancelled before.
	MeaningCancelled Meaning = "cancelled"
	// MeaningTooLate: the message is due in less than 5 minutes.
	MeaningTooLate Meaning = "too late"
	// MeaningSent: the message has left.
	MeaningSent Meaning = "sent"
)

// messageCancel is the call of SMS Partner and of Mail Partner. It changes something, though
// it is a GET.
var messageCancel = Operation{
	Name:   "message-cancel",
	Method: http.MethodGet,
	Path:   "/message-cancel",
	Class:  Write,
	Codes: map[string]Meaning{
		"1": MeaningKeyMissing,
		"3": MeaningRefused,
		"4": MeaningNotFound,
		"5": MeaningCancelled,
		"6": MeaningTooLate,
		"7": MeaningSent,
	},
}

// queued is what a gateway before the vendor was seen to answer to all calls, with success.
// Nothing else tells this answer from that to a cancelling.
const queued = "Request queued for processing"

// CancelMessage cancels a scheduled message to all its recipients, which the vendor allows
// until five minutes before it is due. The answer is in the vendor's words.
func CancelMessage(ctx context.Context, c *Client, messageID string) (string, error) {
	return Do(ctx, c, &messageCancel, Params{"messageId": messageID}, func(o *Object) string {
		if answered := o.Identifier(SameText, "messageid"); answered != nil && *answered != messageID {
			o.Reject(fmt.Sprintf("it is not about message %s, but about message %s", messageID, *answered))
		}
		message := o.Text("message")
		switch {
		case message == nil:
			return ""
		case *message == queued:
			o.Reject(fmt.Sprintf("it says %q, as a failing gateway answers any call", queued))
		}
		return *message
	})
}

package sms

import (
	"encoding/json"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// Rich is what an RCS shows: a text, a file, a card or a content of the caller's.
type Rich struct {
	Text    string
	FileURL string
	Card    *RichCard
	// Content is a whole richContent, which is sent as it is.
	Content json.RawMessage
	// Suggestions go with a text or a file.
	Suggestions []Suggestion
	// Failover is the SMS that is sent when the RCS fails; nil for none.
	Failover *Failover
}

// RichCard is a card. Empty values are not sent.
type RichCard struct {
	Orientation             string `json:"orientation,omitempty"`
	ThumbnailImageAlignment string `json:"thumbnailImageAlignment,omitempty"`
	Title                   string `json:"title,omitempty"`
	Description             string `json:"description,omitempty"`
}

// Suggestion is a reply that the phone offers.
type Suggestion struct {
	Text string `json:"text"`
	// PostbackData is sent back when the reply is chosen.
	PostbackData string `json:"postbackData"`
}

// Failover is an SMS in place of an RCS that fails.
type Failover struct {
	Sender, Message      string
	IsStopSMS, IsUnicode bool
}

// rcsCodes are the codes of an RCS. Its page documents none. The general page has 500 for an
// SMS that could not be queued; should an RCS get it too, it may have gone out all the same.
var rcsCodes = map[string]partner.Meaning{"500": partner.MeaningUndecided}

// addTo adds the parameters of an RCS.
func (r *Rich) addTo(params partner.Params) {
	// The documentation requires it, with this value.
	params["isUnicode"] = 1
	params["richContent"] = r.content()
	if r.Failover == nil {
		return
	}
	// Every sample has both flags.
	failover := map[string]any{
		"message": r.Failover.Message, "isStopSms": number(r.Failover.IsStopSMS), "isUnicode": number(r.Failover.IsUnicode),
	}
	if r.Failover.Sender != "" {
		failover["sender"] = r.Failover.Sender
	}
	params["failover"] = failover
}

// content is the richContent.
func (r *Rich) content() any {
	if r.Content != nil {
		return r.Content
	}
	conversation := map[string]any{}
	switch {
	case r.Card != nil:
		conversation["richCard"] = r.Card
		return map[string]any{"conversation": conversation}
	case r.FileURL != "":
		conversation["file"] = map[string]any{"media": map[string]any{"fileUrl": r.FileURL}}
	default:
		conversation["text"] = r.Text
	}
	// The sample without suggestions has an empty list.
	suggestions := make([]any, len(r.Suggestions))
	for i, s := range r.Suggestions {
		suggestions[i] = map[string]any{"reply": s}
	}
	conversation["suggestions"] = suggestions
	return map[string]any{"conversation": conversation}
}

package mail

import (
	"context"
	"math/big"
	"net/http"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// The limits of one mail.
const (
	MaxRecipients  = 500
	MaxVariables   = 8
	MaxAttachments = 3
	// MaxAttachment is 5 MB in bytes. The documentation does not say whether it counts a
	// megabyte as 1,000,000 bytes or as this more.
	MaxAttachment = 5 << 20
)

// The meanings of a refusal that says that the vendor did not see what the request has.
const (
	meaningNoRecipients partner.Meaning = "no recipients"
	meaningNoReplyTo    partner.Meaning = "no reply address"
	meaningNoAttachment partner.Meaning = "no attachment name"
)

// send has the codes of the section "Mail" of the page "Codes d'erreur". Code 3 is printed
// there as another missing key; it is probably the subject.
var send = partner.Operation{
	Name:   "send",
	Method: http.MethodPost,
	Path:   "/send",
	Class:  partner.Write,
	Data:   "messageId",
	Codes: map[string]partner.Meaning{
		"1": partner.MeaningKeyMissing,
		"2": partner.MeaningRefused, "3": partner.MeaningRefused, "4": partner.MeaningRefused, "5": partner.MeaningRefused,
		"8": partner.MeaningRefused, "9": partner.MeaningRefused, "11": partner.MeaningRefused, "14": partner.MeaningRefused,
		"15": partner.MeaningRefused, "16": meaningNoAttachment, "17": partner.MeaningRefused, "18": partner.MeaningRefused,
		"19": partner.MeaningRefused, "21": partner.MeaningRefused, "22": meaningNoRecipients, "23": meaningNoReplyTo,
		"24": partner.MeaningRefused, "25": partner.MeaningRefused, "45": partner.MeaningRefused, "46": partner.MeaningRefused,
		"47": partner.MeaningRefused, "48": partner.MeaningRefused, "49": partner.MeaningRefused, "50": partner.MeaningRefused,
		"55":  partner.MeaningRefused,
		"500": partner.MeaningUndecided, // the mail could not be queued
	},
}

// Address is a mail address with a name, which may be empty.
type Address struct{ Email, Name string }

// Attachment is a file that goes with a mail. Filename has no extension.
type Attachment struct {
	Filename, ContentType string
	Content               *partner.File
}

// SendRequest describes a mail. What is empty is not sent.
type SendRequest struct {
	Subject, HTMLContent string
	To                   []Address
	ReplyTo              *Address
	// Variables take the place of #NAME# in the mail.
	Variables   map[string]string
	Attachments []Attachment
	Tag         string
	// Scheduled is on a step of 5 minutes; the zero time is at once.
	Scheduled time.Time
	Sandbox   *bool
}

// Sent is the vendor's answer to a mail. What the vendor did not say is nil.
type Sent struct {
	// MessageID is empty only for a dry run to which the vendor gave none.
	MessageID string
	NbMail    *int64
	Cost      *big.Float
	Currency  *string
	// Scheduled is in Paris time.
	Scheduled *time.Time
	// Unread says which values, all but the id, could not be read, and why.
	Unread []string
}

// Send sends a mail, and costs money. Where the vendor looks for the address for replies and
// for the attachments is not documented, and for the recipients the samples and the table of the
// page differ. A request that it refused since it did not see one of them is made again, with
// this part in the other place.
//
// Mail Partner documentation: "Envoi unitaire de mail" / "Single mail send".
func (c *Client) Send(ctx context.Context, r SendRequest) (*Sent, error) {
	var places places
	for {
		sent, err := c.sendOnce(ctx, r, places)
		if partner.OutcomeUnknown(err) || !places.move(r, err) {
			return sent, err
		}
	}
}

func (c *Client) sendOnce(ctx context.Context, r SendRequest, at places) (*Sent, error) {
	op := send
	// Whether the vendor gives an id to a dry run is not documented. A mail that can reach
	// somebody needs one.
	op.DataOptional = r.Sandbox != nil && *r.Sandbox
	return partner.Do(ctx, c.partner, &op, r.params(at), func(o *partner.Object) *Sent {
		sent := &Sent{
			NbMail: o.Int("nbMail"), Cost: o.Decimal("cost"), Currency: o.Text("currency"),
			Scheduled: o.Time("scheduledDeliveryDate"),
		}
		id := o.Identifier(partner.SameText, "messageid")
		switch hasNone := id == nil || *id == "0"; {
		case hasNone && op.DataOptional:
			if sent.NbMail == nil && sent.Cost == nil { // a gateway that takes any request also reports success
				o.RejectWithout(&op)
			}
		case hasNone || !partner.IsID(*id):
			o.Reject("its messageId is no id")
		default:
			sent.MessageID = *id
		}
		sent.Unread = o.Unread()
		return sent
	})
}

// places are the parts of a request that stand in the other place than that of the first try: the
// recipients inside "params", where every sample has them, and the others beside.
type places struct{ to, replyTo, attachments bool }

// move puts the part of a request that the vendor did not see in the other place. It reports
// whether there is one.
func (p *places) move(r SendRequest, err error) (moved bool) {
	switch {
	case partner.HasMeaning(err, meaningNoRecipients) && !p.to:
		p.to, moved = true, true
	case partner.HasMeaning(err, meaningNoReplyTo) && r.ReplyTo != nil && !p.replyTo:
		p.replyTo, moved = true, true
	case partner.HasMeaning(err, meaningNoAttachment) && len(r.Attachments) > 0 && !p.attachments:
		p.attachments, moved = true, true
	}
	return moved
}

func (r SendRequest) params(at places) partner.Params {
	to := make([]map[string]string, len(r.To))
	for i, address := range r.To {
		to[i] = address.param()
	}
	inside := map[string]any{}
	params := partner.Params{"subject": r.Subject, "htmlContent": r.HTMLContent}
	place := func(isInside bool) map[string]any {
		if isInside {
			return inside
		}
		return params
	}
	place(!at.to)["to"] = to
	if r.ReplyTo != nil {
		place(at.replyTo)["replyTo"] = r.ReplyTo.param()
	}
	if len(r.Attachments) > 0 {
		list := make([]map[string]any, len(r.Attachments))
		for i, a := range r.Attachments {
			list[i] = map[string]any{"base64Content": a.Content, "contentType": a.ContentType, "filename": a.Filename}
		}
		place(at.attachments)["attachments"] = list
	}
	if len(inside) > 0 {
		params["params"] = inside
	}
	if len(r.Variables) > 0 {
		params["variables"] = r.Variables
	}
	if r.Tag != "" {
		params["tag"] = r.Tag
	}
	if r.Sandbox != nil {
		params["sandbox"] = 0
		if *r.Sandbox {
			params["sandbox"] = 1
		}
	}
	if !r.Scheduled.IsZero() {
		local := r.Scheduled.In(partner.Paris)
		params["scheduledDeliveryDate"] = local.Format("02/01/2006")
		params["time"], params["minute"] = local.Hour(), local.Minute()
	}
	return params
}

func (a Address) param() map[string]string {
	param := map[string]string{"email": a.Email}
	if a.Name != "" {
		param["name"] = a.Name
	}
	return param
}

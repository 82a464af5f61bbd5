package sms

import (
	"context"
	"fmt"
	"math/big"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"time"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// SendKind is one of the vendor's ways to send.
type SendKind int

// The ways to send.
const (
	// Single sends one text to up to MaxPerRequest numbers ("Envoi unitaire").
	Single SendKind = iota
	// Bulk sends a text of its own to each number ("Envoi par lots").
	Bulk
	// LongNumber sends from a rented number ("Envoi par numéro long").
	LongNumber
	// Survey sends a poll made in the dashboard ("Envoi de sondages").
	Survey
	// RCS sends a rich message ("RCS").
	RCS
)

// sends are the operations. None is repeated once it has left: the vendor has no
// idempotency key.
var sends = map[SendKind]*partner.Operation{
	Single:     sending("send", sendCodes),
	Bulk:       sending("bulk-send", sendCodes),
	LongNumber: sending("vn/send", sendCodes),
	Survey:     sending("sondage/to/send", sendCodes),
	RCS:        sending("rcs/send", rcsCodes),
}

func sending(name string, codes map[string]partner.Meaning) *partner.Operation {
	return &partner.Operation{
		Name:   name,
		Method: http.MethodPost,
		Path:   "/" + name,
		Class:  partner.Write,
		Data:   "message_id",
		Codes:  codes,
	}
}

// sendCodes are those of the general page for sending, and of the pages of the calls.
var sendCodes = func() map[string]partner.Meaning {
	codes := map[string]partner.Meaning{
		"1":   partner.MeaningKeyMissing,
		"55":  partner.MeaningNothingLeft,
		"500": partner.MeaningUndecided,
	}
	for _, code := range []string{
		"2", "4", "9", "11", "13", "14", "15", "22", "23", "42", "43", "44", "45", "46", "47", "48", "49", "50", "51", "52", "992",
	} {
		codes[code] = partner.MeaningRefused
	}
	return codes
}()

// Gamme is the vendor's range of SMS.
type Gamme int

// The ranges.
const (
	Premium Gamme = 1
	LowCost Gamme = 2
)

// NumberText is a text for one number.
type NumberText struct{ Number, Text string }

// SendRequest is what to send. Numbers are in E.164 form. Zero and nil values are not sent,
// so that the vendor's defaults apply.
type SendRequest struct {
	Kind    SendKind
	Numbers []string
	Text    string
	// Hidden says that nothing may show Text.
	Hidden bool
	// Texts take the place of Numbers and Text in a Bulk send.
	Texts []NumberText
	// From is the rented number of a LongNumber send.
	From string
	// SondageIdent is the identifier of a Survey's poll.
	SondageIdent string
	// Rich is the content of an RCS.
	Rich *Rich

	Gamme       Gamme
	Sender      string
	Tag         string
	Scheduled   time.Time
	URLResponse string
	URLDlr      string
	IsStopSMS   *bool
	IsUnicode   *bool
	Sandbox     *bool
}

// Recipients returns the numbers that it is sent to.
func (r SendRequest) Recipients() []string {
	numbers := slices.Clone(r.Numbers)
	for _, to := range r.Texts {
		numbers = append(numbers, to.Number)
	}
	return numbers
}

// isDryRun reports whether the vendor is asked to send and charge nothing. It documents no
// sandbox for the other kinds.
func (r SendRequest) isDryRun() bool {
	return r.Sandbox != nil && *r.Sandbox && (r.Kind == Single || r.Kind == Bulk || r.Kind == LongNumber)
}

// Sent is the vendor's answer to a send.
type Sent struct {
	// MessageID is empty only for a dry run to which the vendor gave none.
	MessageID string
	NbSMS     *int64
	// NbRCS takes the place of NbSMS in the answer to an RCS.
	NbRCS    *int64
	Cost     *big.Float
	Currency *string
	// Scheduled is in Paris time; nil where the answer names no moment.
	Scheduled *time.Time
	// Items has the result for each number of a Bulk send.
	Items []SentItem
	// Unread says which values, all but the id, could not be read, and why.
	Unread []string
}

// SentItem is one number of a Bulk send.
type SentItem struct {
	PhoneNumber *string
	Success     bool
	// Doubtful says that the item contradicts itself, so the number's result is not known.
	Doubtful bool
	Code     *string
	Message  *string
	NbSMS    *int64
	Cost     *big.Float
}

// Refused reports whether nothing is sent to the number.
func (i SentItem) Refused() bool { return !i.Success && !i.Doubtful }

// Send sends, and costs money. An error with Sent set leaves open whether the
// message went out.
func (c *Client) Send(ctx context.Context, r SendRequest) (*Sent, error) {
	op := sends[r.Kind]
	if r.isDryRun() {
		op = optionalID(op)
	}
	return partner.Do(ctx, c.partner, op, r.params(), func(o *partner.Object) *Sent {
		sent := decodeSent(op, o)
		if r.Hidden && !currencyForm.MatchString(value(sent.Currency)) {
			sent.Currency = nil // it may repeat the text
		}
		return sent
	})
}

// optionalID is an operation whose answer may lack the id: whether the vendor gives one to a dry
// run is not documented. A send that can reach somebody needs it.
func optionalID(op *partner.Operation) *partner.Operation {
	optional := *op
	optional.DataOptional = true
	return &optional
}

// currencyForm is that of ISO 4217.
var currencyForm = regexp.MustCompile(`^[A-Za-z]{3}$`)

// decodeSent reads an answer that reports success. With an id the message is accepted: an
// odd value beside the id must not make it count as lost.
func decodeSent(op *partner.Operation, o *partner.Object) *Sent {
	id := value(o.Text(op.Data))
	if op.DataOptional && id == "0" {
		id = ""
	}
	if hasNone := op.DataOptional && id == ""; !hasNone && !IsMessageID(id) {
		o.Reject(fmt.Sprintf("its %s is %q, which is not a positive whole number", op.Data, id))
	}
	only(o, idNames, partner.SameText)
	sent := &Sent{
		MessageID: id,
		NbSMS:     o.Int("nb_sms"),
		NbRCS:     o.Int("nb_rcs"),
		Cost:      o.Decimal("cost"),
		Currency:  o.Text("currency"),
		Scheduled: o.Time("scheduledDeliveryDate"),
	}
	if sent.NbSMS == nil {
		sent.NbSMS = o.Int("nbSMS") // bulk-send spells it so
	}
	for _, entry := range o.LooseList("SMSResponse_List") {
		sent.Items = append(sent.Items, decodeSentItem(entry))
	}
	if id == "" && !sent.isOfSend() {
		o.RejectWithout(op)
	}
	sent.Unread = o.Unread()
	return sent
}

// isOfSend reports whether an answer without an id has what only the answer to a send has. A
// gateway that takes any request also reports success.
func (s *Sent) isOfSend() bool {
	return s.NbSMS != nil || s.Cost != nil ||
		slices.ContainsFunc(s.Items, func(i SentItem) bool { return i.PhoneNumber != nil })
}

// decodeSentItem reads one number's part of an answer. How the vendor writes that
// a number failed is not documented: a code other than that of success says so by
// itself.
func decodeSentItem(o *partner.Object) SentItem {
	item := SentItem{
		PhoneNumber: o.Text("phoneNumber"),
		Code:        o.Text("code"),
		Message:     o.Text("message"),
		NbSMS:       o.Int("nbSms"),
		Cost:        o.Decimal("cost"),
	}
	report := o.Report()
	item.Doubtful = report.Contradiction != ""
	item.Success = !report.Failed && !item.Doubtful
	return item
}

// IsMessageID reports whether a text is the id of a message, which the vendor documents
// as a whole number.
func IsMessageID(text string) bool {
	id, err := strconv.ParseUint(text, 10, 64)
	return err == nil && id > 0 && strconv.FormatUint(id, 10) == text
}

// AnsweredID returns the message id in an answer that still counts as failed; empty if it
// has none.
func AnsweredID(e *partner.Error) string {
	if !IsMessageID(e.Data) {
		return ""
	}
	return e.Data
}

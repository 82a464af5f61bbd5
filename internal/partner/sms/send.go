package sms

import (
	"context"
	"math/big"
	"net/http"
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
)

// sends are the operations. None is ever repeated once it has left: the vendor
// has no way to recognize a repetition.
var sends = map[SendKind]*partner.Operation{
	Single:     sending("send", "/send"),
	Bulk:       sending("bulk-send", "/bulk-send"),
	LongNumber: sending("vn/send", "/vn/send"),
	Survey:     sending("sondage/to/send", "/sondage/to/send"),
}

func sending(name, path string) *partner.Operation {
	return &partner.Operation{
		Name:   name,
		Method: http.MethodPost,
		Path:   path,
		Class:  partner.Write,
		Data:   "message_id",
		Meanings: map[string]partner.Meaning{
			"2":   partner.MeaningNumbersMissing,
			"9":   partner.MeaningInvalid,
			"11":  partner.MeaningNoCredit,
			"13":  partner.MeaningNoPrice,
			"14":  partner.MeaningStopped,
			"15":  partner.MeaningRepeated,
			"22":  partner.MeaningQuietHours,
			"23":  partner.MeaningQuietHours,
			"42":  partner.MeaningTooLong,
			"43":  partner.MeaningTextMissing,
			"44":  partner.MeaningSenderInvalid,
			"45":  partner.MeaningScheduleInvalid,
			"46":  partner.MeaningScheduleInvalid,
			"47":  partner.MeaningScheduleInvalid,
			"48":  partner.MeaningScheduleInvalid,
			"49":  partner.MeaningScheduleInvalid,
			"50":  partner.MeaningTooMany,
			"51":  partner.MeaningGammeRefused,
			"52":  partner.MeaningTooLong,
			"55":  partner.MeaningNoNumber,
			"500": partner.MeaningNotQueued,
			"992": partner.MeaningSenderRefused,
		},
	}
}

// Gamme is the vendor's range of SMS.
type Gamme int

// The ranges.
const (
	Premium Gamme = 1
	LowCost Gamme = 2
)

// NumberText is a text for one number.
type NumberText struct{ Number, Text string }

// SendRequest is what to send. Numbers are in E.164 form. What is zero or nil is
// not sent, so that the vendor's own default holds.
type SendRequest struct {
	Kind    SendKind
	Numbers []string
	Text    string
	// Texts take the place of Numbers and Text in a Bulk send.
	Texts []NumberText
	// From is the rented number of a LongNumber send.
	From string
	// SondageIdent is the identifier of a Survey's poll.
	SondageIdent string

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

// Sent is the vendor's answer to a send.
type Sent struct {
	MessageID string
	NbSMS     *int64
	Cost      *big.Float
	Currency  *string
	// Items tells for each number of a Bulk send what became of it.
	Items []SentItem
}

// SentItem is one number of a Bulk send.
type SentItem struct {
	PhoneNumber *string
	Success     bool
	Code        *string
	Message     *string
	NbSMS       *int64
	Cost        *big.Float
}

// Send sends, and costs money. An error with Sent set leaves open whether the
// message went out.
func (c *Client) Send(ctx context.Context, r SendRequest) (*Sent, error) {
	return partner.Do(ctx, c.partner, sends[r.Kind], r.params(), decodeSent)
}

func decodeSent(o *partner.Object) *Sent {
	sent := &Sent{NbSMS: o.Int("nb_sms"), Cost: o.Decimal("cost"), Currency: o.Text("currency")}
	if id := o.Text("message_id"); id != nil {
		sent.MessageID = *id
	}
	if sent.NbSMS == nil {
		sent.NbSMS = o.Int("nbSMS") // bulk-send spells it so
	}
	for _, entry := range o.List("SMSResponse_List") {
		item := SentItem{
			PhoneNumber: entry.Text("phoneNumber"),
			Success:     true,
			Code:        entry.Text("code"),
			Message:     entry.Text("message"),
			NbSMS:       entry.Int("nbSms"),
			Cost:        entry.Decimal("cost"),
		}
		if success := entry.Bool("success"); success != nil {
			item.Success = *success
		}
		sent.Items = append(sent.Items, item)
	}
	return sent
}

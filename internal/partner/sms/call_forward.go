package sms

import (
	"context"
	"net/http"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

const (
	// MeaningForwarding says that calls are forwarded, or go to a voicemail, already. Whether
	// the vendor refuses every change of a forwarding so is not documented.
	MeaningForwarding partner.Meaning = "forwarding"
	// MeaningNotForwarding says that there is no forwarding to disable.
	MeaningNotForwarding partner.Meaning = "not forwarding"
)

var callForward = partner.Operation{
	Name:   "vn/callforward",
	Method: http.MethodPost,
	Path:   "/vn/callforward",
	Class:  partner.Write,
	Codes: map[string]partner.Meaning{
		"1":  partner.MeaningRefused,
		"5":  partner.MeaningRefused,
		"6":  partner.MeaningRefused,
		"7":  partner.MeaningRefused,
		"8":  partner.MeaningRefused,
		"9":  partner.MeaningRefused,
		"12": partner.MeaningRefused,
		"13": partner.MeaningNotFound,
		"14": MeaningNotForwarding,
		"15": partner.MeaningRefused,
		"16": MeaningForwarding,
		"17": MeaningForwarding,
		"18": MeaningNotForwarding,
	},
	Successes: []string{forwardSuccess, partner.CodeSuccess},
}

// forwardSuccess is the only documented code of success, that of disabling. The code of the
// other types is not documented.
const forwardSuccess = "2"

// ForwardType is what becomes of the calls to a virtual number.
type ForwardType int

// The vendor's types.
const (
	ForwardOff ForwardType = iota
	ForwardCalls
	ForwardVoicemail
)

// Forwarding is what a virtual number does with calls.
type Forwarding struct {
	Type ForwardType
	// Param is the number in E.164 form to which calls go, or the e-mail address that is
	// told of a voicemail.
	Param string
}

// SetForwarding sets what a virtual number, in E.164 form, does with calls. No call tells
// what is set.
//
// SMS Partner documentation: "Gérer le transfert d'appel" / "Manage call forwarding".
func (c *Client) SetForwarding(ctx context.Context, number string, f Forwarding) error {
	params := partner.Params{
		// The documented request has no plus signs.
		"number": strings.TrimPrefix(number, "+"),
		"type":   int(f.Type),
		"param":  strings.TrimPrefix(f.Param, "+"),
	}
	_, err := partner.Do(ctx, c.partner, &callForward, params, func(o *partner.Object) struct{} {
		// The answer has no data, so only its code tells it from that of another program.
		switch code := value(o.Text("code")); {
		case code == "":
			o.Reject("it has no code")
		case f.Type == ForwardOff && !partner.SameCode(code, forwardSuccess):
			o.Reject("its code is " + code + ", where the documentation has 2")
		}
		return struct{}{}
	})
	return err
}

// ForwardInTurn changes a forwarding while nothing else of this run changes one. by has, for
// each virtual number, who set it last in this run: no call tells what is set, so who
// disables a forwarding would not notice that another one has set it meanwhile.
func (c *Client) ForwardInTurn(change func(by map[string]string)) {
	c.forwarding.Lock()
	defer c.forwarding.Unlock()
	if c.forwardedBy == nil {
		c.forwardedBy = map[string]string{}
	}
	change(c.forwardedBy)
}

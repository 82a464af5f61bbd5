package sms

import (
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
)

// params writes what is set, under the vendor's names.
func (r SendRequest) params() partner.Params {
	params := partner.Params{}
	r.addRecipients(params)
	for name, text := range map[string]string{
		"message":      r.Text,
		"sondageIdent": r.SondageIdent,
		"sender":       r.Sender,
		"tag":          r.Tag,
		"urlResponse":  r.URLResponse,
		"urlDlr":       r.URLDlr,
	} {
		if text != "" {
			params[name] = text
		}
	}
	for name, flag := range map[string]*bool{"isStopSms": r.IsStopSMS, "isUnicode": r.IsUnicode, "sandbox": r.Sandbox} {
		if flag != nil {
			params[name] = number(*flag)
		}
	}
	if r.Hidden {
		params["message"] = partner.Hidden(r.Text)
	}
	if r.Gamme != 0 {
		params["gamme"] = int(r.Gamme)
	}
	if !r.Scheduled.IsZero() {
		// Midnight is hour 0 and minute 0: they must be sent like any other.
		local := r.Scheduled.In(partner.Paris)
		params["scheduledDeliveryDate"] = local.Format("02/01/2006")
		params["time"], params["minute"] = local.Hour(), local.Minute()
	}
	return params
}

func (r SendRequest) addRecipients(params partner.Params) {
	switch r.Kind {
	case Bulk:
		type entry struct {
			PhoneNumber string `json:"phoneNumber"`
			Message     string `json:"message"`
		}
		list := make([]entry, len(r.Texts))
		for i, t := range r.Texts {
			list[i] = entry{t.Number, t.Text}
		}
		params["SMSList"] = list
	case LongNumber:
		// This call alone wants numbers without the plus.
		params["to"] = strings.ReplaceAll(strings.Join(r.Numbers, ","), "+", "")
		params["from"] = strings.TrimPrefix(r.From, "+")
	case Single, Survey:
		params["phoneNumbers"] = strings.Join(r.Numbers, ",")
	}
}

// number is how the vendor writes a flag.
func number(flag bool) int {
	if flag {
		return 1
	}
	return 0
}

package simulator

import (
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// What packages wire and sms declare, under the names that tests use.
type (
	Request = wire.Request
	Step    = wire.Step
	Dial    = wire.Dial

	Credits     = sms.Credits
	Message     = sms.Message
	Recipient   = sms.Recipient
	SentMessage = sms.SentMessage
	Period      = sms.Period

	Variant         = sms.Variant
	Forms           = wire.Forms
	CreditForms     = sms.CreditForms
	StatusForms     = sms.StatusForms
	TagForms        = sms.TagForms
	ItemForms       = sms.ItemForms
	NotMobileForms  = sms.NotMobileForms
	LookupForms     = sms.LookupForms
	StatisticsForms = sms.StatisticsForms
)

// What packages wire and sms declare, under the names that tests use.
const (
	BasePath      = wire.BasePath
	DefaultAPIKey = wire.DefaultAPIKey
	DropBefore    = wire.DropBefore
	DropDuring    = wire.DropDuring
	NotFound      = sms.NotFound
)

// DegradedStep is [wire.DegradedStep].
func DegradedStep(carriedOut bool) Step { return wire.DegradedStep(carriedOut) }

// ClientErrorStatus is [wire.ClientErrorStatus].
func ClientErrorStatus(code int) int { return wire.ClientErrorStatus(code) }

// Recorded is [sms.Recorded].
func Recorded() Variant { return sms.Recorded() }

// OutcomesHelp is [sms.OutcomesHelp].
func OutcomesHelp() string { return sms.OutcomesHelp() }

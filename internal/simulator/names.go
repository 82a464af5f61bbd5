package simulator

import (
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/mail"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/sms"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/voice"
	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// The names below are those of packages wire and sms that several packages use, so that
// these import this package alone. A test of one page takes what belongs to that page,
// such as its forms, from package sms.

type (
	// Request is a request as it arrived.
	Request = wire.Request
	// Step is the answer to one request instead of the product's own.
	Step = wire.Step
	// Dial opens a connection.
	Dial = wire.Dial
	// Credits are the SMS account's holder and what is left.
	Credits = sms.Credits
	// Message is an SMS that the account has sent.
	Message = sms.Message
	// Recipient is one number of a [Message].
	Recipient = sms.Recipient
	// SentMessage is a message that a call has sent.
	SentMessage = sms.SentMessage
	// Period is what the account has sent in some time.
	Period = sms.Period
	// Variant selects the forms of answers.
	Variant = sms.Variant
	// Forms are those of any call.
	Forms = wire.Forms
	// CreditForms are those of the credits.
	CreditForms = sms.CreditForms
	// StatusForms are those of the status of one message.
	StatusForms = sms.StatusForms
	// TagForms are those of the status by tag.
	TagForms = sms.TagForms
	// StatisticsForms are those of the statistics.
	StatisticsForms = sms.StatisticsForms
	// ItemForms are those of an item that fails alone.
	ItemForms = sms.ItemForms
	// NotMobileForms are those of a number that is no mobile.
	NotMobileForms = sms.NotMobileForms
	// LookupForms are those of the lookup.
	LookupForms = sms.LookupForms
)

// Constants of packages wire and sms.
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

// HLRHelp is [sms.HLRHelp].
func HLRHelp() string { return sms.HLRHelp() }

// VoiceHelp is [voice.Help].
func VoiceHelp() string { return voice.Help() }

// MailHelp is [mail.Help].
func MailHelp() string { return mail.Help() }

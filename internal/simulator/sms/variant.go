package sms

import "github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"

// Variant selects a form of answer wherever the vendor's documentation
// contradicts itself, is silent, or differs from answers recorded from the real
// API. The zero value is the current documentation. Each page owns its forms.
type Variant struct {
	wire.Forms
	CreditForms
	StatusForms
	TagForms
	StatisticsForms
	SendForms
	ItemForms
	NotMobileForms
	ScheduleForms
	SandboxForms
	QuietForms
	ReplyForms
	LookupForms
	HLRForms
	GroupForms
	SubaccountForms
	ContactForms
	StopForms
	ForwardForms
	RentalForms
}

// NotFound is the status, in [ScheduleForms], of a message that the status calls do
// not find: code 4.
const NotFound = "not found"

package mail

// Variant selects a form of answer wherever the vendor's documentation of Mail Partner
// contradicts itself or is silent. The zero value is the current documentation. Each page
// owns its forms.
type Variant struct {
	PlaceForms
	RefusalForms
	AnswerForms
	SandboxForms
	ScheduleForms
	CancelForms
	StatusForms
	UnsubscribeForms
	SubaccountForms
}

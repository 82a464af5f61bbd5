package voice

// Variant selects a form of answer wherever the vendor's documentation of Voice Partner
// contradicts itself or is silent. The zero value is the current documentation. Each page
// owns its forms.
type Variant struct {
	FailureForms
	AudioForms
	CampaignForms
	SpeechForms
	CancelForms
	NotificationForms
}

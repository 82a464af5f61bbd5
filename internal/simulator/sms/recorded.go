package sms

import (
	"net/http"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// Recorded returns the forms in which public clients recorded answers of the real
// servers, wherever those differ from the documentation. They date from different
// years, so no server may ever have answered in all of them at once.
func Recorded() Variant {
	return Variant{
		Forms:          wire.Forms{ErrorStatus: recordedStatus, EscapeUnicode: true},
		StatusForms:    StatusForms{UnixDates: true, InternationalNumbers: true},
		NotMobileForms: NotMobileForms{NotMobileDetails: true, NotMobileOldText: true},
		CreditForms:    CreditForms{NoCreditsObject: true, LowCostCredits: true, UsernameOnly: true},
		LookupForms:    LookupForms{LookupVerbatim: true},
	}
}

// recordedStatus is 403 for a wrong key. A recorded code 55 came with 200.
func recordedStatus(code int) int {
	if code == wire.KeyIncorrect {
		return http.StatusForbidden
	}
	return http.StatusOK
}

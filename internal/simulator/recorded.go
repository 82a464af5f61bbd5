package simulator

import "net/http"

// Recorded returns the forms in which public clients recorded answers of the real
// servers, wherever those differ from the documentation. They date from different
// years, so no server may ever have answered in all of them at once.
func Recorded() Variant {
	return Variant{
		ErrorStatus:          recordedStatus,
		UnixDates:            true,
		InternationalNumbers: true,
		EscapeUnicode:        true,
		NotMobileDetails:     true,
		NotMobileOldText:     true,
		NoCreditsObject:      true,
		LowCostCredits:       true,
		UsernameOnly:         true,
		LookupVerbatim:       true,
	}
}

// recordedStatus is 403 for a wrong key. A recorded code 55 came with 200.
func recordedStatus(code int) int {
	if code == keyIncorrect.code {
		return http.StatusForbidden
	}
	return http.StatusOK
}

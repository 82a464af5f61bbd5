// Package function holds the provider's functions, which compute without asking
// the vendor.
package function

import "github.com/hashicorp/terraform-plugin-framework/function"

// Functions lists the provider's functions.
func Functions() []func() function.Function {
	return []func() function.Function{
		newE164Function,
		newSMSSegmentsFunction,
	}
}

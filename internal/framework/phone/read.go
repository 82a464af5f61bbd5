package phone

import (
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner/phone"
)

// Read returns a number of the configuration in E.164 form, or says what is wrong with it.
// It reads a national number in the region.
func Read(at path.Path, number, region string) (string, diag.Diagnostics) {
	e164, err := phone.E164(number, region)
	if err != nil {
		return "", diag.Diagnostics{Invalid(at, err)}
	}
	return e164, nil
}

package sending

import (
	"errors"
	"fmt"
	"regexp"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

var senderForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9 ]{1,9}[A-Za-z0-9]$`)

func checkSender(sender string) error {
	if !senderForm.MatchString(sender) {
		return fmt.Errorf("%s is not a sender: write 3 to 11 characters, which are letters and digits without accents, and spaces between them", validate.Quote(sender))
	}
	return nil
}

func checkText(text string) error {
	if sms.IsBlank(text, true) {
		return errors.New("it is blank: write what the phone is to show")
	}
	return validate.Visible(text)
}

package sending

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

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

const longestTag = 20

func checkTag(tag string) error {
	switch {
	case tag == "":
		return errors.New("it is empty: leave it out, and the provider makes a tag")
	case utf8.RuneCountInString(tag) > longestTag:
		return fmt.Errorf("%s has more than %d characters", validate.Quote(tag), longestTag)
	case strings.ContainsFunc(tag, unicode.IsSpace):
		return fmt.Errorf("%q contains a blank", tag)
	case strings.ContainsFunc(tag, unicode.IsUpper):
		return fmt.Errorf("%q contains a capital letter: the vendor takes lower case only", tag)
	case strings.ContainsFunc(tag, func(r rune) bool { return !unicode.IsPrint(r) }):
		return fmt.Errorf("%q contains a control or invisible character: remove it", tag)
	default:
		return nil
	}
}

func checkText(text string) error {
	if sms.IsBlank(text, true) {
		return errors.New("it is blank: write what the phone is to show")
	}
	return validate.Visible(text)
}

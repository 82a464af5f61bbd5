package sending

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

var senderForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9 ]{1,9}[A-Za-z0-9]$`)

func checkSender(sender string) error {
	if !senderForm.MatchString(sender) {
		return fmt.Errorf("%q is not a sender: write 3 to 11 characters, which are letters and digits without accents, and spaces between them", sender)
	}
	return nil
}

const longestTag = 20

func checkTag(tag string) error {
	switch {
	case tag == "":
		return errors.New("it is empty: leave it out, and the provider makes a tag")
	case utf8.RuneCountInString(tag) > longestTag:
		return fmt.Errorf("%q has more than %d characters", tag, longestTag)
	case strings.ContainsFunc(tag, unicode.IsSpace):
		return fmt.Errorf("%q contains a blank", tag)
	case strings.ContainsFunc(tag, unicode.IsUpper):
		return fmt.Errorf("%q contains a capital letter: the vendor takes lower case only", tag)
	default:
		return nil
	}
}

func checkWebhook(address string) error {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "" {
		return fmt.Errorf("%q is not a web address: write one such as \"https://example.com/sms\"", address)
	}
	return nil
}

func checkText(text string) error {
	if sms.IsBlank(text, true) {
		return errors.New("it is blank: write what the phone is to show")
	}
	return nil
}

package verification

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework/attribute"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/phone"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/sms"
)

// The arguments of a verification, in the resource and in the action.
var (
	argPhoneNumbers = attribute.Argument{
		Name: "phone_numbers", Required: true,
		Form:        attribute.Phones{Size: attribute.Size{Plural: "phone numbers", Lowest: 1, Highest: sms.MaxPerRequest}},
		Description: "The numbers to verify, 1 to 500, international or national in the provider's `default_region`. Each one costs. Vendor's name: `phoneNumbers`." + phone.Named,
	}
	argNotifyURL = attribute.Argument{
		Name: "notify_url", Required: true, Form: attribute.Text{Rule: validate.String("a web address with https, or on this machine", validate.PrivateAddress)},
		Description: "The web address to which the vendor posts the result of each number, with `https`, or `http` on loopback for tests. " +
			"The vendor takes a verification without an address too, but no call returns its results: they would be paid for and lost. So it is required here. Vendor's name: `notifyUrl`.",
	}
	argTag = attribute.Argument{
		Name: "tag", Form: attribute.Text{Rule: validate.String("at most 20 characters", checkTag)},
		Description: "A label for the verification, at most 20 characters. The results do not carry it.",
	}
	verificationArguments = []attribute.Argument{argPhoneNumbers, argNotifyURL, argTag}
)

const longestTag = 20

// checkTag takes capitals and blanks: the vendor's page of this call states the length alone.
func checkTag(tag string) error {
	switch {
	case strings.TrimSpace(tag) == "":
		return errors.New("it is empty: leave it out")
	case strings.TrimSpace(tag) != tag:
		return fmt.Errorf("%s begins or ends with a blank: remove it", validate.Quote(tag))
	case utf8.RuneCountInString(tag) > longestTag:
		return fmt.Errorf("%s has more than %d characters", validate.Quote(tag), longestTag)
	case strings.ContainsAny(tag, "\r\n"):
		return fmt.Errorf("%s contains a line break: remove it", validate.Quote(tag))
	default:
		return validate.Visible(tag)
	}
}

// verificationModel has the arguments of a verification.
type verificationModel struct {
	PhoneNumbers types.Set    `tfsdk:"phone_numbers"`
	NotifyURL    types.String `tfsdk:"notify_url"`
	Tag          types.String `tfsdk:"tag"`
}

// request returns what to verify, and the phones by their spelling. It refuses a number that
// is wrong or repeated, and leaves out what is unknown.
func (m verificationModel) request(read phone.Reader) (sms.VerifyRequest, phone.AsSent, diag.Diagnostics) {
	numbers, sent, diags := phone.ReadAll(path.Root(argPhoneNumbers.Name), m.PhoneNumbers, read, "it is verified, and paid for, once")
	return sms.VerifyRequest{Numbers: numbers, NotifyURL: m.NotifyURL.ValueString(), Tag: m.Tag.ValueString()}, sent, diags
}

// changed returns the arguments that make the plan a new verification. Another spelling or
// order of the numbers must not verify, and cost, a second time.
func (m verificationModel) changed(before verificationModel, read phone.Reader) path.Paths {
	var paths path.Paths
	for _, argument := range []struct {
		name string
		same bool
	}{
		{argPhoneNumbers.Name, m.PhoneNumbers.Equal(before.PhoneNumbers) || phone.SamePhones(m.PhoneNumbers, before.PhoneNumbers, read)},
		{argNotifyURL.Name, m.NotifyURL.Equal(before.NotifyURL)},
		{argTag.Name, m.Tag.Equal(before.Tag)},
	} {
		if !argument.same {
			paths.Append(path.Root(argument.name))
		}
	}
	return paths
}

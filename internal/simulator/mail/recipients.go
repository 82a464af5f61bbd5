package mail

import (
	"slices"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// maxRecipients is how many recipients a mail can have.
const maxRecipients = 500

// addressMembers are those of a recipient, and of whom to reply to.
var addressMembers = []wire.Parameter{{Name: "email", Check: wire.IsEmail}, {Name: "name"}}

var (
	toParameter      = wire.Parameter{Name: "to", Members: addressMembers}
	replyToParameter = wire.Parameter{Name: "replyTo", Fields: addressMembers}
)

// addressCodes are the codes for what is wrong with an address.
type addressCodes struct{ required, invalid, nameEmpty *wire.Failure }

func (v Variant) readRecipients(c *wire.Call, made *Mail) []wire.Fault {
	list, _ := v.find(c, toParameter).([]any)
	switch {
	case len(list) == 0:
		return []wire.Fault{mistake(toParameter.Name, recipientsRequired)}
	case len(list) > maxRecipients && v.TooManyRecipients:
		return []wire.Fault{mistake(toParameter.Name, tooManyRecipients)}
	case len(list) > maxRecipients:
		return []wire.Fault{mistake(toParameter.Name, tooManyMails)}
	}
	var faults []wire.Fault
	for _, item := range list {
		to, wrong := readAddress(toParameter.Name, item, addressCodes{recipientRequired, recipientInvalid, recipientNameEmpty})
		made.Recipients, faults = append(made.Recipients, Recipient{Address: to}), append(faults, wrong...)
	}
	return faults
}

func (v Variant) readReplyTo(c *wire.Call, made *Mail) []wire.Fault {
	content := v.find(c, replyToParameter)
	if content == nil {
		return nil
	}
	replyTo, faults := readAddress(replyToParameter.Name, content, addressCodes{replyToRequired, replyToInvalid, replyToNameEmpty})
	made.ReplyTo = replyTo
	return faults
}

// readAddress takes a name that is null for none.
func readAddress(parameter string, content any, codes addressCodes) (Address, []wire.Fault) {
	members, _ := content.(map[string]any)
	address := Address{Email: wire.MemberText(members["email"]), Name: wire.MemberText(members["name"])}
	switch {
	case address.Email == "":
		return address, []wire.Fault{mistake(parameter, codes.required)}
	case wire.IsEmail(address.Email) != "":
		return address, []wire.Fault{mistake(parameter, codes.invalid)}
	case members["name"] != nil && strings.TrimSpace(address.Name) == "":
		return address, []wire.Fault{mistake(parameter, codes.nameEmpty)}
	}
	return address, nil
}

// checkRecipients refuses a recipient that is there twice, in any case, or has opted out.
func (a *Account) checkRecipients(_ *wire.Call, made *Mail) *wire.Failure {
	seen := map[string]bool{}
	for _, to := range made.Recipients {
		email := strings.ToLower(to.Email)
		if seen[email] {
			return recipientRepeated
		}
		seen[email] = true
	}
	willing := slices.DeleteFunc(slices.Clone(made.Recipients), func(to Recipient) bool { return a.isUnsubscribed(to.Email) })
	if len(willing) == 0 || len(willing) < len(made.Recipients) && !a.options.Variant.OptOutsLeftOut {
		return unsubscribed
	}
	made.Recipients = willing
	return nil
}

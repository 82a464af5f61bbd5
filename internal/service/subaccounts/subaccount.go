package subaccounts

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/smspartner/terraform-provider-smspartner/internal/framework"
	"github.com/smspartner/terraform-provider-smspartner/internal/framework/validate"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner"
	"github.com/smspartner/terraform-provider-smspartner/internal/partner/subaccount"
)

// subaccountModel is the resource.
type subaccountModel struct {
	Type              types.String `tfsdk:"type"`
	Email             types.String `tfsdk:"email"`
	IsBuyer           types.Bool   `tfsdk:"is_buyer"`
	CreditToAttribute types.Number `tfsdk:"credit_to_attribute"`
	Title             types.String `tfsdk:"title"`
	FirstName         types.String `tfsdk:"firstname"`
	LastName          types.String `tfsdk:"lastname"`
	Token             types.String `tfsdk:"token"`
	ID                types.String `tfsdk:"id"`
	CreatedAt         types.String `tfsdk:"created_at"`
	ParentEmail       types.String `tfsdk:"parent_email"`
	SendConfirmMailTo types.String `tfsdk:"send_confirm_mail_to"`
}

// newSubaccountModel has what the list says of a sub-account.
func newSubaccountModel(s subaccount.Subaccount) subaccountModel {
	return subaccountModel{
		Type:      types.StringPointerValue(s.Type),
		Email:     types.StringPointerValue(s.Email),
		Token:     types.StringValue(s.Token),
		ID:        types.StringPointerValue(s.ID),
		CreatedAt: framework.DateValue(s.CreatedAt),
	}
}

func (m subaccountModel) creation() subaccount.Creation {
	n := subaccount.Creation{
		Type: m.Type.ValueString(), Email: m.Email.ValueString(), IsBuyer: m.IsBuyer.ValueBool(),
		Title: m.Title.ValueString(), FirstName: m.FirstName.ValueString(), LastName: m.LastName.ValueString(),
	}
	if !m.CreditToAttribute.IsNull() {
		n.CreditToAttribute = m.CreditToAttribute.ValueBigFloat()
	}
	return n
}

// replaced names the arguments whose change replaces the sub-account: each that changes from one
// known value to another. A value that is not known yet counts as another one.
func (m subaccountModel) replaced(before subaccountModel) []string {
	var changed []string
	differs := func(name string, was, is attr.Value, same bool) {
		if !was.IsNull() && !is.IsNull() && (is.IsUnknown() || !same) {
			changed = append(changed, name)
		}
	}
	text := func(name string, was, is types.String, same func(a, b string) bool) {
		differs(name, was, is, same(was.ValueString(), is.ValueString()))
	}
	equal := func(a, b string) bool { return a == b }
	differs("credit_to_attribute", before.CreditToAttribute, m.CreditToAttribute, partner.SameDecimal(before.CreditToAttribute.ValueBigFloat(), m.CreditToAttribute.ValueBigFloat()))
	text("email", before.Email, m.Email, partner.SameEmail)
	text("firstname", before.FirstName, m.FirstName, equal)
	differs("is_buyer", before.IsBuyer, m.IsBuyer, before.IsBuyer.Equal(m.IsBuyer))
	text("lastname", before.LastName, m.LastName, equal)
	text("title", before.Title, m.Title, equal)
	text("type", before.Type, m.Type, strings.EqualFold)
	return changed
}

// Descriptions of the attributes that several types have.
const (
	tokenDescription     = "The sub-account's token, by which calls name it. Vendor's names: `token`, `tokenSubaccount`."
	createdAtDescription = "When the sub-account was created, in RFC 3339 form with the offset of Paris. Vendor's name: `createdAt`."
	idDescription        = "The number of the sub-account in the vendor's list."
	balanceDescription   = "The sub-account's balance, in `currency`."
	currencyDescription  = "The currency of `balance` by ISO 4217, such as `EUR`."
)

// nameOf names a sub-account in a diagnostic: by its e-mail address, since a token is a
// secret.
func nameOf(email *string) string {
	if email == nil {
		return "without an e-mail address"
	}
	return *email
}

// byToken finds a sub-account by its token.
func byToken(token string) func(subaccount.Subaccount) bool {
	return func(s subaccount.Subaccount) bool { return s.Token == token }
}

const longestToken = 255

// checkToken is the rule of a token, which it never quotes.
func checkToken(token string) error {
	switch {
	case token == "":
		return errors.New("the token is empty: write that of a sub-account")
	case strings.ContainsFunc(token, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsPrint(r) }):
		return errors.New("the token contains a blank or an invisible character, which no token has: remove it, for example with trimspace()")
	case utf8.RuneCountInString(token) > longestToken:
		return fmt.Errorf("the token is longer than any: none has more than %d characters", longestToken)
	default:
		return nil
	}
}

// longestUndocumented is a limit for names of which the vendor documents none.
const longestUndocumented = 255

// checkName is the rule of a name of at most so many characters.
func checkName(longest int) validate.Rule {
	return func(name string) error {
		switch {
		case strings.TrimSpace(name) == "":
			return errors.New("the name is empty: leave it out, or write one")
		case utf8.RuneCountInString(name) > longest:
			return fmt.Errorf("the name has %d characters: write at most %d", utf8.RuneCountInString(name), longest)
		case strings.ContainsAny(name, "\r\n"):
			return fmt.Errorf("%s has a line break: remove it", validate.Quote(name))
		default:
			return validate.Visible(name)
		}
	}
}

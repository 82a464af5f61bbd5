package sms

import (
	"slices"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

func (a *Account) subaccountCreate(c *wire.Call) (wire.Object, *wire.Failure) {
	members, _ := c.Structure("parameters").(map[string]any)
	text := func(name string) string { return wire.MemberText(members[name]) }
	s := Subaccount{
		Email: text("email"), Type: c.Text("type"), IsBuyer: text("isBuyer") == "1",
		Title: text("title"), FirstName: text("firstname"), LastName: text("lastname"),
	}
	if failed := a.checkSubaccount(s, text("isBuyer")); failed != nil {
		return nil, failed
	}
	if credit := text("creditToAttribute"); credit != "" {
		var ok bool
		s.balance, ok = parseAmount(credit)
		switch {
		case !ok || s.balance <= 0:
			return nil, a.subaccountRefusal(creditNotPositive)
		case !a.credits.purse.Charge(s.balance):
			return nil, a.subaccountRefusal(balanceNotPositive)
		}
	}
	made := a.addSubaccount(s)
	made.listed = a.Now().Add(a.options.Variant.SubaccountListDelay)
	answer := wire.Success(wire.Nested("subaccount", wire.Text("email", made.Email), wire.Text("token", made.Token)))
	if made.Type != simple || !a.options.Variant.SubaccountNoConfirmMail {
		answer = append(answer, wire.Text("sendConfirmMailTo", made.Email))
	}
	return append(answer, wire.Text("parent_email", a.credits.now.Username)), nil
}

// checkSubaccount refuses a creation for what it says, but for the credit.
func (a *Account) checkSubaccount(s Subaccount, isBuyer string) *wire.Failure {
	taken := func(other *Subaccount) bool { return !a.isGone(other) && strings.EqualFold(other.Email, s.Email) }
	switch {
	case a.subaccounts.inactive || a.subaccounts.calling != nil:
		return a.notAuthorised(2)
	case s.Type == "":
		return wire.Refusal(4, "Le type est requis (simple ou advanced)", "Type is required")
	case s.Type != simple && s.Type != advanced:
		return wire.Refusal(5, "Le type de sous-compte n'existe pas", "The subaccount type does not exist")
	case s.Type == advanced && isBuyer == "":
		return wire.Refusal(3, "isBuyer est requis", "isBuyer is required")
	case s.Email == "" && (s.Type == advanced || a.options.Variant.SubaccountEmailRequired):
		return wire.Refusal(6, "L'email est requis", "Email is required")
	case s.Email != "" && slices.ContainsFunc(a.subaccounts.all, taken):
		return wire.Refusal(7, "Un compte existe déjà avec cet email", "An account already exists with this email")
	}
	return nil
}

// creditRefusal is a refusal that the pages number differently.
type creditRefusal struct {
	create, transfer, general *wire.Failure
}

var (
	creditNotPositive = creditRefusal{
		create:   wire.Refusal(8, "creditToAttribute doit être supérieur à 0", "creditToAttribute must be greater than 0"),
		transfer: wire.Refusal(5, "Le crédit à attribuer doit être supérieur à 0", "Credit to assign must be greater than 0"),
		general:  wire.Refusal(5, "Le champ credit doit être supérieur à 0", "The credit field must be greater than 0"),
	}
	balanceNotPositive = creditRefusal{
		create:   wire.Refusal(9, "La balance doit être supérieur à 0", "The balance must be greater than 0"),
		transfer: wire.Refusal(6, "La balance doit être supérieur à 0", "Your balance must be greater than 0"),
		general:  wire.Refusal(11, "Crédit insuffisant", "Insufficient credit"),
	}
	creditRequired = creditRefusal{
		transfer: wire.Refusal(2, "Le crédit est requis", "Credit amount is required"),
		general:  wire.Refusal(3, "Le champ Credit est requis", "The Credit field is required"),
	}
	subaccountRequired = creditRefusal{
		transfer: wire.Refusal(3, "L'identifiant du sous-compte est requis", "Sub-account identifier is required"),
		general:  wire.Refusal(4, "Le champ tokenSubaccount est requis", "The tokenSubaccount field is required"),
	}
	subaccountUnknown = creditRefusal{
		transfer: wire.Refusal(7, "Le sous-compte n'existe pas", "Sub-account does not exist"),
		general:  wire.Refusal(6, "Le sous-compte est introuvable", "The sub-account is not found"),
	}
	creditTooLow = creditRefusal{
		transfer: wire.Refusal(8, "Crédit insuffisant", "Insufficient credit"),
		general:  wire.Refusal(7, "Crédit insuffisant pour le sous-compte", "Insufficient credit for the sub-account"),
	}
)

// subaccountRefusal is a refusal of a creation.
func (a *Account) subaccountRefusal(r creditRefusal) *wire.Failure {
	if a.options.Variant.SubaccountGeneralCodes {
		return r.general
	}
	return r.create
}

// transferRefusal is a refusal of a transfer.
func (a *Account) transferRefusal(r creditRefusal) *wire.Failure {
	if a.options.Variant.SubaccountGeneralCodes {
		return r.general
	}
	return r.transfer
}

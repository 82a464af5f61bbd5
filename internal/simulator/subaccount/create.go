package subaccount

import (
	"slices"
	"strings"

	"github.com/smspartner/terraform-provider-smspartner/internal/simulator/wire"
)

// create is a creation, whose refusals may have another code.
func (l *Accounts) create(c *wire.Call) (wire.Object, *wire.Failure) {
	answer, refused := l.make(c)
	if refused != nil && l.product.CreateCode != 0 {
		other := *refused
		other.Code = l.product.CreateCode
		refused = &other
	}
	return answer, refused
}

func (l *Accounts) make(c *wire.Call) (wire.Object, *wire.Failure) {
	members, _ := c.Structure("parameters").(map[string]any)
	text := func(name string) string { return wire.MemberText(members[name]) }
	s := Subaccount{
		Email: text("email"), Type: c.Text("type"), IsBuyer: text("isBuyer") == "1",
		Title: text("title"), FirstName: text("firstname"), LastName: text("lastname"),
	}
	if failed := l.check(s, text("isBuyer")); failed != nil {
		return nil, failed
	}
	if credit := text("creditToAttribute"); credit != "" {
		var ok bool
		s.balance, ok = parseAmount(credit)
		switch {
		case !ok || s.balance <= 0:
			return nil, l.createRefusal(creditNotPositive)
		case !l.product.Money().Purse.Charge(s.balance):
			return nil, l.createRefusal(balanceNotPositive)
		}
	}
	made := l.add(s)
	made.listed = l.product.Now().Add(l.product.Forms.SubaccountListDelay)
	answer := wire.Success(wire.Nested("subaccount", wire.Text("email", made.Email), wire.Text("token", made.Token)))
	if made.Type != Simple || !l.product.Forms.SubaccountNoConfirmMail {
		answer = append(answer, wire.Text("sendConfirmMailTo", made.Email))
	}
	return append(answer, wire.Text("parent_email", l.product.Money().Holder)), nil
}

// check refuses a creation for what it says, but for the credit.
func (l *Accounts) check(s Subaccount, isBuyer string) *wire.Failure {
	taken := func(other *Subaccount) bool { return !l.isGone(other) && strings.EqualFold(other.Email, s.Email) }
	switch {
	case l.inactive || l.calling != nil:
		return l.notAuthorised(2)
	case s.Type == "":
		return wire.Refusal(4, "Le type est requis (simple ou advanced)", "Type is required")
	case s.Type != Simple && s.Type != Advanced:
		return wire.Refusal(5, "Le type de sous-compte n'existe pas", "The subaccount type does not exist")
	case s.Type == Advanced && isBuyer == "":
		return wire.Refusal(3, "isBuyer est requis", "isBuyer is required")
	case s.Email == "" && (s.Type == Advanced || l.product.Forms.SubaccountEmailRequired):
		return wire.Refusal(6, "L'email est requis", "Email is required")
	case s.Email != "" && slices.ContainsFunc(l.all, taken):
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

// createRefusal is a refusal of a creation.
func (l *Accounts) createRefusal(r creditRefusal) *wire.Failure {
	if l.product.Forms.SubaccountGeneralCodes {
		return r.general
	}
	return r.create
}

// transferRefusal is a refusal of a transfer.
func (l *Accounts) transferRefusal(r creditRefusal) *wire.Failure {
	if l.product.Forms.SubaccountGeneralCodes {
		return r.general
	}
	return r.transfer
}
